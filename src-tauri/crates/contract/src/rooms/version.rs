//! Versions side by side.

use super::{Answer, Room, not_here};
use crate::types::*;

/// Two texts side by side.
pub fn versions_compare(_: &Room, _: VersionsQuestion) -> Answer<VersionsView> {
    Err(not_here())
}

/// Says that a record is another version of an earlier one.
pub fn version_set(_: &Room, _: VersionSet) -> Answer<VersionsOf> {
    Err(not_here())
}

/// The versions that a record is one of.
pub fn versions_of(_: &Room, _: RecordRef) -> Answer<VersionsOf> {
    Err(not_here())
}
