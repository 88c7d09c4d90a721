//! A fingerprint of files, to tell whether a step has to be done again.
//!
//! Content is compared rather than times: a fresh clone and a branch switch set times anew without changing a byte.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// 64-bit FNV-1a over everything fed to it. It guards against forgetting, not against an attacker.
pub struct Fingerprint(u64);

impl Fingerprint {
    /// An empty fingerprint.
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a piece; its length goes in too, so that two pieces never read as one.
    pub fn add(&mut self, piece: &[u8]) {
        for byte in (piece.len() as u64).to_le_bytes().iter().chain(piece) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Adds a file, or every file under a folder in the order of their names; what does not exist adds only its name.
    pub fn add_path(&mut self, path: &Path) -> io::Result<()> {
        for file in files(path)? {
            self.add(file.to_string_lossy().as_bytes());
            if file.is_file() {
                self.add(&fs::read(&file)?);
            }
        }
        Ok(())
    }

    /// The fingerprint as text.
    pub fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}

fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut entries = fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let mut all = Vec::new();
    for entry in entries {
        all.extend(files(&entry)?);
    }
    Ok(all)
}

/// Whether `stamp` holds this fingerprint, that is, whether the step was done for exactly this content.
pub fn fresh(stamp: &Path, fingerprint: &Fingerprint) -> bool {
    fs::read_to_string(stamp).is_ok_and(|kept| kept.trim() == fingerprint.text())
}

/// Notes that the step was done for this content.
pub fn note(stamp: &Path, fingerprint: &Fingerprint) -> io::Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, fingerprint.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pieces: &[&str]) -> String {
        let mut print = Fingerprint::new();
        for piece in pieces {
            print.add(piece.as_bytes());
        }
        print.text()
    }

    #[test]
    fn the_same_pieces_give_the_same_print_and_others_do_not() {
        assert_eq!(of(&["a", "bc"]), of(&["a", "bc"]));
        assert_ne!(of(&["a", "bc"]), of(&["ab", "c"]));
        assert_ne!(of(&["a"]), of(&[]));
    }

    #[test]
    fn a_changed_file_makes_a_stamp_stale() {
        let folder = std::env::temp_dir().join(format!("recourse-xtask-{}", std::process::id()));
        let (source, stamp) = (folder.join("src/a.txt"), folder.join("stamps/one"));
        fs::create_dir_all(folder.join("src")).expect("a temporary folder");
        let print = || {
            let mut print = Fingerprint::new();
            print.add_path(&folder.join("src")).expect("readable");
            print
        };
        fs::write(&source, "one").expect("writable");
        assert!(!fresh(&stamp, &print()));
        note(&stamp, &print()).expect("writable");
        assert!(fresh(&stamp, &print()));
        fs::write(&source, "two").expect("writable");
        assert!(!fresh(&stamp, &print()));
        fs::remove_dir_all(&folder).expect("removable");
    }
}
