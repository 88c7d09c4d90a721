//! Data of the pages of the schedule of claimant information.

use super::keys::{Keys, Numbers};
use crate::model::{SchedulePart, ScheduleRow};
use serde_json::{Value, json};
use std::ops::Range;

/// The heading.
pub(crate) const TITLE: &str = "Schedule of claimant information";

/// How many fields there are in all parts.
pub(crate) fn rows(parts: &[SchedulePart]) -> usize {
    parts.iter().map(|part| part.rows.len()).sum()
}

/// A piece of the schedule: fields counted through all parts.
pub(crate) fn data(parts: &[SchedulePart], range: Range<usize>, numbers: &Numbers, keys: &mut Keys) -> Value {
    let mut shown = Vec::new();
    let mut before = 0;
    for part in parts {
        let clamp = |at: usize| at.saturating_sub(before).min(part.rows.len());
        let rows = &part.rows[clamp(range.start)..clamp(range.end)];
        before += part.rows.len();
        if !rows.is_empty() {
            let rows: Vec<Value> = rows.iter().map(|row| field(row, numbers, keys)).collect();
            shown.push(json!({"title": part.title, "rows": rows}));
        }
    }
    json!({"page": "schedule", "title": TITLE, "first": range.start == 0, "parts": shown})
}

fn field(row: &ScheduleRow, numbers: &Numbers, keys: &mut Keys) -> Value {
    let mut spots = Vec::new();
    for source in &row.sources {
        let (page, key) = keys.source(Some(source), numbers);
        spots.push(json!({"source": source, "page": page, "key": key, "place": ""}));
    }
    json!({"field": row.field, "answer": row.answer, "spots": spots})
}
