//! Finding records and pages by what was typed.

use recourse_domain::RecordId;
pub use recourse_domain::search::days_in_words;
use recourse_domain::search::parse;
pub use recourse_store::{Found, Hit, TextSource};
use recourse_store::{Question, Shelf};

use crate::Result;
use crate::session::{Session, Unlocked};

/// How many places are shown.
const MOST_HITS: usize = 50;

/// What was found, and how the question was understood.
#[derive(Debug, Default)]
pub struct Answer {
    /// The places.
    pub found: Found,
    /// The filters as they were understood, a short phrase each.
    pub filters: Vec<String>,
    /// What could not be understood, in a sentence.
    pub problem: Option<String>,
}

/// Looks for what was typed in records that were not put away and in their files, in one claim or in all. What is not understood is said, and the rest is
/// looked for all the same.
///
/// # Errors
/// What the records said.
pub fn search(session: &Session<Unlocked>, typed: &str, claim: Option<RecordId>) -> Result<Answer> {
    let query = parse(typed, session.today());
    let question = Question { query: &query, claim, shelf: Shelf::Current };
    let found = session.read(|records| Ok(records.search(question, MOST_HITS)?))?;
    Ok(Answer { found, filters: query.said_back(), problem: query.problem.map(|problem| problem.to_string()) })
}
