//! The originals on their way into a copy.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Advice, OFlags, fadvise, fstatfs};
use sha2::{Digest, Sha256};

use super::folder::CopyFolder;
use super::{at_target, target};
use crate::durable::{Temporary, make_folder};
use crate::error::disk;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::{OpenVault, Result, VaultError};

/// Bytes moved at a time.
const BLOCK: usize = 1024 * 1024;
/// The number by which Linux knows FAT12, FAT16 and FAT32 (`MSDOS_SUPER_MAGIC` of linux/magic.h).
const FAT: i64 = 0x4d44;
/// The most that a file on such a disk can hold: its length is a number of 32 bits.
const MOST_ON_FAT: u64 = u32::MAX as u64;

/// How far copying has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyStep {
    /// Bytes copied and read back.
    pub done: u64,
    /// Out of how many.
    pub of: u64,
}

/// What was copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    /// Sealed files newly written: originals, packs and what is known of them.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Sealed files that were there already.
    pub there: usize,
    /// Originals that are damaged in the vault and were therefore not copied; what the copy had of them it still has.
    pub damaged: Vec<ObjectId>,
    /// Packs of which the same is true, by their file name.
    pub damaged_packs: Vec<String>,
}

/// One sealed file.
struct Sealed {
    id: ObjectId,
    kind: Kind,
    from: PathBuf,
    to: PathBuf,
    bytes: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Original,
    Sidecar,
    Pack,
}

impl OpenVault {
    /// Copies the originals that the copy lacks.
    ///
    /// # Errors
    /// [`VaultError::CopyFull`], [`VaultError::CopyTooLarge`], [`VaultError::CopyFailed`], [`VaultError::Cancelled`], or what the vault's
    /// own disk said. What was copied by then is used by the next copy.
    pub fn copy_originals(
        &self,
        copy: &mut CopyFolder,
        watch: &mut dyn FnMut(CopyStep) -> ControlFlow<()>,
    ) -> Result<Copied> {
        let all = self.sealed_files(copy)?;
        let mut copied = Copied::default();
        let mut wanted = Vec::new();
        for sealed in all {
            if is_there(&sealed) {
                copied.there += 1;
            } else if self.is_good(&sealed)? {
                wanted.push(sealed);
            } else if sealed.kind == Kind::Pack {
                let name = sealed.from.file_name().unwrap_or_default();
                copied.damaged_packs.push(name.to_string_lossy().into_owned());
            } else if sealed.kind == Kind::Original {
                copied.damaged.push(sealed.id);
            }
        }
        fits(copy, &wanted)?;
        let of = wanted.iter().map(|sealed| sealed.bytes).sum();
        let mut done = 0;
        let mut shelves = BTreeSet::new();
        for sealed in wanted {
            let before = done;
            let mut tell = |bytes| match watch(CopyStep { done: before + bytes, of }) {
                ControlFlow::Continue(()) => Ok(()),
                ControlFlow::Break(()) => Err(VaultError::Cancelled),
            };
            tell(0)?;
            let shelf = copy.layout.shelf(&sealed.id);
            if shelves.insert(shelf.clone()) {
                make_folder(&shelf).map_err(at_target)?;
            }
            let bytes = carry(&sealed.from, &sealed.to, &copy.temporary("original"), &mut tell)?;
            done += bytes;
            copied.files += 1;
            copied.bytes += bytes;
        }
        if copied.files > 0 {
            shelves.insert(copy.layout.objects());
            shelves.insert(copy.layout.temporaries());
        }
        for folder in shelves {
            copy.sync(&folder)?;
        }
        Ok(copied)
    }

    fn sealed_files(&self, copy: &CopyFolder) -> Result<Vec<Sealed>> {
        let walked = self.walk()?;
        let (ours, theirs) = (&self.layout, &copy.layout);
        let originals = walked.objects().iter().map(|id| (*id, Kind::Original, ours.object(id), theirs.object(id)));
        let sidecars = walked.sidecars().iter().map(|id| (*id, Kind::Sidecar, ours.sidecar(id), theirs.sidecar(id)));
        let packs = walked.packs.iter().map(|id| (*id, Kind::Pack, ours.pack(id), theirs.pack(id)));
        let mut all = Vec::new();
        for (id, kind, from, to) in originals.chain(packs).chain(sidecars) {
            match from.symlink_metadata() {
                Ok(facts) => all.push(Sealed { id, kind, from, to, bytes: facts.len() }),
                // Removed meanwhile: the records that are copied after this do not name it.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(disk("read an original")(error)),
            }
        }
        Ok(all)
    }

