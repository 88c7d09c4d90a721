//! Whether the file is whole: every page under its seal, the structure, and the links between tables.

use rusqlite::{Connection, ErrorCode, Row};

use crate::Result;

/// What a check of the whole file found. Nothing in it is a word of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Integrity {
    /// Pages that do not pass their seal (SQLCipher's `cipher_integrity_check`).
    pub pages: Vec<String>,
    /// What is wrong with the structure (SQLite's `quick_check`).
    pub structure: Vec<String>,
    /// Rows that point to rows that are not there, as "table: target" (SQLite's `foreign_key_check`).
    pub links: Vec<String>,
}

impl Integrity {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.pages.is_empty() && self.structure.is_empty() && self.links.is_empty()
    }
}

/// Checks the whole file.
pub(crate) fn check(conn: &Connection) -> Result<Integrity> {
    if !conn.is_readonly("main")? {
        // The check of the pages reads the file itself, so the log is taken in first.
        conn.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(()))?;
    }
    let pages = lines(conn, "PRAGMA cipher_integrity_check", |row| row.get(0))?;
    let mut structure = lines(conn, "PRAGMA quick_check", |row| row.get(0))?;
    structure.retain(|line| line != "ok");
    let links = lines(conn, "PRAGMA foreign_key_check", |row| {
        Ok(format!("{}: {}", row.get::<_, String>("table")?, row.get::<_, String>("parent")?))
    })?;
    Ok(Integrity { pages, structure, links })
}

/// The answers of a check. Where damage keeps the check itself from going on, that is an answer too.
fn lines(conn: &Connection, sql: &str, read: fn(&Row<'_>) -> rusqlite::Result<String>) -> Result<Vec<String>> {
    let run = || conn.prepare(sql)?.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>();
    match run() {
        Err(e) if matches!(e.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)) => {
            Ok(vec!["the check could not be finished, because the file is damaged".to_owned()])
        }
        other => Ok(other?),
    }
}
