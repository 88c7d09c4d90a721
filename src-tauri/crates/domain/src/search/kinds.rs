//! What `kind:` understands.

/// A kind of thing as a person names it, and how records say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindWanted {
    /// Its plain name.
    pub name: &'static str,
    /// Other words for it.
    other_names: &'static [&'static str],
    /// Codes of the record kinds that are it, whatever their form.
    pub kinds: &'static [&'static str],
    /// Codes of the forms that are it: what an evidence item is, or the channel of a notice or letter.
    pub forms: &'static [&'static str],
}

const fn kind(
    name: &'static str,
    other_names: &'static [&'static str],
    kinds: &'static [&'static str],
    forms: &'static [&'static str],
) -> KindWanted {
    KindWanted { name, other_names, kinds, forms }
}

/// In the order in which they are named to a person.
static KINDS: [KindWanted; 26] = [
    kind("notice", &[], &["notice"], &[]),
    kind("letter", &["correspondence"], &["correspondence"], &["letter"]),
    kind("evidence", &[], &["evidence"], &[]),
    kind("contact", &["suspicious"], &["suspicious-contact"], &[]),
    kind("e-mail", &["email", "mail"], &[], &["mail", "email"]),
    kind("photo", &["picture"], &[], &["photo"]),
    kind("screenshot", &[], &[], &["screenshot"]),
    kind("document", &[], &[], &["document"]),
    kind("recording", &["audio", "video"], &[], &["recording"]),
    kind("web page", &["web-page", "webpage", "page"], &[], &["web-page"]),
    kind("financial", &["receipt", "statement"], &[], &["financial"]),
    kind("call", &["telephone"], &[], &["call"]),
    kind("text message", &["text", "sms"], &[], &["text"]),
    kind("form", &[], &[], &["form"]),
    kind("claim", &[], &["claim"], &[]),
    kind("party", &["organisation", "person"], &["party"], &[]),
    kind("incident", &["breach"], &["incident"], &[]),
    kind("quote", &[], &["statement"], &[]),
    kind("question", &[], &["question"], &[]),
    kind("data", &["category"], &["data-assertion"], &[]),
    kind("event", &[], &["event"], &[]),
    kind("request", &[], &["request"], &[]),
    kind("loss", &["money"], &["loss"], &[]),
    kind("time", &[], &["time-spent"], &[]),
    kind("diary", &[], &["diary-entry"], &[]),
    kind("step", &[], &["protective-step"], &[]),
];

/// What a word after `kind:` stands for.
pub(super) enum Found {
    One(&'static KindWanted),
    /// The beginning of several; more letters will tell.
    Unfinished,
    None,
}

/// Finds a kind by its name, its plural, or as much of it as tells it from the others.
pub(super) fn find(word: &str) -> Found {
    let word = word.to_lowercase();
    let singular = word.strip_suffix('s').unwrap_or(&word);
    let names = |kind: &KindWanted, fits: &dyn Fn(&str) -> bool| {
        fits(kind.name) || kind.other_names.iter().any(|name| fits(name))
    };
    let whole = KINDS.iter().find(|kind| names(kind, &|name| name == word || name == singular));
    let mut begun = KINDS.iter().filter(|kind| names(kind, &|name| name.starts_with(&word)));
    match (whole, begun.next(), begun.next()) {
        (Some(kind), ..) | (None, Some(kind), None) => Found::One(kind),
        (None, Some(_), Some(_)) => Found::Unfinished,
        (None, None, _) => Found::None,
    }
}

/// The names as a person reads them: "notice, letter, … or incident".
pub(super) fn all_names() -> String {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    match names.split_last() {
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RecordKind;
    use crate::choices::{Channel, EvidenceKind};

    #[test]
    fn every_form_is_one_that_records_have() {
        for form in KINDS.iter().flat_map(|kind| kind.forms) {
            assert!(EvidenceKind::from_code(form).is_some() || Channel::from_code(form).is_some(), "{form}");
        }
    }

    #[test]
    fn every_kind_of_record_can_be_asked_for() {
        for kind in RecordKind::ALL {
            assert!(KINDS.iter().any(|wanted| wanted.kinds.contains(&kind.code())), "{}", kind.code());
        }
    }
}
