//! A bag in a folder.

use super::bag::Store;
use super::verdict::Problem;
use crate::digest::{Tally, copy_hashed};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// No honest bag nests deeper.
const DEEPEST: usize = 32;

/// The folder.
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The bag's own folder: `path`, or the only folder in it if that is where `bagit.txt` lies.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if !path.join("bagit.txt").is_file() {
            let mut inner = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
            if inner.len() == 1
                && let Some(only) = inner.pop().map(|e| e.path())
                && only.join("bagit.txt").is_file()
            {
                return Ok(Self { root: only });
            }
        }
        Ok(Self { root: path.to_owned() })
    }

    fn walk(
        &self,
        folder: &Path,
        prefix: &str,
        depth: usize,
        files: &mut BTreeMap<String, u64>,
        problems: &mut Vec<Problem>,
    ) -> io::Result<()> {
        if depth > DEEPEST {
            problems.push(Problem::new("too-deep", "The folders are nested too deep."));
            return Ok(());
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let Ok(name) = entry.file_name().into_string() else {
                problems.push(Problem::new("bad-name", "A file has a name that is no text."));
                continue;
            };
            let path = format!("{prefix}{name}");
            if kind.is_dir() {
                self.walk(&entry.path(), &format!("{path}/"), depth + 1, files, problems)?;
            } else if kind.is_file() {
                files.insert(path, entry.metadata()?.len());
            } else {
                problems.push(Problem::new("not-a-file", format!("{path} is not an ordinary file.")));
            }
        }
        Ok(())
    }
}

impl Store for Folder {
    fn list(&mut self) -> io::Result<(BTreeMap<String, u64>, Vec<Problem>)> {
        let mut files = BTreeMap::new();
        let mut problems = Vec::new();
        self.walk(&self.root, "", 0, &mut files, &mut problems)?;
        Ok((files, problems))
    }

    fn read(&mut self, path: &str, most: u64) -> io::Result<Result<Vec<u8>, Problem>> {
        let mut bytes = Vec::new();
        File::open(self.root.join(path))?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Ok(Err(Problem::new("too-large", format!("{path} is too large."))));
        }
        Ok(Ok(bytes))
    }

    fn hash(&mut self, path: &str, each: &mut dyn FnMut(u64) -> io::Result<()>) -> io::Result<Result<Tally, Problem>> {
        let mut file = File::open(self.root.join(path))?;
        copy_hashed(&mut file, &mut io::sink(), each).map(Ok)
    }
}
