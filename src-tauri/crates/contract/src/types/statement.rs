//! Statements: exact words that somebody said, and how they stand to each other.

use recourse_domain::choices::{BothTrue, BreachType, SourceGrade, StatementTie, Topic};
use recourse_domain::{FileId, RecordId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead, RecordLink};

/// A statement in its list. The list comes sorted: undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementRow {
    /// The statement.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `S-003`.
    pub reference: String,
    /// The words, verbatim.
    pub words: String,
    /// Who said them, as shown.
    pub speaker: String,
    /// What they are about.
    #[ts(type = "Topic")]
    pub topic: Topic,
    /// How near the source stands.
    #[ts(type = "SourceGrade")]
    pub grade: SourceGrade,
    /// The kinds of breach they describe, as told.
    #[ts(type = "Array<BreachType>")]
    pub breach_types: Vec<BreachType>,
    /// When they were said.
    pub date: DateView,
    /// The record in which they stand.
    pub said_in: Option<RecordLink>,
    /// The page of the file they stand on, from 1.
    pub page: Option<u32>,
    /// Whether a later statement on record puts it right.
    pub corrected: bool,
    /// Whether it does not seem to fit with another.
    pub conflicts: bool,
}

/// A statement as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementForm {
    /// The words, verbatim.
    pub words: String,
    /// The party that said them, where it is on record.
    #[ts(type = "string | null")]
    pub speaker: Option<RecordId>,
    /// Who said them, as the source shows it.
    pub speaker_shown: String,
    /// The notice, letter, contact or evidence item in which they stand.
    #[ts(type = "string | null")]
    pub said_in: Option<RecordId>,
    /// The file they stand in.
    #[ts(type = "string | null")]
    pub file: Option<FileId>,
    /// The page of that file, from 1.
    pub page: Option<u32>,
    /// When they were said.
    pub said: DateInput,
    /// What they are about.
    #[ts(type = "Topic")]
    pub topic: Topic,
    /// The kinds of breach they describe, as told.
    #[ts(type = "Array<BreachType>")]
    pub breach_types: Vec<BreachType>,
    /// Whose data they cover.
    pub whose_data: String,
    /// How near the source stands.
    #[ts(type = "SourceGrade")]
    pub grade: SourceGrade,
}

/// How a statement stands to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementLinkView {
    /// How.
    #[ts(type = "StatementTie")]
    pub tie: StatementTie,
    /// Whether the open statement is the one that says it of the other; else the other says it of this.
    pub forward: bool,
    /// The other statement.
    pub other: StatementRow,
    /// Whether both could be true.
    #[ts(type = "BothTrue")]
    pub both_true: BothTrue,
    /// A remark in the person's words.
    pub note: String,
}

/// A statement as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StatementView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: StatementForm,
    /// When they were said.
    pub said: DateView,
    /// The same, as the list shows it.
    pub row: StatementRow,
    /// How it stands to others, both ways.
    pub links: Vec<StatementLinkView>,
    /// The questions that it answers.
    pub answers: Vec<RecordLink>,
}

/// A statement to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The statement to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: StatementForm,
}

/// Where words were selected, to be made into a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementFrom {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The open record.
    #[ts(type = "string | null")]
    pub record: Option<RecordId>,
    /// The file they were selected in; none for typed words.
    #[ts(type = "string | null")]
    pub file: Option<FileId>,
    /// The page, from 1.
    pub page: Option<u32>,
    /// The words selected.
    pub words: String,
}

/// That a statement stands so to another; replaces what was said of the pair in that direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementTieSave {
    /// The statement that says it.
    #[ts(type = "string")]
    pub statement: RecordId,
    /// The other.
    #[ts(type = "string")]
    pub other: RecordId,
    /// How; none takes the link away.
    #[ts(type = "StatementTie | null")]
    pub tie: Option<StatementTie>,
    /// Whether both could be true.
    #[ts(type = "BothTrue")]
    pub both_true: BothTrue,
    /// A remark.
    pub note: String,
}

/// Two statements that do not seem to fit, or of which one corrects the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PairView {
    /// How the first stands to the second: corrects or conflicts with.
    #[ts(type = "StatementTie")]
    pub tie: StatementTie,
    /// The one that says it.
    pub first: StatementRow,
    /// The other.
    pub second: StatementRow,
    /// Whether both could be true.
    #[ts(type = "BothTrue")]
    pub both_true: BothTrue,
    /// A remark in the person's words.
    pub note: String,
    /// What differs between them beside the words, a neutral sentence each: another source, another time, whose data.
    pub differ: Vec<String>,
}
