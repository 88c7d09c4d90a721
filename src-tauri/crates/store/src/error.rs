//! What can go wrong, each with a sentence that a person may read.

use std::io;

use recourse_domain::{FileId, RecordId, RecordKind};
use rusqlite::ErrorCode;

/// Everything that the store refuses or fails to do.
///
/// No sentence holds a word of a record, so that it may be logged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no database at the path.
    #[error("The vault's records file is missing. Restore records.db from a backup.")]
    Missing,
    /// A new database was asked for where one is.
    #[error("There is a records file here already.")]
    AlreadyExists,
    /// The file cannot be an encrypted database: wrong length, or a plain one.
    #[error("records.db is not a records file of Recourse. Restore it from a backup.")]
    NotADatabase,
    /// The key does not open the first page. Encrypted pages look alike, so a damaged first page looks the same.
    #[error(
        "records.db does not open with this vault's key: it belongs to another vault, or its beginning is damaged. \
         Restore it from a backup."
    )]
    WrongKey,
    /// A page does not pass its seal, or the structure is broken.
    #[error("The records file is damaged. It has been left as it is; restore it from a backup.")]
    Damaged,
    /// The schema is of a later version.
    #[error(
        "These records were written by a newer Recourse (schema {found}, this one knows {known}). Update Recourse."
    )]
    NewerSchema {
        /// Version in the file.
        found: u32,
        /// The last version this program knows.
        known: u32,
    },
    /// The schema is of an earlier version and the database was opened for reading only.
    #[error(
        "These records were written by an older Recourse and cannot be brought up to date on a disk that can only be read."
    )]
    OlderSchema,
    /// The disk that holds the vault is full.
    #[error("The disk is full. Nothing was changed; free some space and try again.")]
    DiskFull,
    /// The database, or the disk it lies on, can only be read.
    #[error("The records can only be read, not changed.")]
    ReadOnly,
    /// Another process has the database open.
    #[error("The records are open in another window or program.")]
    Busy,
    /// The database was not closed and its log cannot be taken in on a disk that can only be read.
    #[error("These records were not closed properly. Copy the vault to a disk that can be written and open it there.")]
    NeedsWriting,
    /// The file may not be opened.
    #[error("Recourse has no permission to open the records file.")]
    NoPermission,
    /// The file, or what SQLite needs beside it, could not be opened.
    #[error("The records file could not be opened.")]
    CannotOpen,
    /// Any other failure of the disk.
    #[error("The disk failed to {doing}: {}.", recourse_vault::in_words(.source))]
    Io {
        /// The step, such as "make the folder durable".
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// No record with this id, or it is of another kind.
    #[error("There is no such {} record.", .kind.code())]
    NoSuchRecord {
        /// The id.
        id: RecordId,
        /// The kind asked for.
        kind: RecordKind,
    },
    /// No record of any kind with this id.
    #[error("There is no such record.")]
    NoRecord(RecordId),
    /// The record was deleted for good.
    #[error("This record was deleted for good.")]
    Deleted(RecordId),
    /// Only what lies in the bin is deleted for good.
    #[error("This record does not lie in the bin.")]
    NotInBin(RecordId),
    /// A claim is what all else belongs to.
    #[error("A claim cannot be moved to the bin.")]
    ClaimStays,
    /// No kept file with this id.
    #[error("There is no such file.")]
    NoSuchFile(FileId),
    /// Something points to a record or file that is not there, or not of the right kind.
    #[error("This points to a record that is not in the vault.")]
    BrokenLink,
    /// Two rows would share what must be unique, such as an id or a place among an item's files.
    #[error("This is in the vault already.")]
    Conflict,
    /// What a kept file is can never be changed: its bytes, their sum and length, its name and when it was added.
    #[error("What a kept file is cannot be changed.")]
    FileIsFixed,
    /// The files named are not exactly those of the item.
    #[error("The order must name each file of the item once.")]
    NotTheFiles,
    /// SQLite gave the whole transaction up at an earlier step, whose failure was passed over.
    #[error("Nothing was changed, because a part of it failed.")]
    GivenUp,
    /// A number that the database cannot hold.
    #[error("A number is too large to be kept.")]
    TooLarge,
    /// A stored value is not what its column promises.
    #[error("A stored value cannot be read: {0}.")]
    Unreadable(String),
    /// A value could not be spelled for the database.
    #[error("A value could not be written as JSON.")]
    Unwritable(#[from] serde_json::Error),
    /// Any other failure of the database.
    #[error("The records file failed: {0}.")]
    Sql(rusqlite::Error),
}

/// The result of everything in this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match &error {
            E::FromSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::Utf8Error(..)
            | E::InvalidColumnType(..) => Self::Unreadable(which_column(&error)),
            _ => match error.sqlite_error().map(|e| (e.code, e.extended_code)) {
                Some((ErrorCode::DiskFull, _)) => Self::DiskFull,
                Some((ErrorCode::ReadOnly, _)) => Self::ReadOnly,
                Some((ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _)) => Self::Busy,
                Some((ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _)) => Self::Damaged,
                Some((ErrorCode::PermissionDenied, _)) => Self::NoPermission,
                Some((ErrorCode::CannotOpen, _)) => Self::CannotOpen,
                Some((ErrorCode::SystemIoFailure, extended)) => {
                    Self::Io { doing: io_step(extended), source: io::Error::other(error.to_string()) }
                }
                Some((ErrorCode::ConstraintViolation, rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)) => Self::BrokenLink,
                Some((
                    ErrorCode::ConstraintViolation,
                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY,
                )) => Self::Conflict,
                _ => Self::Sql(error),
            },
        }
    }
}

/// Names the column only: the value itself may be personal.
fn which_column(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::InvalidColumnType(_, name, found) => format!("column {name} holds {found}"),
        rusqlite::Error::FromSqlConversionFailure(column, found, _) => format!("column {column} holds bad {found}"),
        rusqlite::Error::IntegralValueOutOfRange(column, _) => format!("column {column} is out of range"),
        _ => "text that is not UTF-8".to_owned(),
    }
}

/// The part of an I/O failure that a person can make sense of.
fn io_step(extended: i32) -> &'static str {
    match extended {
        rusqlite::ffi::SQLITE_IOERR_FSYNC | rusqlite::ffi::SQLITE_IOERR_DIR_FSYNC => "make the records durable",
        rusqlite::ffi::SQLITE_IOERR_WRITE | rusqlite::ffi::SQLITE_IOERR_TRUNCATE => "write the records",
        _ => "read or write the records",
    }
}
