//! One entry of a ZIP.

use crate::verify::manifest::is_inside;
use crate::verify::verdict::Problem;
use std::io::{self, Read, Seek, SeekFrom};

/// The longest data descriptor after an entry's bytes (64-bit sizes, with its mark).
pub(super) const DESCRIPTOR: u64 = 24;

/// Length of the fixed part of a local header.
const LOCAL: u64 = 30;

/// An entry as the central directory tells it.
pub(super) struct Entry {
    pub(super) name: String,
    /// Flags, method, time and date as they stand in the directory.
    pub(super) tokens: [u8; 8],
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) attributes: u32,
    /// Where the local header starts.
    pub(super) offset: u64,
    /// Where the bytes start; known after [`Entry::locate`].
    pub(super) data: u64,
}

impl Entry {
    fn flags(&self) -> u16 {
        u16::from_le_bytes([self.tokens[0], self.tokens[1]])
    }

    fn method(&self) -> u16 {
        u16::from_le_bytes([self.tokens[2], self.tokens[3]])
    }

    pub(super) fn deflated(&self) -> bool {
        self.method() == 8
    }

    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with('/') && self.size == 0
    }

    /// One past the last byte.
    pub(super) fn end(&self) -> u64 {
        self.data.saturating_add(self.packed)
    }

    /// What is wrong with it by its directory entry alone.
    pub(super) fn check(&self) -> Option<Problem> {
        let name = &self.name;
        if !is_inside(name.strip_suffix('/').unwrap_or(name)) {
            let words = format!("A file has a name that leads out of the bag: {name}");
            Some(Problem::new("bad-name", words))
        } else if (self.attributes >> 16) & 0o170_000 == 0o120_000 {
            let words = format!("{name} is a link to another place, not a file.");
            Some(Problem::new("link", words))
        } else if self.flags() & 1 != 0 {
            Some(Problem::new("locked", format!("{name} is encrypted.")))
        } else if !matches!(self.method(), 0 | 8) {
            let words = format!("{name} is packed in a way that is not read here.");
            Some(Problem::new("packing", words))
        } else {
            None
        }
    }

    /// Reads the local header, compares it with the directory and finds the bytes.
    pub(super) fn locate<R: Read + Seek>(&mut self, file: &mut R, directory: u64) -> io::Result<Result<(), Problem>> {
        let wrong = || {
            let words = format!("The ZIP’s directory and the head of {} do not agree.", self.name);
            Problem::new("damaged", words)
        };
        if self.offset.saturating_add(LOCAL) > directory {
            return Ok(Err(wrong()));
        }
        file.seek(SeekFrom::Start(self.offset))?;
        let mut head = [0; LOCAL as usize];
        file.read_exact(&mut head)?;
        let length = |at: usize| u64::from(u16::from_le_bytes([head[at], head[at + 1]]));
        let (name_length, extra_length) = (length(26), length(28));
        let data = self.offset + LOCAL + name_length + extra_length;
        let mut name = vec![0; usize::try_from(name_length).unwrap_or(0)];
        file.read_exact(&mut name)?;
        // With flag 3 the checksum stands after the bytes.
        let same_crc = self.flags() & 8 != 0 || head[14..18] == self.crc.to_le_bytes();
        let agrees = head.starts_with(b"PK\x03\x04")
            && head[6..14] == self.tokens
            && name == self.name.as_bytes()
            && same_crc
            && (self.deflated() || self.packed == self.size);
        if !agrees || data.saturating_add(self.packed) > directory {
            return Ok(Err(wrong()));
        }
        self.data = data;
        Ok(Ok(()))
    }
}
