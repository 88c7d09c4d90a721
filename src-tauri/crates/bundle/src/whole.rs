//! A file that appears under its name only when it is whole.
//!
//! It is written beside its final name, synced, renamed, and the folder is synced. Dropped before that, nothing of it is left; killed before that,
//! the next file of that name removes the rest.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

/// Removes what a program that was killed left of a file of this name.
fn sweep(target: &Path, name: &OsStr) {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let begins = format!(".{}.", name.to_string_lossy());
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        let partial = found.starts_with(&begins) && found.ends_with(".partial");
        // Whoever still writes it holds its lock.
        if partial && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A file being written.
pub struct WholeFile {
    writer: Option<BufWriter<File>>,
    partial: PathBuf,
    target: PathBuf,
}

impl WholeFile {
    /// Starts a file that is to be called `target`.
    ///
    /// # Errors
    /// When the folder does not exist, cannot be written to, or `target` has no file name.
    pub fn begin(target: &Path) -> io::Result<Self> {
        let name =
            target.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a file name is needed"))?;
        sweep(target, name);
        let mut tries = 0_u32;
        loop {
            let mut partial = std::ffi::OsString::from(".");
            partial.push(name);
            partial.push(format!(".{}-{tries}.partial", std::process::id()));
            let partial = target.with_file_name(partial);
            match OpenOptions::new().write(true).read(true).create_new(true).open(&partial) {
                Ok(file) => {
                    // Where the disk knows no locks, nobody will take the file for left behind either.
                    let _ = file.try_lock();
                    return Ok(Self {
                        writer: Some(BufWriter::with_capacity(1 << 20, file)),
                        partial,
                        target: target.to_owned(),
                    });
                }
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && tries < 100 => tries += 1,
                Err(e) => return Err(e),
            }
        }
    }

    /// Makes the file whole: everything on the disk, then the final name. An older file of that name is replaced.
    ///
    /// # Errors
    /// When the disk is full or fails; then neither the partial nor the final file is left changed.
    pub fn finish(mut self) -> io::Result<()> {
        if let Some(mut writer) = self.writer.take() {
            writer.flush()?;
            writer.get_ref().sync_all()?;
        }
        fs::rename(&self.partial, &self.target)?;
        self.partial = PathBuf::new();
        if let Some(folder) = self.target.parent() {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            // Not every system lets a folder be opened; the rename stands all the same.
            if let Ok(folder) = File::open(folder) {
                let _ = folder.sync_all();
            }
        }
        Ok(())
    }

    fn inner(&mut self) -> io::Result<&mut BufWriter<File>> {
        self.writer.as_mut().ok_or_else(|| io::Error::other("the file is closed"))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner()?.flush()
    }
}

impl Seek for WholeFile {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner()?.seek(to)
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        drop(self.writer.take());
        if !self.partial.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.partial);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_behind_goes_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("b.pdf");
        let names = || {
            let mut names: Vec<String> = fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        };
        fs::write(folder.path().join(".b.pdf.1-0.partial"), "half").unwrap();
        fs::write(folder.path().join(".other.pdf.1-0.partial"), "half").unwrap();
        let one = WholeFile::begin(&target).unwrap();
        let two = WholeFile::begin(&target).unwrap();
        assert_eq!(names().len(), 3, "{:?}", names());
        one.finish().unwrap();
        drop(two);
        assert_eq!(names(), [".other.pdf.1-0.partial", "b.pdf"]);
    }
}
