//! A vault while it is open.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::header::Header;
use crate::header_file::{self, Found};
use crate::keys::Keys;
use crate::layout::{DATABASE_FILE, Layout, UNMADE_DATABASE_FILE};
use crate::lock::Lock;
use crate::objects::pack::Packs;
use crate::{Result, Secret, VaultError, durable};

/// An open vault: its keys and its objects. Dropping it wipes the keys and lets the lock go.
///
/// Opened for reading only it holds no lock, and everything that would write says [`VaultError::OpenForReading`].
///
/// It may be shared between threads; several may attach and read at once.
pub struct OpenVault {
    pub(crate) layout: Layout,
    pub(crate) keys: Keys,
    /// One object at a time is put in its place, so that two of the same content do not cross.
    pub(crate) placing: Mutex<()>,
    /// None until somebody asks.
    pub(crate) packs: Mutex<Option<Packs>>,
    id: String,
    pub(crate) header: Mutex<Header>,
    repair: HeaderRepair,
    next_temporary: AtomicU64,
    /// None where the vault is open for reading only.
    lock: Option<Lock>,
}

/// Whether the two copies of the header had to be made equal at opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderRepair {
    /// Both were good.
    NotNeeded,
    /// One was damaged, missing or old and has been rewritten from the other.
    Done,
    /// One is damaged, missing or old and could not be rewritten, for example on a read-only disk.
    Failed,
}

impl OpenVault {
    pub(crate) fn start(layout: Layout, lock: Option<Lock>, found: Found, keys: Keys) -> Result<Self> {
        let repair = if lock.is_some() { prepare(&layout, &found) } else { HeaderRepair::NotNeeded };
        Ok(Self {
            layout,
            keys,
            placing: Mutex::new(()),
            packs: Mutex::new(None),
            id: found.header.vault_id.clone(),
            header: Mutex::new(found.header),
            repair,
            next_temporary: AtomicU64::new(1),
            lock,
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.layout.root()
    }

    /// The vault's number, as on its recovery sheet.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether the vault was opened for reading only.
    pub fn is_for_reading(&self) -> bool {
        self.lock.is_none()
    }

    /// Refuses where nothing may be written.
    pub(crate) fn may_write(&self) -> Result<()> {
        if self.is_for_reading() { Err(VaultError::OpenForReading) } else { Ok(()) }
    }

    /// When it was made, RFC 3339 in UTC.
    pub fn created(&self) -> String {
        self.header().created.clone()
    }

    /// What was done about the copies of the header at opening.
    pub fn header_repair(&self) -> HeaderRepair {
        self.repair
    }

    /// Whether a header was written with this vault's keys.
    pub(crate) fn signed(&self, header: &Header) -> bool {
        header.signed_by(&self.keys)
    }

    /// Where the database lies. This crate never touches it.
    pub fn database_path(&self) -> PathBuf {
        self.layout.file(DATABASE_FILE)
    }

    /// Whether the database is still to be made: the making of the vault was cut short before it, and nothing was ever kept.
    pub fn awaits_database(&self) -> bool {
        !self.database_path().exists() && self.layout.file(UNMADE_DATABASE_FILE).is_file()
    }

    /// The database's raw 32-byte key.
    pub fn database_key(&self) -> &Secret<[u8; 32]> {
        &self.keys.database
    }

    /// The key that seals entries of the change history.
    pub fn change_key(&self) -> &Secret<[u8; 32]> {
        &self.keys.change
    }

    /// The line with which the stock `age` tool opens every object.
    pub fn identity_line(&self) -> &Secret<String> {
        self.keys.identity_line()
    }

    /// Makes the names in the vault's folder durable. SQLite ignores a failure of this when it makes its
    /// log file, so the opener of the database calls it and refuses to go on if it fails.
    ///
    /// # Errors
    /// What the disk said.
    pub fn sync_folder(&self) -> Result<()> {
        durable::sync_folder(self.layout.root())
    }

    /// A name for a temporary that no other thread uses. Everything that is written into the folder begins with one.
    pub(crate) fn temporary(&self, what: &str) -> Result<PathBuf> {
        self.may_write()?;
        let number = self.next_temporary.fetch_add(1, Ordering::Relaxed);
        Ok(self.layout.temporaries().join(format!("{what}-{number}")))
    }
}

/// Brings the folder in order. Nothing here may keep a person from reading an intact vault, so failures
/// (a read-only or full disk) are left for the step that needs the disk.
fn prepare(layout: &Layout, found: &Found) -> HeaderRepair {
    // Some copying tools drop empty folders.
    let _ = durable::make_folder(&layout.objects());
    let _ = durable::make_folder(&layout.temporaries());
    if let Ok(left) = fs::read_dir(layout.temporaries()) {
        for entry in left.flatten() {
            let _ = fs::remove_file(entry.path());
        }
    }
    match found.sound {
        true => HeaderRepair::NotNeeded,
        false if header_file::write(layout, &found.header).is_ok() => HeaderRepair::Done,
        false => HeaderRepair::Failed,
    }
}

impl fmt::Debug for OpenVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenVault").field("id", &self.id).finish_non_exhaustive()
    }
}
