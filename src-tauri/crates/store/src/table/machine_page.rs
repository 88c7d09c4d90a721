//! `machine_page`: what a machine read on each page and where, for the text layer of a bundle and for going on where it stopped. Turning a file makes it wait
//! to be read again, because the places are those of the page as it is shown.

use recourse_domain::FileId;
use rusqlite::{Connection, named_params};

use crate::Result;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE machine_page (
    file_id TEXT NOT NULL REFERENCES evidence_file (id),
    page INTEGER NOT NULL CHECK (page > 0),
    engine TEXT NOT NULL,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 100),
    layout TEXT NOT NULL CHECK (json_valid(layout)),
    PRIMARY KEY (file_id, page)
) STRICT;
CREATE TRIGGER machine_reads_a_turned_file_again AFTER UPDATE OF rotation ON evidence_file
    WHEN OLD.rotation <> NEW.rotation
BEGIN
    DELETE FROM machine_page WHERE file_id = NEW.id;
    UPDATE machine_state SET state = 'waiting', problem = NULL WHERE file_id = NEW.id;
END;
",
}];

pub(crate) const SET: &str = "INSERT INTO machine_page (file_id, page, engine, confidence, layout)
    VALUES (:file, :page, :engine, :confidence, :layout)
    ON CONFLICT (file_id, page) DO UPDATE SET engine = excluded.engine, confidence = excluded.confidence, layout = excluded.layout";
pub(crate) const OF_FILE: &str =
    "SELECT page, engine, confidence, layout FROM machine_page WHERE file_id = :file ORDER BY page";

/// What a machine read on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct MachinePage {
    /// Page, from 1.
    pub page: u32,
    /// The program, its version and its language.
    pub engine: String,
    /// How sure it is on the whole, 0 to 100.
    pub confidence: f64,
    /// The words with their places as JSON, in the caller's own spelling.
    pub layout: String,
}

/// Keeps what was read on a page, in place of what was read there before.
pub(crate) fn set(conn: &Connection, file: FileId, page: &MachinePage) -> Result<()> {
    conn.prepare_cached(SET)?.execute(named_params! {
        ":file": file.to_string(),
        ":page": page.page,
        ":engine": page.engine,
        ":confidence": page.confidence,
        ":layout": page.layout,
    })?;
    Ok(())
}

/// What was read on the pages of a file, in order.
pub(crate) fn of_file(conn: &Connection, file: FileId) -> Result<Vec<MachinePage>> {
    let mut statement = conn.prepare_cached(OF_FILE)?;
    let rows = statement.query_map(named_params! {":file": file.to_string()}, |row| {
        Ok(MachinePage {
            page: row.get("page")?,
            engine: row.get("engine")?,
            confidence: row.get("confidence")?,
            layout: row.get("layout")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
