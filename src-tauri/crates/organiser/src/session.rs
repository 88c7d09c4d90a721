//! A vault in hand: locked, or open with its records.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::thread::{self, ThreadId};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use recourse_domain::{FileId, RecordId};
use recourse_intake::worker::Worker;
use recourse_store::{Database, Occasion, Reading, Writing};
use recourse_vault::{
    Chance, KdfParams, NewVault, OpenVault, OsChance, RecoverySheet, Secret, SlotSummary, Vault, VaultError,
};
use uuid::Uuid;

use crate::clock::Clock;
use crate::opening::Keyring;
use crate::private::PrivateFolder;
use crate::{Error, Result};

/// What every use case needs besides the vault: the time, and a process to read strangers' files in.
#[derive(Clone)]
pub struct Tools {
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// The program that is started again to read files.
    pub worker: Worker,
}

/// A vault in hand. What can be done with it depends on `State`: [`Locked`] or [`Unlocked`].
pub struct Session<State> {
    state: State,
    tools: Tools,
}

/// Nothing but the folder and its header is known.
pub struct Locked {
    vault: Vault,
}

/// The keys are in memory and the records are open.
pub struct Unlocked {
    // Declared first so that the records are closed before the keys go.
    database: Mutex<Database>,
    vault: OpenVault,
    /// Passwords of kept files that the person has given. They are nowhere but here.
    passwords: Mutex<HashMap<FileId, Secret<String>>>,
    /// The turn that each thread is in the middle of, once something was changed.
    turns: Mutex<HashMap<ThreadId, Option<u64>>>,
    /// Held while files come in: an original that is sealed and not yet on record must not be taken for one that nobody needs.
    keeping: RwLock<()>,
}

impl Unlocked {
    fn new(database: Database, vault: OpenVault) -> Self {
        Self {
            database: Mutex::new(database),
            vault,
            passwords: Mutex::default(),
            turns: Mutex::default(),
            keeping: RwLock::default(),
        }
    }
}

impl Session<Locked> {
    /// Looks at a vault. Takes no lock and writes nothing.
    ///
    /// # Errors
    /// Where there is no vault, or its header cannot be read.
    pub fn at(folder: &Path, tools: Tools) -> Result<Self> {
        Ok(Self { state: Locked { vault: Vault::at(folder)? }, tools })
    }

    /// The same vault, to be opened for reading only: beside another program that has it open, or where nothing may be written.
    #[must_use]
    pub fn for_reading(self) -> Self {
        Self { state: Locked { vault: self.state.vault.for_reading() }, tools: self.tools }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.state.vault.folder()
    }

    /// The ways to open it.
    pub fn slots(&self) -> Vec<SlotSummary> {
        self.state.vault.slots()
    }

    /// Opens the vault with its passphrase.
    ///
    /// # Errors
    /// A wrong passphrase, a vault open elsewhere, or what the disk said.
    pub fn unlock(&self, passphrase: &Secret<String>) -> Result<Session<Unlocked>> {
        self.open(self.state.vault.unlock(passphrase)?)
    }

    /// Opens the vault with the code on its recovery sheet.
    ///
    /// # Errors
    /// A wrong or mistyped code, a vault open elsewhere, or what the disk said.
    pub fn unlock_with_recovery_code(&self, code: &Secret<String>) -> Result<Session<Unlocked>> {
        self.open(self.state.vault.unlock_with_recovery_code(code)?)
    }

    /// Opens the vault with what this computer's keyring keeps for it.
    ///
    /// # Errors
    /// Where the keyring keeps nothing, or nothing that opens it; those of [`unlock`](Self::unlock).
    pub fn unlock_with_keyring(&self, keyring: &dyn Keyring) -> Result<Session<Unlocked>> {
        let kept = keyring.find(self.state.vault.id()).ok_or(VaultError::WrongKeyringSecret)?;
        self.open(self.state.vault.unlock_with_keyring(&kept.slot, &kept.secret)?)
    }

    fn open(&self, vault: OpenVault) -> Result<Session<Unlocked>> {
        let path = vault.database_path();
        if vault.is_for_reading() {
            let folder = PrivateFolder::make()?;
            let database = Database::open_copy(&path, folder.path(), vault.database_key())?;
            return Ok(Session::of(vault, database, self.tools.clone()));
        }
        // A vault whose making was cut short before its records file was there holds nothing yet.
        let database = if vault.awaits_database() {
            Database::create(&path, vault.database_key())?
        } else {
            Database::open(&path, vault.database_key())?
        };
        let session = Session::of(vault, database, self.tools.clone());
        // What a deletion left to be removed. What cannot be removed now waits for the next opening and harms nobody.
        let _ = crate::history::bin::sweep(&session);
        Ok(session)
    }
}

impl Session<Unlocked> {
    /// Makes a vault and leaves it open. The recovery sheet exists only here: the vault keeps no copy.
    ///
    /// # Errors
    /// A folder that holds something, an empty passphrase, or what the disk said.
    pub fn create(
        folder: &Path,
        passphrase: &Secret<String>,
        kdf: KdfParams,
        tools: Tools,
    ) -> Result<(Self, RecoverySheet)> {
        let created = tools.clock.now().to_rfc3339_opts(SecondsFormat::Secs, true);
        let (vault, sheet) = NewVault { folder, passphrase, kdf, created: &created }.make(&mut OsChance)?;
        let database = Database::create(&vault.database_path(), vault.database_key())?;
        Ok((Self::of(vault, database, tools), sheet))
    }

