//! The history, told in words: a record is named by its reference and title, an item of the notice check by what it looks for.

use recourse_domain::notice_check::item;
use recourse_domain::records::Money;
use recourse_domain::{RecordId, Reference};
use recourse_organiser::Error;
use recourse_organiser::history::{self, ChainCheck, Sought};
use recourse_organiser::records::{self, Change, ChangeKind};
use serde_json::{Map, Value};

use super::record::link;
use super::{Answer, Room};
use crate::types::*;

/// Entries read in one go.
const AT_ONCE: u32 = 100;

/// Every change to a record, oldest first.
pub fn record_history(room: &Room, request: RecordRef) -> Answer<Vec<ChangeView>> {
    records::history(room, request.id)?.into_iter().map(|change| view(room, change)).collect()
}

/// A part of the whole history, newest first.
pub fn history_page(room: &Room, request: HistoryQuestion) -> Answer<HistoryPage> {
    let before = request.before.map(i64::unsigned_abs);
    let kinds = request.sort.as_deref().map(kinds_of).unwrap_or_default().to_vec();
    let mut sought = Sought { before, record: request.record, kinds, words: Vec::new() };
    match request.words.trim().parse::<Reference>() {
        Ok(reference) => match records::find(room, reference) {
            Ok(heading) => sought.record = Some(heading.id),
            Err(Error::NoSuchReference(_)) => return Ok(HistoryPage { changes: Vec::new(), next: None }),
            Err(other) => return Err(crate::failure(&other)),
        },
        Err(_) => sought.words = request.words.split_whitespace().map(str::to_owned).collect(),
    }
    let mut changes = Vec::new();
    loop {
        let part = history::page(room, &sought, AT_ONCE)?;
        let more = part.len() == AT_ONCE as usize;
        sought.before = part.last().map(|change| change.seq);
        for change in part {
            let whole = change.kind == ChangeKind::Added;
            let view = view(room, change)?;
            if whole || says(&view, &sought.words) {
                changes.push(view);
            }
        }
        if !more || changes.len() >= AT_ONCE as usize {
            let next = sought.before.filter(|_| more).and_then(|seq| i64::try_from(seq).ok());
            return Ok(HistoryPage { changes, next });
        }
    }
}

/// Whether the history holds together.
pub fn history_check(room: &Room, _: Nothing) -> Answer<HistoryCheck> {
    let head = history::head(room)?;
    let problem = match history::check(room)? {
        ChainCheck::Sound(_) => None,
        ChainCheck::Broken(broken) => {
            Some(format!("The history does not hold together at entry {}: {}.", broken.seq, broken.fault))
        }
    };
    Ok(HistoryCheck { entries: head.seq, head: head.to_string(), problem })
}

fn view(room: &Room, change: Change) -> Answer<ChangeView> {
    let record = match change.record {
        Some(id) => Some(link(&records::heading(room, id)?)),
        None => None,
    };
    let told_whole = matches!(change.kind, ChangeKind::Added | ChangeKind::Arranged | ChangeKind::Erased);
    Ok(ChangeView {
        seq: i64::try_from(change.seq).unwrap_or(i64::MAX),
        at: change.at.to_rfc3339(),
        what: sentence_of(&change),
        record,
        erased_at: change.erased_at.map(|at| at.to_rfc3339()),
        lasting: is_lasting(&change),
        fields: if told_whole { Vec::new() } else { fields(room, change.before, change.after) },
    })
}

/// What was done, in a sentence.
pub(super) fn sentence_of(change: &Change) -> String {
    let what = said(change).unwrap_or_else(|| sentence(change.kind).to_owned());
    match change.action.as_str() {
        "undo" if change.kind != ChangeKind::Arranged => format!("Undo: {}", small(&what)),
        "redo" if change.kind != ChangeKind::Arranged => format!("Redo: {}", small(&what)),
        _ => what,
    }
}

/// A sentence as it goes on after another's colon.
fn small(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether Undo cannot take a change back, as far as its entry alone says.
fn is_lasting(change: &Change) -> bool {
    let alone = change.turn == Some(change.seq);
    match change.kind {
        ChangeKind::Erased | ChangeKind::SettingSet => true,
        ChangeKind::Event => change.before.is_none(),
        // A file that was put to an item that was there already.
        ChangeKind::FileAdded => alone,
        _ => change.turn.is_none() || change.erased_at.is_some(),
    }
}

/// The kinds of change of one sort.
fn kinds_of(sort: &str) -> &'static [ChangeKind] {
    use ChangeKind as K;
    match sort {
        "added" => &[K::Added, K::FileAdded],
        "changed" => &[K::Edited, K::Marked, K::FileChanged, K::FilesOrdered, K::TextSet],
        "linked" => &[K::Linked],
        "away" => &[K::Archived, K::Unarchived],
        "bin" => &[K::Binned, K::Unbinned, K::Erased],
        "bundle" => &[K::Arranged, K::Redacted],
        "other" => &[K::Event, K::SettingSet],
        _ => &[],
    }
}

