//! Making a new vault.

use std::fs;
use std::path::Path;

use crate::durable::{Temporary, make_folder, sync_folder};
use crate::error::disk;
use crate::header::{Header, VaultName};
use crate::header_file::{self, Found, HeaderCopy};
use crate::keys::Keys;
use crate::layout::{LOCK_FILE, Layout, README, README_FILE, SKELETON, UNMADE_DATABASE_FILE};
use crate::lock::Lock;
use crate::open::OpenVault;
use crate::sheet::RecoverySheet;
use crate::{Chance, KdfParams, Result, Secret, VaultError, chance, recovery, slot};

/// A vault to be made.
#[derive(Debug)]
pub struct NewVault<'a> {
    /// A folder that is not there yet, or empty. Its parent must exist.
    pub folder: &'a Path,
    /// The passphrase to open it with.
    pub passphrase: &'a Secret<String>,
    /// How hard guessing the passphrase is made; [`KdfParams::for_people`] or calibrated.
    pub kdf: KdfParams,
    /// The present time, RFC 3339 in UTC.
    pub created: &'a str,
}

impl NewVault<'_> {
    /// Makes the vault and leaves it open. The header is written last: a creation that is cut short
    /// leaves no half vault and can simply be repeated.
    ///
    /// # Errors
    /// [`VaultError::AlreadyExists`], [`VaultError::PassphraseEmpty`], [`VaultError::NotEnoughMemory`],
    /// [`VaultError::NoChance`] or what the disk said.
    pub fn make(&self, chance: &mut dyn Chance) -> Result<(OpenVault, RecoverySheet)> {
        // Everything that can be refused is refused before the disk is touched.
        let keys = Keys::fresh(chance)?;
        let vault_id = uuid::Builder::from_random_bytes(chance::bytes(chance)?).into_uuid().to_string();
        let name = VaultName::current(vault_id.clone());
        let by_words = slot::seal_with_passphrase(&name, &keys.vault, self.passphrase, self.kdf, self.created, chance)?;
        let code = recovery::draw(chance)?;
        let by_code = slot::seal_with_code(&name, &keys.vault, &code, self.created, chance)?;
        let mut header = Header::new(vault_id.clone(), self.created, vec![by_words, by_code]);
        header.sign(&keys);

        let layout = Layout::new(self.folder);
        make_folder(layout.root())?;
        only_skeleton(layout.root())?;
        let lock = Lock::take(&layout.file(LOCK_FILE))?;
        make_folder(&layout.objects())?;
        make_folder(&layout.temporaries())?;
        let readme = layout.temporaries().join("readme.new");
        let _ = fs::remove_file(&readme);
        Temporary::with_content(readme, README.as_bytes())?.place(&layout.file(README_FILE))?;
        // Told apart for ever from a vault whose records were taken away.
        let unmade = layout.file(UNMADE_DATABASE_FILE);
        let _ = fs::remove_file(&unmade);
        Temporary::with_content(layout.temporaries().join("records.new"), b"")?.place(&unmade)?;
        header_file::write(&layout, &header)?;
        sync_parent(layout.root())?;

        let sheet = RecoverySheet::new(
            vault_id,
            self.created.to_owned(),
            recovery::groups(&code),
            Secret::new(keys.identity_line().expose().clone()),
        );
        let found = Found { header, copy: HeaderCopy::Main, whole: true, sound: true };
        Ok((OpenVault::start(layout, Some(lock), found, keys)?, sheet))
    }
}

/// Refuses a folder that holds anything but what an interrupted creation leaves.
fn only_skeleton(folder: &Path) -> Result<()> {
    let here = fs::read_dir(folder).map_err(disk("look into the folder"))?;
    for entry in here {
        let entry = entry.map_err(disk("look into the folder"))?;
        if !SKELETON.iter().any(|name| entry.file_name() == *name) {
            return Err(VaultError::AlreadyExists);
        }
    }
    let objects = Layout::new(folder).objects();
    match fs::read_dir(objects).map(|mut inside| inside.next().is_none()) {
        Ok(false) => Err(VaultError::AlreadyExists),
        Ok(true) | Err(_) => Ok(()),
    }
}

fn sync_parent(folder: &Path) -> Result<()> {
    let whole = folder.canonicalize().map_err(disk("find the folder"))?;
    whole.parent().map_or(Ok(()), sync_folder)
}
