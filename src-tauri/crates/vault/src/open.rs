//! A vault while it is open.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::header::{Header, SlotRecord};
use crate::header_file::{self, Found};
use crate::keys::Keys;
use crate::layout::{DATABASE_FILE, Layout, UNMADE_DATABASE_FILE};
use crate::lock::Lock;
use crate::objects::pack::Packs;
use crate::sheet::RecoverySheet;
use crate::{Chance, KdfParams, Result, Secret, durable, recovery, slot};

/// An open vault: its keys and its objects. Dropping it wipes the keys and lets the lock go.
///
/// It may be shared between threads; several may attach and read at once.
pub struct OpenVault {
    pub(crate) layout: Layout,
    pub(crate) keys: Keys,
    /// One object at a time is put in its place, so that two of the same content do not cross.
    pub(crate) placing: Mutex<()>,
    /// None until somebody asks.
    pub(crate) packs: Mutex<Option<Packs>>,
    header: Header,
    repair: HeaderRepair,
    next_temporary: AtomicU64,
    _lock: Lock,
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
    pub(crate) fn start(layout: Layout, lock: Lock, found: Found, keys: Keys) -> Result<Self> {
        let repair = prepare(&layout, &found);
        Ok(Self {
            layout,
            keys,
            placing: Mutex::new(()),
            packs: Mutex::new(None),
            header: found.header,
            repair,
            next_temporary: AtomicU64::new(1),
            _lock: lock,
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.layout.root()
    }

    /// The vault's number, as on its recovery sheet.
    pub fn id(&self) -> &str {
        &self.header.vault_id
    }

    /// What was done about the copies of the header at opening.
    pub fn header_repair(&self) -> HeaderRepair {
        self.repair
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

    /// Replaces the passphrase. Copies of the vault made earlier still open with the old one.
    ///
    /// # Errors
    /// [`crate::VaultError::PassphraseEmpty`], [`crate::VaultError::NotEnoughMemory`] or what the disk said; the old
    /// passphrase then still opens the vault, unless the failure came after the new header was in place.
    pub fn change_passphrase(
        &mut self,
        new: &Secret<String>,
        kdf: KdfParams,
        made: &str,
        chance: &mut dyn Chance,
    ) -> Result<()> {
        let slot = slot::seal_with_passphrase(&self.header.name(), &self.keys.vault, new, kdf, made, chance)?;
        self.rewrite(slot)
    }

    /// Makes a new recovery code; the old sheet's code stops working, its secret key line does not change.
    ///
    /// # Errors
    /// [`crate::VaultError::NoChance`] or what the disk said.
    pub fn new_recovery_code(&mut self, made: &str, chance: &mut dyn Chance) -> Result<RecoverySheet> {
        let code = recovery::draw(chance)?;
        let slot = slot::seal_with_code(&self.header.name(), &self.keys.vault, &code, made, chance)?;

        self.rewrite(slot)?;
        let line = Secret::new(self.keys.identity_line().expose().clone());
        Ok(RecoverySheet::new(self.header.vault_id.clone(), made.to_owned(), recovery::groups(&code), line))
    }

    fn rewrite(&mut self, slot: SlotRecord) -> Result<()> {
        let mut header = self.header.clone();
        header.replace(slot);
        header.sign(&self.keys);
        header_file::write(&self.layout, &header)?;
        self.header = header;
        Ok(())
    }

    /// A name for a temporary that no other thread uses.
    pub(crate) fn temporary(&self, what: &str) -> PathBuf {
        let number = self.next_temporary.fetch_add(1, Ordering::Relaxed);
        self.layout.temporaries().join(format!("{what}-{number}"))
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
        f.debug_struct("OpenVault").field("id", &self.header.vault_id).finish_non_exhaustive()
    }
}
