//! Told and not told: what each notice says, the questions that stay open, and the kinds of data.

mod assertions;
mod checks;
mod kinds;
mod matrix;
mod questions;
mod words;

pub use assertions::save as save_assertion;
pub use checks::{settle, take_back};
pub use kinds::{Kind, kinds};
pub use matrix::{Cell, Matrix, matrix};
pub(crate) use questions::ask_in;
pub use questions::{Gap, ask_about, asked_in, list as questions, save as save_question};
pub use words::words_of;

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, Question, QuestionGap};

/// Whether a record belongs in a view of one incident: those sure and unsure, or all where none is asked for.
fn is_about<T>(entry: &Entry<T>, incident: Option<RecordId>) -> bool {
    incident.is_none_or(|incident| entry.incidents.iter().any(|link| link.incident == incident))
}

/// The question that was made from a gap.
fn made_from<'q>(questions: &'q [Entry<Question>], gap: &QuestionGap) -> Option<&'q Entry<Question>> {
    questions.iter().find(|question| question.body.gap.as_ref() == Some(gap))
}
