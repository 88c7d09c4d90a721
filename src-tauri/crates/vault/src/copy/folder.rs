//! The folder of a copy: found or begun, locked, filled, and named when it is whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{at_target, target};
use crate::durable::{Temporary, make_folder, sync_folder};
use crate::header_file;
use crate::layout::{DATABASE_FILE, HEADER_FILE, LOCK_FILE, Layout, README, README_FILE, SKELETON};
use crate::lock::Lock;
use crate::objects::id::ObjectId;
use crate::{OpenVault, Result, Vault, VaultError};

/// Where a backup keeps the records as they were before, in the backup's folder.
pub const EARLIER_FOLDER: &str = "earlier";
/// What stands after the name of a copy that never was whole.
const UNFINISHED: &str = ".unfinished";
/// How many earlier records files a backup keeps.
const MOST_EARLIER: usize = 3;

/// A copy being made. Dropped, it leaves the last whole copy as it was.
#[derive(Debug)]
pub struct CopyFolder {
    pub(super) layout: Layout,
    /// The name it gets once it is whole, where it has none yet.
    pub(super) name: Option<PathBuf>,
    lock: Lock,
    /// The disk does not say whether names are durable.
    pub(super) names_unsure: bool,
}

impl OpenVault {
    /// Begins a copy in `folder`, or goes on with the one that is there.
    ///
    /// # Errors
    /// [`VaultError::CopyIsVault`], [`VaultError::CopyForeign`], [`VaultError::CopyBusy`], or what the copy's disk said.
    pub fn begin_copy(&self, folder: &Path) -> Result<CopyFolder> {
        self.refuse_itself(folder)?;
        let there = fs::exists(folder).map_err(target)?;
        let (root, name) = if there && !is_empty(folder) {
            self.is_own(folder)?;
            (folder.to_owned(), None)
        } else {
            let mut unfinished = folder.as_os_str().to_owned();
            unfinished.push(UNFINISHED);
            let root = PathBuf::from(unfinished);
            make_folder(&root).map_err(at_target)?;
            if root.join(HEADER_FILE).exists() {
                self.is_own(&root)?
            } else {
                only_skeleton(&root)?
            }
            (root, Some(folder.to_owned()))
        };
        let layout = Layout::new(&root);
        make_folder(&layout.objects()).map_err(at_target)?;
        make_folder(&layout.temporaries()).map_err(at_target)?;
        let lock = Lock::take(&layout.file(LOCK_FILE)).map_err(at_target)?;
        for left in fs::read_dir(layout.temporaries()).map_err(target)?.flatten() {
            // If it cannot be removed, writing there says why.
            let _ = fs::remove_file(left.path());
        }
        Ok(CopyFolder { layout, name, lock, names_unsure: false })
    }

    /// Puts the key file and the words beside it into the copy. Where the passphrase was changed since, the copy follows.
    ///
    /// # Errors
    /// What the copy's disk said.
    pub fn copy_header(&self, copy: &mut CopyFolder) -> Result<()> {
        let readme = copy.layout.file(README_FILE);
        if fs::read(&readme).ok().as_deref() != Some(README.as_bytes()) {
            let words = Temporary::with_content(copy.layout.temporaries().join("readme.new"), README.as_bytes());
            words.and_then(|words| words.place(&readme)).map_err(at_target)?;
        }
        let same = header_file::read(&copy.layout).is_ok_and(|found| found.sound && found.header == *self.header());
        if !same {
            header_file::write(&copy.layout, &self.header()).or_else(|error| copy.excuse(error))?;
        }
        Ok(())
    }

    /// Opens another folder of the same vault with the keys that are in hand.
    ///
    /// # Errors
    /// [`VaultError::CopyForeign`] for another vault's, those of [`Vault::at`], [`VaultError::CopyBusy`].
    pub fn open_copy(&self, folder: &Path) -> Result<OpenVault> {
        let vault = Vault::at(folder)?;
        vault.open_knowing(self).map_err(at_target)
    }

    /// A copy in the vault, or the vault in a copy, would copy itself.
    fn refuse_itself(&self, folder: &Path) -> Result<()> {
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let parent = parent.canonicalize().map_err(|_| VaultError::CopyNowhere)?;
        let place = folder.file_name().map_or_else(|| parent.clone(), |name| parent.join(name));
        let place = place.canonicalize().unwrap_or(place);
        let own = self.folder().canonicalize().map_err(target)?;
        if place.starts_with(&own) || own.starts_with(&place) { Err(VaultError::CopyIsVault) } else { Ok(()) }
    }

