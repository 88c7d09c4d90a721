//! Questions that what was said leaves open.

use recourse_domain::RecordId;
use recourse_domain::choices::QuestionState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead, RecordLink, StatementRow};

/// A question in its list: open ones first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionRow {
    /// The question.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `Q-003`.
    pub reference: String,
    /// The question.
    pub text: String,
    /// What has become of it.
    #[ts(type = "QuestionState")]
    pub state: QuestionState,
    /// When it was asked.
    pub date: DateView,
    /// The party it is for; may be empty.
    pub asked_of: String,
    /// Where it comes from, in words; empty where the person thought of it.
    pub gap: String,
}

/// A question as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionForm {
    /// The question.
    pub text: String,
    /// The party it is for.
    #[ts(type = "string | null")]
    pub asked_of: Option<RecordId>,
    /// The letter in which it was asked.
    #[ts(type = "string | null")]
    pub asked_in: Option<RecordId>,
    /// When it was asked.
    pub asked: DateInput,
    /// What has become of it.
    #[ts(type = "QuestionState")]
    pub state: QuestionState,
    /// The statement that answers it.
    #[ts(type = "string | null")]
    pub answered_by: Option<RecordId>,
    /// A remark about the answer.
    pub answer_note: String,
}

/// A question as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: QuestionForm,
    /// When it was asked.
    pub asked: DateView,
    /// The same, as the list shows it.
    pub row: QuestionRow,
    /// The notice or statement it comes from.
    pub gap: Option<RecordLink>,
    /// The letter in which it was asked.
    pub asked_in: Option<RecordLink>,
    /// The statement that answers it.
    pub answer: Option<StatementRow>,
}

/// A question to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The question to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: QuestionForm,
}

/// A gap to be made into a question. Where one was made already, that one is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionFrom {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The notice that does not say it.
    #[ts(type = "string | null")]
    pub notice: Option<RecordId>,
    /// The item, N01 to N14; empty otherwise.
    pub item: String,
    /// The code of a kind of data; empty otherwise.
    pub category: String,
    /// The statement that raises it.
    #[ts(type = "string | null")]
    pub statement: Option<RecordId>,
}

/// That questions were asked in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionsAsked {
    /// The letter.
    #[ts(type = "string")]
    pub letter: RecordId,
    /// The questions; those asked in it before and not named here are open again.
    #[ts(type = "Array<string>")]
    pub questions: Vec<RecordId>,
}
