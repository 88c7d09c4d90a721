//! The timeline and its events.

use super::{Answer, Room, not_here};
use crate::types::*;

/// Everything, in order.
pub fn timeline(_: &Room, _: TimelineQuestion) -> Answer<TimelineView> {
    Err(not_here())
}

/// The events of a claim.
pub fn event_list(_: &Room, _: ClaimRef) -> Answer<Vec<EventRow>> {
    Err(not_here())
}

/// One event.
pub fn event_get(_: &Room, _: RecordRef) -> Answer<EventView> {
    Err(not_here())
}

/// Enters an event or changes it.
pub fn event_save(_: &Room, _: EventSave) -> Answer<EventView> {
    Err(not_here())
}
