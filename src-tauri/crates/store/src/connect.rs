//! Opening the file: the key, the switches, and the checks that come before anything is written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use recourse_vault::Secret;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::{ChainHead, Result, StoreError, chain, migrate, snapshot};

/// Bytes of one page, as SQLCipher 4 makes them.
const PAGE: u64 = 4096;
/// What a database that is not encrypted begins with (SQLite file format, section 1.3).
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// How long to wait for another process that is just closing the file.
const PATIENCE: Duration = Duration::from_millis(500);
/// Prepared statements to keep: more than there are, so that none is prepared twice.
const STATEMENTS: usize = 128;

/// How a file is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write,
    Read,
    /// Reading a closed file on a disk that cannot be written, where SQLite could not make its lock files.
    ReadUnlocked,
}

/// Makes an empty file that only its owner may read, or empties the one that is there.
pub(crate) fn make_empty(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(disk("make the records file"))
}

/// Opens for writing: alone, with a log, and durable when this returns.
pub(crate) fn open(path: &Path, key: &Secret<[u8; 32]>) -> Result<Connection> {
    look(path)?;
    let (mut conn, found) = connect(path, key, Mode::Write)?;
    if found == 0 {
        // Creation puts the whole schema in place at once, so a file without one has lost it.
        return Err(StoreError::Damaged);
    }
    prepare(&mut conn, path, found)?;
    Ok(conn)
}

/// Turns an empty file into a database.
pub(crate) fn initialise(path: &Path, key: &Secret<[u8; 32]>) -> Result<Connection> {
    let (mut conn, found) = connect(path, key, Mode::Write)?;
    prepare(&mut conn, path, found)?;
    Ok(conn)
}

/// Opens for reading only.
pub(crate) fn open_read_only(path: &Path, key: &Secret<[u8; 32]>) -> Result<Connection> {
    look(path)?;
    let (conn, found) = match connect(path, key, Mode::Read) {
        Err(StoreError::CannotOpen) if has_log(path) => return Err(StoreError::NeedsWriting),
        Err(StoreError::CannotOpen) => connect(path, key, Mode::ReadUnlocked)?,
        other => other?,
    };
    migrate::refuse_newer(found)?;
    if found < migrate::SCHEMA_VERSION { Err(StoreError::OlderSchema) } else { Ok(conn) }
}

/// The end of the history of a file of any version that this program knows. Nothing is written.
pub(crate) fn head_of(path: &Path, key: &Secret<[u8; 32]>) -> Result<ChainHead> {
    look(path)?;
    // A file with a log is read with it; any other is read as it lies, so that nothing is left beside it.
    let mode = if has_log(path) { Mode::Read } else { Mode::ReadUnlocked };
    chain::head(&connect(path, key, mode)?.0)
}

/// Opens a copy that is this program's own, so that its names are not needed afterwards, and lets nothing be changed any more.
pub(crate) fn open_alone(path: &Path, key: &Secret<[u8; 32]>) -> Result<Connection> {
    let conn = open(path, key)?;
    conn.pragma_update_and_check(None, "journal_mode", "MEMORY", |row| row.get::<_, String>(0))?;
    conn.execute_batch("PRAGMA query_only = ON")?;
    Ok(conn)
}

/// Takes the log in and leaves a file that can be copied alone, or read where nothing can be written.
pub(crate) fn close(conn: Connection, path: &Path) -> Result<()> {
    if conn.is_readonly("main")? || conn.pragma_query_value(None, "query_only", |row| row.get(0))? {
        return conn.close().map_err(|(_, e)| e.into());
    }
    let left_busy: bool = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get("busy"))?;
    if left_busy {
        return Err(StoreError::Busy);
    }
    // The records are all in the file by now; that a later reader needs no log is a convenience.
    let _ = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    conn.close().map_err(|(_, e)| StoreError::from(e))?;
    sync_folder(path)
}

/// Makes the names in the folder of `path` durable.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(disk("make the vault's folder durable"))
}

