//! `picture_print`: what a picture looks like, in some hexadecimal digits, so that one saved again is known. How it is made and compared is the caller's.

use recourse_domain::FileId;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::columns::get_spelled;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE picture_print (
    file_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence_file (id),
    print TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
}];

pub(crate) const SET: &str = "INSERT INTO picture_print (file_id, print) VALUES (:file, :print)
    ON CONFLICT (file_id) DO UPDATE SET print = excluded.print";
pub(crate) const GET: &str = "SELECT print FROM picture_print WHERE file_id = :file";
pub(crate) const ALL: &str = "SELECT file_id, print FROM picture_print ORDER BY file_id";

/// Keeps a print.
pub(crate) fn set(conn: &Connection, file: FileId, print: &str) -> Result<()> {
    conn.prepare_cached(SET)?.execute(named_params! {":file": file.to_string(), ":print": print})?;
    Ok(())
}

/// The print of a file, where it is a picture.
pub(crate) fn get(conn: &Connection, file: FileId) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached(GET)?;
    Ok(statement.query_row(named_params! {":file": file.to_string()}, |row| row.get("print")).optional()?)
}

/// The files whose print `alike` says yes to, in the order in which they were kept.
pub(crate) fn similar(conn: &Connection, alike: impl Fn(&str) -> bool) -> Result<Vec<FileId>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if alike(row.get_ref("print")?.as_str().map_err(rusqlite::Error::from)?) {
            found.push(get_spelled(row, "file_id")?);
        }
    }
    Ok(found)
}
