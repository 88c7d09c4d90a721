//! One program at a time.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;

use crate::error::{disk, disk_errno};
use crate::{Result, VaultError};

/// Holds the vault. The system lets go by itself when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says who has it.
    ///
    /// # Errors
    /// [`VaultError::VaultBusy`].
    pub(crate) fn take(path: &Path) -> Result<Self> {
        let mut file = open(path).map_err(disk("open the lock file"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => return Err(VaultError::VaultBusy { pid: holder(&mut file) }),
            Err(errno) => return Err(disk_errno("lock the vault")(errno)),
        }
        // The number only helps a person to find the other program; a vault on a full disk must still open.
        let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }
}

fn open(path: &Path) -> io::Result<File> {
    let nofollow = OFlags::NOFOLLOW.bits() as i32;
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(nofollow);
    let writable = options.clone().write(true).create(true).truncate(false).mode(0o600).open(path);
    match writable {
        // On a disk that can only be read the lock still keeps others on this computer out.
        Err(e) if matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
            options.open(path).map_err(|_| e)
        }
        other => other,
    }
}

fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(20).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_refused_until_the_first_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = Lock::take(&path).unwrap();
        let Err(VaultError::VaultBusy { pid }) = Lock::take(&path) else { panic!("not refused") };
        assert_eq!(pid, Some(std::process::id()));
        drop(first);
        Lock::take(&path).unwrap();
    }

    #[test]
    fn a_lock_file_left_by_a_dead_program_does_not_matter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        std::fs::write(&path, "4194304\nsomething longer that must go\n").unwrap();
        let _lock = Lock::take(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{}\n", std::process::id()));
    }

    #[test]
    fn a_link_in_place_of_the_lock_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &path).unwrap();
        assert!(matches!(Lock::take(&path), Err(VaultError::Io { .. })));
        assert!(!folder.path().join("elsewhere").exists());
    }
}
