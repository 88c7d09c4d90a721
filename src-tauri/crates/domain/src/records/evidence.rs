//! Things kept as proof: one or more files in order, never altered.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{EvidenceKind, OriginalOrCopy};
use crate::dates::StatedDate;
use crate::ids::{FileId, RecordId, RecordKind};

/// A thing kept as proof. Its files are rows of their own ([`EvidenceFile`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// What the person calls it.
    pub title: String,
    /// What it is.
    pub kind: EvidenceKind,
    /// The date that the person gives it; never taken from the file's own times.
    pub date: StatedDate,
    /// How it was obtained: received, downloaded, photographed, given by somebody.
    pub how_obtained: String,
    /// From where: an address or a URL.
    pub obtained_from: String,
    /// By whom.
    pub obtained_by: String,
    /// Original or copy.
    pub original_or_copy: OriginalOrCopy,
    /// Where the original is now.
    pub where_original: String,
    /// Whether other people's data are in it.
    pub third_party_data: bool,
    /// What it says, typed by the person.
    pub transcription: String,
    /// Whether it still waits in the inbox to be told what it is.
    pub waiting: bool,
    /// The mail that this came attached to.
    pub came_with: Option<RecordId>,
    /// The earlier version of the same page or document, where this is another.
    pub version_of: Option<RecordId>,
}

impl Default for Evidence {
    fn default() -> Self {
        Self {
            title: String::new(),
            kind: EvidenceKind::Other,
            date: StatedDate::undated(),
            how_obtained: String::new(),
            obtained_from: String::new(),
            obtained_by: String::new(),
            original_or_copy: OriginalOrCopy::Unknown,
            where_original: String::new(),
            third_party_data: false,
            transcription: String::new(),
            waiting: false,
            came_with: None,
            version_of: None,
        }
    }
}

impl Body for Evidence {
    const KIND: RecordKind = RecordKind::Evidence;

    fn title(&self) -> String {
        self.title.clone()
    }
}

/// One kept file of an evidence item. The bytes lie in the vault under [`object`](Self::object) and never change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EvidenceFile {
    /// The inner name.
    pub id: FileId,
    /// The evidence item it belongs to.
    pub evidence: RecordId,
    /// Place among the item's files, from 0.
    pub position: u32,
    /// Name of the sealed object in the vault.
    pub object: String,
    /// SHA-256 (FIPS 180-4) of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
    /// The name it had when it was added, as text.
    pub name: String,
    /// IANA media type, found from the content.
    pub media_type: String,
    /// When it was added to the vault, in UTC.
    pub added_at: DateTime<Utc>,
    /// The file's own time of last change, in UTC; kept apart from the asserted date.
    pub file_modified: Option<DateTime<Utc>>,
    /// When a camera says the picture was taken, as the file states it.
    pub taken_at: Option<String>,
    /// Number of pages, where the kind has pages and they could be counted.
    pub pages: Option<u32>,
    /// Length in seconds, where it is a recording or a film and says so.
    #[serde(default)]
    pub seconds: Option<f64>,
    /// How far to turn it clockwise when shown, in degrees: 0, 90, 180 or 270. The bytes stay as they are.
    pub rotation: u16,
    /// Why it could not be read, in a sentence; none where it could.
    pub problem: Option<String>,
}

/// Words found in one page of a kept file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageText {
    /// Page, from 1; files without pages have one.
    pub page: u32,
    /// The words.
    pub text: String,
}
