//! `change_head`: the end of the history, sealed, so that cutting entries off its end shows.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::chain::SealedHead;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE change_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;
",
}];

pub(crate) const SET: &str = "INSERT INTO change_head (one, seq, hash, mac) VALUES (1, :seq, :hash, :mac)
    ON CONFLICT (one) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, mac = excluded.mac";
pub(crate) const GET: &str = "SELECT seq, hash, mac FROM change_head";

/// Replaces the head.
pub(crate) fn set(conn: &Connection, head: &SealedHead) -> Result<()> {
    conn.prepare_cached(SET)?.execute(named_params! {
        ":seq": head.seq,
        ":hash": head.hash.as_slice(),
        ":mac": head.mac.as_slice(),
    })?;
    Ok(())
}

/// The head; none before the first entry.
pub(crate) fn get(conn: &Connection) -> Result<Option<SealedHead>> {
    let read =
        |row: &rusqlite::Row<'_>| Ok(SealedHead { seq: row.get("seq")?, hash: row.get("hash")?, mac: row.get("mac")? });
    Ok(conn.prepare_cached(GET)?.query_row([], read).optional()?)
}
