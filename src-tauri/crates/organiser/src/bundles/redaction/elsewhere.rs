//! What else of a bundle says words that are under the areas of a document: for the person to look at, since nobody else can tell whether they mean the same.

use std::collections::BTreeSet;

use recourse_domain::records::{Body, Entry};
use recourse_domain::{RecordId, Reference};
use serde_json::{Value, json};

use super::super::selection::Preview;
use super::words::{Words, split};
use crate::session::{Session, Unlocked};
use crate::{Result, documents};

/// A record that says them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its readable name.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The words, in lower case.
    pub words: Vec<String>,
}

/// Finds the records and the documents of this bundle that say names or numbers under the areas, once what comes from the document itself is veiled.
pub(super) fn find(
    session: &Session<Unlocked>,
    preview: &Preview,
    document: RecordId,
    words: &Words,
) -> Result<Vec<Elsewhere>> {
    if words.under.is_empty() {
        return Ok(Vec::new());
    }
    let chosen = &preview.chosen;
    let mut found = Vec::new();
    let mut look = |reference: Reference, title: String, text: &str| {
        let said: BTreeSet<String> =
            split(text).map(str::to_lowercase).filter(|word| words.under.contains(word)).collect();
        if !said.is_empty() {
            found.push(Elsewhere { reference: reference.to_string(), title, words: said.into_iter().collect() });
        }
    };
    macro_rules! each {
        ($($entries:ident),+) => {
            $(for entry in &chosen.$entries { look(entry.reference, entry.body.title(), &said(entry)); })+
        };
    }
    each!(notices, letters, contacts, statements, questions, assertions, events, losses, times, diary, steps, requests);
    for (entry, files) in &chosen.evidence {
        let mut text = said(entry);
        if entry.id != document {
            for file in files {
                for (page, _) in documents::text(session, file.id)? {
                    text.push(' ');
                    text.push_str(&page.text);
                }
            }
        }
        look(entry.reference, entry.body.title(), &text);
    }
    Ok(found)
}

/// Everything that a record says itself, the names of its fields left aside.
fn said<T: Body>(entry: &Entry<T>) -> String {
    let mut all = entry.marks.note.clone();
    gather(&json!(entry.body), &mut all);
    all
}

fn gather(value: &Value, all: &mut String) {
    match value {
        Value::String(words) => {
            all.push(' ');
            all.push_str(words);
        }
        Value::Array(list) => list.iter().for_each(|one| gather(one, all)),
        Value::Object(fields) => fields.values().for_each(|one| gather(one, all)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
