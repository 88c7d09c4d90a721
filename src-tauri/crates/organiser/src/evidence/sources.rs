//! Which files a person means when they give files and folders.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Something to be kept.
pub enum Source {
    /// A file on disk.
    File(PathBuf),
    /// Bytes that were never a file, such as a pasted picture.
    Bytes {
        /// What to call it.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Bytes that come one after another and are too many for memory. They can be kept once.
    Reader {
        /// What to call them.
        name: String,
        /// Where they come from.
        reader: Mutex<Box<dyn Read + Send>>,
    },
}

impl Source {
    /// The path as given, or the name.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Bytes { name, .. } | Self::Reader { name, .. } => name.clone(),
        }
    }

    /// The name to keep it under.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or_else(|| OsStr::new("file")).to_string_lossy().into_owned(),
            Self::Bytes { name, .. } | Self::Reader { name, .. } => name.clone(),
        }
    }
}

/// How deep folders are followed; deeper ones are named as not taken.
const DEEPEST: usize = 64;

/// Files as they are, folders as the files inside them in order of name. Links inside folders are left in the list, so that the refusal names them.
pub fn expand(paths: &[PathBuf]) -> Vec<Source> {
    let mut found = Vec::new();
    for path in paths {
        walk(path, 0, &mut found);
    }
    found.into_iter().map(Source::File).collect()
}

fn walk(path: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|facts| facts.is_dir());
    let inside = if is_folder && depth < DEEPEST { fs::read_dir(path).ok() } else { None };
    match inside {
        Some(entries) => {
            let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.map(|e| e.path()).ok()).collect();
            paths.sort();
            for path in paths {
                walk(&path, depth + 1, found);
            }
        }
        None => found.push(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_the_files_inside_it_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a/2.txt", "a/1.txt"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        let names: Vec<String> = expand(&[folder.path().to_owned()]).iter().map(Source::name).collect();
        assert_eq!(names, ["1.txt", "2.txt", "b.txt"]);
    }
}
