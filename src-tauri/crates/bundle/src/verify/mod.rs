//! Says whether a bag is whole and unchanged, file by file. Nothing is ever unpacked; hostile ZIPs are read within limits.

mod bag;
mod folder;
mod manifest;
mod verdict;
mod zip;

pub use verdict::{FileState, FileVerdict, Problem, Verdict};

use crate::progress::{Stopped, Watch};
use bag::Store;
use std::io;
use std::path::Path;

/// Why nothing could be said.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The file or folder could not be read.
    #[error("it could not be read: {0}")]
    Read(#[from] io::Error),
    /// The caller stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// The largest `claim.json` that is read, in bytes.
const LARGEST_RECORD: u64 = 256 << 20;

/// `data/record/claim.json` of a bag in a ZIP or a folder; nothing where there is none that can be read. Check the bag first.
///
/// # Errors
/// When the ZIP or folder could not be read at all.
pub fn claim_json(path: &Path) -> io::Result<Option<Vec<u8>>> {
    const RECORD: &str = "data/record/claim.json";
    if path.is_dir() {
        return Ok(folder::Folder::open(path)?.read(RECORD, LARGEST_RECORD)?.ok());
    }
    let Ok(mut zip) = zip::Zip::open(path)? else { return Ok(None) };
    if zip.list()?.0.contains_key(RECORD) { Ok(zip.read(RECORD, LARGEST_RECORD)?.ok()) } else { Ok(None) }
}

/// Checks a ZIP or an unpacked folder.
///
/// # Errors
/// [`VerifyError`] only when it could not be read at all; what is wrong with the bag stands in the verdict.
pub fn verify(path: &Path, watch: Watch<'_>) -> Result<Verdict, VerifyError> {
    if path.is_dir() {
        bag::check(&mut folder::Folder::open(path)?, watch)
    } else {
        match zip::Zip::open(path)? {
            Ok(mut zip) => bag::check(&mut zip, watch),
            Err(problem) => Ok(Verdict::broken(problem)),
        }
    }
}
