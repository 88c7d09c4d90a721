//! The bundle's own model: plain data in, so that this crate knows nothing of the vault, the store or the clock.
//!
//! The caller fills a [`BundleModel`] with what goes to the recipient and nothing else: what is held back must not be in it,
//! apart from the counted reasons in [`BundleModel::left_out`].

mod content;
mod effects;
mod redacted;
mod rich;
mod rows;
mod schedule;
mod source;
mod supplement;
mod told;
mod words;

pub use content::{Attachment, Content, MailPage, TextPage};
pub use effects::{Account, Effects, Ledger, Total};
pub use redacted::Redacted;
pub use rich::{Formatted, Formatting};
pub use rows::{Certainty, ChronologyRow, EvidenceRow, Gap, LeftOut, Reference, SummaryLine, Table};
pub use schedule::{SchedulePart, ScheduleRow};
pub use source::{FileSource, Opener, StandIn};
pub use supplement::{Gone, Supplement};
pub use told::{
    CheckedNotice, DataKind, DataRow, DateWords, Finding, IncidentDate, IncidentDates, NamedLater, Pair, QuestionRow,
    Quoted, RequestFact, RequestFacts, Telling, Told,
};
pub use words::{PageWords, SeenWord, Wanted, WordsReader};

use chrono::NaiveDate;

/// Everything a bundle is made of.
#[derive(Debug, Clone)]
pub struct BundleModel {
    /// The claim's title, as the person named it.
    pub title: String,
    /// Name of the claimant.
    pub claimant: String,
    /// Name of the organisation the claim is about.
    pub organisation: String,
    /// Reference numbers that others gave ("Our ref", a regulator's case number).
    pub references: Vec<Reference>,
    /// The day the bundle is made for. The crate never asks a clock: this day stamps every file.
    pub date: NaiveDate,
    /// Who will read it.
    pub audience: Audience,
    /// The set of rules it is laid out by.
    pub profile: Profile,
    /// What it adds to, where it holds only what came after a bundle that has gone out.
    pub supplement: Option<Supplement>,
    /// Hash of the last entry of the change history, in hexadecimal, if there is one.
    pub chain_head: Option<String>,
    /// Facts for the one-page summary, in order.
    pub summary: Vec<SummaryLine>,
    /// The schedule of claimant information; empty where it is not for this reader.
    pub schedule: Vec<SchedulePart>,
    /// The documents, in sections, in the order they are to stand.
    pub sections: Vec<Section>,
    /// The chronology, already sorted; undated rows last.
    pub chronology: Vec<ChronologyRow>,
    /// What was told and what was not.
    pub told: Told,
    /// What it did to a life.
    pub effects: Effects,
    /// The list of evidence with hashes. Rows of the same reference follow each other.
    pub evidence: Vec<EvidenceRow>,
    /// What is not known.
    pub gaps: Vec<Gap>,
    /// Documents of which something is blacked out for this reader.
    pub redacted: Vec<Redacted>,
    /// What stays out. Only reasons and their number are printed, never titles.
    pub left_out: Vec<LeftOut>,
    /// The whole record, written as `record/claim.json`.
    pub record: serde_json::Value,
    /// Tables written as `record/<name>.csv` and `record/<name>.jsonl`.
    pub tables: Vec<Table>,
    /// Lines of the change history (each one JSON object), written as `record/history.jsonl`.
    pub history: Vec<String>,
}

/// A run of documents under one heading ("Notices", "Letters and e-mails").
#[derive(Debug, Clone)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The documents, in order.
    pub documents: Vec<Document>,
}

/// One document of the bundle. Several photographs of one letter are one document.
#[derive(Debug, Clone)]
pub struct Document {
    /// The readable reference ("E-001"), unique in the bundle.
    pub reference: String,
    /// A short description, printed in the index and the bookmarks.
    pub title: String,
    /// The date in the words it was given; empty when there is none.
    pub date_as_stated: String,
    /// What it is, in a word or two ("letter", "e-mail", "photograph").
    pub kind: String,
    /// The files it consists of, in order. Empty for a record that was typed in.
    pub files: Vec<FileSource>,
    /// What the caller has already read out of it. For a mail this is the page to print; the file itself goes into the ZIP.
    pub content: Content,
}

/// Who the bundle is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The claimant's own solicitor.
    Solicitor,
    /// The other side or the court.
    OtherSide,
}

impl Audience {
    /// The word used in data files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Solicitor => "solicitor",
            Self::OtherSide => "other-side",
        }
    }

    /// The words printed on the cover.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Solicitor => "the claimant’s solicitor",
            Self::OtherSide => "the other side and the court",
        }
    }
}

/// The rules a bundle follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// "General guidance on electronic court bundles", 29 November 2021 (England and Wales).
    EwCourt2021,
    /// The same shape, for a solicitor who will make the court's bundle from it.
    Solicitor,
}

impl Profile {
    /// The name used in data files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EwCourt2021 => "ew-court-2021",
            Self::Solicitor => "solicitor",
        }
    }
}

impl BundleModel {
    /// A bundle of nothing, to be filled.
    #[must_use]
    pub fn empty(title: &str, date: NaiveDate) -> Self {
        Self {
            title: title.to_owned(),
            claimant: String::new(),
            organisation: String::new(),
            references: Vec::new(),
            date,
            audience: Audience::Solicitor,
            profile: Profile::EwCourt2021,
            supplement: None,
            chain_head: None,
            summary: Vec::new(),
            schedule: Vec::new(),
            sections: Vec::new(),
            chronology: Vec::new(),
            told: Told::default(),
            effects: Effects::default(),
            evidence: Vec::new(),
            gaps: Vec::new(),
            redacted: Vec::new(),
            left_out: Vec::new(),
            record: serde_json::Value::Null,
            tables: Vec::new(),
            history: Vec::new(),
        }
    }

    /// What stands behind every page number: nothing, or `-A` in the first supplement.
    #[must_use]
    pub fn mark(&self) -> String {
        self.supplement.as_ref().map(|supplement| format!("-{}", supplement.letter)).unwrap_or_default()
    }

    /// What is blacked out of a document.
    pub fn redacted(&self, reference: &str) -> Option<&Redacted> {
        self.redacted.iter().find(|one| one.reference == reference)
    }

    /// The same, where painted pages stand for its own.
    pub fn painted(&self, reference: &str) -> Option<&Redacted> {
        self.redacted(reference).filter(|one| !one.pages.is_empty())
    }

    /// Every document with the heading of its section, in the order of the bundle.
    pub fn documents(&self) -> impl Iterator<Item = (&str, &Document)> {
        self.sections.iter().flat_map(|s| s.documents.iter().map(move |d| (s.title.as_str(), d)))
    }
}
