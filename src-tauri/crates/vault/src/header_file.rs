//! The two copies of the header on the disk.
//!
//! Both say the same, except while a change is being written: then the second still holds the previous
//! good state. Whichever is whole repairs the other once its seal has been checked.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

use crate::durable;
use crate::error::disk;
use crate::header::Header;
use crate::layout::{HEADER_BACKUP_FILE, HEADER_FILE, Layout};
use crate::{Result, VaultError};

/// No header is larger; more is somebody's mistake or trick.
const LARGEST: u64 = 1024 * 1024;

/// Which copy of the header was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderCopy {
    /// `vault.json`.
    Main,
    /// `vault.json.bak`, because the other is missing or damaged.
    Backup,
}

/// A header and how it was come by.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) header: Header,
    pub(crate) copy: HeaderCopy,
    /// Its sum is right. If not, only its seal can tell whether it is any good.
    pub(crate) whole: bool,
    /// Both copies are whole and the same.
    pub(crate) sound: bool,
}

/// Reads the better copy.
///
/// # Errors
/// [`VaultError::Missing`], [`VaultError::NotAVault`], [`VaultError::HeaderDamaged`],
/// [`VaultError::HeadersDisagree`], [`VaultError::NewerFormat`] or what the disk said.
pub(crate) fn read(layout: &Layout) -> Result<Found> {
    match fs::metadata(layout.root()) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(VaultError::Missing),
        Err(e) => return Err(disk("look into the folder")(e)),
        Ok(meta) if !meta.is_dir() => return Err(VaultError::NotAVault),
        Ok(_) => {}
    }
    let main = load(&layout.file(HEADER_FILE));
    let backup = load(&layout.file(HEADER_BACKUP_FILE));
    // A newer main copy is never bypassed by way of an older second copy.
    if let Err(VaultError::NewerFormat { found }) = main {
        return Err(VaultError::NewerFormat { found });
    }
    if let (Ok((a, true)), Ok((b, true))) = (&main, &backup)
        && a.vault_id != b.vault_id
    {
        return Err(VaultError::HeadersDisagree);
    }
    let sound = matches!((&main, &backup), (Ok((a, true)), Ok((b, true))) if a == b);
    match (main, backup) {
        (Ok((header, true)), _) => Ok(Found { header, copy: HeaderCopy::Main, whole: true, sound }),
        (_, Ok((header, true))) => Ok(Found { header, copy: HeaderCopy::Backup, whole: true, sound }),
        (Ok((header, _)), _) => Ok(Found { header, copy: HeaderCopy::Main, whole: false, sound }),
        (_, Ok((header, _))) => Ok(Found { header, copy: HeaderCopy::Backup, whole: false, sound }),
        (Err(VaultError::NotAVault), Err(other)) | (Err(other), Err(_)) => Err(other),
    }
}

/// Writes both copies, one after the other, so that one is good at every moment.
pub(crate) fn write(layout: &Layout, header: &Header) -> Result<()> {
    let text = header.render()?;
    for name in [HEADER_FILE, HEADER_BACKUP_FILE] {
        let temporary = layout.temporaries().join(format!("{name}.new"));
        // Left by a program that was killed here; we hold the lock.
        if let Err(e) = fs::remove_file(&temporary)
            && e.kind() != io::ErrorKind::NotFound
        {
            return Err(disk("clear a temporary file")(e));
        }
        durable::replace(temporary, layout.root(), name, text.as_bytes())?;
    }
    Ok(())
}

fn load(path: &Path) -> Result<(Header, bool)> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32;
    let file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(VaultError::NotAVault),
        other => other.map_err(disk("read the key file"))?,
    };
    if !file.metadata().map_err(disk("read the key file"))?.is_file() {
        return Err(VaultError::HeaderDamaged);
    }
    let mut text = Vec::new();
    file.take(LARGEST).read_to_end(&mut text).map_err(disk("read the key file"))?;
    Header::parse(&text)
}
