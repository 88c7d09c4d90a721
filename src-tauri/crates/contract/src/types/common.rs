//! What several subjects share.

use recourse_domain::choices::Certainty;
use recourse_domain::{FileId, RecordId, RecordKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing asked or nothing to answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Why something could not be done, for a person: what happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// Stable word for the window to choose words and a button by.
    pub code: String,
    /// One plain sentence.
    pub message: String,
    /// What is safe and what to do next; may be empty.
    pub advice: String,
    /// The field of the form that it is about, where it is about one.
    pub field: Option<String>,
}

/// A date as the window shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateView {
    /// The words typed or quoted; empty when undated.
    pub as_stated: String,
    /// What was understood, in words; "undated" when there is no date.
    pub said_back: String,
    /// ISO 8601-2 text, none when undated.
    pub edtf: Option<String>,
    /// First day it can mean, `YYYY-MM-DD`.
    pub earliest: Option<String>,
    /// Last day it can mean, `YYYY-MM-DD`.
    pub latest: Option<String>,
    /// The day that relative words were resolved against, `YYYY-MM-DD`.
    pub said_on: Option<String>,
    /// Whether there is no date.
    pub undated: bool,
    /// What does not fit together in its words, such as a weekday that was another; both readings are kept.
    pub flag: Option<String>,
}

/// A date as a form sends it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateInput {
    /// The words typed; empty for undated.
    pub words: String,
    /// The day to resolve relative words against, `YYYY-MM-DD`; today when none.
    pub said_on: Option<String>,
}

/// Words to be understood as a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateQuestion {
    /// The words.
    pub words: String,
    /// The day to resolve relative words against, `YYYY-MM-DD`; today when none.
    pub said_on: Option<String>,
}

/// What the date box says underneath.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateAnswer {
    /// The words as typed.
    pub as_stated: String,
    /// The day that relative words were resolved against, `YYYY-MM-DD`.
    pub said_on: String,
    /// `instant`, `span` or `undated`; none where nothing was understood.
    pub kind: Option<String>,
    /// ISO 8601-2 text.
    pub edtf: Option<String>,
    /// First day it can mean, `YYYY-MM-DD`.
    pub earliest: Option<String>,
    /// Last day it can mean, `YYYY-MM-DD`.
    pub latest: Option<String>,
    /// Days either side, for "about".
    pub tolerance_days: Option<u32>,
    /// What was understood, in words.
    pub said_back: Option<String>,
    /// What is in the way, or what does not fit together, in a sentence.
    pub problem: Option<String>,
    /// What may have been meant, where it is asked: each can be typed instead and is then understood.
    pub choices: Vec<String>,
}

/// One record, by its inner name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordRef {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
}

/// One claim, by its inner name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimRef {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
}

/// One kept file, by its inner name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileRef {
    /// The file.
    #[ts(type = "string")]
    pub file: FileId,
}

/// A record to show a link to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordLink {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its kind.
    #[ts(type = "RecordKind")]
    pub kind: RecordKind,
    /// Its readable name, `N-003`.
    pub reference: String,
    /// One line to recognise it by.
    pub title: String,
}

/// What the person may set on any record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarksForm {
    /// A private note.
    pub note: String,
    /// Free labels.
    pub tags: Vec<String>,
    /// Between the person and their own lawyer.
    pub privileged: bool,
    /// Whether it goes into bundles.
    pub include_in_bundle: bool,
}

/// New marks for a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarksSave {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
    /// The marks.
    pub marks: MarksForm,
}

/// That a record is about an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IncidentTie {
    /// The incident.
    #[ts(type = "string")]
    pub incident: RecordId,
    /// How sure the person is.
    #[ts(type = "Certainty")]
    pub certainty: Certainty,
}

/// New incident links for a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IncidentsSave {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
    /// The links, replacing those there were.
    pub incidents: Vec<IncidentTie>,
}

/// An evidence item to lay beside a record, or to take away from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceTie {
    /// The record.
    #[ts(type = "string")]
    pub record: RecordId,
    /// The evidence item.
    #[ts(type = "string")]
    pub evidence: RecordId,
}

/// The head of any record's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordHead {
    /// The record.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its kind.
    #[ts(type = "RecordKind")]
    pub kind: RecordKind,
    /// Its readable name.
    pub reference: String,
    /// One line to recognise it by.
    pub title: String,
    /// When it was entered: RFC 3339, UTC.
    pub created_at: String,
    /// When it was put away: RFC 3339, UTC.
    pub archived_at: Option<String>,
    /// When it was moved to the bin: RFC 3339, UTC.
    pub binned_at: Option<String>,
    /// When it was deleted for good: RFC 3339, UTC. Nothing but its names is left then.
    pub deleted_at: Option<String>,
    /// What the person has set on it.
    pub marks: MarksForm,
    /// The incidents it is about.
    pub incidents: Vec<IncidentTie>,
    /// The evidence it rests on.
    pub evidence: Vec<RecordLink>,
    /// The files of that evidence, in order, to be shown beside it.
    pub files: Vec<super::FileView>,
}

/// The unsent words of a form, kept encrypted until they are saved or thrown away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// Which form: `notice:new`, `letter:<id>`.
    pub key: String,
    /// The form's content, as JSON text.
    pub body: String,
}

/// Which draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftKey {
    /// Which form.
    pub key: String,
}

/// A draft, if there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftFound {
    /// The draft.
    pub draft: Option<Draft>,
}
