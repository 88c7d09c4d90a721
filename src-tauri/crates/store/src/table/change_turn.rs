//! `change` by turns: what was done at once, what of it was taken back, and erasing the words of what was deleted for good.

use std::collections::BTreeSet;

use recourse_domain::RecordId;
use rusqlite::{Connection, named_params};

use crate::Result;
use crate::chain::Link;
use crate::table::change::{AFTER, ALL, Change, ChangeKind, from_row, link_from};

pub(crate) const NEWEST: &str = "SELECT turn, max(back) AS back, json_group_array(DISTINCT kind) AS kinds FROM change
    WHERE turn IS NOT NULL AND turn < :before GROUP BY turn ORDER BY turn DESC LIMIT :limit";
pub(crate) const OF_TURN: &str = "SELECT seq FROM change WHERE turn = :turn ORDER BY seq DESC";
pub(crate) const OF_RECORD: &str = "SELECT seq FROM change WHERE record = :record AND erased_by IS NULL
    AND kind NOT IN ('archived', 'unarchived', 'binned', 'unbinned', 'erased')";
pub(crate) const NAMING_OTHERS: &str = "SELECT seq, body FROM change WHERE erased_by IS NULL
    AND kind IN ('file-added', 'file-changed', 'files-ordered', 'text-set', 'redacted', 'arranged', 'event')";
pub(crate) const ERASE: &str = "UPDATE change SET body = 'null', salt = NULL, erased_by = :by WHERE seq = :seq";

/// What was done at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Number of its first entry.
    pub turn: u64,
    /// The turn that it takes back.
    pub back: Option<u64>,
    /// The kinds of its entries.
    pub kinds: Vec<ChangeKind>,
}

/// At most `limit` turns before number `before`, newest first.
pub(crate) fn newest(conn: &Connection, before: u64, limit: u32) -> Result<Vec<Turn>> {
    let before = i64::try_from(before).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(NEWEST)?;
    let mut rows = statement.query(named_params! {":before": before, ":limit": limit})?;
    let mut turns = Vec::new();
    while let Some(row) = rows.next()? {
        let codes: Vec<String> = crate::columns::get_json(row, "kinds")?;
        turns.push(Turn {
            turn: row.get::<_, i64>("turn")?.unsigned_abs(),
            back: row.get::<_, Option<i64>>("back")?.map(i64::unsigned_abs),
            kinds: codes.iter().filter_map(|code| ChangeKind::from_code(code)).collect(),
        });
    }
    Ok(turns)
}

/// The entries of a turn, the last first.
pub(crate) fn of_turn(conn: &Connection, turn: u64) -> Result<Vec<Change>> {
    let turn = i64::try_from(turn).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(OF_TURN)?;
    let found = statement.query_map(named_params! {":turn": turn}, |row| row.get("seq"))?;
    let mut entry = conn.prepare_cached(AFTER)?;
    let mut changes = Vec::new();
    for seq in found {
        let seq: i64 = seq?;
        changes.push(entry.query_row(named_params! {":seq": seq - 1, ":limit": 1}, from_row)?);
    }
    Ok(changes)
}

/// The entries that hold words of a record: its own, and of others those about its files and about how bundles with it in them were arranged. `named` are the
/// ids of the record and of its files, as text.
pub(crate) fn with_words_of(conn: &Connection, record: RecordId, named: &[String]) -> Result<BTreeSet<i64>> {
    let mut statement = conn.prepare_cached(OF_RECORD)?;
    let own = statement.query_map(named_params! {":record": record.to_string()}, |row| row.get("seq"))?;
    let mut found = own.collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    let mut statement = conn.prepare_cached(NAMING_OTHERS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let body = row.get_ref("body")?.as_str().unwrap_or_default();
        if named.iter().any(|id| body.contains(id.as_str())) {
            found.insert(row.get("seq")?);
        }
    }
    Ok(found)
}

/// Entries as stored, in order.
pub(crate) fn links(conn: &Connection, which: &BTreeSet<i64>) -> Result<Vec<Link>> {
    let one = ALL.replace(" ORDER BY seq", " WHERE seq = :seq");
    let mut statement = conn.prepare_cached(&one)?;
    let rows = which.iter().map(|seq| statement.query_row(named_params! {":seq": seq}, link_from));
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Erases the words of entries; entry `by` says so.
pub(crate) fn erase(conn: &Connection, which: &BTreeSet<i64>, by: i64) -> Result<()> {
    let mut statement = conn.prepare_cached(ERASE)?;
    for seq in which {
        statement.execute(named_params! {":seq": seq, ":by": by})?;
    }
    Ok(())
}
