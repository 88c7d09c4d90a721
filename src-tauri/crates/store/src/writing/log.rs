//! What a change says in the history.

use recourse_domain::RecordId;
use serde::Serialize;
use serde_json::Value;

use super::Writing;
use crate::chain::{self, Words};
use crate::columns::moment;
use crate::table::change::Body;
use crate::{ChangeKind, Result};

impl Writing<'_> {
    /// Writes into the history something that changed no record, such as an export.
    ///
    /// # Errors
    /// What the database said.
    pub fn event(&self, record: Option<RecordId>, what: &impl Serialize) -> Result<()> {
        let what = serde_json::to_value(what)?;
        self.step(|| self.log(ChangeKind::Event, record, None, Some(what)))
    }

    /// Adds an entry to the history.
    pub(super) fn log(
        &self,
        kind: ChangeKind,
        record: Option<RecordId>,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Result<()> {
        self.log_entry(kind, record, before, after).map(drop)
    }

    /// The same, and gives the entry's number.
    pub(super) fn log_entry(
        &self,
        kind: ChangeKind,
        record: Option<RecordId>,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Result<i64> {
        let body = Body { action: self.occasion.action.to_owned(), before, after };
        let words = Words {
            at: moment(self.occasion.at),
            kind: kind.code(),
            record: record.map(|id| id.to_string()),
            body: serde_json::to_string(&body)?,
            turn: self.turn.get(),
            back: self.occasion.back.and_then(|turn| i64::try_from(turn).ok()),
            chance: self.occasion.chance,
        };
        let seq = chain::append(self.conn, self.occasion.change_key, &self.head, words)?;
        if self.turn.get().is_none() {
            self.turn.set(Some(seq));
        }
        Ok(seq)
    }

    /// Adds an entry with only the fields that differ; none if none do.
    pub(super) fn log_difference(
        &self,
        kind: ChangeKind,
        record: RecordId,
        before: &impl Serialize,
        after: &impl Serialize,
    ) -> Result<()> {
        let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
        if before == after {
            return Ok(());
        }
        let (before, after) = difference(before, after);
        self.log(kind, Some(record), Some(before), Some(after))
    }
}

/// Leaves out of two objects the fields that are equal.
fn difference(mut before: Value, mut after: Value) -> (Value, Value) {
    if let (Value::Object(old), Value::Object(new)) = (&mut before, &mut after) {
        let same: Vec<String> = old
            .iter()
            .filter(|(field, value)| new.get(*field) == Some(value))
            .map(|(field, _)| field.clone())
            .collect();
        for field in same {
            old.remove(&field);
            new.remove(&field);
        }
    }
    (before, after)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn equal_fields_are_left_out() {
        let (before, after) = difference(json!({"a": 1, "b": [1], "c": 0}), json!({"a": 1, "b": [2], "d": 0}));
        assert_eq!((before, after), (json!({"b": [1], "c": 0}), json!({"b": [2], "d": 0})));
    }
}
