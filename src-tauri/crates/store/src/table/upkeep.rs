//! `upkeep`: what Recourse notes for itself about the care of this vault, such as its last backup. It is no part of the record, so the history does not tell of it.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 6,
    sql: "
CREATE TABLE upkeep (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
}];

pub(crate) const SET: &str =
    "INSERT INTO upkeep (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
pub(crate) const GET: &str = "SELECT value FROM upkeep WHERE key = :key";

/// Notes something.
pub(crate) fn set(conn: &Connection, key: &str, value: &str) -> Result<()> {
    conn.prepare_cached(SET)?.execute(named_params! {":key": key, ":value": value})?;
    Ok(())
}

/// What was noted.
pub(crate) fn get(conn: &Connection, key: &str) -> Result<Option<String>> {
    Ok(conn.prepare_cached(GET)?.query_row(named_params! {":key": key}, |row| row.get("value")).optional()?)
}
