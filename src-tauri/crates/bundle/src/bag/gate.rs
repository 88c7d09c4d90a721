//! What the ZIP is written through. The ZIP library, given up half-way, still tries to end the archive and prints on the terminal what it thinks of a
//! disk that is full; behind a shut gate it ends it into nothing.

use crate::whole::WholeFile;
use std::io::{self, Seek, SeekFrom, Write};

/// Open until something could not be written.
pub(super) struct Gate {
    file: WholeFile,
    shut: bool,
    at: u64,
    end: u64,
}

impl Gate {
    pub(super) fn new(file: WholeFile) -> Self {
        Self { file, shut: false, at: 0, end: 0 }
    }

    /// The file, if all of it could be written.
    pub(super) fn open(self) -> io::Result<WholeFile> {
        if self.shut { Err(io::Error::other("a part of it could not be written")) } else { Ok(self.file) }
    }

    fn or_shut<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        self.shut |= matches!(&done, Err(error) if error.kind() != io::ErrorKind::Interrupted);
        done
    }
}

impl Write for Gate {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = if self.shut { Ok(bytes.len()) } else { self.file.write(bytes) };
        let written = self.or_shut(written)?;
        self.at += written as u64;
        self.end = self.end.max(self.at);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = if self.shut { Ok(()) } else { self.file.flush() };
        self.or_shut(flushed)
    }
}

impl Seek for Gate {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let reached = match to {
            _ if !self.shut => self.file.seek(to),
            SeekFrom::Start(at) => Ok(at),
            SeekFrom::Current(more) => Ok(self.at.saturating_add_signed(more)),
            SeekFrom::End(more) => Ok(self.end.saturating_add_signed(more)),
        };
        self.at = self.or_shut(reached)?;
        Ok(self.at)
    }
}
