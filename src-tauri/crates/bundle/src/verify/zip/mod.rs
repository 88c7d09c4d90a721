//! A bag in a ZIP, read by a reader of our own: strict, never unpacking, and never believing a size it is told.
//!
//! Offsets are those of the ZIP format's APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.14 to 4.3.16.

mod directory;
mod entry;

use super::bag::Store;
use super::verdict::Problem;
use crate::digest::{Tally, copy_hashed};
use directory::central;
use entry::Entry;
use flate2::read::DeflateDecoder;
use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Below this many bytes unpacked nothing is taken for a bomb.
const SMALL: u64 = 256 << 20;

/// How many times its own size a ZIP may unpack to.
const RATIO: u64 = 100;

/// The ZIP.
pub(super) struct Zip {
    file: BufReader<File>,
    entries: BTreeMap<String, Entry>,
    problems: Vec<Problem>,
}

impl Zip {
    /// Opens a ZIP and reads its directory. `Ok(Err)` when it is no ZIP this program would touch.
    pub(super) fn open(path: &Path) -> io::Result<Result<Self, Problem>> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut file = BufReader::with_capacity(1 << 18, file);
        let (start, entries) = match central(&mut file, length)? {
            Ok(found) => found,
            Err(problem) => return Ok(Err(problem)),
        };
        let total = entries.iter().fold(0_u64, |sum, e| sum.saturating_add(e.size));
        if total > SMALL && total / RATIO > length {
            return Ok(Err(Problem::new(
                "too-large",
                "The ZIP would unpack to far more than an honest one; it was not read.",
            )));
        }
        let mut zip = Self { file, entries: BTreeMap::new(), problems: Vec::new() };
        zip.take_in(entries, start)?;
        Ok(Ok(zip))
    }

    /// Sorts the entries under the bag's folder and notes what is wrong with them.
    fn take_in(&mut self, mut entries: Vec<Entry>, directory: u64) -> io::Result<()> {
        let root = root_of(&entries);
        entries.sort_by_key(|e| e.offset);
        let mut next = 0;
        let mut seen = HashSet::new();
        for mut entry in entries {
            let problem = entry.check();
            self.problems.extend(problem);
            if !seen.insert(entry.name.to_lowercase()) {
                self.problem("twice", format!("The ZIP holds {} twice.", entry.name));
            }
            match entry.locate(&mut self.file, directory)? {
                Ok(()) => {}
                Err(problem) => {
                    self.problems.push(problem);
                    continue;
                }
            }
            if entry.offset < next || entry.offset > next + entry::DESCRIPTOR {
                self.problem("hidden-bytes", format!("The ZIP has overlapping or hidden bytes before {}.", entry.name));
            }
            next = entry.end();
            if entry.is_folder() {
                continue;
            }
            match entry.name.strip_prefix(&root) {
                Some(below) => {
                    self.entries.insert(below.to_owned(), entry);
                }
                None => self.problem("outside", format!("A file lies outside the bag’s folder: {}", entry.name)),
            }
        }
        if directory < next || directory > next + entry::DESCRIPTOR {
            self.problem("hidden-bytes", "The ZIP has hidden bytes before its directory.".to_owned());
        }
        Ok(())
    }

    fn problem(&mut self, code: &'static str, words: String) {
        self.problems.push(Problem::new(code, words));
    }

    /// Streams an entry's bytes to `out` and hashes them.
    fn stream(
        &mut self,
        path: &str,
        out: &mut dyn Write,
        each: &mut dyn FnMut(u64) -> io::Result<()>,
    ) -> io::Result<Result<Tally, Problem>> {
        let damaged = || Problem::new("damaged", format!("{path} cannot be unpacked."));
        let Some(entry) = self.entries.get(path) else {
            return Ok(Err(damaged()));
        };
        self.file.seek(SeekFrom::Start(entry.data))?;
        let packed = (&mut self.file).take(entry.packed);
        let mut crc = flate2::Crc::new();
        let copied = if entry.deflated() {
            let mut from = DeflateDecoder::new(packed);
            let copied =
                copy_hashed(&mut Counted { inner: (&mut from).take(entry.size + 1), crc: &mut crc }, out, each);
            match copied {
                Ok(tally) if from.total_in() == entry.packed => Ok(tally),
                Ok(_) => return Ok(Err(damaged())),
                Err(error) => Err(error),
            }
        } else {
            copy_hashed(&mut Counted { inner: packed, crc: &mut crc }, out, each)
        };
        match copied {
            Ok(tally) if tally.bytes == entry.size && crc.sum() == entry.crc => Ok(Ok(tally)),
            Ok(_) => Ok(Err(damaged())),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
                ) =>
            {
                Ok(Err(damaged()))
            }
            Err(error) => Err(error),
        }
    }
}

/// Reads and takes the checksum on the way.
struct Counted<'a, R> {
    inner: R,
    crc: &'a mut flate2::Crc,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(into)?;
        self.crc.update(&into[..n]);
        Ok(n)
    }
}

/// The folder in which `bagit.txt` lies, at most one deep, with its `/`.
fn root_of(entries: &[Entry]) -> String {
    if entries.iter().any(|e| e.name == "bagit.txt") {
        return String::new();
    }
    let mut roots = entries.iter().filter_map(|e| {
        let root = e.name.strip_suffix("/bagit.txt")?;
        (!root.contains('/')).then(|| format!("{root}/"))
    });
    roots.next().unwrap_or_default()
}

impl Store for Zip {
    fn list(&mut self) -> io::Result<(BTreeMap<String, u64>, Vec<Problem>)> {
        let files = self.entries.iter().map(|(path, e)| (path.clone(), e.size)).collect();
        Ok((files, std::mem::take(&mut self.problems)))
    }

    fn read(&mut self, path: &str, most: u64) -> io::Result<Result<Vec<u8>, Problem>> {
        if self.entries.get(path).is_some_and(|e| e.size > most) {
            return Ok(Err(Problem::new("too-large", format!("{path} is too large."))));
        }
        let mut bytes = Vec::new();
        let read = self.stream(path, &mut bytes, &mut |_| Ok(()))?;
        Ok(read.map(|_| bytes))
    }

    fn hash(&mut self, path: &str, each: &mut dyn FnMut(u64) -> io::Result<()>) -> io::Result<Result<Tally, Problem>> {
        self.stream(path, &mut io::sink(), each)
    }
}
