//! Entering a party or an incident.

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, Incident, Party};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Enters a party or replaces its fields.
///
/// # Errors
/// A party without a name, or one that is said to be itself; what the records said.
pub fn save_party(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    party: Party,
) -> Result<Entry<Party>> {
    if party.name.trim().is_empty() {
        return Err(named("Write the name, or how the notice describes them."));
    }
    if let Some(found) = &party.identified_as {
        if id == Some(found.party) {
            return Err(Error::Field {
                field: "identified_as",
                message: "Choose another party: this one cannot turn out to be itself.".into(),
            });
        }
        records::get::<Party>(session, found.party)?;
    }
    match id {
        Some(id) => records::update(session, id, party),
        None => records::add(session, claim, party, &[]),
    }
}

/// Enters an incident or replaces its fields.
///
/// # Errors
/// An incident without a name; what the records said.
pub fn save_incident(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    incident: Incident,
) -> Result<Entry<Incident>> {
    if incident.name.trim().is_empty() {
        return Err(named("Give the breach a name, so that it is not mixed up with another."));
    }
    match id {
        Some(id) => records::update(session, id, incident),
        None => records::add(session, claim, incident, &[]),
    }
}

fn named(message: &str) -> Error {
    Error::Field { field: "name", message: message.into() }
}
