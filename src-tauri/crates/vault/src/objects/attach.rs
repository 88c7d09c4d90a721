//! Keeping an original.
//!
//! Order of writes: sealed temporary → sync → is the source still the same? → sidecar → object, both by
//! renaming → sync the folders → only then is it kept. Killed at any point, the vault holds the whole
//! object or none of it; a temporary or an unreferenced object harms nobody.

use std::io::Read;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use rustix::fs::fstatvfs;

use crate::durable::{Temporary, make_folder, sync_folder};
use crate::error::disk_errno;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::meta::{Facts, Sighting};
use crate::objects::pipeline::Pass;
use crate::objects::source::Source;
use crate::{OpenVault, Result, SourceProblem, VaultError};

/// An original that is in the vault, durably.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name in the vault.
    pub object_id: ObjectId,
    /// Its SHA-256.
    pub sha256: Sha256Sum,
    /// Its size in bytes.
    pub size: u64,
    /// When the file was last changed, in seconds since 1970-01-01 UTC; `None` for what was no file.
    pub modified_unix: Option<i64>,
    /// The same content was in the vault before.
    pub already_there: bool,
}

impl OpenVault {
    /// Keeps a file. `progress` is called with the bytes read so far, from the calling thread; setting
    /// `cancel` stops it and leaves nothing behind.
    ///
    /// # Errors
    /// [`VaultError::Source`], [`VaultError::Cancelled`], [`VaultError::DiskFull`] or what the disk said.
    pub fn attach(
        &self,
        source: &Path,
        facts: &Facts,
        progress: &mut dyn FnMut(u64),
        cancel: &AtomicBool,
    ) -> Result<Attached> {
        let source = Source::open(source, self.layout.root())?;
        let temporary = Temporary::create(self.temporary("original")?)?;
        room_for(&source, &temporary)?;
        let recipient = self.keys.recipient();
        let pass = Pass { recipient: &recipient, progress, cancel, limit: source.size() };
        let (size, sha256) = pass.run(&mut &source.file, &temporary.file)?;
        source.unchanged()?;
        self.keep(temporary, size, sha256, facts, Some(source.modified_unix()))
    }

    /// Keeps what a reader gives, to its end.
    ///
    /// # Errors
    /// Those of [`OpenVault::attach`].
    pub fn attach_reader(
        &self,
        source: &mut dyn Read,
        facts: &Facts,
        progress: &mut dyn FnMut(u64),
        cancel: &AtomicBool,
    ) -> Result<Attached> {
        let temporary = Temporary::create(self.temporary("original")?)?;
        let recipient = self.keys.recipient();
        let pass = Pass { recipient: &recipient, progress, cancel, limit: u64::MAX };
        let (size, sha256) = pass.run(source, &temporary.file)?;
        self.keep(temporary, size, sha256, facts, None)
    }

    /// Keeps some bytes.
    ///
    /// # Errors
    /// Those of [`OpenVault::attach`].
    pub fn attach_bytes(&self, bytes: &[u8], facts: &Facts) -> Result<Attached> {
        self.attach_reader(&mut &*bytes, facts, &mut |_| {}, &AtomicBool::new(false))
    }

    /// Puts a sealed and synced temporary in its place.
    fn keep(
        &self,
        sealed: Temporary,
        size: u64,
        sha256: Sha256Sum,
        facts: &Facts,
        modified_unix: Option<i64>,
    ) -> Result<Attached> {
        let object_id = self.keys.object_id(&sha256);
        let now = Sighting {
            name: facts.name.clone(),
            media_type: facts.media_type.clone(),
            kept_at: facts.kept_at.clone(),
            modified_unix,
        };
        let _one_at_a_time = self.placing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // An object that is there but cut short does not count: it is replaced by the good one.
        let already_there = self.object_size(&object_id).is_ok_and(|there| there == size);
        let sidecar = self.sidecar_with(&object_id, sha256, size, vec![now])?;
        let shelf = self.layout.shelf(&object_id);
        make_folder(&shelf)?;
        if let Some(sidecar) = sidecar {
            sidecar.place(&self.layout.sidecar(&object_id))?;
        }
        if already_there {
            drop(sealed);
        } else {
            sealed.place(&self.layout.object(&object_id))?;
        }
        for folder in [shelf, self.layout.objects(), self.layout.temporaries()] {
            sync_folder(&folder)?;
        }
        Ok(Attached { object_id, sha256, size, modified_unix, already_there })
    }
}

/// Says at once that a file will not fit, rather than after copying most of it. Sealing adds 16 bytes to
/// every 64 KiB and a short header. A file that is mostly hole, or that the emptied disk could not hold
/// either, says nothing about the disk: that one file is refused and the others go on.
fn room_for(source: &Source, temporary: &Temporary) -> Result<()> {
    let disk = fstatvfs(&temporary.file).map_err(disk_errno("look at the disk"))?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let whole = disk.f_blocks.saturating_mul(disk.f_frsize);
    let size = source.size();
    let needed = size.saturating_add(size / 4096).saturating_add(4096);
    if free >= needed {
        Ok(())
    } else if needed > whole || source.is_hollow() {
        Err(SourceProblem::NoRoom { gigabytes: size >> 30, free: free >> 30 }.into())
    } else {
        Err(VaultError::DiskFull)
    }
}
