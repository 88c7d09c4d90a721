//! `file_text`: the words of each page of a kept file, and `file_search`, the index by which they are found.
//!
//! The index holds no copy of the words. It is told of changes at the end of a transaction (`writing/words.rs`). A page's id begins with its item's place in the order of entry, so that
//! the index alone says to which item a place belongs, and gives the newest item first.

use std::ops::RangeInclusive;

use recourse_domain::FileId;
use recourse_domain::records::PageText;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, named_params};

use crate::columns::{get_code, get_spelled};
use crate::migrate::Step;
use crate::{Result, StoreError, TextSource};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE file_text (
    id INTEGER NOT NULL PRIMARY KEY,
    file_id TEXT NOT NULL REFERENCES evidence_file (id),
    page INTEGER NOT NULL CHECK (page > 0),
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (file_id, source, page)
) STRICT;
CREATE VIRTUAL TABLE file_search USING fts5 (
    text, content = 'file_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER file_text_added AFTER INSERT ON file_text
BEGIN
    INSERT INTO file_search (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER file_text_removed AFTER DELETE ON file_text
BEGIN
    INSERT INTO file_search (file_search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;
CREATE TRIGGER file_text_fixed BEFORE UPDATE ON file_text
BEGIN
    SELECT RAISE(ABORT, 'the words of a page are replaced, not changed');
END;
",
    },
    Step {
        version: 2,
        // The words come last, so that what a page is can be read without them.
        sql: "
DROP TRIGGER file_text_added;
DROP TRIGGER file_text_removed;
DROP TRIGGER file_text_fixed;
DROP TABLE file_search;
ALTER TABLE file_text RENAME TO file_text_before;
CREATE TABLE file_text (
    id INTEGER NOT NULL PRIMARY KEY,
    file_id TEXT NOT NULL REFERENCES evidence_file (id),
    page INTEGER NOT NULL CHECK (page > 0),
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (file_id, source, page)
) STRICT;
INSERT INTO file_text (id, file_id, page, source, text)
    SELECT (record.entry_order << 16) + row_number() OVER (PARTITION BY record.entry_order ORDER BY file_text_before.id),
        file_text_before.file_id, file_text_before.page, file_text_before.source, file_text_before.text
    FROM file_text_before JOIN evidence_file ON evidence_file.id = file_text_before.file_id
        JOIN record ON record.id = evidence_file.evidence;
DROP TABLE file_text_before;
CREATE VIRTUAL TABLE file_search USING fts5 (
    text, content = 'file_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO file_search (file_search) VALUES ('rebuild');
CREATE TRIGGER file_text_added AFTER INSERT ON file_text
BEGIN
    INSERT INTO file_search (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER file_text_removed AFTER DELETE ON file_text
BEGIN
    INSERT INTO file_search (file_search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;
CREATE TRIGGER file_text_moved AFTER UPDATE OF id ON file_text
BEGIN
    INSERT INTO file_search (file_search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    INSERT INTO file_search (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER file_text_fixed BEFORE UPDATE OF file_id, page, source, text ON file_text
BEGIN
    SELECT RAISE(ABORT, 'the words of a page are replaced, not changed');
END;
",
    },
    Step {
        version: 3,
        // The triggers as in `record_words`. Words that begin with one given letter are on nearly every page: a list of them is a quarter of the index and
        // tells nobody anything (`search/ask.rs`).
        sql: "
DROP TRIGGER file_text_added;
DROP TRIGGER file_text_removed;
DROP TRIGGER file_text_moved;
DROP TABLE file_search;
CREATE VIRTUAL TABLE file_search USING fts5 (
    text, content = 'file_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO file_search (file_search) VALUES ('rebuild');
INSERT INTO file_search (file_search, rank) VALUES ('hashsize', 8388608);
",
    },
];

/// How many bits of an id number the pages within an item.
const PAGE_BITS: u32 = 16;

pub(crate) const OF_SOURCE: &str =
    "SELECT id, page, text FROM file_text WHERE file_id = :file AND source = :source ORDER BY page";
pub(crate) const REMOVE: &str = "DELETE FROM file_text WHERE file_id = :file AND source = :source";
pub(crate) const INSERT: &str =
    "INSERT INTO file_text (id, file_id, page, source, text) VALUES (:id, :file, :page, :source, :text)";
pub(crate) const OF_FILE: &str = "SELECT page, text, source FROM file_text WHERE file_id = :file
    ORDER BY page, CASE source WHEN 'typed' THEN 0 WHEN 'extracted' THEN 1 ELSE 2 END";
pub(crate) const LAST_ID: &str = "SELECT record.entry_order, (SELECT max(id) FROM file_text
        WHERE id BETWEEN record.entry_order << 16 AND (record.entry_order << 16) + 65535) AS last
    FROM evidence_file JOIN record ON record.id = evidence_file.evidence WHERE evidence_file.id = :file";
pub(crate) const IDS_OF_FILE: &str = "SELECT id, text FROM file_text WHERE file_id = :file ORDER BY id";
pub(crate) const MOVE: &str = "UPDATE file_text SET id = :to WHERE id = :id";
pub(crate) const WORDS: &str = "SELECT text FROM file_text WHERE id = :id";
pub(crate) const INDEX: &str = "INSERT INTO file_search (rowid, text) VALUES (:id, :text)";
pub(crate) const UNINDEX: &str = "INSERT INTO file_search (file_search, rowid, text) VALUES ('delete', :id, :text)";
pub(crate) const PLACE: &str = "SELECT file_id, page, source FROM file_text WHERE id = :id";

/// The evidence item, by its place in the order of entry, that a page of words belongs to.
pub(crate) const fn item_of(id: i64) -> i64 {
    id >> PAGE_BITS
}

/// The first and last id that a page of an item may have.
pub(crate) const fn ids_of(item: i64) -> (i64, i64) {
    (item << PAGE_BITS, (item << PAGE_BITS) + (1 << PAGE_BITS) - 1)
}

/// What the index is still to be told of a page.
#[derive(Debug)]
pub(crate) enum Told {
    /// It is new.
    Added(i64),
    /// It is gone; these were its words.
    Removed(i64, String),
}

impl Told {
    const fn id(&self) -> i64 {
        match self {
            Self::Added(id) | Self::Removed(id, _) => *id,
        }
    }
}

/// The words that one source gave for a file, each page with its id.
pub(crate) fn of_source(conn: &Connection, file: FileId, source: TextSource) -> Result<Vec<(i64, PageText)>> {
    let mut statement = conn.prepare_cached(OF_SOURCE)?;
    let rows = statement.query_map(named_params! {":file": file.to_string(), ":source": source.code()}, |row| {
        Ok((row.get("id")?, PageText { page: row.get("page")?, text: row.get("text")? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Replaces the words that one source gave for a file, which are `before`. The index is still to be told.
pub(crate) fn replace(
    conn: &Connection,
    file: FileId,
    source: TextSource,
    before: &[(i64, PageText)],
    pages: &[PageText],
) -> Result<Vec<Told>> {
    let mut told: Vec<Told> = before.iter().map(|(id, page)| Told::Removed(*id, page.text.clone())).collect();
    if !told.is_empty() {
        conn.prepare_cached(REMOVE)?.execute(named_params! {":file": file.to_string(), ":source": source.code()})?;
    }
    let mut statement = conn.prepare_cached(INSERT)?;
    let mut ids = new_ids(conn, file)?;
    for page in pages {
        let id = ids.next().ok_or(StoreError::TooLarge)?;
        statement.execute(named_params! {
            ":id": id,
            ":file": file.to_string(),
            ":page": page.page,
            ":text": page.text,
            ":source": source.code(),
        })?;
        told.push(Told::Added(id));
    }
    Ok(told)
}

/// Gives the words of a file that went to another item their new places. The index is still to be told.
pub(crate) fn follow(conn: &Connection, file: FileId) -> Result<Vec<Told>> {
    let mut statement = conn.prepare_cached(IDS_OF_FILE)?;
    let rows = statement.query_map(named_params! {":file": file.to_string()}, |row| {
        Ok(Told::Removed(row.get("id")?, row.get("text")?))
    })?;
    let mut told: Vec<Told> = rows.collect::<rusqlite::Result<_>>()?;
    let before: Vec<i64> = told.iter().map(Told::id).collect();
    let mut statement = conn.prepare_cached(MOVE)?;
    let mut ids = new_ids(conn, file)?;
    for id in before {
        let to = ids.next().ok_or(StoreError::TooLarge)?;
        statement.execute(named_params! {":id": id, ":to": to})?;
        told.push(Told::Added(to));
    }
    Ok(told)
}

/// Tells the index, in the order of places: it writes out what it has gathered when it is told of an earlier place. Of what happened to one place it
/// knows the beginning, and is told the end.
pub(crate) fn index(conn: &Connection, mut told: Vec<Told>) -> Result<()> {
    told.sort_by_key(Told::id);
    let mut last = None;
    for one in told {
        let id = one.id();
        if last.replace(id) == Some(id) {
            continue;
        }
        if let Told::Removed(id, text) = one {
            conn.prepare_cached(UNINDEX)?.execute(named_params! {":id": id, ":text": text})?;
        }
        let mut statement = conn.prepare_cached(WORDS)?;
        let mut rows = statement.query(named_params! {":id": id})?;
        if let Some(row) = rows.next()? {
            let text = ToSqlOutput::Borrowed(row.get_ref("text")?);
            conn.prepare_cached(INDEX)?.execute(named_params! {":id": id, ":text": text})?;
        }
    }
    Ok(())
}

/// Where a page's words are: file, page and who read them.
pub(crate) fn place(conn: &Connection, id: i64) -> Result<(FileId, u32, TextSource)> {
    Ok(conn.prepare_cached(PLACE)?.query_row(named_params! {":id": id}, |row| {
        Ok((get_spelled(row, "file_id")?, row.get("page")?, get_code(row, "source", TextSource::from_code)?))
    })?)
}

/// Ids that are free in the item that holds a file.
fn new_ids(conn: &Connection, file: FileId) -> Result<RangeInclusive<i64>> {
    let mut statement = conn.prepare_cached(LAST_ID)?;
    let (item, taken): (i64, Option<i64>) = statement
        .query_row(named_params! {":file": file.to_string()}, |row| Ok((row.get("entry_order")?, row.get("last")?)))?;
    let (first, last) = ids_of(item);
    Ok(taken.unwrap_or(first) + 1..=last)
}

/// The words of a file by page; within a page the person's own come first, then the file's, then a program's.
pub(crate) fn of_file(conn: &Connection, file: FileId) -> Result<Vec<(PageText, TextSource)>> {
    let mut statement = conn.prepare_cached(OF_FILE)?;
    let rows = statement.query_map(named_params! {":file": file.to_string()}, |row| {
        let page = PageText { page: row.get("page")?, text: row.get("text")? };
        Ok((page, get_code(row, "source", TextSource::from_code)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
