//! Putting good things in the place of damaged ones. What is damaged is moved aside into `damaged/`, never deleted.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::durable::{Temporary, make_folder, sync_folder};
use crate::error::disk;
use crate::header_file;
use crate::layout::{DATABASE_FILE, HEADER_BACKUP_FILE, HEADER_FILE, LOCK_FILE, Layout};
use crate::lock::Lock;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::meta::Sighting;
use crate::objects::pipeline::Pass;
use crate::{OpenVault, Result, VaultError};

/// Where what is damaged is kept, in the vault's folder.
pub const DAMAGED_FOLDER: &str = "damaged";

impl OpenVault {
    /// Seals a content anew in the place of a damaged or missing one. It must be the content that the id names.
    ///
    /// # Errors
    /// [`VaultError::ObjectDamaged`] where it is another content; what the reader or the disk said. Nothing is changed then.
    pub fn mend_object(
        &self,
        (id, sha256): (&ObjectId, &Sha256Sum),
        content: &mut dyn Read,
        seen: Vec<Sighting>,
        stamp: &str,
    ) -> Result<()> {
        let sealed = Temporary::create(self.temporary("original")?)?;
        let recipient = self.keys.recipient();
        let going_on = AtomicBool::new(false);
        let pass = Pass { recipient: &recipient, progress: &mut |_| {}, cancel: &going_on, limit: u64::MAX };
        let (size, sum) = pass.run(content, &sealed.file)?;
        if sum != *sha256 || self.keys.object_id(&sum) != *id {
            return Err(VaultError::ObjectDamaged);
        }
        let _one_at_a_time = self.placing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if self.has_own_file(id) {
            aside(&self.layout, &self.layout.object(id), stamp)?;
        }
        let shelf = self.layout.shelf(id);
        make_folder(&shelf)?;
        self.describe(id, sum, size, seen, stamp)?;
        sealed.place(&self.layout.object(id))?;
        for folder in [shelf, self.layout.objects(), self.layout.temporaries()] {
            sync_folder(&folder)?;
        }
        Ok(())
    }

    /// Writes down anew what is known of an original whose sidecar is missing or damaged. False where nothing was amiss.
    ///
    /// # Errors
    /// What the disk said.
    pub fn mend_meta(
        &self,
        (id, sha256): (&ObjectId, &Sha256Sum),
        size: u64,
        seen: Vec<Sighting>,
        stamp: &str,
    ) -> Result<bool> {
        match self.object_meta(id) {
            Ok(_) => return Ok(false),
            Err(VaultError::ObjectMissing | VaultError::ObjectDamaged | VaultError::ObjectForeign) => {}
            Err(other) => return Err(other),
        }
        self.describe(id, *sha256, size, seen, stamp)?;
        sync_folder(&self.layout.shelf(id))?;
        Ok(true)
    }

    fn describe(&self, id: &ObjectId, sha256: Sha256Sum, size: u64, seen: Vec<Sighting>, stamp: &str) -> Result<()> {
        let path = self.layout.sidecar(id);
        if self.object_meta(id).is_err() && path.is_file() {
            aside(&self.layout, &path, stamp)?;
        }
        match self.sidecar_with(id, sha256, size, seen)? {
            Some(sidecar) => sidecar.place(&path),
            None => Ok(()),
        }
    }

    /// Moves the packs that cannot be read aside, and says how many.
    ///
    /// # Errors
    /// What the disk said.
    pub fn set_damaged_packs_aside(&self, stamp: &str) -> Result<usize> {
        let packs = self.list_objects()?.damaged_packs;
        for pack in &packs {
            aside(&self.layout, pack, stamp)?;
        }
        self.list_objects()?;
        Ok(packs.len())
    }

    /// Moves the records aside with their log. False where there were none.
    ///
    /// # Errors
    /// What the disk said.
    pub fn set_records_aside(&self, stamp: &str) -> Result<bool> {
        let records = self.database_path();
        // The log first: one that were left would be taken for the next records' own.
        for ending in ["-wal", "-shm", "-journal"] {
            let mut log = records.as_os_str().to_owned();
            log.push(ending);
            let log = PathBuf::from(log);
            if log.is_file() {
                aside(&self.layout, &log, stamp)?;
            }
        }
        let there = records.is_file();
        if there {
            aside(&self.layout, &records, stamp)?;
        }
        Ok(there)
    }

    /// A place for a records file that is still being written; emptied when the vault is opened.
    pub fn records_in_the_making(&self) -> PathBuf {
        self.layout.temporaries().join(DATABASE_FILE)
    }

    /// Gives durable and proved records their name, which nothing has.
    ///
    /// # Errors
    /// What the disk said.
    pub fn place_records(&self, records: &Path) -> Result<()> {
        fs::rename(records, self.database_path()).map_err(disk("put the records in their place"))?;
        sync_folder(self.folder())
    }

    /// Writes this vault's key file into another folder of the same vault, whose own is damaged and is moved aside.
    ///
    /// # Errors
    /// [`VaultError::VaultBusy`], or what the disk said.
    pub fn lend_header(&self, folder: &Path, stamp: &str) -> Result<()> {
        let layout = Layout::new(folder);
        let _lock = Lock::take(&layout.file(LOCK_FILE))?;
        make_folder(&layout.temporaries())?;
        for name in [HEADER_FILE, HEADER_BACKUP_FILE] {
            if layout.file(name).is_file() {
                let text = fs::read(layout.file(name)).map_err(disk("read the key file"))?;
                let place = kept_in(&layout, stamp)?.join(name);
                // Copied, so that the folder is a vault's at every moment.
                Temporary::with_content(layout.temporaries().join("aside"), &text)?.place(&place)?;
            }
        }
        header_file::write(&layout, &self.header())
    }
}

fn aside(layout: &Layout, path: &Path, stamp: &str) -> Result<()> {
    let folder = kept_in(layout, stamp)?;
    let name = path.file_name().unwrap_or_default();
    let mut place = folder.join(name);
    for again in 2_u32.. {
        if !place.exists() {
            break;
        }
        place = folder.join(format!("{again}-{}", name.to_string_lossy()));
    }
    fs::rename(path, place).map_err(disk("keep what is damaged aside"))?;
    sync_folder(&folder)?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn kept_in(layout: &Layout, stamp: &str) -> Result<PathBuf> {
    let all = layout.file(DAMAGED_FOLDER);
    make_folder(&all)?;
    let folder = all.join(stamp);
    make_folder(&folder)?;
    match sync_folder(&all) {
        Err(VaultError::Io { source, .. }) if source.kind() == io::ErrorKind::InvalidInput => Ok(folder),
        other => other.map(|()| folder),
    }
}
