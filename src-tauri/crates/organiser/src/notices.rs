//! Logging a notice.

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, Notice};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// The longest first line that is taken for a heading, in characters.
const LONGEST_HEADING: usize = 120;

/// Logs a notice or replaces its fields. A new one is laid beside the evidence named.
///
/// # Errors
/// A notice with nothing in it, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    notice: Notice,
    evidence: &[RecordId],
) -> Result<Entry<Notice>> {
    let empty = [&notice.from, &notice.subject, &notice.text].iter().all(|field| field.trim().is_empty());
    if empty && evidence.is_empty() {
        return Err(Error::Field { field: "from", message: "Say who the notice is from, or paste its words.".into() });
    }
    match id {
        Some(id) => records::update(session, id, notice),
        None => records::add(session, claim, notice, evidence),
    }
}

/// The notice that pasted words would make: sender, subject and date are taken only from lines that say so.
pub fn from_words(words: &str) -> Notice {
    let mut notice = Notice { text: words.trim().to_owned(), ..Notice::default() };
    let mut headings = 0;
    for line in words.trim_start().lines().take(12) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().to_owned();
        match name.trim().to_lowercase().as_str() {
            "from" if notice.from.is_empty() => notice.from = value,
            "subject" if notice.subject.is_empty() => notice.subject = value,
            _ => continue,
        }
        headings += 1;
    }
    if headings == 0 {
        let first = words.trim_start().lines().next().unwrap_or_default().trim();
        let is_heading =
            !first.is_empty() && first.chars().count() <= LONGEST_HEADING && !first.to_lowercase().starts_with("dear");
        if is_heading && words.trim().lines().count() > 1 {
            notice.subject = first.to_owned();
        }
    }
    notice
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_headers_fill_themselves_in_and_nothing_is_lost() {
        let words =
            "From: The Northfold Society\nSubject: Notification of data incident\n\nDear Ruth,\nWe are writing…";
        let notice = from_words(words);
        assert_eq!(notice.from, "The Northfold Society");
        assert_eq!(notice.subject, "Notification of data incident");
        assert_eq!(notice.text, words);
        assert!(notice.on_document.is_undated());
    }

    #[test]
    fn a_short_first_line_is_the_heading_and_a_greeting_is_not() {
        assert_eq!(from_words("Update for members\n\nWe now know more.").subject, "Update for members");
        assert_eq!(from_words("Dear Ruth,\n\nWe now know more.").subject, "");
        assert_eq!(from_words("Just one line").subject, "");
    }
}
