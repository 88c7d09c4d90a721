//! A question that what was said leaves open.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::QuestionState;
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// A question for an organisation, from a gap in what was said or by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// The question, as it is or would be asked.
    pub text: String,
    /// The gap it comes from; none where the person thought of it.
    pub gap: Option<QuestionGap>,
    /// The party it is for.
    pub asked_of: Option<RecordId>,
    /// The letter in which it was asked.
    pub asked_in: Option<RecordId>,
    /// When it was asked.
    pub asked: StatedDate,
    /// What has become of it.
    pub state: QuestionState,
    /// The statement that answers it, wholly or in part.
    pub answered_by: Option<RecordId>,
    /// A remark about the answer, in the person's words.
    pub answer_note: String,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            text: String::new(),
            gap: None,
            asked_of: None,
            asked_in: None,
            asked: StatedDate::undated(),
            state: QuestionState::Open,
            answered_by: None,
            answer_note: String::new(),
        }
    }
}

/// Where a question comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum QuestionGap {
    /// A notice does not say, or not wholly, an item of the notice check.
    Notice {
        /// The notice.
        notice: RecordId,
        /// The item, N01 to N14.
        item: String,
    },
    /// What was said of a kind of data leaves something open.
    Category {
        /// The code of the kind of data.
        code: String,
    },
    /// A statement raises it.
    Statement {
        /// The statement.
        statement: RecordId,
    },
}

impl Body for Question {
    const KIND: RecordKind = RecordKind::Question;

    fn title(&self) -> String {
        self.text.clone()
    }
}
