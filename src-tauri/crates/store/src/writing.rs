//! Changes to the store. Each writes its own entry of the history.

mod files;
mod log;
mod machine;
mod records;
mod words;

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use rusqlite::Connection;

use crate::table::{draft, setting};
use crate::{ChangeKind, Occasion, Reading, Result, StoreError};

/// Changes things within a transaction, and sees what was changed so far.
///
/// A method that fails has changed nothing. What changes nothing leaves no entry in the history.
#[derive(Debug)]
pub struct Writing<'c> {
    conn: &'c Connection,
    occasion: Occasion<'c>,
    reading: Reading<'c>,
    /// Whether a step is being taken: what is done within it is part of it.
    within: Cell<bool>,
    pending: RefCell<words::Pending>,
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
        Self { conn, occasion, reading, within: Cell::new(false), pending: RefCell::default() }
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

    /// Takes several steps as one: wholly or not at all, and with the work of one. What fails within must be handed on.
    ///
    /// # Errors
    /// What `work` returned, or what the database said.
    pub fn together<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if self.conn.is_autocommit() {
            // A full disk can make SQLite give the transaction up; what follows must not be kept on its own.
            return Err(StoreError::GivenUp.into());
        }
        if self.within.get() {
            return work();
        }
        let before = self.pending.borrow().mark();
        self.conn.execute_batch("SAVEPOINT step").map_err(StoreError::from)?;
        self.within.set(true);
        let done = work();
        self.within.set(false);
        match &done {
            Ok(_) => self.conn.execute_batch("RELEASE step").map_err(StoreError::from)?,
            Err(_) if self.conn.is_autocommit() => {}
            Err(_) => {
                self.pending.borrow_mut().back_to(before);
                self.conn.execute_batch("ROLLBACK TO step; RELEASE step").map_err(StoreError::from)?;
            }
        }
        done
    }

    /// Does `work` wholly or not at all.
    fn step<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.together(work)
    }
}
