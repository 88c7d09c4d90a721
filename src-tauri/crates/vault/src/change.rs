//! Changing the ways into an open vault.
//!
//! A slot is made first and counts only once it is accepted: a program that ends in between leaves the vault as it was.

use std::sync::{MutexGuard, PoisonError};

use crate::header::{Header, SlotKind, SlotRecord, SlotSummary};
use crate::keys::Key;
use crate::open::OpenVault;
use crate::sheet::RecoverySheet;
use crate::{Chance, KdfParams, Result, Secret, VaultError, header_file, recovery, slot};

/// A slot that was made and does not count yet.
#[derive(Debug)]
pub struct PendingSlot(SlotRecord);

impl PendingSlot {
    /// The slot's id.
    pub fn id(&self) -> &str {
        &self.0.id
    }
}

impl OpenVault {
    /// The ways to open the vault.
    pub fn slots(&self) -> Vec<SlotSummary> {
        self.header().summaries()
    }

    /// Whether these words are the passphrase. Takes as long as opening.
    ///
    /// # Errors
    /// [`VaultError::KdfRefused`] or [`VaultError::NotEnoughMemory`].
    pub fn is_passphrase(&self, words: &Secret<String>) -> Result<bool> {
        let header = self.header().clone();
        match slot::open_with_passphrase(&header.name(), header.slot(SlotKind::Passphrase)?, words) {
            Ok(_) => Ok(true),
            Err(VaultError::WrongPassphrase) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Replaces the passphrase. Copies of the vault made earlier still open with the old one.
    ///
    /// # Errors
    /// [`VaultError::PassphraseEmpty`], [`VaultError::NotEnoughMemory`] or what the disk said; the old passphrase then still opens the
    /// vault, unless the error came after the new header was in place.
    pub fn change_passphrase(
        &self,
        new: &Secret<String>,
        kdf: KdfParams,
        made: &str,
        chance: &mut dyn Chance,
    ) -> Result<()> {
        self.may_write()?;
        let name = self.header().name();
        let slot = slot::seal_with_passphrase(&name, &self.keys.vault, new, kdf, made, chance)?;
        self.accept(PendingSlot(slot))
    }

    /// Makes a new recovery code. Once its slot is accepted the old sheet's code stops working; the secret key line stays as it is.
    ///
    /// # Errors
    /// [`VaultError::NoChance`], [`VaultError::OpenForReading`].
    pub fn prepare_recovery_code(&self, made: &str, chance: &mut dyn Chance) -> Result<(RecoverySheet, PendingSlot)> {
        self.may_write()?;
        let code = recovery::draw(chance)?;
        let slot = slot::seal_with_code(&self.header().name(), &self.keys.vault, &code, made, chance)?;
        let line = Secret::new(self.identity_line().expose().clone());
        let sheet = RecoverySheet::new(self.id().to_owned(), made.to_owned(), recovery::groups(&code), line);
        Ok((sheet, PendingSlot(slot)))
    }

    /// Makes a secret for this computer's keyring, and the slot that it opens once the slot is accepted.
    ///
    /// # Errors
    /// [`VaultError::NoChance`], [`VaultError::OpenForReading`].
    pub fn prepare_keyring_slot(&self, made: &str, chance: &mut dyn Chance) -> Result<(Key, PendingSlot)> {
        self.may_write()?;
        let secret = Secret::filled(|bytes: &mut [u8; 32]| chance.fill(bytes))?;
        let slot = slot::seal_with_secret(&self.header().name(), &self.keys.vault, &secret, made, chance)?;
        Ok((secret, PendingSlot(slot)))
    }

    /// Lets a slot count: in the place of the one of its kind, or beside those of other computers.
    ///
    /// # Errors
    /// What the disk said.
    pub fn accept(&self, slot: PendingSlot) -> Result<()> {
        self.rewrite(|header| header.put(slot.0))
    }

    /// Takes out the slots of every keyring, from both copies of the key file.
    ///
    /// # Errors
    /// What the disk said.
    pub fn forget_keyrings(&self) -> Result<()> {
        self.rewrite(Header::forget_keyrings)
    }

    fn rewrite(&self, change: impl FnOnce(&mut Header)) -> Result<()> {
        self.may_write()?;
        let mut kept = self.header();
        let mut header = kept.clone();
        change(&mut header);
        header.sign(&self.keys);
        header_file::write(&self.layout, &header)?;
        *kept = header;
        Ok(())
    }

    /// The header in force.
    pub(crate) fn header(&self) -> MutexGuard<'_, Header> {
        self.header.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
