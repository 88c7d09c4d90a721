//! A hidden folder beside the bundle in which it is made, so that nothing has the name of a bundle before it is whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// How its name begins.
const PREFIX: &str = ".recourse-unfinished-";
/// The file in it that is locked while somebody works there.
const LOCK: &str = "in-use";

/// The folder; it goes with all that is in it when this is dropped.
pub(super) struct Staging {
    folder: PathBuf,
    lock: Option<File>,
}

impl Staging {
    /// A new one in `beside`. What a program that was killed left there goes first.
    pub(super) fn begin(beside: &Path) -> io::Result<Self> {
        sweep(beside);
        for number in 0_u32.. {
            let folder = beside.join(format!("{PREFIX}{}-{number}", std::process::id()));
            match fs::create_dir(&folder) {
                Ok(()) => {
                    let mut staging = Self { folder, lock: None };
                    let lock = File::create(staging.path(LOCK))?;
                    // Where the disk knows no locks, nobody will take the folder for left behind either.
                    let _ = lock.try_lock();
                    staging.lock = Some(lock);
                    return Ok(staging);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// A path in it.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Gives a whole file its final name, which nothing has.
    pub(super) fn release(&self, name: &str, to: &Path) -> io::Result<()> {
        fs::rename(self.path(name), to)?;
        // Not every system lets a folder be opened; the name stands all the same.
        if let Some(folder) = to.parent().and_then(|folder| File::open(folder).ok()) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        drop(self.lock.take());
        // The next bundle made here tries again.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes what nobody works in any more.
fn sweep(beside: &Path) {
    let entries = fs::read_dir(beside).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        let folder = entry.path();
        let left_behind = match File::open(folder.join(LOCK)) {
            Ok(lock) => lock.try_lock().is_ok(),
            // Killed before it had a lock; where somebody is just about to make one, the folder is empty and only that goes.
            Err(_) => {
                let _ = fs::remove_dir(&folder);
                false
            }
        };
        if left_behind {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_behind_goes_and_what_is_in_use_stays() {
        let beside = tempfile::tempdir().unwrap();
        let dead = beside.path().join(format!("{PREFIX}1-0"));
        fs::create_dir(&dead).unwrap();
        fs::write(dead.join(LOCK), "").unwrap();
        fs::write(dead.join("bundle.pdf"), "half").unwrap();
        let alive = Staging::begin(beside.path()).unwrap();
        assert!(!dead.exists());
        fs::write(alive.path("bundle.pdf"), "%PDF").unwrap();
        let second = Staging::begin(beside.path()).unwrap();
        assert!(alive.path("bundle.pdf").is_file());
        let whole = beside.path().join("whole.pdf");
        alive.release("bundle.pdf", &whole).unwrap();
        drop((alive, second));
        let left: Vec<PathBuf> = fs::read_dir(beside.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, [whole]);
    }
}
