//! The mails of a mailbox, wherever they lie: in one mbox file, or one a file in a Maildir folder.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use recourse_intake::mailbox::{MailHead, Splitter};
use recourse_intake::{SNIFF_BYTES, sniff};

use super::Step;
use crate::evidence::Source;
use crate::{Error, Result};

/// How much of a mail is read at first to find its headers, in bytes.
const HEAD: u64 = 16 * 1024;

/// A mailbox that was given, and what has been seen of it so far.
pub struct Mailbox {
    path: PathBuf,
    seen: Mutex<Seen>,
}

/// What has been seen of a mailbox; forgotten when the file changes.
#[derive(Default)]
pub(super) struct Seen {
    shape: Option<(u64, Option<SystemTime>)>,
    pub(super) mails: Vec<Place>,
    pub(super) heads: Vec<MailHead>,
    /// The words that `heads` were asked for.
    pub(super) words: String,
}

/// Where one mail lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A stretch of the mailbox file.
    Stretch { start: u64, length: u64 },
    /// A file of its own.
    File { path: PathBuf, length: u64 },
}

impl Place {
    pub(super) const fn length(&self) -> u64 {
        match self {
            Self::Stretch { length, .. } | Self::File { length, .. } => *length,
        }
    }
}

/// Takes the mailboxes out of what was given: mbox files, and folders that hold `cur` and `new` as a Maildir does.
pub fn set_aside(paths: &[PathBuf]) -> (Vec<Mailbox>, Vec<Source>) {
    let (mut mailboxes, mut rest) = (Vec::new(), Vec::new());
    for path in paths {
        if is_maildir(path) {
            mailboxes.push(Mailbox::at(path));
            continue;
        }
        for source in crate::evidence::expand(std::slice::from_ref(path)) {
            match source {
                Source::File(path) if is_mbox(&path) => mailboxes.push(Mailbox::at(&path)),
                other => rest.push(other),
            }
        }
    }
    (mailboxes, rest)
}

fn is_maildir(path: &Path) -> bool {
    let is_folder = |path: PathBuf| fs::symlink_metadata(path).is_ok_and(|facts| facts.is_dir());
    is_folder(path.join("cur")) && is_folder(path.join("new"))
}

fn is_mbox(path: &Path) -> bool {
    if !fs::symlink_metadata(path).is_ok_and(|facts| facts.is_file()) {
        return false;
    }
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(SNIFF_BYTES as u64).read_to_end(&mut first));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    read.is_ok() && sniff(&name, &first).media_type.as_str() == "application/mbox"
}

impl Mailbox {
    /// The mailbox at a path, whatever lies there: a file is taken for an mbox, a folder for one mail a file.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), seen: Mutex::default() }
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is one file, which can be kept whole.
    pub fn is_file(&self) -> bool {
        self.path.is_file()
    }

    /// Its file or folder name.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Its length in bytes; what cannot be seen counts nothing.
    pub fn bytes(&self) -> u64 {
        let length = |path: &Path| fs::symlink_metadata(path).map_or(0, |facts| facts.len());
        if self.is_file() { length(&self.path) } else { self.files().iter().map(|path| length(path)).sum() }
    }

    fn files(&self) -> Vec<PathBuf> {
        let roots = if is_maildir(&self.path) {
            vec![self.path.join("cur"), self.path.join("new")]
        } else {
            vec![self.path.clone()]
        };
        let files = crate::evidence::expand(&roots).into_iter();
        files.filter_map(|source| if let Source::File(path) = source { Some(path) } else { None }).collect()
    }

