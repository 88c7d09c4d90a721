//! Everybody with a part in the story.

use super::{Answer, Room, not_here};
use crate::types::*;

/// Everybody with a part in the story, and who told whom when.
pub fn people(_: &Room, _: ClaimRef) -> Answer<PeopleView> {
    Err(not_here())
}
