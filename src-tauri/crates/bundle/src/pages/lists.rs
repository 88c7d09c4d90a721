//! Data of the lists: index, chronology, list of evidence, gaps. Long ones are set in pieces, so that memory stays small.

use super::keys::{Keys, Numbers};
use crate::model::{BundleModel, ChronologyRow, EvidenceRow, Gap};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The most rows that are set in one run.
pub(crate) const PIECE: usize = 500;

/// One row of the index.
#[derive(Debug, Clone)]
pub(crate) enum IndexRow {
    /// A heading.
    Section {
        /// The words.
        title: String,
        /// The unit the section starts with.
        unit: usize,
        /// Whether its page is printed: it has no documents of its own below it.
        leaf: bool,
    },
    /// A document.
    Document {
        /// Its number in the index.
        no: usize,
        /// The date in the words it was given.
        date: String,
        /// Its title.
        title: String,
        /// Reference and kind.
        detail: String,
        /// The unit it starts with.
        unit: usize,
    },
}

/// A piece of the index.
pub(crate) fn index(rows: &[IndexRow], first: bool, numbers: &Numbers, keys: &mut Keys) -> Value {
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| match row {
            IndexRow::Section { title, unit, leaf } => {
                let page = if *leaf { numbers.unit(*unit) } else { None };
                json!({"section": title, "page": page, "leaf": leaf, "key": keys.unit(*unit)})
            }
            IndexRow::Document { no, date, title, detail, unit } => json!({
                "no": no,
                "date": date,
                "title": title,
                "detail": detail,
                "page": numbers.unit(*unit),
                "key": keys.unit(*unit),
            }),
        })
        .collect();
    json!({"page": "index", "first": first, "rows": rows})
}

/// A piece of the chronology.
pub(crate) fn chronology(rows: &[ChronologyRow], first: bool, numbers: &Numbers, keys: &mut Keys) -> Value {
    let rows: Vec<Value> = rows
        .iter()
        .map(|r| {
            let (page, key) = keys.source(r.source.as_deref(), numbers);
            json!({
                "no": r.no,
                "date": r.date_as_stated,
                "normalised": r.normalised.as_ref().filter(|n| **n != r.date_as_stated),
                "flag": r.flag,
                "event": r.event,
                "who": r.who,
                "source": r.source,
                "page": page,
                "key": key,
                "certainty": r.certainty.words(),
            })
        })
        .collect();
    json!({"page": "chronology", "first": first, "rows": rows})
}

/// A piece of the list of evidence.
pub(crate) fn evidence(rows: &[EvidenceRow], first: bool, numbers: &Numbers, keys: &mut Keys) -> Value {
    let rows: Vec<Value> = rows
        .iter()
        .map(|r| {
            let (_, key) = keys.source(Some(&r.reference), numbers);
            let mut lines = Vec::new();
            if !r.how_obtained.is_empty() {
                lines.push(r.how_obtained.clone());
            }
            if !r.added.is_empty() {
                lines.push(format!("added {}", r.added));
            }
            json!({
                "reference": r.reference,
                "title": r.title,
                "lines": lines,
                "file": r.file_name,
                "size": super::documents::size_words(r.size),
                "sha256": r.sha256,
                "key": key,
            })
        })
        .collect();
    json!({"page": "evidence", "first": first, "rows": rows})
}

/// A piece of the gaps; what is held back follows the last piece, as reasons and their number.
pub(crate) fn gaps(
    model: &BundleModel,
    rows: &[Gap],
    start: usize,
    last: bool,
    numbers: &Numbers,
    keys: &mut Keys,
) -> Value {
    let values: Vec<Value> = rows
        .iter()
        .enumerate()
        .map(|(i, g)| {
            let (page, key) = keys.source(g.about.as_deref(), numbers);
            json!({
                "no": start + i + 1,
                "text": g.text,
                "about": g.about,
                "state": g.state,
                "page": page,
                "key": key,
            })
        })
        .collect();
    let held = if last { held_back(model) } else { Vec::new() };
    json!({"page": "gaps", "first": start == 0, "rows": values, "held": held})
}

/// "3 items: marked as privileged." Never what they are. What is blacked out of a document that goes is told with its reference.
fn held_back(model: &BundleModel) -> Vec<String> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for left in &model.left_out {
        *reasons.entry(left.reason.as_str()).or_default() += 1;
    }
    let counted = reasons.into_iter().map(|(reason, n)| {
        let items = if n == 1 { "item" } else { "items" };
        format!("{n} {items}: {}.", reason.trim_end_matches('.'))
    });
    counted.chain(model.redacted.iter().map(|one| format!("{}: {}", one.reference, one.said.join(" ")))).collect()
}
