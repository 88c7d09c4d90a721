//! Questions.

use super::{Answer, Room, not_here};
use crate::types::*;

/// The questions of a claim, open ones first.
pub fn question_list(_: &Room, _: ClaimRef) -> Answer<Vec<QuestionRow>> {
    Err(not_here())
}

/// One question.
pub fn question_get(_: &Room, _: RecordRef) -> Answer<QuestionView> {
    Err(not_here())
}

/// Enters a question or changes it.
pub fn question_save(_: &Room, _: QuestionSave) -> Answer<QuestionView> {
    Err(not_here())
}

/// Makes a gap into a question, or finds the one that was made.
pub fn question_from(_: &Room, _: QuestionFrom) -> Answer<QuestionView> {
    Err(not_here())
}

/// Says that questions were asked in a letter.
pub fn questions_asked(_: &Room, _: QuestionsAsked) -> Answer<Vec<QuestionRow>> {
    Err(not_here())
}
