//! Changes to the store. Each writes its own entry of the history.

mod arrangement;
mod bin;
mod files;
mod log;
mod machine;
mod records;
mod redactions;
mod words;

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use rusqlite::Connection;

use crate::chain::SealedHead;
use crate::table::{draft, leaving, setting};
use crate::{ChangeKind, Occasion, Reading, Result, StoreError};

pub use bin::Erased;

/// Changes things within a transaction, and sees what was changed so far.
///
/// A method that fails has changed nothing. What changes nothing leaves no entry in the history.
#[derive(Debug)]
pub struct Writing<'c> {
    conn: &'c Connection,
    occasion: Occasion<'c>,
    reading: Reading<'c>,
    /// Whether steps are being taken together.
    together: Cell<bool>,
    given_up: Cell<bool>,
    pending: RefCell<words::Pending>,
    /// The end of the history, once it is known.
    head: Cell<Option<SealedHead>>,
    /// The first entry of what is done at once, once there is one.
    turn: Cell<Option<i64>>,
    /// Whether words were erased.
    erased: Cell<bool>,
}

impl<'c> Deref for Writing<'c> {
    type Target = Reading<'c>;

    fn deref(&self) -> &Self::Target {
        &self.reading
    }
}

impl<'c> Writing<'c> {
    pub(crate) fn new(conn: &'c Connection, occasion: Occasion<'c>) -> Self {
        let reading = Reading::new(conn);
        Self {
            conn,
            occasion,
            reading,
            together: Cell::new(false),
            given_up: Cell::new(false),
            pending: RefCell::default(),
            head: Cell::new(None),
            turn: Cell::new(occasion.turn.and_then(|turn| i64::try_from(turn).ok())),
            erased: Cell::new(false),
        }
    }

    /// The number of the first entry of what is done at once; none where nothing was changed yet.
    pub fn turn(&self) -> Option<u64> {
        self.turn.get().map(i64::unsigned_abs)
    }

    /// Notes that an object is gone from the vault's folder, or is needed again.
    ///
    /// # Errors
    /// What the database said.
    pub fn has_left(&self, object: &str) -> Result<()> {
        self.step(|| leaving::strike(self.conn, object))
    }

    /// Keeps the unsaved words of a form. They are no part of the history.
    ///
    /// # Errors
    /// What the database said.
    pub fn save_draft(&self, key: &str, body: &str) -> Result<()> {
        self.step(|| draft::save(self.conn, key, body, self.occasion.at))
    }

    /// Forgets the unsaved words of a form; none is no error.
    ///
    /// # Errors
    /// What the database said.
    pub fn remove_draft(&self, key: &str) -> Result<()> {
        self.step(|| draft::remove(self.conn, key))
    }

    /// Sets a setting of this vault.
    ///
    /// # Errors
    /// What the database said.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<()> {
        self.step(|| {
            let before = self.setting(key)?;
            if before.as_deref() == Some(value) {
                return Ok(());
            }
            setting::set(self.conn, key, value)?;
            let pair = |value: &str| serde_json::json!({ "key": key, "value": value });
            self.log(ChangeKind::SettingSet, None, before.map(|old| pair(&old)), Some(pair(value)))
        })
    }

    /// Takes many steps without a place to go back to after each, which is much less work. What fails within gives up the whole transaction.
    ///
    /// # Errors
    /// What `work` returned.
    pub fn together<T, E>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let before = self.together.replace(true);
        let done = work();
        self.together.set(before);
        if done.is_err() {
            self.given_up.set(true);
        }
        done
    }

    /// Does `work` wholly or not at all.
    fn step<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        if self.is_given_up() {
            return Err(StoreError::GivenUp);
        }
        if self.together.get() {
            return work();
        }
        let before = self.pending.borrow().mark();
        self.conn.execute_batch("SAVEPOINT step")?;
        let done = work();
        match &done {
            Ok(_) => self.conn.execute_batch("RELEASE step")?,
            Err(_) if self.conn.is_autocommit() => {}
            Err(_) => {
                self.pending.borrow_mut().back_to(before);
                self.head.set(None);
                self.conn.execute_batch("ROLLBACK TO step; RELEASE step")?;
            }
        }
        done
    }

    /// Whether nothing of the transaction may be kept. A full disk, too, can make SQLite give a transaction up; what follows must not be kept on its own.
    pub(crate) fn is_given_up(&self) -> bool {
        self.given_up.get() || self.conn.is_autocommit()
    }
}