    /// Refuses a folder that is not a copy of this vault.
    fn is_own(&self, folder: &Path) -> Result<()> {
        match header_file::read(&Layout::new(folder)) {
            Ok(found) if found.header.vault_id == self.id() && self.signed(&found.header) => Ok(()),
            Err(VaultError::HeaderDamaged | VaultError::HeadersDisagree) => Err(VaultError::CopyDamaged),
            Err(VaultError::NewerFormat { found }) => Err(VaultError::NewerFormat { found }),
            _ => Err(VaultError::CopyForeign),
        }
    }
}

impl CopyFolder {
    /// A place for a file that is still being written; emptied when the copy is begun again.
    pub fn temporary(&self, name: &str) -> PathBuf {
        self.layout.temporaries().join(name)
    }

    /// The records of the last whole copy, where there is one.
    pub fn records(&self) -> Option<PathBuf> {
        let path = self.layout.file(DATABASE_FILE);
        path.is_file().then_some(path)
    }

    /// Whether it holds an original of `vault`, whatever its state.
    pub fn holds(&self, vault: &OpenVault, id: &ObjectId) -> bool {
        self.layout.object(id).is_file() || vault.spot(id).is_ok_and(|spot| self.layout.pack(&spot.pack).is_file())
    }

    /// Whether the disk could not say that the names in its folders are durable, as some sticks cannot.
    pub fn names_unsure(&self) -> bool {
        self.names_unsure
    }

    /// Keeps the records of the last whole copy beside the new ones. `stamp` says until when they were the newest.
    ///
    /// # Errors
    /// What the copy's disk said.
    pub fn keep_earlier(&mut self, stamp: &str) -> Result<()> {
        let Some(records) = self.records() else { return Ok(()) };
        let folder = self.layout.file(EARLIER_FOLDER);
        make_folder(&folder).map_err(at_target)?;
        let temporary = Temporary::create(self.temporary("earlier.new")).map_err(at_target)?;
        let mut from = fs::File::open(records).map_err(target)?;
        io::copy(&mut from, &mut &temporary.file).map_err(target)?;
        temporary
            .sync()
            .and_then(|()| temporary.place(&folder.join(format!("records-until-{stamp}.db"))))
            .map_err(at_target)?;
        self.sync(&folder)?;
        let mut kept: Vec<PathBuf> =
            fs::read_dir(&folder).map_err(target)?.flatten().map(|entry| entry.path()).collect();
        kept.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("records-until-")));
        kept.sort();
        for old in kept.iter().rev().skip(MOST_EARLIER) {
            fs::remove_file(old).map_err(target)?;
        }
        Ok(())
    }

    /// Gives durable and proved records their name, and the copy its own. What is returned is the copy's folder.
    ///
    /// # Errors
    /// What the copy's disk said; the last whole copy is as it was then.
    pub fn finish(mut self, records: &Path) -> Result<PathBuf> {
        for ending in ["-wal", "-shm", "-journal"] {
            // Only damaged records still have one here; the new ones must not take it for theirs.
            match fs::remove_file(self.layout.file(&format!("{DATABASE_FILE}{ending}"))) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(target(error)),
                _ => {}
            }
        }
        fs::rename(records, self.layout.file(DATABASE_FILE)).map_err(target)?;
        let root = self.layout.root().to_owned();
        self.sync(&root)?;
        let Some(name) = self.name.take() else { return Ok(root) };
        // An empty folder may be there; nothing else is written over.
        fs::rename(&root, &name).map_err(target)?;
        if let Some(parent) = name.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            self.sync(parent)?;
        }
        drop(self.lock);
        Ok(name)
    }

    /// Makes the names in a folder durable, as far as the disk can.
    pub(super) fn sync(&mut self, folder: &Path) -> Result<()> {
        sync_folder(folder).or_else(|error| self.excuse(error))
    }

    /// A disk that knows no syncing of folders is noted; any other failure counts.
    fn excuse(&mut self, error: VaultError) -> Result<()> {
        match error {
            VaultError::Io { source, .. }
                if matches!(source.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                self.names_unsure = true;
                Ok(())
            }
            other => Err(at_target(other)),
        }
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// What a copy that was cut short before its key file can have left.
fn only_skeleton(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(target)? {
        let name = entry.map_err(target)?.file_name();
        if !SKELETON.iter().any(|known| name == *known) {
            return Err(VaultError::CopyForeign);
        }
    }
    Ok(())
}
