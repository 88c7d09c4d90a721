//! `evidence_file`: the kept files of evidence items, in order. What a file is never changes; a trigger refuses it.

use std::collections::{BTreeSet, HashMap};

use recourse_domain::records::EvidenceFile;
use recourse_domain::{FileId, RecordId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::columns::{get_maybe_moment, get_moment, get_spelled, moment};
use crate::migrate::Step;
use crate::{FilesOf, Result, StoreError};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE evidence_file (
    id TEXT NOT NULL PRIMARY KEY,
    evidence TEXT NOT NULL REFERENCES evidence (id),
    position INTEGER NOT NULL,
    object TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    added_at TEXT NOT NULL,
    file_modified TEXT,
    taken_at TEXT,
    pages INTEGER CHECK (pages >= 0),
    rotation INTEGER NOT NULL CHECK (rotation IN (0, 90, 180, 270)),
    problem TEXT,
    UNIQUE (evidence, position),
    UNIQUE (id, evidence)
) STRICT;
CREATE INDEX evidence_file_by_sha256 ON evidence_file (sha256);
CREATE INDEX evidence_file_by_object ON evidence_file (object);
CREATE TRIGGER evidence_file_is_fixed
    BEFORE UPDATE OF id, object, sha256, size, name, added_at, file_modified ON evidence_file
BEGIN
    SELECT RAISE(ABORT, 'what a kept file is cannot be changed');
END;
",
    },
    Step {
        version: 2,
        sql: "
ALTER TABLE evidence_file ADD COLUMN seconds REAL CHECK (seconds >= 0);
CREATE INDEX evidence_file_in_lists ON evidence_file (evidence, position, problem);
",
    },
    Step {
        version: 3,
        // Nothing is looked up by it, and every new file touched another page of it.
        sql: "
DROP INDEX evidence_file_by_object;
",
    },
];

pub(crate) const INSERT: &str = "INSERT INTO evidence_file
    (id, evidence, position, object, sha256, size, name, media_type, added_at, file_modified, taken_at, pages, seconds, rotation, problem)
    VALUES (:id, :evidence, :position, :object, :sha256, :size, :name, :media_type, :added_at, :file_modified, :taken_at,
        :pages, :seconds, :rotation, :problem)";
pub(crate) const UPDATE: &str = "UPDATE evidence_file SET evidence = :evidence, position = :position,
    media_type = :media_type, taken_at = :taken_at, pages = :pages, seconds = :seconds, rotation = :rotation, problem = :problem WHERE id = :id";
pub(crate) const SET_POSITION: &str = "UPDATE evidence_file SET position = :position WHERE id = :id";
pub(crate) const MAKE_ROOM: &str = "UPDATE evidence_file SET position = -1 - position WHERE evidence = :evidence";
pub(crate) const GET: &str = "SELECT * FROM evidence_file WHERE id = :id";
pub(crate) const ITEM_OF: &str = "SELECT evidence FROM evidence_file WHERE id = :id";
pub(crate) const OF_EVIDENCE: &str = "SELECT * FROM evidence_file WHERE evidence = :evidence ORDER BY position";
pub(crate) const BY_SHA256: &str =
    "SELECT evidence_file.* FROM evidence_file JOIN record ON record.id = evidence_file.evidence
    WHERE sha256 = :sha256 AND record.binned_at IS NULL ORDER BY evidence_file.id";
pub(crate) const IN_LISTS: &str = "SELECT evidence, problem FROM evidence_file ORDER BY evidence, position";
pub(crate) const ALL: &str = "SELECT * FROM evidence_file ORDER BY evidence, position";

/// Writes a new row.
pub(crate) fn insert(conn: &Connection, file: &EvidenceFile) -> Result<()> {
    conn.prepare_cached(INSERT)?.execute(named_params! {
        ":id": file.id.to_string(),
        ":evidence": file.evidence.to_string(),
        ":position": file.position,
        ":object": file.object,
        ":sha256": file.sha256,
        ":size": i64::try_from(file.size).map_err(|_| StoreError::TooLarge)?,
        ":name": file.name,
        ":media_type": file.media_type,
        ":added_at": moment(file.added_at),
        ":file_modified": file.file_modified.map(moment),
        ":taken_at": file.taken_at,
        ":pages": file.pages,
        ":seconds": file.seconds,
        ":rotation": file.rotation,
        ":problem": file.problem,
    })?;
    Ok(())
}