    /// What has been seen, with every mail found. `progress` hears of the bytes gone through.
    pub(super) fn seen(&self, progress: &mut dyn FnMut(Step), cancel: &AtomicBool) -> Result<MutexGuard<'_, Seen>> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let shape = self.shape().map_err(|source| self.unreadable(source))?;
        if seen.shape != Some(shape) {
            *seen = Seen::default();
            seen.mails = if self.is_file() { self.stretches(shape.0, progress, cancel)? } else { self.places() };
            seen.shape = Some(shape);
        }
        Ok(seen)
    }

    /// Whether it is still as it was when its mails were found.
    pub(super) fn unchanged(&self) -> bool {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        self.shape().is_ok_and(|shape| seen.shape == Some(shape))
    }

    fn shape(&self) -> io::Result<(u64, Option<SystemTime>)> {
        let facts = fs::metadata(&self.path)?;
        Ok((self.bytes(), facts.modified().ok()))
    }

    fn stretches(&self, of_bytes: u64, progress: &mut dyn FnMut(Step), cancel: &AtomicBool) -> Result<Vec<Place>> {
        let file = File::open(&self.path).map_err(|source| self.unreadable(source))?;
        let mut found = Vec::new();
        for span in Splitter::new(file) {
            let span = span.map_err(|source| self.unreadable(source))?;
            found.push(Place::Stretch { start: span.start, length: span.length() });
            if found.len().is_multiple_of(1000) {
                progress(Step { done: 0, total: 0, bytes: span.end, of_bytes });
                if cancel.load(Ordering::Relaxed) {
                    return Err(Error::Cancelled);
                }
            }
        }
        Ok(found)
    }

    fn places(&self) -> Vec<Place> {
        let ordinary = |path: PathBuf| {
            let facts = fs::symlink_metadata(&path).ok().filter(|facts| facts.is_file())?;
            Some(Place::File { path, length: facts.len() })
        };
        self.files().into_iter().filter_map(ordinary).collect()
    }

    /// To read one mail after another.
    pub(super) fn mails(&self) -> Mails<'_> {
        Mails { mailbox: self, file: None }
    }

    /// A mail, to be read as it comes.
    pub(super) fn open(&self, place: &Place) -> io::Result<Box<dyn Read + Send>> {
        Ok(match place {
            Place::File { path, length } => Box::new(File::open(path)?.take(*length)),
            Place::Stretch { start, length } => {
                let mut file = File::open(&self.path)?;
                file.seek(SeekFrom::Start(*start))?;
                Box::new(file.take(*length))
            }
        })
    }

    pub(super) fn unreadable(&self, source: io::Error) -> Error {
        Error::Input { path: self.path.clone(), source }
    }
}

/// Reads one mail after another; an mbox file is opened once.
pub(super) struct Mails<'a> {
    mailbox: &'a Mailbox,
    file: Option<File>,
}

impl Mails<'_> {
    /// The bytes of a mail.
    pub(super) fn whole(&mut self, place: &Place) -> Result<Vec<u8>> {
        self.first(place, place.length())
    }

    /// The headers of a mail, up to the blank line behind them; the whole mail where there is none to be seen soon.
    pub(super) fn head(&mut self, place: &Place) -> Result<Vec<u8>> {
        let mut seen = self.first(place, HEAD)?;
        match end_of_head(&seen) {
            Some(end) => seen.truncate(end),
            None if (seen.len() as u64) < place.length() => return self.whole(place),
            None => {}
        }
        Ok(seen)
    }

    /// The beginning of a mail, which is enough for its headers in all but odd cases.
    pub(super) fn beginning(&mut self, place: &Place) -> Result<Vec<u8>> {
        self.first(place, HEAD)
    }

    fn first(&mut self, place: &Place, bytes: u64) -> Result<Vec<u8>> {
        let bytes = bytes.min(place.length());
        let mut read = || -> io::Result<Vec<u8>> {
            let mut mail = Vec::with_capacity(usize::try_from(bytes).unwrap_or_default());
            match place {
                Place::File { path, .. } => File::open(path)?.take(bytes).read_to_end(&mut mail)?,
                Place::Stretch { start, .. } => {
                    let file = match &mut self.file {
                        Some(file) => file,
                        none => none.insert(File::open(&self.mailbox.path)?),
                    };
                    file.seek(SeekFrom::Start(*start))?;
                    file.take(bytes).read_to_end(&mut mail)?
                }
            };
            Ok(mail)
        };
        read().map_err(|source| self.mailbox.unreadable(source))
    }
}

/// Where the blank line behind the headers ends; blank lines before them do not count.
fn end_of_head(mail: &[u8]) -> Option<usize> {
    let begin = mail.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let lines = mail.get(begin..)?.split_inclusive(|byte| *byte == b'\n');
    let mut end = begin;
    for line in lines {
        end += line.len();
        if matches!(line, b"\n" | b"\r\n") {
            return Some(end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::end_of_head;

    #[test]
    fn a_head_ends_behind_its_blank_line() {
        assert_eq!(end_of_head(b"A: b\nC: d\n\nbody\n\n"), Some(11));
        assert_eq!(end_of_head(b"\r\n \nA: b\r\n\r\nbody"), Some(12));
        assert_eq!(end_of_head(b"A: b\n c\n"), None);
        assert_eq!(end_of_head(b"\n\n"), None);
    }
}
