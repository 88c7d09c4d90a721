//! The matrix of kinds of data: what was said of each, over time.

use recourse_domain::RecordId;
use recourse_domain::categories::{CATEGORIES, Category, conflict};
use recourse_domain::records::{DataAssertion, Entry, Question, QuestionGap};

use super::{is_about, made_from};
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// One kind of data with what was said of it.
#[derive(Debug, Clone)]
pub struct Kind {
    /// The kind.
    pub category: &'static Category,
    /// What was said, given or found: oldest first, undated at the end.
    pub assertions: Vec<Entry<DataAssertion>>,
    /// Where it does not all say the same, a neutral sentence.
    pub conflict: Option<String>,
    /// The question made from it.
    pub question: Option<Entry<Question>>,
}

/// Every kind of data: those that something was said of first, and of those the special ones first; then in the order of the list.
///
/// # Errors
/// What the records said.
pub fn kinds(session: &Session<Unlocked>, claim: RecordId, incident: Option<RecordId>) -> Result<Vec<Kind>> {
    let all: Vec<_> = records::list::<DataAssertion>(session, claim)?
        .into_iter()
        .filter(|assertion| incident.is_none() || assertion.incidents.is_empty() || is_about(assertion, incident))
        .collect();
    let questions = records::list::<Question>(session, claim)?;
    let mut kinds: Vec<Kind> = CATEGORIES
        .iter()
        .map(|category| {
            let of_it = all.iter().filter(|assertion| assertion.body.category == category.code);
            let assertions: Vec<_> = of_it.cloned().collect();
            let bodies: Vec<_> = assertions.iter().map(|assertion| &assertion.body).collect();
            let gap = QuestionGap::Category { code: category.code.to_owned() };
            Kind { category, conflict: conflict(&bodies), question: made_from(&questions, &gap).cloned(), assertions }
        })
        .collect();
    kinds.sort_by_key(|kind| (kind.assertions.is_empty(), !kind.category.sensitivity.is_special()));
    Ok(kinds)
}
