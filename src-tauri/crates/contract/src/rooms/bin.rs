//! Undo, the bin, and deleting for good.

use recourse_organiser::history::bin;
use recourse_organiser::history::undo::{self, TakenBack};
use recourse_organiser::{evidence, records};

use super::record::link;
use super::{Answer, Room};
use crate::types::*;

/// Takes back the last thing that was done.
pub fn undo(room: &Room, _: Nothing) -> Answer<Undone> {
    told(room, undo::undo(room)?)
}

/// Does again what was taken back last.
pub fn redo(room: &Room, _: Nothing) -> Answer<Undone> {
    told(room, undo::redo(room)?)
}

/// The first thing of a turn says best what it was: entering a record comes before its links.
fn told(room: &Room, done: Option<TakenBack>) -> Answer<Undone> {
    let Some(TakenBack { changes, came }) = done else {
        return Ok(Undone { what: None, record: None, gone: false, came: false });
    };
    let first = changes.last();
    let heading = match first.and_then(|change| change.record) {
        Some(id) => Some(records::heading(room, id)?),
        None => None,
    };
    let gone = heading.as_ref().is_some_and(|heading| heading.binned_at.is_some());
    // Where it lies is said beside it.
    let record = heading.map(|heading| RecordLink { title: heading.title.clone(), ..link(&heading) });
    Ok(Undone { what: first.map(super::history::sentence_of), record, gone, came: came && !gone })
}

/// Moves a record to the bin.
pub fn record_bin(room: &Room, request: RecordRef) -> Answer<Nothing> {
    bin::put(room, request.id)?;
    Ok(Nothing {})
}

/// Takes a record out of the bin.
pub fn record_unbin(room: &Room, request: RecordRef) -> Answer<Nothing> {
    bin::take_out(room, request.id)?;
    Ok(Nothing {})
}

/// What lies in the bin, the last first.
pub fn bin_list(room: &Room, _: Nothing) -> Answer<Vec<BinRow>> {
    let mut rows = Vec::new();
    for heading in bin::list(room)? {
        rows.push(BinRow {
            binned_at: heading.binned_at.map(|at| at.to_rfc3339()).unwrap_or_default(),
            files: u32::try_from(evidence::files(room, heading.id)?.len()).unwrap_or(u32::MAX),
            used_by: records::linked_to(room, heading.id)?.iter().map(link).collect(),
            // Where it lies need not be said here.
            record: RecordLink { title: heading.title.clone(), ..link(&heading) },
        });
    }
    Ok(rows)
}

/// Deletes records of the bin for good.
pub fn bin_empty(room: &Room, request: BinEmpty) -> Answer<BinEmptied> {
    let emptied = bin::empty(room, &request.records)?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(BinEmptied { records: number(emptied.records), files: number(emptied.files), still_there: emptied.still_there })
}
