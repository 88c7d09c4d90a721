//! Tells apart who failed while a file is copied: the reader, the writer, or the person who pressed Cancel.

use super::error::BagError;
use crate::progress::{Progress, Stage, Stopped, Watch, report};
use std::io::{self, Read};

/// A reader whose errors can be told from the writer's.
pub(super) struct Marked<R>(pub(super) R);

/// The error of a [`Marked`] reader.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct ReadFailed(io::Error);

impl<R: Read> Read for Marked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0
            .read(into)
            .map_err(|e| if e.kind() == io::ErrorKind::Interrupted { e } else { io::Error::other(ReadFailed(e)) })
    }
}

/// Counts bytes and passes the count on.
pub(super) struct Meter<'a> {
    watch: Watch<'a>,
    done: u64,
    of: u64,
}

impl<'a> Meter<'a> {
    pub(super) fn new(watch: Watch<'a>, of: u64) -> Self {
        Self { watch, done: 0, of }
    }

    /// Reports `n` more bytes; an error means that the job was stopped.
    pub(super) fn add(&mut self, n: u64, what: &str) -> io::Result<()> {
        self.done += n;
        let progress = Progress { stage: Stage::Packing, done: self.done, of: self.of, what };
        report(self.watch, progress).map_err(io::Error::other)
    }
}

/// Which of the three it was.
pub(super) fn sort_out(error: io::Error, unreadable: impl Fn(io::Error) -> BagError) -> BagError {
    if error.get_ref().is_some_and(|e| e.is::<Stopped>()) {
        return BagError::Stopped(Stopped);
    }
    match error.downcast::<ReadFailed>() {
        Ok(ReadFailed(cause)) => unreadable(cause),
        Err(error) => BagError::Write(error),
    }
}
