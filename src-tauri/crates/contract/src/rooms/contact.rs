//! Suspicious contacts.

use super::{Answer, Room, not_here};
use crate::types::*;

/// The suspicious contacts of a claim, undated first.
pub fn contact_list(_: &Room, _: ClaimRef) -> Answer<Vec<ContactRow>> {
    Err(not_here())
}

/// One suspicious contact.
pub fn contact_get(_: &Room, _: RecordRef) -> Answer<ContactView> {
    Err(not_here())
}

/// Enters a suspicious contact or changes it.
pub fn contact_save(_: &Room, _: ContactSave) -> Answer<ContactView> {
    Err(not_here())
}
