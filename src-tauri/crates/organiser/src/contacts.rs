//! Entering a suspicious contact.

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, SuspiciousContact};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Enters a suspicious contact or replaces its fields. A new one is laid beside the evidence named.
///
/// # Errors
/// A contact with nothing in it, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    contact: SuspiciousContact,
    evidence: &[RecordId],
) -> Result<Entry<SuspiciousContact>> {
    let said = [&contact.sender_shown, &contact.subject, &contact.text];
    if said.iter().all(|field| field.trim().is_empty()) && evidence.is_empty() {
        return Err(Error::Field {
            field: "sender_shown",
            message: "Say who it seemed to be from, what it was about, or what it said.".into(),
        });
    }
    match id {
        Some(id) => records::update(session, id, contact),
        None => records::add(session, claim, contact, evidence),
    }
}
