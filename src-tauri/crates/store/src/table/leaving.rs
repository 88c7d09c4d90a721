//! `leaving`: sealed originals that no record needs any more, until they are gone from the vault's folder. A kill in between leaves them here, and the next
//! opening finishes it.

use rusqlite::{Connection, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 6,
    sql: "
CREATE TABLE leaving (
    object TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
",
}];

pub(crate) const NOTE: &str = "INSERT OR IGNORE INTO leaving (object) VALUES (:object)";
pub(crate) const STAYS: &str = "DELETE FROM leaving WHERE object = :object";
pub(crate) const ALL: &str = "SELECT object FROM leaving ORDER BY object";

/// Notes an object that is to go.
pub(crate) fn note(conn: &Connection, object: &str) -> Result<()> {
    conn.prepare_cached(NOTE)?.execute(named_params! {":object": object})?;
    Ok(())
}

/// Notes that it is gone, or needed again.
pub(crate) fn strike(conn: &Connection, object: &str) -> Result<()> {
    conn.prepare_cached(STAYS)?.execute(named_params! {":object": object})?;
    Ok(())
}

/// All that are to go.
pub(crate) fn all(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let rows = statement.query_map([], |row| row.get("object"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
