//! The changes to a record, told in words: a record is named by its reference and title, an item of the notice check by what it looks for.

use recourse_domain::RecordId;
use recourse_domain::notice_check::item;
use recourse_domain::records::Money;
use recourse_organiser::records::{self, Change, ChangeKind};
use serde_json::{Map, Value};

use super::{Answer, Room};
use crate::types::*;

/// Every change to a record, oldest first.
pub fn record_history(room: &Room, request: RecordRef) -> Answer<Vec<ChangeView>> {
    let changes = records::history(room, request.id)?;
    Ok(changes
        .into_iter()
        .map(|change| ChangeView {
            seq: i64::try_from(change.seq).unwrap_or(i64::MAX),
            at: change.at.to_rfc3339(),
            what: said(&change).unwrap_or_else(|| sentence(change.kind).to_owned()),
            fields: if matches!(change.kind, ChangeKind::Added | ChangeKind::Arranged) {
                Vec::new()
            } else {
                fields(room, change.before, change.after)
            },
        })
        .collect())
}

/// How a bundle was arranged was put in words when it was done.
fn said(change: &Change) -> Option<String> {
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
    if let Some(heading) = text.parse::<RecordId>().ok().and_then(|id| records::heading(room, id).ok()) {
        return format!("{} {}", heading.reference, heading.title).trim_end().to_owned();
    }
    if let Some(item) = item(text) {
        return item.text.to_owned();
    }
    let is_code = text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if is_code { text.replace('-', " ") } else { text.to_owned() }
}
