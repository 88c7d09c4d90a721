//! The shape of the sample's list: the records' own fields, with keys in place of ids and words in place of dates.

use recourse_domain::dates::understand;
use recourse_domain::{RecordKind, StatedDate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Loader;
use crate::{Error, Result};

/// One record of the list.
pub type Item = Map<String, Value>;

/// The list.
#[derive(Deserialize)]
pub struct Sample {
    /// The claim.
    pub claim: Item,
    /// Organisations and people.
    pub parties: Vec<Item>,
    /// Breaches.
    pub incidents: Vec<Item>,
    /// Evidence items with their documents.
    pub evidence: Vec<Item>,
    /// Notices.
    pub notices: Vec<Item>,
    /// Letters.
    pub correspondence: Vec<Item>,
    /// What was said, in exact words.
    pub statements: Vec<Item>,
    /// What that leaves open.
    pub questions: Vec<Item>,
    /// What was said of kinds of data.
    pub data_assertions: Vec<Item>,
    /// What else happened.
    pub events: Vec<Item>,
    /// Requests and what happened to them.
    pub requests: Vec<Item>,
    /// Money lost or spent.
    pub losses: Vec<Item>,
    /// Time spent.
    pub time_spent: Vec<Item>,
    /// What was done for protection.
    pub protective_steps: Vec<Item>,
    /// The diary.
    pub diary: Vec<Item>,
}

/// The kinds of record whose key a field holds where the record holds its id, the likeliest first; none for fields that hold no key.
fn keyed(field: &str) -> &'static [RecordKind] {
    match field {
        "organisation" | "party" | "from_party" | "speaker" | "asked_of" | "by" | "told_by" | "told_to" | "sent_to" => {
            &[RecordKind::Party]
        }
        "incident" => &[RecordKind::Incident],
        "evidence" | "basis_evidence" | "came_with" => &[RecordKind::Evidence],
        "letter" => &[RecordKind::Correspondence],
        "notice" | "version_of" => &[RecordKind::Notice],
        "statement" | "answered_by" => &[RecordKind::Statement],
        "prompted_by" => &[RecordKind::Notice, RecordKind::Correspondence, RecordKind::Statement],
        "said_in" | "asked_in" => &[RecordKind::Notice, RecordKind::Correspondence, RecordKind::Evidence],
        _ => &[],
    }
}

/// Fields of the list that are no fields of the record's own body.
const AROUND: [&str; 5] = ["key", "files", "incidents", "evidence", "privileged"];

impl Loader<'_> {
    /// A record's own fields.
    pub(super) fn body<T: DeserializeOwned>(&self, item: &Item) -> Result<T> {
        let own: Item = item
            .iter()
            .filter(|(field, _)| !AROUND.contains(&field.as_str()))
            .map(|(f, v)| (f.clone(), v.clone()))
            .collect();
        self.read(Value::Object(own))
    }

    /// The links of a record.
    pub(super) fn list<T: DeserializeOwned>(&self, item: &Item, field: &str) -> Result<Vec<T>> {
        match item.get(field) {
            Some(list) => self.read(list.clone()),
            None => Ok(Vec::new()),
        }
    }

    fn read<T: DeserializeOwned>(&self, value: Value) -> Result<T> {
        let resolved = self.resolve(None, value)?;
        serde_json::from_value(resolved).map_err(|e| Error::Sample(e.to_string()))
    }

    fn resolve(&self, field: Option<&str>, value: Value) -> Result<Value> {
        Ok(match value {
            Value::Object(map) if map.contains_key("stated") => self.date(map)?,
            Value::Object(map) => {
                let mut resolved = Map::new();
                for (field, value) in map {
                    // Null stands for "undated" and for "not given": both are what a missing field means.
                    if !value.is_null() {
                        let value = self.resolve(Some(&field), value)?;
                        resolved.insert(field, value);
                    }
                }
                Value::Object(resolved)
            }
            Value::Array(list) => {
                let resolved: Result<Vec<Value>> = list.into_iter().map(|value| self.resolve(None, value)).collect();
                Value::Array(resolved?)
            }
            Value::String(key) if field == Some("file") => Value::String(self.file(&key)?.to_string()),
            Value::String(key) => match field.map(keyed).unwrap_or_default() {
                [] => Value::String(key),
                kinds => Value::String(self.one_of(kinds, &key)?.to_string()),
            },
            other => other,
        })
    }

    fn date(&self, mut map: Item) -> Result<Value> {
        let stated = map.get("stated").and_then(Value::as_str).unwrap_or_default().to_owned();
        let said_on = map.get("said_on").and_then(Value::as_str).and_then(|day| day.parse().ok()).unwrap_or(self.today);
        let understood =
            understand(&stated, said_on).map_err(|problem| Error::Sample(format!("{stated}: {problem}")))?;
        let date = StatedDate {
            basis: map.remove("basis").and_then(|basis| serde_json::from_value(basis).ok()),
            basis_evidence: match map.get("basis_evidence").and_then(Value::as_str) {
                Some(key) => Some(self.id(RecordKind::Evidence, key)?),
                None => None,
            },
            ..understood.date
        };
        serde_json::to_value(date).map_err(|e| Error::Sample(e.to_string()))
    }
}
