//! Versions side by side.

use recourse_organiser::versions::{self, Part};

use super::{Answer, Room, record};
use crate::types::*;

/// Two texts side by side.
pub fn versions_compare(room: &Room, request: VersionsQuestion) -> Answer<VersionsView> {
    let found = versions::compare(room, request.left, request.right)?;
    let parts =
        |side: Vec<Part>| side.into_iter().map(|part| VersionPart { text: part.text, differs: part.differs }).collect();
    let rows = found.rows.into_iter().map(|row| VersionRow { left: parts(row.left), right: parts(row.right) });
    Ok(VersionsView {
        left: record::link(&found.left),
        right: record::link(&found.right),
        rows: rows.collect(),
        added: u32::try_from(found.added).unwrap_or(u32::MAX),
        removed: u32::try_from(found.removed).unwrap_or(u32::MAX),
        same: found.same,
        about: found.about,
    })
}

/// Says that a record is another version of an earlier one.
pub fn version_set(room: &Room, request: VersionSet) -> Answer<VersionsOf> {
    versions::set(room, request.id, request.version_of)?;
    versions_of(room, RecordRef { id: request.id })
}

/// The versions that a record is one of.
pub fn versions_of(room: &Room, request: RecordRef) -> Answer<VersionsOf> {
    Ok(VersionsOf { versions: versions::versions(room, request.id)?.iter().map(record::link).collect() })
}
