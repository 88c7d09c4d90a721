//! A moving window on a file: bounded memory, and any place in it can be looked at.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom};

/// Bytes read at a time.
const CHUNK: usize = 1 << 20;

pub(super) struct Window<R> {
    source: R,
    buffer: Vec<u8>,
    /// Where the buffer begins in the file.
    start: u64,
}

impl<R: Read + Seek> Window<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, buffer: Vec::new(), start: 0 }
    }

    /// The bytes from `at` on: at least `want` of them, fewer only at the end of the file.
    pub(super) fn get(&mut self, at: u64, want: usize) -> io::Result<&[u8]> {
        let end = self.start + self.buffer.len() as u64;
        if at < self.start || at + want as u64 > end {
            self.fill(at, want)?;
        }
        // Within the buffer by now, or behind the end of the file.
        let offset = usize::try_from(at - self.start).unwrap_or(usize::MAX);
        Ok(self.buffer.get(offset..).unwrap_or_default())
    }

    /// At most `want` bytes at `at`, wherever that is, without moving the window.
    pub(super) fn peek(&mut self, at: u64, want: usize) -> io::Result<Vec<u8>> {
        self.source.seek(SeekFrom::Start(at))?;
        let mut seen = Vec::new();
        self.source.by_ref().take(want as u64).read_to_end(&mut seen)?;
        Ok(seen)
    }

    fn fill(&mut self, at: u64, want: usize) -> io::Result<()> {
        let end = self.start + self.buffer.len() as u64;
        if at >= self.start && at <= end {
            let known = usize::try_from(at - self.start).unwrap_or(self.buffer.len());
            self.buffer.drain(..known);
        } else {
            self.buffer.clear();
        }
        self.start = at;
        self.source.seek(SeekFrom::Start(at + self.buffer.len() as u64))?;
        let mut have = self.buffer.len();
        self.buffer.resize(want.max(CHUNK), 0);
        while have < self.buffer.len() {
            match self.source.read(&mut self.buffer[have..]) {
                Ok(0) => break,
                Ok(more) => have += more,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.buffer.truncate(have);
        Ok(())
    }
}
