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
    /// A file of the folder that a browser saved beside a page: it belongs to the page.
    Part {
        /// The file.
        path: PathBuf,
        /// The page, which comes before it.
        page: PathBuf,
    },
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
            Self::File(path) | Self::Part { path, .. } => path.to_string_lossy().into_owned(),
            Self::Bytes { name, .. } | Self::Reader { name, .. } => name.clone(),
        }
    }

    /// The name to keep it under.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) | Self::Part { path, .. } => {
                path.file_name().unwrap_or_else(|| OsStr::new("file")).to_string_lossy().into_owned()
            }
            Self::Bytes { name, .. } | Self::Reader { name, .. } => name.clone(),
        }
    }
}

/// How deep folders are followed; deeper ones are named as not taken.
const DEEPEST: usize = 64;

/// What browsers put behind a page's name to make the name of its folder.
const FOLDER_ENDINGS: [&str; 7] = ["_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "-filer", ".files"];

/// Files as they are, folders as the files inside them in order of name; a saved web page is followed by the files of
/// its folder. Links inside folders are left in the list, so that the refusal names them.
pub fn expand(paths: &[PathBuf]) -> Vec<Source> {
    let mut found = Vec::new();
    for path in paths {
        walk(path, 0, &mut found);
    }
    let folders: Vec<(PathBuf, PathBuf)> = found.iter().flat_map(|path| folders_of(path)).collect();
    let page_of = |path: &Path| {
        let mut above = path.ancestors().skip(1);
        above.find_map(|above| folders.iter().find(|(folder, _)| folder == above)).map(|(_, page)| page.clone())
    };
    let (parts, whole): (Vec<_>, Vec<_>) =
        found.into_iter().map(|path| (page_of(&path), path)).partition(|(page, _)| page.is_some());
    let mut sources = Vec::new();
    for (_, path) in whole {
        let own = parts.iter().filter(|(page, _)| page.as_ref() == Some(&path));
        let own: Vec<_> = own.map(|(_, part)| Source::Part { path: part.clone(), page: path.clone() }).collect();
        sources.push(Source::File(path));
        sources.extend(own);
    }
    sources
}

/// The names that the folder of a saved page may have, with the page.
fn folders_of(page: &Path) -> Vec<(PathBuf, PathBuf)> {
    let ending = page.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    let Some(stem) = page.file_stem().filter(|_| matches!(ending.as_str(), "html" | "htm" | "xhtml")) else {
        return Vec::new();
    };
    let folder = |ending: &&str| {
        let mut name = stem.to_owned();
        name.push(ending);
        (page.with_file_name(name), page.to_owned())
    };
    FOLDER_ENDINGS.iter().map(folder).collect()
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

    #[test]
    fn a_saved_page_comes_before_the_files_of_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["Offer_files/deep/x.css", "Offer_files/a.png", "Offer.html", "Offer.txt", "Rules-Dateien/b.png"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        let found = expand(&[folder.path().to_owned()]);
        let names: Vec<String> = found.iter().map(Source::name).collect();
        assert_eq!(names, ["Offer.html", "a.png", "x.css", "Offer.txt", "b.png"]);
        let page = folder.path().join("Offer.html");
        let parts: Vec<bool> =
            found.iter().map(|one| matches!(one, Source::Part { page: of, .. } if *of == page)).collect();
        assert_eq!(parts, [false, true, true, false, false]);
    }
}
