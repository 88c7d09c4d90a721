//! The files of an item: their order, how they are turned, and which of them are one thing.

use super::{Answer, Room, not_here};
use crate::types::*;

/// Puts the files of several items into one, such as the photos of one letter.
pub fn evidence_join(_: &Room, _: EvidenceJoin) -> Answer<EvidenceView> {
    Err(not_here())
}

/// Takes a file out into an item of its own.
pub fn file_split(_: &Room, _: FileRef) -> Answer<EvidenceView> {
    Err(not_here())
}

/// Turns a file as it is shown.
pub fn file_turn(_: &Room, _: FileTurn) -> Answer<EvidenceView> {
    Err(not_here())
}

/// Notes whether two files are the same thing.
pub fn twin_settle(_: &Room, _: TwinAnswer) -> Answer<EvidenceView> {
    Err(not_here())
}
