//! The places where all words are, in the order in which they are shown.

use std::collections::HashSet;

use rusqlite::{Connection, named_params};

use super::Place;
use super::ask::Ask;
use super::sieve::Sieve;
use crate::Result;
use crate::table::file_text;

/// How many places of each index are taken before it is said that there are many. More than are ever shown.
const MANY: usize = 100;
/// A word that is in more places than this is a common one: it tells little of any of them, and ranking by it would read them all.
const COMMON: i64 = 2000;

pub(super) const IN_TITLES: &str = "SELECT rowid FROM head_search
    WHERE head_search MATCH :query AND rowid BETWEEN :first AND :last ORDER BY rowid DESC";
pub(super) const IN_RECORDS: &str = "SELECT rowid FROM record_search
    WHERE record_search MATCH :query AND rowid BETWEEN :first AND :last ORDER BY rowid DESC";
pub(super) const IN_FILES: &str = "SELECT rowid FROM file_search
    WHERE file_search MATCH :query AND rowid BETWEEN :first AND :last ORDER BY rowid DESC";
pub(super) const RANKED_RECORDS: &str =
    "SELECT rowid, rank AS score FROM record_search WHERE record_search MATCH :query";
pub(super) const RANKED_FILES: &str = "SELECT rowid, rank AS score FROM file_search WHERE file_search MATCH :query";
pub(super) const HOW_MANY_RECORDS: &str =
    "SELECT count(*) AS many FROM (SELECT 1 FROM record_search WHERE record_search MATCH :query LIMIT :limit)";
pub(super) const HOW_MANY_FILES: &str =
    "SELECT count(*) AS many FROM (SELECT 1 FROM file_search WHERE file_search MATCH :query LIMIT :limit)";

/// The places, first those whose title has the words.
pub(super) fn places(conn: &Connection, ask: &Ask, sieve: &mut Sieve<'_>, limit: usize) -> Result<Vec<Place>> {
    let (first, last) = sieve.span()?;
    let whole_items = (first, last);
    let (titles, _) = stream(conn, IN_TITLES, &ask.in_title, whole_items, sieve, &|id| id, limit + 1)?;
    if titles.len() > limit {
        return Ok(titles.into_iter().map(Place::Record).collect());
    }
    let many = MANY.max(limit + 1);
    let known: HashSet<i64> = titles.iter().copied().collect();
    let pages = (file_text::ids_of(first).0, file_text::ids_of(last).1);
    let (records, all_records) = stream(conn, IN_RECORDS, &ask.in_records, whole_items, sieve, &|id| id, many)?;
    let (files, all_files) = stream(conn, IN_FILES, &ask.in_files, pages, sieve, &file_text::item_of, many)?;
    let mut places: Vec<Place> = titles.into_iter().map(Place::Record).collect();
    let rest = if all_records && all_files && none_is_common(conn, ask)? {
        ranked(conn, ask, sieve)?
    } else {
        newest_first(records, files)
    };
    places.extend(rest.into_iter().filter(|place| !matches!(place, Place::Record(item) if known.contains(item))));
    Ok(places)
}

/// Places of one index, newest first, and whether these are all.
fn stream(
    conn: &Connection,
    sql: &str,
    query: &str,
    (first, last): (i64, i64),
    sieve: &mut Sieve<'_>,
    item_of: &dyn Fn(i64) -> i64,
    most: usize,
) -> Result<(Vec<i64>, bool)> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":query": query, ":first": first, ":last": last})?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("rowid")?;
        if sieve.lets(item_of(id))? {
            if found.len() == most {
                return Ok((found, false));
            }
            found.push(id);
        }
    }
    Ok((found, true))
}

/// Both runs are in order already. A record's own words come before its files'.
fn newest_first(records: Vec<i64>, files: Vec<i64>) -> Vec<Place> {
    let mut places: Vec<Place> =
        records.into_iter().map(Place::Record).chain(files.into_iter().map(Place::Page)).collect();
    places.sort_by_key(|place| match place {
        Place::Record(item) => (-item, 0, 0),
        Place::Page(id) => (-file_text::item_of(*id), 1, *id),
    });
    places
}

fn none_is_common(conn: &Connection, ask: &Ask) -> Result<bool> {
    if ask.each.len() == 1 {
        // The places of one word were all taken, so they are few.
        return Ok(true);
    }
    for (in_records, in_files) in &ask.each {
        for (sql, word) in [(HOW_MANY_RECORDS, in_records), (HOW_MANY_FILES, in_files)] {
            let mut statement = conn.prepare_cached(sql)?;
            let many: i64 =
                statement.query_row(named_params! {":query": word, ":limit": COMMON + 1}, |row| row.get("many"))?;
            if many > COMMON {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn ranked(conn: &Connection, ask: &Ask, sieve: &mut Sieve<'_>) -> Result<Vec<Place>> {
    let mut scored = Vec::new();
    for (sql, query, is_file) in [(RANKED_RECORDS, &ask.in_records, false), (RANKED_FILES, &ask.in_files, true)] {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! {":query": query})?;
        while let Some(row) = rows.next()? {
            let (id, score): (i64, f64) = (row.get("rowid")?, row.get("score")?);
            let (item, place) =
                if is_file { (file_text::item_of(id), Place::Page(id)) } else { (id, Place::Record(id)) };
            if sieve.lets(item)? {
                scored.push((score, place));
            }
        }
    }
    // The sort is stable: among equals a record's own words come before a file's.
    scored.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    Ok(scored.into_iter().map(|(_, place)| place).collect())
}