/// Turns a failure of the disk into an error, keeping the kinds that a person can act on.
pub(crate) fn disk(doing: &'static str) -> impl Fn(io::Error) -> StoreError {
    move |source| match source.kind() {
        io::ErrorKind::NotFound => StoreError::Missing,
        io::ErrorKind::AlreadyExists => StoreError::AlreadyExists,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
        io::ErrorKind::PermissionDenied => StoreError::NoPermission,
        _ => StoreError::Io { doing, source },
    }
}

/// Refuses what cannot be an encrypted database, without a key.
fn look(path: &Path) -> Result<()> {
    let length = fs::metadata(path).map_err(disk("find the records file"))?.len();
    let mut beginning = [0; 16];
    let mut file = File::open(path).map_err(disk("open the records file"))?;
    if length < PAGE || file.read_exact(&mut beginning).is_err() || beginning == *PLAIN {
        return Err(StoreError::NotADatabase);
    }
    // A log may still hold the rest of a page that was being written.
    if length % PAGE != 0 && !has_log(path) {
        return Err(StoreError::Damaged);
    }
    Ok(())
}

/// Whether a log with something in it was left behind.
fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|found| found.len() > 0)
}

/// The file that has this ending more in its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Opens the file with its key and gives its schema version.
fn connect(path: &Path, key: &Secret<[u8; 32]>, mode: Mode) -> Result<(Connection, u32)> {
    let conn = match mode {
        Mode::Write => Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?,
        Mode::Read => Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
        Mode::ReadUnlocked => {
            Connection::open_with_flags(immutable(path), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)?
        }
    };
    // SQLCipher would write to the terminal what it thinks of a wrong key; the person is told in one sentence instead.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    set_key(&conn, key)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    match mode {
        Mode::Write if conn.is_readonly("main")? => return Err(StoreError::ReadOnly),
        // Alone: SQLite then keeps its table of the log in memory, and no second writer can come in. It must be said before anything is read.
        Mode::Write => conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?,
        Mode::Read | Mode::ReadUnlocked => conn.execute_batch("PRAGMA query_only = ON")?,
    }
    let found = unlock(&conn)?;
    // A page that changes in one transaction after another is taken out of the log once for 32 MB of it, not once for 4.
    // Every page from the disk is decrypted; with 64 MB kept, those that searches walk through at each keystroke are decrypted once.
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 8000;",
    )?;
    Ok((conn, found))
}

/// Gives SQLCipher the raw key. The statement is wiped afterwards.
fn set_key(conn: &Connection, key: &Secret<[u8; 32]>) -> Result<()> {
    let mut sql = String::with_capacity(96);
    sql.push_str("PRAGMA key = \"x'");
    data_encoding::HEXLOWER.encode_append(key.expose(), &mut sql);
    sql.push_str("'\"");
    let sql = Secret::new(sql);
    Ok(conn.execute_batch(sql.expose())?)
}

/// Reads the first page with the key and gives the schema version.
fn unlock(conn: &Connection) -> Result<u32> {
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Err(e) if e.sqlite_error_code() == Some(ErrorCode::NotADatabase) => Err(StoreError::WrongKey),
        other => {
            other?;
            migrate::version(conn)
        }
    }
}

/// Brings the schema up to date, starts the log, and makes sure that the log's name is on the disk.
fn prepare(conn: &mut Connection, path: &Path, found: u32) -> Result<()> {
    migrate::refuse_newer(found)?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    if found > 0 && found < migrate::SCHEMA_VERSION {
        snapshot::keep_before(conn, path, migrate::SCHEMA_VERSION)?;
    }
    migrate::run(conn)?;
    // Reading makes the log. SQLite does not look whether the folder could then be made durable, so it is done here.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    sync_folder(path)
}

/// The path as a URI that tells SQLite not to lock (sqlite.org/uri.html). The vault's own lock keeps writers out.
fn immutable(path: &Path) -> String {
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_file_is_read_without_locks_whatever_its_name() {
        let key = Secret::new([7; 32]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("my vault?%20#é.db");
        make_empty(&path).unwrap();
        close(initialise(&path, &key).unwrap(), &path).unwrap();
        let (conn, found) = connect(&path, &key, Mode::ReadUnlocked).unwrap();
        assert_eq!(found, migrate::SCHEMA_VERSION);
        assert!(conn.execute("DELETE FROM draft", []).is_err());
    }
}
