//! `guess`: what an evidence item seems to be, in the caller's own word. It follows from the item's words and is no part of the history; where the words
//! change, or something else on record that bears on it, it is forgotten, to be found out again.

use std::collections::HashMap;

use recourse_domain::RecordId;
use rusqlite::{Connection, named_params};

use crate::Result;
use crate::columns::get_spelled;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE guess (
    evidence TEXT NOT NULL PRIMARY KEY REFERENCES evidence (id),
    guess TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER guess_of_another_claimant AFTER UPDATE ON claim
BEGIN
    DELETE FROM guess;
END;
CREATE TRIGGER guess_with_a_new_party AFTER INSERT ON party
BEGIN
    DELETE FROM guess;
END;
CREATE TRIGGER guess_with_another_party AFTER UPDATE ON party
BEGIN
    DELETE FROM guess;
END;
CREATE TRIGGER guess_after_a_letter_sent AFTER INSERT ON correspondence WHEN NEW.direction = 'sent'
BEGIN
    DELETE FROM guess;
END;
",
}];

pub(crate) const SET: &str = "INSERT INTO guess (evidence, guess) VALUES (:evidence, :guess)
    ON CONFLICT (evidence) DO UPDATE SET guess = excluded.guess";
pub(crate) const FORGET: &str = "DELETE FROM guess WHERE evidence = :evidence";
pub(crate) const ALL: &str = "SELECT evidence, guess FROM guess";

/// Keeps a guess.
pub(crate) fn set(conn: &Connection, evidence: RecordId, guess: &str) -> Result<()> {
    conn.prepare_cached(SET)?.execute(named_params! {":evidence": evidence.to_string(), ":guess": guess})?;
    Ok(())
}

/// Forgets it.
pub(crate) fn forget(conn: &Connection, evidence: RecordId) -> Result<()> {
    conn.prepare_cached(FORGET)?.execute(named_params! {":evidence": evidence.to_string()})?;
    Ok(())
}

/// Every guess.
pub(crate) fn all(conn: &Connection) -> Result<HashMap<RecordId, String>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let rows = statement.query_map([], |row| Ok((get_spelled(row, "evidence")?, row.get("guess")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
