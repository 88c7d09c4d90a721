//! Rows of the lists and tables of a bundle.

use chrono::NaiveDate;

/// A reference number somebody gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Whose or what it is ("Regulator").
    pub label: String,
    /// The number itself.
    pub value: String,
}

/// One fact of the summary page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLine {
    /// What it is about ("First told").
    pub label: String,
    /// The fact, in neutral words.
    pub text: String,
    /// Reference of the document it rests on, if there is one.
    pub source: Option<String>,
}

/// How sure a row of the chronology is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Stated by a document.
    Document,
    /// The claimant remembers it.
    Recollection,
    /// Worked out from other facts.
    Inference,
}

impl Certainty {
    /// The words printed beside the row.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Recollection => "recollection",
            Self::Inference => "inferred",
        }
    }
}

/// One event of the chronology. One event a row, neutral wording, every row with its source or marked as recollection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChronologyRow {
    /// Number of the row, from 1.
    pub no: u32,
    /// The date in the words it was given; empty when there is none.
    pub date_as_stated: String,
    /// The date as understood, in words ("between 1 February and 31 May 2020"); `None` when undated.
    pub normalised: Option<String>,
    /// What does not fit together in the date, in a sentence ("17 July 2020 was a Friday, not a Thursday."); nothing was mended.
    pub flag: Option<String>,
    /// First day it can be.
    pub earliest: Option<NaiveDate>,
    /// Last day it can be.
    pub latest: Option<NaiveDate>,
    /// What happened.
    pub event: String,
    /// Who did or said it; may be empty.
    pub who: String,
    /// Reference of the document of this bundle it rests on.
    pub source: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One file of the list of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRow {
    /// Reference of the evidence.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// How it came to the claimant; may be empty.
    pub how_obtained: String,
    /// The day it was added to the record, in words.
    pub added: String,
    /// Name of the file.
    pub file_name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Something that is not known, printed as a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing, in neutral words ("The notice does not say which data was involved.").
    pub text: String,
    /// Reference of the record it is about.
    pub about: Option<String>,
    /// What has been done about it ("asked on 4 May 2022, no answer"); may be empty.
    pub state: String,
}

/// Something that stays out of this bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its reference. Never printed.
    pub reference: String,
    /// Its title. Never printed.
    pub title: String,
    /// Why, in words that may be printed ("marked as privileged").
    pub reason: String,
}

/// A table of the record. `name` becomes the name of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name without ending, letters, digits, `-` and `_` only ("correspondence").
    pub name: String,
    /// Column names, stable over time.
    pub columns: Vec<String>,
    /// Rows; each as long as `columns`. Values keep their JSON type in `.jsonl` and are written as text in `.csv`.
    pub rows: Vec<Vec<serde_json::Value>>,
}
