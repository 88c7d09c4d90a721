//! `mail_sign`: what a kept mail's headers say that helps to guess what the mail is, so that a list need not read the mail again.
//!
//! The kinds of sign are the caller's own words. They are made from the file alone and never change with it.

use recourse_domain::FileId;
use rusqlite::{Connection, named_params};

use crate::migrate::Step;
use crate::{MailSign, Result};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE mail_sign (
    file_id TEXT NOT NULL REFERENCES evidence_file (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;
",
}];

pub(crate) const REMOVE: &str = "DELETE FROM mail_sign WHERE file_id = :file";
pub(crate) const INSERT: &str =
    "INSERT INTO mail_sign (file_id, position, kind, words) VALUES (:file, :position, :kind, :words)";
pub(crate) const OF_FILE: &str = "SELECT kind, words FROM mail_sign WHERE file_id = :file ORDER BY position";

/// Replaces the signs of a file.
pub(crate) fn replace(conn: &Connection, file: FileId, signs: &[MailSign]) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":file": file.to_string()})?;
    let mut statement = conn.prepare_cached(INSERT)?;
    for (position, sign) in (0i64..).zip(signs) {
        statement.execute(named_params! {
            ":file": file.to_string(),
            ":position": position,
            ":kind": sign.kind,
            ":words": sign.words,
        })?;
    }
    Ok(())
}

/// The signs of a file, in the order given.
pub(crate) fn of_file(conn: &Connection, file: FileId) -> Result<Vec<MailSign>> {
    let mut statement = conn.prepare_cached(OF_FILE)?;
    let rows = statement.query_map(named_params! {":file": file.to_string()}, |row| {
        Ok(MailSign { kind: row.get("kind")?, words: row.get("words")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
