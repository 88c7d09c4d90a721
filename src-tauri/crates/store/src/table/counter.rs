//! `counter`: the last number given to a record of each kind. Numbers only go up, so that none is ever given twice.

use recourse_domain::RecordKind;
use rusqlite::{Connection, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE counter (
    kind TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER counter_only_goes_up BEFORE UPDATE ON counter WHEN NEW.last <= OLD.last OR NEW.kind <> OLD.kind
BEGIN
    SELECT RAISE(ABORT, 'a number is given only once');
END;
CREATE TRIGGER counter_stays BEFORE DELETE ON counter
BEGIN
    SELECT RAISE(ABORT, 'a number is given only once');
END;
",
}];

pub(crate) const NEXT: &str = "INSERT INTO counter (kind, last) VALUES (:kind, 1)
    ON CONFLICT (kind) DO UPDATE SET last = last + 1 RETURNING last";

/// Gives the next number of a kind.
pub(crate) fn next(conn: &Connection, kind: RecordKind) -> Result<u32> {
    Ok(conn.prepare_cached(NEXT)?.query_row(named_params! {":kind": kind.code()}, |row| row.get("last"))?)
}