    /// Whether a file opens and is as long as it says, so that a damaged one never takes a good one's place.
    fn is_good(&self, sealed: &Sealed) -> Result<bool> {
        let whole = match sealed.kind {
            Kind::Sidecar => self.object_meta(&sealed.id).map(drop),
            Kind::Original | Kind::Pack => self
                .unseal(&sealed.from)
                .and_then(|mut inner| inner.seek(SeekFrom::End(0)).map_err(crate::objects::read::damaged))
                .map(drop),
        };
        match whole {
            Ok(()) => Ok(true),
            Err(VaultError::ObjectDamaged | VaultError::ObjectForeign | VaultError::ObjectMissing) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

/// An original has its name from its content, so that its length says enough; what is known of one grows, and is compared.
fn is_there(sealed: &Sealed) -> bool {
    let same_length = sealed.to.symlink_metadata().is_ok_and(|there| there.is_file() && there.len() == sealed.bytes);
    same_length
        && (sealed.kind != Kind::Sidecar
            || matches!((std::fs::read(&sealed.from), std::fs::read(&sealed.to)), (Ok(ours), Ok(theirs)) if ours == theirs))
}

/// Says at once what the disk of the copy cannot hold.
fn fits(copy: &CopyFolder, wanted: &[Sealed]) -> Result<()> {
    let folder = File::open(copy.layout.root()).map_err(target)?;
    let facts = fstatfs(&folder).map_err(|errno| target(errno.into()))?;
    #[allow(clippy::unnecessary_cast, reason = "the width of the number differs from system to system")]
    let is_fat = facts.f_type as i64 == FAT;
    if is_fat && wanted.iter().any(|sealed| sealed.bytes > MOST_ON_FAT) {
        return Err(VaultError::CopyTooLarge);
    }
    #[allow(clippy::unnecessary_cast, reason = "the width of the number differs from system to system")]
    let free = (facts.f_bavail as u64).saturating_mul(facts.f_bsize as u64);
    if wanted.iter().map(|sealed| sealed.bytes).sum::<u64>() > free {
        return Err(VaultError::CopyFull);
    }
    Ok(())
}

/// Copies one file: written, made durable, read back from the disk, compared, named.
fn carry(from: &Path, to: &Path, temporary: &Path, tell: &mut dyn FnMut(u64) -> Result<()>) -> Result<u64> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32;
    let mut source = OpenOptions::new().read(true).custom_flags(flags).open(from).map_err(disk("read an original"))?;
    let written = Temporary::create(temporary.to_owned()).map_err(at_target)?;
    let (mut sum, mut bytes) = (Sha256::new(), 0);
    let mut block = vec![0; BLOCK];
    loop {
        let got = source.read(&mut block).map_err(disk("read an original"))?;
        if got == 0 {
            break;
        }
        sum.update(&block[..got]);
        (&written.file).write_all(&block[..got]).map_err(target)?;
        bytes += got as u64;
        tell(bytes)?;
    }
    written.sync().map_err(at_target)?;
    let sum = Sha256Sum::from_bytes(sum.finalize().into());
    if read_back(temporary)? != (sum, bytes) {
        return Err(VaultError::CopyDiffers);
    }
    written.place(to).map_err(at_target)?;
    Ok(bytes)
}

/// What the disk itself gives back: what is in memory of it is forgotten first, where the system does that.
fn read_back(path: &Path) -> Result<(Sha256Sum, u64)> {
    let mut file = File::open(path).map_err(target)?;
    let _ = fadvise(&file, 0, None, Advice::DontNeed);
    let (mut sum, mut bytes) = (Sha256::new(), 0);
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block).map_err(target)? {
            0 => return Ok((Sha256Sum::from_bytes(sum.finalize().into()), bytes)),
            got => {
                sum.update(&block[..got]);
                bytes += got as u64;
            }
        }
    }
}
