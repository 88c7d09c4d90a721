//! A vault's folder while it is locked.

use std::path::Path;

use crate::header::{Header, SlotKind, SlotSummary};
use crate::header_file::{self, Found, HeaderCopy};
use crate::keys::{Key, Keys};
use crate::layout::{LOCK_FILE, Layout};
use crate::lock::Lock;
use crate::open::OpenVault;
use crate::{Result, Secret, VaultError, recovery, slot};

/// A vault that is there and locked.
#[derive(Debug, Clone)]
pub struct Vault {
    layout: Layout,
    found: Found,
    for_reading: bool,
}

impl Vault {
    /// Looks at a folder and reads its header; takes no lock and writes nothing.
    ///
    /// # Errors
    /// [`VaultError::Missing`], [`VaultError::NotAVault`], [`VaultError::HeaderDamaged`],
    /// [`VaultError::HeadersDisagree`], [`VaultError::NewerFormat`] or what the disk said.
    pub fn at(folder: &Path) -> Result<Self> {
        let layout = Layout::new(folder);
        let found = header_file::read(&layout)?;
        Ok(Self { layout, found, for_reading: false })
    }

    /// The same vault, to be opened for reading only: without the lock, so beside another program that has it open, and without
    /// writing anything into its folder.
    #[must_use]
    pub fn for_reading(mut self) -> Self {
        self.for_reading = true;
        self
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.layout.root()
    }

    /// The vault's number, as on its recovery sheet.
    pub fn id(&self) -> &str {
        &self.found.header.vault_id
    }

    /// When it was made, as handed in then.
    pub fn created(&self) -> &str {
        &self.found.header.created
    }

    /// Which copy of the header was read; [`HeaderCopy::Backup`] is worth telling the person.
    pub fn header_copy(&self) -> HeaderCopy {
        self.found.copy
    }

    /// The ways to open it.
    pub fn slots(&self) -> Vec<SlotSummary> {
        self.found.header.summaries()
    }

    /// Opens the vault with its passphrase. Takes about a second and the memory that the header names.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::VaultBusy`], [`VaultError::HeaderTampered`],
    /// [`VaultError::KdfRefused`], [`VaultError::NotEnoughMemory`], those of [`Vault::at`].
    pub fn unlock(&self, passphrase: &Secret<String>) -> Result<OpenVault> {
        self.open(|header| slot::open_with_passphrase(&header.name(), header.slot(SlotKind::Passphrase)?, passphrase))
    }

    /// Opens the vault with the code from its recovery sheet.
    ///
    /// # Errors
    /// [`VaultError::RecoveryCodeMistyped`], [`VaultError::WrongRecoveryCode`], those of [`Vault::unlock`].
    pub fn unlock_with_recovery_code(&self, typed: &Secret<String>) -> Result<OpenVault> {
        let code = recovery::parse(typed.expose())?;
        self.open(|header| slot::open_with_code(&header.name(), header.slot(SlotKind::Recovery)?, &code))
    }

    /// Opens a folder of a vault whose keys are in hand.
    pub(crate) fn open_knowing(&self, known: &OpenVault) -> Result<OpenVault> {
        if self.id() != known.id() {
            return Err(VaultError::CopyForeign);
        }
        self.open(|_| Ok(Secret::new(*known.keys.vault.expose())))
    }

    /// Opens the vault with what this computer's keyring kept for one of its slots.
    ///
    /// # Errors
    /// [`VaultError::WrongKeyringSecret`], those of [`Vault::unlock`].
    pub fn unlock_with_keyring(&self, slot: &str, secret: &Secret<[u8; 32]>) -> Result<OpenVault> {
        self.open(|header| {
            let slot = header.keyring_slots().iter().find(|kept| kept.id == slot);
            slot::open_with_secret(&header.name(), slot.ok_or(VaultError::WrongKeyringSecret)?, secret)
        })
    }

    fn open(&self, unwrap: impl Fn(&Header) -> Result<Key>) -> Result<OpenVault> {
        let lock = if self.for_reading { None } else { Some(Lock::take(&self.layout.file(LOCK_FILE))?) };
        // Read again: another program may have changed the passphrase since.
        let found = header_file::read(&self.layout)?;
        let key = unwrap(&found.header).map_err(|e| match e {
            // With a damaged header nobody can tell a wrong passphrase from a spoilt slot.
            VaultError::WrongPassphrase | VaultError::WrongRecoveryCode | VaultError::WrongKeyringSecret
                if !found.whole =>
            {
                VaultError::HeaderDamaged
            }
            other => other,
        })?;
        let keys = Keys::derive(key)?;
        if !found.header.signed_by(&keys) {
            return Err(if found.whole { VaultError::HeaderTampered } else { VaultError::HeaderDamaged });
        }
        OpenVault::start(self.layout.clone(), lock, found, keys)
    }
}
