//! A copy of the file as it was after one of its transactions, taken while another program may be writing.
//!
//! While the log is the same log, every page that is being put into the file is in the log too, and a reader prefers the log's (SQLite file
//! format, section 4.4). So the file is copied first and the log after it, and the copy is good if no new log was begun meanwhile: its header
//! holds numbers that change then (section 4.1). What half a transaction left at the log's end does not count, as after a crash.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::connect::disk;
use crate::{Result, StoreError};

/// Length of a log's header.
const HEADER: usize = 32;
/// How often to try. A new log is begun after many megabytes of changes.
const TRIES: usize = 20;

/// What stays the same while a copy is good.
#[derive(Debug, PartialEq, Eq)]
enum State {
    /// The log's header.
    Log([u8; HEADER]),
    /// Without a log: the file's length and when it was changed.
    File(u64, Option<SystemTime>),
}

/// Copies the file and its log into a folder, and gives the copy's path. The copy is as encrypted as the original.
///
/// # Errors
/// [`StoreError::Busy`] where it changes too fast, or what the disk said.
pub(crate) fn take(path: &Path, into: &Path) -> Result<PathBuf> {
    let copy = into.join("records.db");
    let (log, log_copy) = (log_of(path), log_of(&copy));
    for _ in 0..TRIES {
        let before = state(path, &log)?;
        fs::copy(path, &copy).map_err(disk("copy the records file"))?;
        match fs::copy(&log, &log_copy) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => drop(fs::remove_file(&log_copy)),
            other => drop(other.map_err(disk("copy the records' log"))?),
        }
        if state(path, &log)? == before {
            return Ok(copy);
        }
    }
    Err(StoreError::Busy)
}

fn state(path: &Path, log: &Path) -> Result<State> {
    let mut header = [0; HEADER];
    if File::open(log).and_then(|mut log| log.read_exact(&mut header)).is_ok() {
        return Ok(State::Log(header));
    }
    let found = fs::metadata(path).map_err(disk("find the records file"))?;
    Ok(State::File(found.len(), found.modified().ok()))
}

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
