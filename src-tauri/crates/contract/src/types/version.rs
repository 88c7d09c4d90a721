//! Versions of one page or notice, side by side.

use recourse_domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecordLink;

/// Two notices or evidence items to lay side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionsQuestion {
    /// The one on the left: the earlier, or my copy.
    #[ts(type = "string")]
    pub left: RecordId,
    /// The one on the right.
    #[ts(type = "string")]
    pub right: RecordId,
}

/// Two texts side by side, with the words added and removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionsView {
    /// The one on the left.
    pub left: RecordLink,
    /// The one on the right.
    pub right: RecordLink,
    /// Paragraph by paragraph.
    pub rows: Vec<VersionRow>,
    /// Words that only the right has.
    pub added: u32,
    /// Words that only the left has.
    pub removed: u32,
    /// Whether the words are the same.
    pub same: bool,
    /// What was compared, in a sentence: typed words, words found in the file.
    pub about: String,
}

/// A paragraph on each side; empty where the side has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionRow {
    /// The left side.
    pub left: Vec<VersionPart>,
    /// The right side.
    pub right: Vec<VersionPart>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionPart {
    /// The words.
    pub text: String,
    /// Whether the other side lacks them.
    pub differs: bool,
}

/// That a notice or evidence item is another version of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionSet {
    /// The later one.
    #[ts(type = "string")]
    pub id: RecordId,
    /// The earlier; none takes it back.
    #[ts(type = "string | null")]
    pub version_of: Option<RecordId>,
}

/// The versions that a record is one of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionsOf {
    /// All of them, oldest first, the record itself among them; empty where it stands alone.
    pub versions: Vec<RecordLink>,
}
