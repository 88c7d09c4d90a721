//! `draft`: the words of forms that were not saved yet. They are no part of the history: when a form is sent or thrown away, nothing of them remains.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::columns::{get_moment, moment};
use crate::migrate::Step;
use crate::{Draft, Result};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE draft (
    key TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
",
}];

pub(crate) const SAVE: &str = "INSERT INTO draft (key, body, at) VALUES (:key, :body, :at)
    ON CONFLICT (key) DO UPDATE SET body = excluded.body, at = excluded.at";
pub(crate) const REMOVE: &str = "DELETE FROM draft WHERE key = :key";
pub(crate) const GET: &str = "SELECT key, body, at FROM draft WHERE key = :key";
pub(crate) const ALL: &str = "SELECT key, body, at FROM draft ORDER BY key";

/// Keeps the words of a form.
pub(crate) fn save(conn: &Connection, key: &str, body: &str, at: DateTime<Utc>) -> Result<()> {
    conn.prepare_cached(SAVE)?.execute(named_params! {":key": key, ":body": body, ":at": moment(at)})?;
    Ok(())
}

/// Forgets the words of a form.
pub(crate) fn remove(conn: &Connection, key: &str) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":key": key})?;
    Ok(())
}

/// The words of a form.
pub(crate) fn get(conn: &Connection, key: &str) -> Result<Option<Draft>> {
    Ok(conn.prepare_cached(GET)?.query_row(named_params! {":key": key}, from_row).optional()?)
}

/// The words of all forms.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Draft>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft { key: row.get("key")?, body: row.get("body")?, at: get_moment(row, "at")? })
}
