//! The records as one closed file elsewhere: for a backup, and before the schema is changed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::connect::{beside, disk, make_empty, sync_folder};
use crate::{Result, StoreError};

/// How the name of a file begins that holds the records as they were before an update of the schema; the version that came after, and `.db`, follow.
pub(crate) const BEFORE: &str = "records-before-v";

/// Writes all that was acknowledged into a new file. Nobody else writes meanwhile: the connection has the file to itself.
pub(crate) fn copy(conn: &Connection, from: &Path, to: &Path) -> Result<()> {
    let left_busy: bool = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get("busy"))?;
    if left_busy {
        return Err(StoreError::Busy);
    }
    copy_file(from, to)
}

/// Copies records that nobody has open, with the log that a program that was killed may have left.
pub(crate) fn copy_closed(from: &Path, to: &Path) -> Result<()> {
    let (log, its_copy) = (beside(from, "-wal"), beside(to, "-wal"));
    // A log without its file would be taken for that of the next one.
    let _ = fs::remove_file(&its_copy);
    copy_file(from, to)?;
    if log.is_file() { copy_file(&log, &its_copy) } else { Ok(()) }
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    match fs::remove_file(to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(disk("clear a temporary file")(error)),
        _ => {}
    }
    make_empty(to)?;
    let mut source = File::open(from).map_err(disk("read the records file"))?;
    let mut copy = fs::OpenOptions::new().write(true).open(to).map_err(disk("copy the records file"))?;
    io::copy(&mut source, &mut copy).and_then(|_| copy.sync_all()).map_err(disk("copy the records file"))
}

/// Keeps the records beside themselves as they are before `version`. One such file stays: the newest.
pub(crate) fn keep_before(conn: &Connection, path: &Path, version: u32) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let kept = folder.join(format!("{BEFORE}{version}.db"));
    let unfinished = beside(&kept, ".new");
    copy(conn, path, &unfinished)?;
    fs::rename(&unfinished, &kept).map_err(disk("keep the records as they were"))?;
    sync_folder(path)?;
    for older in kept_before(path).into_iter().filter(|older| *older != kept) {
        // One too many does no harm.
        let _ = fs::remove_file(older);
    }
    Ok(())
}

/// The files that hold the records as they were before an update.
pub(crate) fn kept_before(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(BEFORE));
    named.map(|entry| entry.path()).collect()
}
