//! What goes from every table when a record is deleted for good. Rows of other records that point to it stay: they point to a row with nothing but names.

use recourse_domain::{FileId, RecordId};
use rusqlite::{Connection, named_params};

use crate::Result;
use crate::columns::get_spelled;
use crate::table::file_text::Told;

/// What is known of a file, in an order in which it can go.
pub(crate) const OF_FILE: &[&str] = &[
    "DELETE FROM mail_reference WHERE file_id = :id",
    "DELETE FROM mail WHERE file_id = :id",
    "DELETE FROM machine_page WHERE file_id = :id",
    "DELETE FROM machine_state WHERE file_id = :id",
    "DELETE FROM picture_print WHERE file_id = :id",
    "DELETE FROM twin WHERE :id IN (file_a, file_b)",
    "DELETE FROM file_text WHERE file_id = :id",
    "UPDATE evidence_link SET file = NULL, page = NULL WHERE file = :id",
    "DELETE FROM evidence_file WHERE id = :id",
];

/// What is known of a record, apart from its own row and its body.
pub(crate) const OF_RECORD: &[&str] = &[
    "DELETE FROM guess WHERE evidence = :id",
    "DELETE FROM incident_link WHERE record = :id",
    "DELETE FROM evidence_link WHERE record = :id",
    "DELETE FROM redaction WHERE document = :id",
    "DELETE FROM draft WHERE instr(key, :id) > 0 OR instr(body, :id) > 0",
];

/// Joining all parts of an index leaves out for good what it was told to forget.
pub(crate) const JOIN_INDEXES: &[&str] = &[
    "INSERT INTO record_search (record_search) VALUES ('optimize')",
    "INSERT INTO head_search (head_search) VALUES ('optimize')",
    "INSERT INTO file_search (file_search) VALUES ('optimize')",
];

pub(crate) const WORDS_OF_FILE: &str = "SELECT id, text FROM file_text WHERE file_id = :id";
pub(crate) const STILL_NEEDED: &str = "SELECT EXISTS (SELECT 1 FROM evidence_file WHERE sha256 = :sum) AS found";
pub(crate) const CLAIMS_WITH: &str =
    "SELECT claim_id, audience FROM arrangement WHERE instr(body, :id) > 0 ORDER BY claim_id, audience";

/// Forgets a file and all that is known of it. The index of words is still to be told.
pub(crate) fn file(conn: &Connection, id: FileId) -> Result<Vec<Told>> {
    let id = id.to_string();
    let mut statement = conn.prepare_cached(WORDS_OF_FILE)?;
    let rows =
        statement.query_map(named_params! {":id": id}, |row| Ok(Told::Removed(row.get("id")?, row.get("text")?)))?;
    let told = rows.collect::<rusqlite::Result<_>>()?;
    for sql in OF_FILE {
        conn.prepare_cached(sql)?.execute(named_params! {":id": id})?;
    }
    Ok(told)
}

/// Forgets what is known of a record, apart from its own row and its body.
pub(crate) fn record(conn: &Connection, id: RecordId) -> Result<()> {
    for sql in OF_RECORD {
        conn.prepare_cached(sql)?.execute(named_params! {":id": id.to_string()})?;
    }
    Ok(())
}

/// Joins the parts of the indexes.
pub(crate) fn join_indexes(conn: &Connection) -> Result<()> {
    for sql in JOIN_INDEXES {
        conn.prepare_cached(sql)?.execute([])?;
    }
    Ok(())
}

/// Whether any kept file has these bytes.
pub(crate) fn is_needed(conn: &Connection, sha256: &str) -> Result<bool> {
    Ok(conn.prepare_cached(STILL_NEEDED)?.query_row(named_params! {":sum": sha256}, |row| row.get("found"))?)
}

/// The claims and readers whose bundles were arranged with a record.
pub(crate) fn arrangements_with(conn: &Connection, id: RecordId) -> Result<Vec<(RecordId, String)>> {
    let mut statement = conn.prepare_cached(CLAIMS_WITH)?;
    let rows = statement.query_map(named_params! {":id": id.to_string()}, |row| {
        Ok((get_spelled(row, "claim_id")?, row.get("audience")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
