//! Told and not told: what each notice says of the items of the notice check, and the kinds of data.

use recourse_domain::RecordId;
use recourse_domain::choices::{DataStanding, Finding};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead, RecordLink};

/// Which notices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldQuestion {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// Only what is about this incident, sure or unsure; all when none.
    #[ts(type = "string | null")]
    pub incident: Option<RecordId>,
}

/// The matrix: one row for each thing a notice could say, one column for each notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldView {
    /// The columns: undated first, then by date.
    pub notices: Vec<ToldNotice>,
    /// The rows, N01 to N14.
    pub items: Vec<ToldItem>,
    /// Questions not asked yet.
    pub open_questions: u32,
    /// Pairs of statements that do not seem to fit.
    pub pairs: u32,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldNotice {
    /// The notice.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its subject, or its sender.
    pub title: String,
    /// The date on the document.
    pub date: DateView,
    /// When it was first seen.
    pub first_seen: DateView,
    /// Channel and to whom, in a few words.
    pub under: String,
    /// The incidents it is about.
    pub incidents: Vec<RecordLink>,
    /// The earlier version, where it is another.
    pub version_of: Option<RecordLink>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldItem {
    /// N01 to N14.
    pub id: String,
    /// What to look for.
    pub text: String,
    /// "the law asks", "guidance says" or "worth asking".
    pub footing: String,
    /// A condition or caution; may be empty.
    pub condition: String,
    /// Where it is laid down; may be empty.
    pub citation: String,
    /// Whether the citation's own text has not been read yet.
    pub unchecked: bool,
    /// One for each notice, in the order of the columns.
    pub cells: Vec<ToldCell>,
}

/// What one notice says of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldCell {
    /// What the person settled; none where they have not looked yet.
    #[ts(type = "Finding | null")]
    pub finding: Option<Finding>,
    /// The words it rests on.
    pub quote: String,
    /// The statement that quotes them.
    pub statement: Option<RecordLink>,
    /// A remark.
    pub note: String,
    /// What the text seems to say, to be refused or taken; only where nothing is settled.
    pub guess: Option<ToldGuess>,
    /// The question made from this gap.
    pub question: Option<RecordLink>,
}

/// A guess, with the words it rests on. It counts for nothing until a person takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldGuess {
    /// What the text seems to say.
    #[ts(type = "Finding")]
    pub finding: Finding,
    /// The words; empty where it rests on there being none.
    pub quote: String,
    /// Why, in a sentence.
    pub because: String,
}

/// What a notice says of one item, settled or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeCheckSave {
    /// The notice.
    #[ts(type = "string")]
    pub notice: RecordId,
    /// N01 to N14.
    pub item: String,
    /// What it says; none takes back what was settled.
    #[ts(type = "Finding | null")]
    pub finding: Option<Finding>,
    /// The words it rests on.
    pub quote: String,
    /// The statement that quotes them.
    #[ts(type = "string | null")]
    pub statement: Option<RecordId>,
    /// A remark.
    pub note: String,
}

/// The matrix of kinds of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CategoriesView {
    /// The kinds that something was said of, special ones first.
    pub rows: Vec<CategoryRow>,
    /// The kinds that nothing was said of.
    pub others: Vec<CategoryName>,
}

/// A kind of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CategoryName {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub label: String,
    /// Its group, in words.
    pub group: String,
    /// Whether it is of a special category (UK GDPR, Article 9).
    pub special: bool,
    /// What to know or ask about it; may be empty.
    pub flag: String,
}

/// A kind of data with what was said of it, oldest first, undated at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CategoryRow {
    /// The kind.
    pub category: CategoryName,
    /// What was said, given or found.
    pub assertions: Vec<AssertionRow>,
    /// Where they do not all say the same: a neutral sentence.
    pub conflict: Option<String>,
    /// The question made from it.
    pub question: Option<RecordLink>,
}

/// One assertion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssertionRow {
    /// The assertion.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `D-003`.
    pub reference: String,
    /// The code of the kind of data.
    pub category: String,
    /// What is asserted.
    #[ts(type = "DataStanding")]
    pub standing: DataStanding,
    /// When.
    pub date: DateView,
    /// Who says so; empty for the claimant.
    pub by: String,
    /// Whose data it covers.
    pub whose_data: String,
    /// A remark.
    pub remark: String,
    /// The statement it rests on.
    pub statement: Option<RecordLink>,
}

/// An assertion as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssertionForm {
    /// The code of the kind of data.
    pub category: String,
    /// What is asserted.
    #[ts(type = "DataStanding")]
    pub standing: DataStanding,
    /// When.
    pub on: DateInput,
    /// Who says so, where on record.
    #[ts(type = "string | null")]
    pub by: Option<RecordId>,
    /// Who says so, as shown; empty for the claimant.
    pub by_shown: String,
    /// The statement it rests on.
    #[ts(type = "string | null")]
    pub statement: Option<RecordId>,
    /// Whose data it covers.
    pub whose_data: String,
    /// A remark.
    pub remark: String,
}

/// An assertion as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AssertionView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: AssertionForm,
    /// When.
    pub on: DateView,
}

/// A assertion to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssertionSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The assertion to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: AssertionForm,
}