    /// A session of a vault and records that are open already.
    pub(crate) fn of(vault: OpenVault, database: Database, tools: Tools) -> Self {
        Self { state: Unlocked::new(database, vault), tools }
    }

    /// Closes the records, forgets the keys and lets the folder go.
    ///
    /// # Errors
    /// Where the records could not be closed cleanly; what was acknowledged is safe all the same.
    pub fn lock(self) -> Result<Session<Locked>> {
        let folder = self.state.vault.folder().to_owned();
        let database = self.state.database.into_inner().unwrap_or_else(PoisonError::into_inner);
        let closed = database.close();
        drop(self.state.vault);
        closed?;
        Session::at(&folder, self.tools)
    }

    /// The open vault: its objects and keys.
    pub fn vault(&self) -> &OpenVault {
        &self.state.vault
    }

    /// Whether the vault was opened for reading only. Then everything that would change it is answered with a sentence.
    pub fn is_for_reading(&self) -> bool {
        self.state.vault.is_for_reading()
    }

    /// Keeps the password of a file in memory until the vault is locked.
    pub(crate) fn remember_password(&self, file: FileId, password: Secret<String>) {
        self.passwords().insert(file, password);
    }

    /// Whether the password of a file is known.
    pub(crate) fn knows_password(&self, file: FileId) -> bool {
        self.passwords().contains_key(&file)
    }

    /// Does something with the password of a file: an empty one where none is known.
    pub(crate) fn with_password<T>(&self, file: FileId, make: impl FnOnce(&str) -> T) -> T {
        let copy = self.passwords().get(&file).map(|password| Secret::new(password.expose().clone()));
        make(copy.as_ref().map_or("", |password| password.expose()))
    }

    fn passwords(&self) -> MutexGuard<'_, HashMap<FileId, Secret<String>>> {
        self.state.passwords.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The process that reads strangers' files.
    pub fn worker(&self) -> &Worker {
        &self.tools.worker
    }

    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.tools.clock.now()
    }

    /// The day on the person's calendar.
    pub fn today(&self) -> NaiveDate {
        self.tools.clock.today()
    }

    /// Asks the records something.
    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let database = self.database();
        ask(&database.reading())
    }

    /// Changes the records: all of it or nothing, and only durable when this returns.
    pub(crate) fn write<T>(&self, action: &str, change: impl FnOnce(&Writing<'_>) -> Result<T>) -> Result<T> {
        self.write_turn(action, None, change)
    }

    /// The same, taking back a turn of the history.
    pub(crate) fn write_turn<T>(
        &self,
        action: &str,
        back: Option<u64>,
        change: impl FnOnce(&Writing<'_>) -> Result<T>,
    ) -> Result<T> {
        if self.is_for_reading() {
            return Err(VaultError::OpenForReading.into());
        }
        let mut chance = [0; 16];
        OsChance.fill(&mut chance).map_err(Error::Vault)?;
        let thread = thread::current().id();
        let turn = self.turns().get(&thread).copied().flatten();
        let change_key = self.state.vault.change_key();
        let occasion = Occasion { at: self.now(), action, change_key, chance, turn, back };
        let (done, turn) =
            self.database().transaction(&occasion, |records| Ok::<_, Error>((change(records)?, records.turn())))?;
        if let Some(open) = self.turns().get_mut(&thread) {
            *open = turn;
        }
        Ok(done)
    }

    /// Does `work` as one turn of the history: what it changes, in however many steps, is taken back together. Within another, it is part of that one.
    pub fn as_one<T>(&self, work: impl FnOnce() -> T) -> T {
        let thread = thread::current().id();
        if self.turns().contains_key(&thread) {
            return work();
        }
        self.turns().insert(thread, None);
        let done = work();
        self.turns().remove(&thread);
        done
    }

    /// Removes the records as they were before an update of the schema. What cannot be removed goes the next time.
    pub(crate) fn forget_records_before_updates(&self) {
        for kept in self.database().kept_before_updates() {
            let _ = std::fs::remove_file(kept);
        }
    }

    /// Held while files come in.
    pub(crate) fn keeping(&self) -> RwLockReadGuard<'_, ()> {
        self.state.keeping.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Held while originals are removed; none while files come in.
    pub(crate) fn not_keeping(&self) -> Option<RwLockWriteGuard<'_, ()>> {
        self.state.keeping.try_write().ok()
    }

    fn turns(&self) -> MutexGuard<'_, HashMap<ThreadId, Option<u64>>> {
        self.state.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new inner name for a record.
    pub(crate) fn new_record_id(&self) -> Result<RecordId> {
        self.new_uuid().map(RecordId)
    }

    /// A new inner name for a kept file.
    pub(crate) fn new_file_id(&self) -> Result<FileId> {
        self.new_uuid().map(FileId)
    }

    pub(crate) fn database(&self) -> MutexGuard<'_, Database> {
        self.state.database.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn new_uuid(&self) -> Result<Uuid> {
        let mut random = [0; 10];
        OsChance.fill(&mut random).map_err(Error::Vault)?;
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}
