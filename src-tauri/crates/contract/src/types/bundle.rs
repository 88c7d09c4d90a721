//! The claim bundle: what would go, making it, and what was made.

use recourse_domain::choices::Audience;
use recourse_domain::{RecordId, RecordKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For whom a bundle would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleQuestion {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The reader.
    #[ts(type = "Audience")]
    pub audience: Audience,
}

/// What a bundle would hold, before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundlePreview {
    /// Its sections, in order.
    pub sections: Vec<PreviewSection>,
    /// What stays out, and why.
    pub left_out: Vec<PreviewLeftOut>,
    /// What it would lack, a sentence each.
    pub missing: Vec<String>,
    /// Length of the originals in bytes, a guide to its size.
    #[ts(type = "number")]
    pub original_bytes: u64,
}

/// One section of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewSection {
    /// Its heading.
    pub title: String,
    /// Its documents, in order.
    pub documents: Vec<PreviewDocument>,
}

/// One document of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewDocument {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its kind.
    #[ts(type = "RecordKind")]
    pub kind: RecordKind,
    /// Its readable name.
    pub reference: String,
    /// Its title as the index will print it.
    pub title: String,
    /// Its date as stated.
    pub date: String,
    /// Number of pages, where known before the bundle is made.
    pub pages: Option<u32>,
}

/// Something that stays out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewLeftOut {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Why, in a sentence.
    pub why: String,
}

/// A bundle to be made. The folder is chosen in the system's own dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleOrder {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The reader.
    #[ts(type = "Audience")]
    pub audience: Audience,
    /// The date it carries, `YYYY-MM-DD`; today when none.
    pub date: Option<String>,
}

/// What was made. The same fields as `recourse export --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleMade {
    /// The folder it lies in.
    pub folder: String,
    /// Path of the ZIP.
    pub zip: Option<String>,
    /// Path of the PDF.
    pub pdf: Option<String>,
    /// Pages of the PDF.
    pub pages: u32,
    /// SHA-256 of the ZIP, lower-case hexadecimal.
    pub zip_sha256: Option<String>,
    /// SHA-256 of the PDF, lower-case hexadecimal.
    pub pdf_sha256: Option<String>,
    /// The documents, in order.
    pub documents: Vec<MadeDocument>,
    /// What was left out of strangers' documents or could not be shown, a sentence each.
    pub remarks: Vec<String>,
}

/// One document of a bundle that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MadeDocument {
    /// Its readable name.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Page of the bundle on which it begins, from 1.
    pub first_page: u32,
    /// Number of pages.
    pub pages: u32,
    /// How it went in: `engine-one`, `engine-two`, `raster`, `generated` or `slip-sheet`.
    pub way: String,
    /// Why it did not go in the ordinary way, where it did not.
    pub reason: Option<String>,
}

/// How far a long task has come; sent as the event `progress`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// Which task: `bundle`, `files` or `mailbox`.
    pub task: String,
    /// What is being done, in a few words.
    pub words: String,
    /// How much is done.
    #[ts(type = "number")]
    pub done: u64,
    /// Out of how much; 0 where it is not known.
    #[ts(type = "number")]
    pub total: u64,
    /// Bytes done, where that says more than the count.
    #[ts(type = "number | null")]
    pub bytes: Option<u64>,
    /// Bytes in all.
    #[ts(type = "number | null")]
    pub of_bytes: Option<u64>,
}

/// Which task to stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskName {
    /// `bundle` or `files`.
    pub task: String,
}

/// Files were dropped on the window; sent as the event `dropped`. The paths stay in Rust.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Dropped {
    /// The name by which to ask for them to be kept.
    pub drop: String,
    /// The names of the files, for showing.
    pub names: Vec<String>,
}
