//! The claim bundle: what would go, making it, and what was made.

use recourse_domain::choices::{Audience, BundleSection};
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
    /// Whether anything in it was arranged by hand.
    pub arranged: bool,
    /// Length of the originals in bytes, a guide to its size.
    #[ts(type = "number")]
    pub original_bytes: u64,
}

/// One section of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewSection {
    /// Which it is.
    #[ts(type = "BundleSection")]
    pub key: BundleSection,
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
    /// Its date as the index will print it; empty where it prints none.
    pub date: String,
    /// The title that is printed where nobody words it anew.
    pub usual_title: String,
    /// The date that is printed where nobody words it anew.
    pub usual_date: String,
    /// Whether the person put it in against what is usual.
    pub put_in: bool,
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
    /// Its kind.
    #[ts(type = "RecordKind")]
    pub kind: RecordKind,
    /// Why, in a sentence.
    pub why: String,
    /// Whether it may be put in by hand.
    pub may: MayPutIn,
}

/// Whether something that stays out of a bundle may be put in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MayPutIn {
    /// It may.
    Yes,
    /// The person marked it to stay out, so they are asked first.
    Ask,
    /// Not by itself: it rests on something that stays out.
    No,
}

/// One change to how a bundle is arranged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum BundleChange {
    /// A document goes into a section, before another one of it or at its end.
    Move {
        /// The document.
        #[ts(type = "string")]
        document: RecordId,
        /// The section.
        #[ts(type = "BundleSection")]
        section: BundleSection,
        /// The document it comes before; at the end when none.
        #[ts(type = "string | null")]
        before: Option<RecordId>,
    },
    /// A section goes before another or to the end.
    MoveSection {
        /// The section.
        #[ts(type = "BundleSection")]
        section: BundleSection,
        /// The section it comes before; at the end when none.
        #[ts(type = "BundleSection | null")]
        before: Option<BundleSection>,
    },
    /// A document stays out of this bundle.
    LeaveOut {
        /// The document.
        #[ts(type = "string")]
        record: RecordId,
    },
    /// What stays out goes in.
    PutIn {
        /// The record.
        #[ts(type = "string")]
        record: RecordId,
        /// Whether the person was asked and said yes.
        sure: bool,
    },
    /// Another title or date is printed for a document.
    Word {
        /// The document.
        #[ts(type = "string")]
        document: RecordId,
        /// The title; the usual one when empty.
        title: String,
        /// The date in words; none is printed when empty.
        date: String,
    },
    /// Everything goes back to how it usually is.
    Reset,
}

/// A change to how the bundles of a claim for one reader are arranged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleArrange {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The reader.
    #[ts(type = "Audience")]
    pub audience: Audience,
    /// What is done.
    pub change: BundleChange,
}

/// How long a bundle would be, laid out for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundlePages {
    /// Pages in all.
    pub pages: u32,
    /// Bytes of the PDF, nearly.
    #[ts(type = "number")]
    pub pdf_bytes: u64,
    /// Where each document stands, in order.
    pub documents: Vec<BundlePlace>,
}

/// Where a document stands in a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundlePlace {
    /// The document.
    #[ts(type = "string")]
    pub id: RecordId,
    /// The page it begins on, from 1.
    pub first_page: u32,
    /// How many pages it takes.
    pub pages: u32,
}

/// One document of a bundle, to be seen as it will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleShow {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The reader.
    #[ts(type = "Audience")]
    pub audience: Audience,
    /// The document.
    #[ts(type = "string")]
    pub id: RecordId,
    /// The number printed on its first page.
    pub first_page: u32,
}

/// Where the page finds what it asked to see. It is there until something else is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleShown {
    /// Its address: a PDF.
    pub url: String,
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
    /// Whether only what has come since an earlier bundle is wanted; its ZIP is then chosen in the system's own dialog.
    pub supplement: bool,
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
    /// What stands behind every page number: nothing, or `-A` in a supplement.
    pub mark: String,
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
    /// What was left out of its pages, a sentence each.
    pub dropped: Vec<String>,
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