/// Whether a change as it is shown has all of these words: in the database they may also be part of a name that nobody sees.
fn says(view: &ChangeView, words: &[String]) -> bool {
    let mut shown = vec![view.what.as_str()];
    shown.extend(view.record.iter().flat_map(|record| [record.reference.as_str(), record.title.as_str()]));
    shown.extend(view.fields.iter().flat_map(|field| [field.before.as_str(), field.after.as_str()]));
    let shown = shown.join("\n").to_lowercase();
    words.iter().all(|word| shown.contains(&word.to_lowercase()))
}

/// How a bundle was arranged was put in words when it was done; what was deleted for good has only its name left.
fn said(change: &Change) -> Option<String> {
    if change.kind == ChangeKind::Erased {
        let files = change.after.as_ref().and_then(|after| after.get("files")?.as_u64()).unwrap_or_default();
        return match files {
            0 => None,
            1 => Some("Deleted for good, with its file".to_owned()),
            _ => Some(format!("Deleted for good, with its {files} files")),
        };
    }
    let words = change.after.as_ref().filter(|_| change.kind == ChangeKind::Arranged)?.get("said")?;
    words.as_str().map(str::to_owned)
}

const fn sentence(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "Added",
        ChangeKind::Edited => "Changed",
        ChangeKind::Marked => "Note, labels or marks changed",
        ChangeKind::Linked => "Links changed",
        ChangeKind::Archived => "Put away",
        ChangeKind::Unarchived => "Taken back",
        ChangeKind::Binned => "Moved to the bin",
        ChangeKind::Unbinned => "Taken out of the bin",
        ChangeKind::Erased => "Deleted for good",
        ChangeKind::FileAdded => "File added",
        ChangeKind::FileChanged => "What is known of a file changed",
        ChangeKind::FilesOrdered => "Files put in another order",
        ChangeKind::TextSet => "Words of a file kept",
        ChangeKind::Redacted => "Blacked-out areas changed",
        ChangeKind::SettingSet => "Setting changed",
        ChangeKind::Arranged => "Bundle arranged",
        ChangeKind::Event => "Noted",
    }
}

/// Fields that hold a person's own words, which are shown letter for letter whatever they look like.
const OWN_WORDS: [&str; 9] =
    ["text", "title", "activity", "effect", "other_causes", "other_cause", "help_sought", "witness", "outcome"];

fn fields(room: &Room, before: Option<Value>, after: Option<Value>) -> Vec<FieldChange> {
    let (Some(Value::Object(before)), Some(Value::Object(after))) = (before, after) else {
        return Vec::new();
    };
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let change = |name: &String| {
        let (before, after) = what_differs(before.get(name), after.get(name));
        let said = |value: &Value| match value.as_str() {
            Some(own) if OWN_WORDS.contains(&name.as_str()) => own.to_owned(),
            _ => plain(room, value),
        };
        FieldChange { field: name.clone(), before: said(&before), after: said(&after) }
    };
    names.into_iter().map(change).collect()
}

/// Of two lists only the parts that one of them has and the other has not; a new order of the same parts is shown whole.
fn what_differs(before: Option<&Value>, after: Option<&Value>) -> (Value, Value) {
    let (before, after) = (before.cloned().unwrap_or_default(), after.cloned().unwrap_or_default());
    let (Value::Array(old), Value::Array(new)) = (&before, &after) else { return (before, after) };
    let alone = |one: &[Value], other: &[Value]| -> Vec<Value> {
        one.iter().filter(|part| !other.contains(part)).cloned().collect()
    };
    match (alone(old, new), alone(new, old)) {
        (gone, come) if gone.is_empty() && come.is_empty() => (before, after),
        (gone, come) => (Value::Array(gone), Value::Array(come)),
    }
}

/// A value as a person would read it; a date as its words.
fn plain(room: &Room, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => words(room, text),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(list) => list.iter().map(|part| plain(room, part)).collect::<Vec<_>>().join("\n"),
        Value::Object(map) => match (map.get("as_stated").and_then(Value::as_str), money(value)) {
            (Some(words), _) => words.to_owned(),
            (None, Some(amount)) => amount,
            (None, None) => parts(room, map),
        },
        Value::Number(number) => number.to_string(),
    }
}

/// An amount of money as a person reads it.
fn money(value: &Value) -> Option<String> {
    let amount: Option<Money> = serde_json::from_value(value.clone()).ok();
    amount.map(|amount| amount.in_words())
}

/// The parts of a value that has several, each with its name; those that are empty are left out.
fn parts(room: &Room, map: &Map<String, Value>) -> String {
    let named = map.iter().map(|(name, value)| (name.replace('_', " "), plain(room, value)));
    let filled = named.filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}: {value}"));
    filled.collect::<Vec<_>>().join("; ")
}

/// What stands for another record or for one of a short list is said in words; everything a person wrote stays as it is.
fn words(room: &Room, text: &str) -> String {
    if let Some(named) = text.parse::<RecordId>().ok().and_then(|id| history::named(room, id).ok()) {
        return named;
    }
    if let Some(item) = item(text) {
        return item.text.to_owned();
    }
    let is_code = text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if is_code { text.replace('-', " ") } else { text.to_owned() }
}
