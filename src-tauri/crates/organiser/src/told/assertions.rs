//! Entering what was said, given or found of one kind of data.

use recourse_domain::RecordId;
use recourse_domain::categories::category;
use recourse_domain::records::{DataAssertion, Entry};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Enters an assertion or replaces its fields.
///
/// # Errors
/// A kind of data that is not on the list, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    assertion: DataAssertion,
) -> Result<Entry<DataAssertion>> {
    if category(&assertion.category).is_none() {
        return Err(Error::Field { field: "category", message: "Choose the kind of data from the list.".to_owned() });
    }
    match id {
        Some(id) => records::update(session, id, assertion),
        None => records::add(session, claim, assertion, &[]),
    }
}
