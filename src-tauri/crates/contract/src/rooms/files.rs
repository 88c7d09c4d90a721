//! The files of an item: their order, how they are turned, and which of them are one thing.

use recourse_organiser::evidence;

use super::evidence::evidence_get;
use super::{Answer, Room};
use crate::types::*;

/// Puts the files of several items into one, such as the photos of one letter.
pub fn evidence_join(room: &Room, request: EvidenceJoin) -> Answer<EvidenceView> {
    evidence::join(room, request.into, &request.others)?;
    evidence_get(room, RecordRef { id: request.into })
}

/// Takes a file out into an item of its own.
pub fn file_split(room: &Room, request: FileRef) -> Answer<EvidenceView> {
    let id = evidence::split(room, request.file)?;
    evidence_get(room, RecordRef { id })
}

/// Turns a file as it is shown.
pub fn file_turn(room: &Room, request: FileTurn) -> Answer<EvidenceView> {
    let id = evidence::turn(room, request.file, request.rotation)?;
    evidence_get(room, RecordRef { id })
}

/// Notes whether two files are the same thing.
pub fn twin_settle(room: &Room, request: TwinAnswer) -> Answer<EvidenceView> {
    let id = evidence::settle(room, request.file, request.other_file, request.same)?;
    evidence_get(room, RecordRef { id })
}
