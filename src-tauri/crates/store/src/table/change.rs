//! `change`: the history. Entries are only ever added; the triggers guard against accidents, the chain shows what was done on purpose.

use chrono::{DateTime, Utc};
use recourse_domain::RecordId;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Result;
use crate::chain::Link;
use crate::columns::{get_code, get_json, get_maybe_moment, get_maybe_spelled, get_moment};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[
    Step {
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
    },
    Step {
        version: 6,
        // The hash of an entry now covers a sum of its words instead of the words, so that these can be erased and the chain still holds (`chain.rs`). Erasing
        // is the one change that is let through: the words and their salt go, and everything else stays as it was. The index answers what can be taken back.
        sql: "
ALTER TABLE change ADD COLUMN salt BLOB CHECK (length(salt) = 16);
ALTER TABLE change ADD COLUMN sum BLOB CHECK (length(sum) = 32);
ALTER TABLE change ADD COLUMN turn INTEGER;
ALTER TABLE change ADD COLUMN back INTEGER;
ALTER TABLE change ADD COLUMN erased_by INTEGER;
CREATE INDEX change_by_turn ON change (turn, back, kind) WHERE turn IS NOT NULL;
DROP TRIGGER change_is_fixed;
CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change
    WHEN NOT (OLD.erased_by IS NULL AND NEW.erased_by > OLD.seq AND NEW.body = 'null' AND NEW.salt IS NULL
        AND OLD.seq = NEW.seq AND OLD.at = NEW.at AND OLD.kind = NEW.kind AND OLD.record IS NEW.record AND OLD.prev = NEW.prev
        AND OLD.hash = NEW.hash AND OLD.mac = NEW.mac AND OLD.sum IS NEW.sum AND OLD.turn IS NEW.turn AND OLD.back IS NEW.back)
BEGIN
    SELECT RAISE(ABORT, 'the history cannot be changed');
END;
",
    },
];

/// What is read of an entry.
macro_rules! columns {
    () => {
        "change.seq AS seq, change.at AS at, change.kind AS kind, change.record AS record, change.body AS body, change.turn AS turn, \
         change.back AS back, (SELECT said.at FROM change AS said WHERE said.seq = change.erased_by) AS erased_at"
    };
}

/// The entries before `:before` that `:kinds` (a JSON list; none for all) and `:words` (a JSON list of patterns) let through, newest first.
macro_rules! page {
    ($of:literal) => {
        concat!(
            "SELECT ",
            columns!(),
            " FROM change LEFT JOIN record ON record.id = change.record WHERE change.seq < :before ",
            $of,
            " AND (:kinds IS NULL OR change.kind IN (SELECT value FROM json_each(:kinds)))
            AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS word WHERE change.body NOT LIKE word.value ESCAPE '\\'
                AND coalesce(record.title, '') NOT LIKE word.value ESCAPE '\\') ORDER BY change.seq DESC LIMIT :limit"
        )
    };
}

pub(crate) const INSERT: &str =
    "INSERT INTO change (seq, at, kind, record, body, prev, hash, mac, salt, sum, turn, back)
    VALUES (:seq, :at, :kind, :record, :body, :prev, :hash, :mac, :salt, :sum, :turn, :back)";
pub(crate) const ALL: &str =
    "SELECT seq, at, kind, record, body, prev, hash, mac, salt, sum, turn, back, erased_by FROM change ORDER BY seq";
pub(crate) const OF_RECORD: &str = concat!("SELECT ", columns!(), " FROM change WHERE record = :record ORDER BY seq");
pub(crate) const PAGE: &str = page!("");
pub(crate) const PAGE_OF_RECORD: &str = page!("AND change.record = :record");
pub(crate) const AFTER: &str =
    concat!("SELECT ", columns!(), " FROM change WHERE seq > :seq ORDER BY seq LIMIT :limit");
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
    /// It was moved to the bin.
    Binned = "binned",
    /// It was taken out of the bin.
    Unbinned = "unbinned",
    /// It was deleted for good, and its words in earlier entries erased.
    Erased = "erased",
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
    /// Number of the first entry of what was done at once; none for what earlier versions wrote.
    pub turn: Option<u64>,
    /// The turn that this takes back.
    pub back: Option<u64>,
    /// When its words were erased, in UTC, because the record was deleted for good.
    pub erased_at: Option<DateTime<Utc>>,
}

