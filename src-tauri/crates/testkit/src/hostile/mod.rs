//! Files made to do harm, of every class that `ARCHITECTURE.md` promises to survive: the same bytes each time, nobody real named in them.
//!
//! [`files`] is the whole collection, [`write`] puts it into a folder; [`sources`] makes what is no ordinary file at all;
//! [`remote`] makes documents that try to reach an address.
#![allow(clippy::expect_used, reason = "material for tests: what cannot be made stops the test")]

mod archives;
mod bytes;
mod mails;
mod markup;
mod media;
mod names;
mod noise;
mod office;
mod outlook;
mod pdf_files;
mod pdfs;
mod pictures;
pub mod remote;
#[cfg(unix)]
pub mod sources;
mod texts;
mod tiffs;
mod zip_files;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One file: the folder of its class, its name, its bytes.
#[derive(Clone, Debug)]
pub struct HostileFile {
    /// The class, which is the folder it lies in.
    pub class: &'static str,
    /// Its name; not always UTF-8.
    pub name: OsString,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl HostileFile {
    fn new(class: &'static str, name: impl Into<OsString>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { class, name: name.into(), bytes: bytes.into() }
    }
}

/// The whole collection: some 250 files, no two alike but where likeness is the trick.
#[must_use]
pub fn files() -> Vec<HostileFile> {
    [
        archives::files(),
        mails::files(),
        markup::files(),
        media::files(),
        names::files(),
        noise::files(),
        office::files(),
        outlook::files(),
        pdfs::files(),
        pictures::files(),
        texts::files(),
        tiffs::files(),
    ]
    .concat()
}

/// Writes the collection into `folder`, a folder for each class, and answers with the paths.
///
/// # Errors
/// Where the system refuses a file; names that some file systems do not know are left out there.
pub fn write(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for file in files() {
        let class = folder.join(file.class);
        fs::create_dir_all(&class)?;
        let path = class.join(&file.name);
        match fs::write(&path, &file.bytes) {
            Ok(()) => paths.push(path),
            // A file system that allows fewer names than Linux's own has fewer dangers of this kind.
            Err(_) if file.class == names::CLASS => {}
            Err(error) => return Err(error),
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::files;

    #[test]
    fn there_are_many_of_every_class_and_they_are_the_same_each_time() {
        let (once, twice) = (files(), files());
        assert!(once.len() >= 200, "{}", once.len());
        let places: BTreeSet<_> = once.iter().map(|file| (file.class, &file.name)).collect();
        assert_eq!(places.len(), once.len(), "two files have one place");
        for (a, b) in once.iter().zip(&twice) {
            assert!(a.name == b.name && a.bytes == b.bytes, "{:?} differs", a.name);
        }
        for class in once.iter().map(|file| file.class).collect::<BTreeSet<_>>() {
            let (count, bytes) = once
                .iter()
                .filter(|file| file.class == class)
                .fold((0, 0), |(count, bytes), file| (count + 1, bytes + file.bytes.len()));
            eprintln!("{class}: {count} files, {bytes} bytes");
            assert!(count >= 5, "{class} has only {count}");
        }
    }
}
