//! `setting`: what the person chose for this vault.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
}];

pub(crate) const SET: &str =
    "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
pub(crate) const GET: &str = "SELECT value FROM setting WHERE key = :key";

/// Sets one.
pub(crate) fn set(conn: &Connection, key: &str, value: &str) -> Result<()> {
    conn.prepare_cached(SET)?.execute(named_params! {":key": key, ":value": value})?;
    Ok(())
}

/// Reads one.
pub(crate) fn get(conn: &Connection, key: &str) -> Result<Option<String>> {
    Ok(conn.prepare_cached(GET)?.query_row(named_params! {":key": key}, |row| row.get("value")).optional()?)
}