/// Which entries of the history are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// Only those before this number; all where none.
    pub before: Option<u64>,
    /// Only those of a record.
    pub record: Option<RecordId>,
    /// Only those of these kinds; all where empty.
    pub kinds: Vec<ChangeKind>,
    /// Only those with all of these words in them or in the record's title.
    pub words: Vec<String>,
}

/// What the column `body` holds.
#[derive(Debug, Default, Serialize, Deserialize)]
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
        ":salt": link.salt.as_ref().map(<[u8; 16]>::as_slice),
        ":sum": link.sum.as_ref().map(<[u8; 32]>::as_slice),
        ":turn": link.turn,
        ":back": link.back,
    })?;
    Ok(())
}

/// Hands every entry, as stored and in order, to `check` until it refuses one.
pub(crate) fn each<F>(conn: &Connection, mut check: impl FnMut(&Link) -> Result<(), F>) -> Result<Result<(), F>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Err(fault) = check(&link_from(row)?) {
            return Ok(Err(fault));
        }
    }
    Ok(Ok(()))
}

/// An entry as stored.
pub(crate) fn link_from(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        seq: row.get("seq")?,
        at: row.get("at")?,
        kind: row.get("kind")?,
        record: row.get("record")?,
        body: row.get("body")?,
        prev: row.get("prev")?,
        hash: row.get("hash")?,
        mac: row.get("mac")?,
        salt: row.get("salt")?,
        sum: row.get("sum")?,
        turn: row.get("turn")?,
        back: row.get("back")?,
        erased_by: row.get("erased_by")?,
    })
}

/// At most `limit` entries of those asked for, newest first.
pub(crate) fn page(conn: &Connection, sought: &Sought, limit: u32) -> Result<Vec<Change>> {
    let before = sought.before.and_then(|seq| i64::try_from(seq).ok()).unwrap_or(i64::MAX);
    let kinds: Vec<&str> = sought.kinds.iter().map(|kind| kind.code()).collect();
    let kinds = if kinds.is_empty() { None } else { Some(serde_json::to_string(&kinds)?) };
    let mut patterns = Vec::new();
    for word in &sought.words {
        // The words stand in JSON, where some signs are spelled in two.
        let spelled = serde_json::to_string(word)?;
        let spelled = spelled.get(1..spelled.len() - 1).unwrap_or_default();
        let quoted: String = spelled
            .chars()
            .flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c]))
            .collect();
        patterns.push(format!("%{quoted}%"));
    }
    let words = serde_json::to_string(&patterns)?;
    let record = sought.record.map(|id| id.to_string());
    let rows = match &record {
        Some(record) => conn
            .prepare_cached(PAGE_OF_RECORD)?
            .query_map(
                named_params! {":before": before, ":kinds": kinds, ":words": words, ":limit": limit, ":record": record},
                from_row,
            )?
            .collect::<rusqlite::Result<_>>(),
        None => conn
            .prepare_cached(PAGE)?
            .query_map(named_params! {":before": before, ":kinds": kinds, ":words": words, ":limit": limit}, from_row)?
            .collect(),
    };
    Ok(rows?)
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

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Change> {
    let seq: i64 = row.get("seq")?;
    // Erased words leave an empty body.
    let Body { action, before, after } = get_json::<Option<Body>>(row, "body")?.unwrap_or_default();
    Ok(Change {
        seq: seq.unsigned_abs(),
        at: get_moment(row, "at")?,
        kind: get_code(row, "kind", ChangeKind::from_code)?,
        record: get_maybe_spelled(row, "record")?,
        action,
        before,
        after,
        turn: row.get::<_, Option<i64>>("turn")?.map(i64::unsigned_abs),
        back: row.get::<_, Option<i64>>("back")?.map(i64::unsigned_abs),
        erased_at: get_maybe_moment(row, "erased_at")?,
    })
}
