//! The database as a whole: made, opened, changed in transactions, checked and closed.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use recourse_vault::Secret;
use rusqlite::{Connection, TransactionBehavior};

use crate::connect::beside;
use crate::table::upkeep;
use crate::{ChainHead, Integrity, Occasion, Reading, Result, StoreError, Writing, connect, integrity, live, snapshot};

/// The open records of a vault.
///
/// Dropping it leaves nothing lost, but [`close`](Self::close) also leaves one whole file without a log and says if it could not.
pub struct Database {
    conn: Connection,
    path: PathBuf,
}

impl Database {
    /// Makes a new database and leaves it open. It comes to its place in one step: a creation that is cut short leaves none.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`], or what the disk said.
    pub fn create(path: &Path, key: &Secret<[u8; 32]>) -> Result<Self> {
        if fs::exists(path).map_err(connect::disk("look for the records file"))? {
            return Err(StoreError::AlreadyExists);
        }
        let unfinished = beside(path, ".new");
        for left in [beside(&unfinished, "-wal"), beside(&unfinished, "-journal")] {
            // Left by a creation that was cut short; if it cannot be removed, making the file says so.
            let _ = fs::remove_file(left);
        }
        // Never away: a vault without records and without this has lost them.
        connect::make_empty(&unfinished)?;
        let conn = connect::initialise(&unfinished, key)?;
        connect::close(conn, &unfinished)?;
        fs::rename(&unfinished, path).map_err(connect::disk("put the records file in its place"))?;
        connect::sync_folder(path)?;
        Self::open(path, key)
    }

    /// Opens for reading and writing, and brings an older schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotADatabase`], [`StoreError::WrongKey`], [`StoreError::Damaged`],
    /// [`StoreError::NewerSchema`], [`StoreError::Busy`], [`StoreError::ReadOnly`], or what the disk said.
    pub fn open(path: &Path, key: &Secret<[u8; 32]>) -> Result<Self> {
        Ok(Self { conn: connect::open(path, key)?, path: path.to_owned() })
    }

    /// Opens for reading only; the records are not changed. Beside a file that was not closed, SQLite may leave an empty log.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`StoreError::OlderSchema`] or [`StoreError::NeedsWriting`].
    pub fn open_read_only(path: &Path, key: &Secret<[u8; 32]>) -> Result<Self> {
        Ok(Self { conn: connect::open_read_only(path, key)?, path: path.to_owned() })
    }

    /// Opens a copy of the records as they are now, for reading only, while another program may have the file open or nothing may be
    /// written beside it. A log that was left behind is taken in and an older schema brought up to date, in the copy.
    ///
    /// The copy is made in `folder`, which must be there; once this returns nothing in it is needed any more and it may be removed.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_copy(path: &Path, folder: &Path, key: &Secret<[u8; 32]>) -> Result<Self> {
        let path = live::take(path, folder)?;
        Ok(Self { conn: connect::open_alone(&path, key)?, path })
    }

    /// Answers questions.
    pub fn reading(&self) -> Reading<'_> {
        Reading::new(&self.conn)
    }

    /// Changes things, all or nothing: what `work` did is kept only if it returns `Ok`, and it is on the disk when this returns `Ok`.
    ///
    /// # Errors
    /// What `work` returned, or what the database said; nothing is changed then.
    pub fn transaction<T, E: From<StoreError>>(
        &mut self,
        occasion: &Occasion<'_>,
        work: impl FnOnce(&Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let begin = self.conn.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begin.map_err(StoreError::from)?;
        let writing = Writing::new(&transaction, *occasion);
        let done = work(&writing)?;
        if writing.is_given_up() {
            return Err(StoreError::GivenUp.into());
        }
        writing.finish()?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// Checks every page's seal, the structure, and the links between tables.
    ///
    /// # Errors
    /// What the disk said; damage is an answer, not an error.
    pub fn integrity(&self) -> Result<Integrity> {
        integrity::check(&self.conn)
    }

    /// Writes the records as they are now into another file, which is on the disk when this returns.
    ///
    /// # Errors
    /// What either disk said.
    pub fn copy_to(&self, to: &Path) -> Result<()> {
        snapshot::copy(&self.conn, &self.path, to)
    }

    /// The same for records that nobody has open, whatever their state.
    ///
    /// # Errors
    /// What either disk said.
    pub fn copy_closed(from: &Path, to: &Path) -> Result<()> {
        snapshot::copy_closed(from, to)
    }

    /// The end of the history in records that nobody has open, of this or an earlier schema. Nothing is written.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn head_of(path: &Path, key: &Secret<[u8; 32]>) -> Result<ChainHead> {
        connect::head_of(path, key)
    }

    /// The files that hold these records as they were before an update of the schema; at most one in ordinary use.
    pub fn kept_before_updates(&self) -> Vec<PathBuf> {
        snapshot::kept_before(&self.path)
    }

    /// Notes something about the care of this vault; the history does not tell of it.
    ///
    /// # Errors
    /// What the database said.
    pub fn note_upkeep(&self, key: &str, value: &str) -> Result<()> {
        upkeep::set(&self.conn, key, value)
    }

    /// Takes the log in and closes the file, so that the folder can be copied.
    ///
    /// # Errors
    /// What the disk said. Everything that was acknowledged is kept, then in the log.
    pub fn close(self) -> Result<()> {
        connect::close(self.conn, &self.path)
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Database").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
