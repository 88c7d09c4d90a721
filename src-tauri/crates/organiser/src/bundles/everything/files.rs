//! The plain files: written, hashed, and listed with their hashes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;

use recourse_bundle::digest::copy_hashed;
use recourse_domain::records::EvidenceFile;
use recourse_vault::ObjectId;

use super::written;
use crate::safety::{Step, Watch};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// The list that `sha256sum -c` reads.
const LIST: &str = "sha256.txt";

/// A folder being filled.
pub(super) struct Files<'a> {
    root: PathBuf,
    sums: Vec<(String, String)>,
    of: u64,
    watch: Watch<'a>,
    /// Originals written.
    pub originals: usize,
    /// Bytes of those.
    pub bytes: u64,
    /// Originals that could not be read.
    pub problems: Vec<String>,
}

impl<'a> Files<'a> {
    /// Begins in a new folder that only its owner may enter: what comes into it is not encrypted.
    pub fn begin(root: PathBuf, of: u64, watch: Watch<'a>) -> Result<Self> {
        fs::create_dir(&root).map_err(written)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A stick may know no owners.
            let _ = fs::set_permissions(&root, fs::Permissions::from_mode(0o700));
        }
        Ok(Self { root, sums: Vec::new(), of, watch, originals: 0, bytes: 0, problems: Vec::new() })
    }

    /// Writes a text.
    pub fn text(&mut self, path: &str, text: &str) -> Result<()> {
        self.write(path, text.as_bytes())
    }

    /// Writes some bytes.
    pub fn write(&mut self, path: &str, mut bytes: &[u8]) -> Result<()> {
        let mut file = self.create(path)?;
        let tally = copy_hashed(&mut bytes, &mut file, |_| Ok(())).map_err(written)?;
        file.sync_all().map_err(written)?;
        self.sums.push((path.to_owned(), tally.sha256));
        Ok(())
    }

    /// Decrypts an original and compares it with its hash. False where it could not be read; then it is not here.
    pub fn original(&mut self, session: &Session<Unlocked>, kept: &EvidenceFile, path: &str) -> Result<bool> {
        self.go_on(0)?;
        let opened = kept.object.parse::<ObjectId>().ok().map(|id| session.vault().open_object(&id));
        let mut original = match opened {
            Some(Ok(original)) => original,
            Some(Err(error)) => return Ok(self.lost(kept, &error.to_string())),
            None => return Ok(self.lost(kept, "Its record is damaged.")),
        };
        let mut file = self.create(path)?;
        let (mut done, mut stopped, mut write_failed) = (0, false, None);
        let mut target = Noting { file: &mut file, failed: &mut write_failed };
        let tally = copy_hashed(&mut original, &mut target, |n| {
            done += n;
            stopped = (self.watch)(self.step(done)).is_break();
            if stopped { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
        });
        if stopped {
            return Err(Error::Cancelled);
        }
        if let Some(error) = write_failed {
            return Err(written(error));
        }
        match tally {
            Ok(tally) if tally.sha256 == kept.sha256 => {
                file.sync_all().map_err(written)?;
                self.originals += 1;
                self.bytes += done;
                self.sums.push((path.to_owned(), tally.sha256));
                Ok(true)
            }
            _ => {
                drop(file);
                fs::remove_file(self.root.join(path)).map_err(written)?;
                Ok(self.lost(kept, "The stored original is damaged."))
            }
        }
    }

    /// Writes the list of hashes.
    pub fn list(&mut self) -> Result<()> {
        let lines: String = self.sums.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
        self.text(LIST, &lines)
    }

    fn lost(&mut self, kept: &EvidenceFile, why: &str) -> bool {
        self.problems.push(format!("{}: {why}", kept.name));
        false
    }

    fn create(&self, path: &str) -> Result<File> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(written)?;
        }
        File::create_new(path).map_err(written)
    }

    fn step(&self, more: u64) -> Step {
        Step { words: "Saving the originals", done: self.bytes + more, of: self.of }
    }

    fn go_on(&self, more: u64) -> Result<()> {
        if (self.watch)(self.step(more)).is_break() { Err(Error::Cancelled) } else { Ok(()) }
    }
}

/// A file that remembers its own failure, so that it is not taken for one of the original.
struct Noting<'a> {
    file: &'a mut File,
    failed: &'a mut Option<io::Error>,
}

impl Write for Noting<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes).map_err(|error| {
            let kind = error.kind();
            *self.failed = Some(error);
            kind.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
