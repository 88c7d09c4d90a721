//! `file_text`: the words of each page of a kept file, and `file_search`, the index by which they are found.
//!
//! The index holds no copy of the words; triggers keep it in step with the table.

use recourse_domain::FileId;
use recourse_domain::records::PageText;
use rusqlite::{Connection, named_params};

use crate::columns::get_code;
use crate::migrate::Step;
use crate::{Result, TextSource};

pub(crate) const STEPS: &[Step] = &[Step {
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
}];

pub(crate) const REMOVE: &str = "DELETE FROM file_text WHERE file_id = :file AND source = :source";
pub(crate) const INSERT: &str =
    "INSERT INTO file_text (file_id, page, text, source) VALUES (:file, :page, :text, :source)";
pub(crate) const OF_FILE: &str = "SELECT page, text, source FROM file_text WHERE file_id = :file
    ORDER BY page, CASE source WHEN 'typed' THEN 0 WHEN 'extracted' THEN 1 ELSE 2 END";

/// Replaces the words that one source gave for a file.
pub(crate) fn replace(conn: &Connection, file: FileId, source: TextSource, pages: &[PageText]) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":file": file.to_string(), ":source": source.code()})?;
    let mut statement = conn.prepare_cached(INSERT)?;
    for page in pages {
        statement.execute(named_params! {
            ":file": file.to_string(),
            ":page": page.page,
            ":text": page.text,
            ":source": source.code(),
        })?;
    }
    Ok(())
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
