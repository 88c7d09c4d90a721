//! The schedule of claimant information: what a solicitor of a group claim asks every claimant, answered from the record. Facts only; what is
//! not on record is shown as a gap.

mod about;
mod happened;
mod table;

pub use table::csv;
pub(crate) use table::table;

use recourse_domain::records::Claim;
use recourse_domain::{RecordId, Reference, StatedDate};

use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// One part of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub title: &'static str,
    /// Its fields.
    pub rows: Vec<Row>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is asked.
    pub field: String,
    /// What is on record; none is a gap.
    pub answer: Option<String>,
    /// The records it comes from.
    pub sources: Vec<(RecordId, Reference)>,
}

/// Answers the schedule of a claim from everything on record.
///
/// # Errors
/// Where there is no such claim, or what the records said.
pub fn schedule(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Part>> {
    answered_from(session, claim, &|_| true)
}

/// Answers the schedule of a claim from those records that go to its reader.
pub(crate) fn answered_from(
    session: &Session<Unlocked>,
    claim: RecordId,
    goes: &dyn Fn(RecordId) -> bool,
) -> Result<Vec<Part>> {
    let entry = records::get::<Claim>(session, claim)?;
    let mut parts = about::parts(session, &entry, goes)?;
    parts.extend(happened::parts(session, claim, goes)?);
    Ok(parts)
}

/// A field with its answer in words; empty words are a gap.
fn row(field: impl Into<String>, answer: impl Into<String>) -> Row {
    let answer = answer.into().trim().to_owned();
    Row { field: field.into(), answer: (!answer.is_empty()).then_some(answer), sources: Vec::new() }
}

/// A field with a date; an undated one is a gap.
fn day(field: impl Into<String>, date: &StatedDate) -> Row {
    row(field, if date.is_undated() { String::new() } else { date.in_words() })
}

impl Row {
    fn from(mut self, record: RecordId, reference: Reference) -> Self {
        self.sources.push((record, reference));
        self
    }
}
