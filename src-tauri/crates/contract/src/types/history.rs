//! The history, Undo, and the bin.

use recourse_domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecordLink;

/// One change, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeView {
    /// Place in the history of the whole vault.
    #[ts(type = "number")]
    pub seq: i64,
    /// When: RFC 3339, UTC.
    pub at: String,
    /// What was done, in a sentence.
    pub what: String,
    /// The record that was changed; none where it was the vault itself.
    pub record: Option<RecordLink>,
    /// The fields that differ, with what was before and after.
    pub fields: Vec<FieldChange>,
    /// When the words of this entry were erased, because the record was deleted for good: RFC 3339, UTC.
    pub erased_at: Option<String>,
    /// Whether Undo cannot take it back.
    pub lasting: bool,
}

/// One field before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The field's name as kept.
    pub field: String,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// Which part of the history is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryQuestion {
    /// Only entries before this number; the newest where none.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// Only those of this record.
    #[ts(type = "string | null")]
    pub record: Option<RecordId>,
    /// Only those of this sort: `added`, `changed`, `linked`, `away`, `bin`, `bundle`, `other`; all where none.
    pub sort: Option<String>,
    /// Only those with these words; a reference asks for the record's own.
    pub words: String,
}

/// A part of the history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryPage {
    /// The changes.
    pub changes: Vec<ChangeView>,
    /// Where the next part begins; none where this is the last.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
}

/// Whether the history holds together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryCheck {
    /// How many entries it has.
    pub entries: u64,
    /// The hash of the last, as bundles print it: its number and SHA-256 in hexadecimal.
    pub head: String,
    /// Where it breaks, in a sentence; none where it holds.
    pub problem: Option<String>,
}

/// What was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undone {
    /// What it was, in a sentence; none where there was nothing.
    pub what: Option<String>,
    /// The record that it was about, where it was one.
    pub record: Option<RecordLink>,
    /// Whether that record lies in the bin now.
    pub gone: bool,
    /// Whether it came back out of it.
    pub came: bool,
}

/// A record in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BinRow {
    /// The record.
    pub record: RecordLink,
    /// When it was moved there: RFC 3339, UTC.
    pub binned_at: String,
    /// How many kept files it has.
    pub files: u32,
    /// Records that point to it and will point to something deleted.
    pub used_by: Vec<RecordLink>,
}

/// Records of the bin to be deleted for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BinEmpty {
    /// The records.
    #[ts(type = "string[]")]
    pub records: Vec<RecordId>,
}

/// What was deleted for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BinEmptied {
    /// How many records.
    pub records: u32,
    /// How many files went with them.
    pub files: u32,
    /// Whether some originals are still sealed in the vault's folder; they go when the vault is opened next.
    pub still_there: bool,
}
