//! Writing so that it is there after the power fails.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::error::disk;

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|f| f.sync_all()).map_err(disk("make the folder durable"))
}

/// Makes a folder that only its owner may enter; one that is there already is fine.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        other => other.map_err(disk("make a folder")),
    }
}

/// A file on its way: removed again unless it reaches its place.
pub(crate) struct Temporary {
    path: PathBuf,
    placed: bool,
    pub(crate) file: File,
}

impl Temporary {
    /// Opens a new file that only its owner may read.
    pub(crate) fn create(path: PathBuf) -> Result<Self> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(disk("make a temporary file"))?;
        Ok(Self { path, placed: false, file })
    }

    /// The same with its whole content, on the disk when this returns.
    pub(crate) fn with_content(path: PathBuf, content: &[u8]) -> Result<Self> {
        let mut temporary = Self::create(path)?;
        temporary.file.write_all(content).map_err(disk("write a file"))?;
        temporary.sync()?;
        Ok(temporary)
    }

    /// Waits until the content is on the disk.
    pub(crate) fn sync(&self) -> Result<()> {
        self.file.sync_all().map_err(disk("make a file durable"))
    }

    /// Gives the file its final name. The folder must be synced afterwards.
    pub(crate) fn place(mut self, at: &Path) -> Result<()> {
        fs::rename(&self.path, at).map_err(disk("put a file in its place"))?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.placed {
            // What cannot be removed now is swept at the next opening.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Writes `content` to `folder/name` in one step: either the old file or the whole new one is there.
pub(crate) fn replace(temporary: PathBuf, folder: &Path, name: &str, content: &[u8]) -> Result<()> {
    Temporary::with_content(temporary, content)?.place(&folder.join(name))?;
    sync_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacing_is_whole_and_leaves_no_temporary() {
        let folder = tempfile::tempdir().unwrap();
        for content in ["one", "two"] {
            replace(folder.path().join("t"), folder.path(), "f", content.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(folder.path().join("f")).unwrap(), content);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_temporary_that_is_dropped_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        drop(Temporary::with_content(folder.path().join("t"), b"x").unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
