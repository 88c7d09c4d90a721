//! `change`: the history. Entries are only ever added; the triggers guard against accidents, the chain shows what was done on purpose.

use chrono::{DateTime, Utc};
use recourse_domain::RecordId;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Result;
use crate::chain::Link;
use crate::columns::{get_code, get_json, get_maybe_spelled, get_moment};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    // A number in use or out of turn is refused, because INSERT OR REPLACE would remove a row without asking the DELETE trigger.
    sql: "
CREATE TABLE change (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT,
    body TEXT NOT NULL CHECK (json_valid(body)),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;
CREATE INDEX change_by_record ON change (record, seq);
CREATE TRIGGER change_comes_last BEFORE INSERT ON change
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM change)
BEGIN
    SELECT RAISE(ABORT, 'the history only grows at its end');
END;
CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change
BEGIN
    SELECT RAISE(ABORT, 'the history cannot be changed');
END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the history cannot be shortened');
END;
",
}];

pub(crate) const INSERT: &str = "INSERT INTO change (seq, at, kind, record, body, prev, hash, mac)
    VALUES (:seq, :at, :kind, :record, :body, :prev, :hash, :mac)";
pub(crate) const ALL: &str = "SELECT seq, at, kind, record, body, prev, hash, mac FROM change ORDER BY seq";
pub(crate) const OF_RECORD: &str = "SELECT seq, at, kind, record, body FROM change WHERE record = :record ORDER BY seq";
pub(crate) const AFTER: &str =
    "SELECT seq, at, kind, record, body FROM change WHERE seq > :seq ORDER BY seq LIMIT :limit";
/// An export changes no record, nor does arranging a bundle, so what a bundle prints is the last entry that did.
pub(crate) const LAST_CHANGE: &str =
    "SELECT seq, hash FROM change WHERE kind NOT IN ('event', 'arranged') ORDER BY seq DESC LIMIT 1";

pub(crate) const HASH_AT: &str = "SELECT hash FROM change WHERE seq = :seq";

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $code:literal,)+) => {
        /// What was done in one entry of the history.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ChangeKind {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl ChangeKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word kept in the database; it never changes.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The kind that has this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}

kinds! {
    /// A record was entered.
    Added = "added",
    /// A record's own fields were changed.
    Edited = "edited",
    /// Note, tags, privilege or inclusion were changed.
    Marked = "marked",
    /// Its links to incidents or evidence were changed.
    Linked = "linked",
    /// It was put away.
    Archived = "archived",
    /// It was taken back.
    Unarchived = "unarchived",
    /// A file was kept.
    FileAdded = "file-added",
    /// What was found out about a file, or the item it belongs to, was changed.
    FileChanged = "file-changed",
    /// The files of an item were put in another order.
    FilesOrdered = "files-ordered",
    /// The words of a file were set.
    TextSet = "text-set",
    /// What of a document is blacked out for a reader was changed.
    Redacted = "redacted",
    /// A setting was changed.
    SettingSet = "setting-set",
    /// A bundle was put in order by hand.
    Arranged = "arranged",
    /// Something that changed no record, such as an export.
    Event = "event",
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its number, from 1 without gaps.
    pub seq: u64,
    /// When, in UTC, as the caller said.
    pub at: DateTime<Utc>,
    /// What was done.
    pub kind: ChangeKind,
    /// The record, if it was one.
    pub record: Option<RecordId>,
    /// Why, in the caller's word.
    pub action: String,
    /// What was there before: the changed fields only.
    pub before: Option<Value>,
    /// What is there now: the changed fields only, all of them for something new.
    pub after: Option<Value>,
}

/// What the column `body` holds.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Body {
    pub(crate) action: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) after: Option<Value>,
}

/// Adds an entry at the end.
pub(crate) fn insert(conn: &Connection, link: &Link) -> Result<()> {
    conn.prepare_cached(INSERT)?.execute(named_params! {
        ":seq": link.seq,
        ":at": link.at,
        ":kind": link.kind,
        ":record": link.record,
        ":body": link.body,
        ":prev": link.prev.as_slice(),
        ":hash": link.hash.as_slice(),
        ":mac": link.mac.as_slice(),
    })?;
    Ok(())
}

/// Hands every entry, as stored and in order, to `check` until it refuses one.
pub(crate) fn each<F>(conn: &Connection, mut check: impl FnMut(&Link) -> Result<(), F>) -> Result<Result<(), F>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let link = Link {
            seq: row.get("seq")?,
            at: row.get("at")?,
            kind: row.get("kind")?,
            record: row.get("record")?,
            body: row.get("body")?,
            prev: row.get("prev")?,
            hash: row.get("hash")?,
            mac: row.get("mac")?,
        };
        if let Err(fault) = check(&link) {
            return Ok(Err(fault));
        }
    }
    Ok(Ok(()))
}

/// The history of one record.
pub(crate) fn of_record(conn: &Connection, record: RecordId) -> Result<Vec<Change>> {
    let mut statement = conn.prepare_cached(OF_RECORD)?;
    let rows = statement.query_map(named_params! {":record": record.to_string()}, from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// At most `limit` entries after number `seq`.
pub(crate) fn after(conn: &Connection, seq: u64, limit: u32) -> Result<Vec<Change>> {
    let mut statement = conn.prepare_cached(AFTER)?;
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    let rows = statement.query_map(named_params! {":seq": seq, ":limit": limit}, from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last entry that changed a record or a setting, as opposed to an export or the order of a bundle.
pub(crate) fn last_change(conn: &Connection) -> Result<Option<(i64, [u8; 32])>> {
    let mut statement = conn.prepare_cached(LAST_CHANGE)?;
    let found = statement.query_row([], |row| Ok((row.get("seq")?, row.get("hash")?))).optional()?;
    Ok(found)
}

/// The hash of the entry with a number.
pub(crate) fn hash_at(conn: &Connection, seq: u64) -> Result<Option<[u8; 32]>> {
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    Ok(conn.prepare_cached(HASH_AT)?.query_row(named_params! {":seq": seq}, |row| row.get("hash")).optional()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Change> {
    let seq: i64 = row.get("seq")?;
    let Body { action, before, after } = get_json(row, "body")?;
    Ok(Change {
        seq: seq.unsigned_abs(),
        at: get_moment(row, "at")?,
        kind: get_code(row, "kind", ChangeKind::from_code)?,
        record: get_maybe_spelled(row, "record")?,
        action,
        before,
        after,
    })
}
