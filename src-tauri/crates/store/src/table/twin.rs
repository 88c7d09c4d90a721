//! `twin`: what the person said of two files that may be the same thing. Nothing is merged by it.

use recourse_domain::FileId;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    // The two are kept in the order of their names, so that a pair stands here once.
    sql: "
CREATE TABLE twin (
    file_a TEXT NOT NULL REFERENCES evidence_file (id),
    file_b TEXT NOT NULL REFERENCES evidence_file (id),
    reason TEXT NOT NULL,
    same INTEGER NOT NULL CHECK (same IN (0, 1)),
    PRIMARY KEY (file_a, file_b),
    CHECK (file_a < file_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX twin_by_second ON twin (file_b);
",
}];

pub(crate) const SET: &str = "INSERT INTO twin (file_a, file_b, reason, same) VALUES (:a, :b, :reason, :same)
    ON CONFLICT (file_a, file_b) DO UPDATE SET reason = excluded.reason, same = excluded.same";
pub(crate) const FORGET: &str = "DELETE FROM twin WHERE file_a = :a AND file_b = :b";
pub(crate) const SAID: &str = "SELECT same FROM twin WHERE file_a = :a AND file_b = :b";

/// Keeps or takes back what was said of two files.
pub(crate) fn settle(conn: &Connection, files: (FileId, FileId), reason: &str, same: Option<bool>) -> Result<()> {
    let (a, b) = pair(files);
    match same {
        Some(same) => {
            let row = named_params! {":a": a, ":b": b, ":reason": reason, ":same": same};
            conn.prepare_cached(SET)?.execute(row)?;
        }
        None => {
            conn.prepare_cached(FORGET)?.execute(named_params! {":a": a, ":b": b})?;
        }
    }
    Ok(())
}

/// What was said of two files.
pub(crate) fn said(conn: &Connection, files: (FileId, FileId)) -> Result<Option<bool>> {
    let (a, b) = pair(files);
    let mut statement = conn.prepare_cached(SAID)?;
    Ok(statement.query_row(named_params! {":a": a, ":b": b}, |row| row.get("same")).optional()?)
}

fn pair((one, other): (FileId, FileId)) -> (String, String) {
    let (one, other) = (one.to_string(), other.to_string());
    if one < other { (one, other) } else { (other, one) }
}