/// Writes what may change of a file: where it belongs and what was found out about it.
pub(crate) fn update(conn: &Connection, file: &EvidenceFile) -> Result<()> {
    conn.prepare_cached(UPDATE)?.execute(named_params! {
        ":id": file.id.to_string(),
        ":evidence": file.evidence.to_string(),
        ":position": file.position,
        ":media_type": file.media_type,
        ":taken_at": file.taken_at,
        ":pages": file.pages,
        ":seconds": file.seconds,
        ":rotation": file.rotation,
        ":problem": file.problem,
    })?;
    Ok(())
}

/// Puts the files of an item in this order.
pub(crate) fn set_order(conn: &Connection, evidence: RecordId, order: &[FileId]) -> Result<()> {
    let have: BTreeSet<FileId> = of_evidence(conn, evidence)?.iter().map(|file| file.id).collect();
    if have.len() != order.len() || have != order.iter().copied().collect() {
        return Err(StoreError::NotTheFiles);
    }
    // Places are unique at every moment, so all first move out of the way.
    conn.prepare_cached(MAKE_ROOM)?.execute(named_params! {":evidence": evidence.to_string()})?;
    let mut statement = conn.prepare_cached(SET_POSITION)?;
    for (position, id) in (0u32..).zip(order) {
        statement.execute(named_params! {":id": id.to_string(), ":position": position})?;
    }
    Ok(())
}

/// One file.
pub(crate) fn get(conn: &Connection, id: FileId) -> Result<Option<EvidenceFile>> {
    Ok(conn.prepare_cached(GET)?.query_row(named_params! {":id": id.to_string()}, from_row).optional()?)
}

/// The item that a file belongs to.
pub(crate) fn item_of(conn: &Connection, id: FileId) -> Result<Option<RecordId>> {
    let mut statement = conn.prepare_cached(ITEM_OF)?;
    Ok(statement.query_row(named_params! {":id": id.to_string()}, |row| get_spelled(row, "evidence")).optional()?)
}

/// The files of an item, in order.
pub(crate) fn of_evidence(conn: &Connection, evidence: RecordId) -> Result<Vec<EvidenceFile>> {
    let mut statement = conn.prepare_cached(OF_EVIDENCE)?;
    let rows = statement.query_map(named_params! {":evidence": evidence.to_string()}, from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every file with these bytes, oldest id first; those in the bin are left out, so that what is dropped again is not sought in vain.
pub(crate) fn by_sha256(conn: &Connection, sha256: &str) -> Result<Vec<EvidenceFile>> {
    let mut statement = conn.prepare_cached(BY_SHA256)?;
    let rows = statement.query_map(named_params! {":sha256": sha256}, from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every file of the vault.
pub(crate) fn all(conn: &Connection) -> Result<Vec<EvidenceFile>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many files each item has, and the first problem of one of them.
pub(crate) fn in_lists(conn: &Connection) -> Result<HashMap<RecordId, FilesOf>> {
    let mut statement = conn.prepare_cached(IN_LISTS)?;
    let mut rows = statement.query([])?;
    let mut found = HashMap::<RecordId, FilesOf>::new();
    while let Some(row) = rows.next()? {
        let files = found.entry(get_spelled(row, "evidence")?).or_default();
        files.count += 1;
        if files.problem.is_none() {
            files.problem = row.get("problem")?;
        }
    }
    Ok(found)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<EvidenceFile> {
    let size: i64 = row.get("size")?;
    Ok(EvidenceFile {
        id: get_spelled(row, "id")?,
        evidence: get_spelled(row, "evidence")?,
        position: row.get("position")?,
        object: row.get("object")?,
        sha256: row.get("sha256")?,
        size: size.unsigned_abs(),
        name: row.get("name")?,
        media_type: row.get("media_type")?,
        added_at: get_moment(row, "added_at")?,
        file_modified: get_maybe_moment(row, "file_modified")?,
        taken_at: row.get("taken_at")?,
        pages: row.get("pages")?,
        seconds: row.get("seconds")?,
        rotation: row.get("rotation")?,
        problem: row.get("problem")?,
    })
}
