//! A file on the person's disk, opened with suspicion.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Advice, OFlags, fadvise};
use rustix::io::Errno;

use crate::SourceProblem;

/// What must stay the same while a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    device: u64,
    inode: u64,
    size: u64,
    modified: (i64, i64),
}

impl Shape {
    fn of(meta: &Metadata) -> Self {
        Self { device: meta.dev(), inode: meta.ino(), size: meta.size(), modified: (meta.mtime(), meta.mtime_nsec()) }
    }
}

/// An ordinary file, opened and remembered as it was.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: File,
    path: PathBuf,
    shape: Shape,
}

impl Source {
    /// Opens a file to attach; `vault` is the vault's own folder.
    ///
    /// # Errors
    /// All but [`SourceProblem::Changed`].
    pub(crate) fn open(path: &Path, vault: &Path) -> Result<Self, SourceProblem> {
        // Look before opening: opening a device or a pipe can already do something.
        ordinary(&path.symlink_metadata().map_err(problem)?)?;
        if inside(path, vault).map_err(problem)? {
            return Err(SourceProblem::InsideVault);
        }
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY).bits() as i32;
        let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(problem)?;
        let meta = file.metadata().map_err(problem)?;
        ordinary(&meta)?;
        // Only a hint to read ahead; file systems without it read on as usual.
        let _ = fadvise(&file, 0, None, Advice::Sequential);
        Ok(Self { file, path: path.to_owned(), shape: Shape::of(&meta) })
    }

    /// Its size in bytes when it was opened.
    pub(crate) fn size(&self) -> u64 {
        self.shape.size
    }

    /// Whether most of it was never written: a hole that reads as zeros and takes no room on its own disk.
    pub(crate) fn is_hollow(&self) -> bool {
        self.file.metadata().is_ok_and(|meta| meta.blocks().saturating_mul(512) < self.shape.size / 2)
    }

    /// When it was last changed, in whole seconds since 1970-01-01 UTC.
    pub(crate) fn modified_unix(&self) -> i64 {
        self.shape.modified.0
    }

    /// Whether the file, and the file now under its name, are still as they were at opening.
    ///
    /// # Errors
    /// [`SourceProblem::Changed`].
    pub(crate) fn unchanged(&self) -> Result<(), SourceProblem> {
        let open = self.file.metadata().map_err(SourceProblem::Unreadable)?;
        let named = self.path.symlink_metadata().map_err(|_| SourceProblem::Changed)?;
        if Shape::of(&open) == self.shape && Shape::of(&named) == self.shape {
            Ok(())
        } else {
            Err(SourceProblem::Changed)
        }
    }
}

fn ordinary(meta: &Metadata) -> Result<(), SourceProblem> {
    let kind = meta.file_type();
    if kind.is_file() {
        Ok(())
    } else if kind.is_dir() {
        Err(SourceProblem::Folder)
    } else if kind.is_symlink() {
        Err(SourceProblem::Link)
    } else {
        Err(SourceProblem::Special)
    }
}

fn inside(path: &Path, vault: &Path) -> io::Result<bool> {
    Ok(path.canonicalize()?.starts_with(vault.canonicalize()?))
}

fn problem(e: io::Error) -> SourceProblem {
    match e.kind() {
        io::ErrorKind::NotFound => SourceProblem::Missing,
        io::ErrorKind::PermissionDenied => SourceProblem::NoPermission,
        // What O_NOFOLLOW says of a link that appeared after the first look.
        _ if e.raw_os_error() == Some(Errno::LOOP.raw_os_error()) => SourceProblem::Link,
        _ => SourceProblem::Unreadable(e),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    #[test]
    fn only_ordinary_files_outside_the_vault_are_taken() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let vault = at("vault");
        fs::create_dir_all(vault.join("objects/ab")).unwrap();
        fs::write(at("file"), "x").unwrap();
        fs::write(vault.join("vault.json"), "x").unwrap();
        fs::write(vault.join("objects/ab/x.age"), "x").unwrap();
        symlink(at("file"), at("link")).unwrap();
        symlink(&vault, at("alias")).unwrap();
        mknodat(CWD, at("pipe"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        let _socket = UnixListener::bind(at("socket")).unwrap();

        let say = |path: &Path| match Source::open(path, &vault) {
            Ok(source) => format!("ok {}", source.size()),
            Err(e) => format!("{e:?}"),
        };
        assert_eq!(say(&at("file")), "ok 1");
        assert_eq!(say(&at("link")), "Link");
        assert_eq!(say(&at("pipe")), "Special");
        assert_eq!(say(&at("socket")), "Special");
        assert_eq!(say(Path::new("/dev/zero")), "Special");
        assert_eq!(say(folder.path()), "Folder");
        assert_eq!(say(&at("nothing")), "Missing");
        assert_eq!(say(&vault.join("vault.json")), "InsideVault");
        assert_eq!(say(&vault.join("objects/../objects/ab/x.age")), "InsideVault");
        assert_eq!(say(&at("alias/vault.json")), "InsideVault", "by way of a linked folder");
    }

    #[test]
    fn any_change_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, vault) = (folder.path().join("file"), folder.path().join("vault"));
        fs::create_dir(&vault).unwrap();
        let fresh = || {
            fs::write(&path, "content").unwrap();
            Source::open(&path, &vault).unwrap()
        };
        fresh().unchanged().unwrap();

        let source = fresh();
        fs::OpenOptions::new().append(true).open(&path).unwrap().set_len(100).unwrap();
        assert!(matches!(source.unchanged(), Err(SourceProblem::Changed)), "grown");

        let source = fresh();
        let later = source.file.metadata().unwrap().modified().unwrap() + std::time::Duration::from_nanos(1);
        fs::File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
        assert!(matches!(source.unchanged(), Err(SourceProblem::Changed)), "written");

        let source = fresh();
        fs::rename(&path, folder.path().join("away")).unwrap();
        assert!(matches!(source.unchanged(), Err(SourceProblem::Changed)), "gone");
        fs::write(&path, "content").unwrap();
        assert!(matches!(source.unchanged(), Err(SourceProblem::Changed)), "replaced");
    }
}
