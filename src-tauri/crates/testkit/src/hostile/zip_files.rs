//! ZIP files that may lie (APPNOTE 6.3.10): every field is written as asked, true or not.

use super::bytes::{crc, deflate, join};

/// One entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) method: u16,
    pub(super) crc: u32,
    pub(super) packed: Vec<u8>,
    pub(super) says_packed: u32,
    pub(super) says_size: u32,
    /// Unix mode in the upper half.
    pub(super) attributes: u32,
    pub(super) extra: Vec<u8>,
    /// Where the directory says its local header is; the truth if not said. An entry with a place has no bytes of its own.
    pub(super) at: Option<u32>,
}

impl Entry {
    pub(super) fn stored(name: impl Into<Vec<u8>>, bytes: &[u8]) -> Self {
        Self {
            name: name.into(),
            method: 0,
            crc: crc(bytes),
            packed: bytes.to_vec(),
            says_packed: bytes.len() as u32,
            says_size: bytes.len() as u32,
            attributes: 0o100_644 << 16,
            extra: Vec::new(),
            at: None,
        }
    }

    pub(super) fn deflated(name: impl Into<Vec<u8>>, bytes: &[u8]) -> Self {
        let packed = deflate(bytes);
        Self { method: 8, says_packed: packed.len() as u32, packed, ..Self::stored(name, bytes) }
    }

    fn fields(&self) -> Vec<u8> {
        join(&[
            &20_u16.to_le_bytes(),
            &0x0800_u16.to_le_bytes(),
            &self.method.to_le_bytes(),
            // 1 January 2024, midnight.
            &[0, 0, 0x21, 0x58],
            &self.crc.to_le_bytes(),
            &self.says_packed.to_le_bytes(),
            &self.says_size.to_le_bytes(),
            &(self.name.len() as u16).to_le_bytes(),
            &(self.extra.len() as u16).to_le_bytes(),
        ])
    }
}

/// The file with all of these in that order; `count` is what its end says of their number.
pub(super) fn zip_saying(entries: &[Entry], count: u16) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = entry.at.unwrap_or(out.len() as u32);
        if entry.at.is_none() {
            out.extend(join(&[b"PK\x03\x04", &entry.fields(), &entry.name, &entry.extra, &entry.packed]));
        }
        directory.extend(join(&[
            b"PK\x01\x02\x14\x03",
            &entry.fields(),
            &[0; 6],
            &entry.attributes.to_le_bytes(),
            &at.to_le_bytes(),
            &entry.name,
            &entry.extra,
        ]));
    }
    let (start, length) = (out.len() as u32, directory.len() as u32);
    out.extend(directory);
    let count = count.to_le_bytes();
    out.extend(join(&[b"PK\x05\x06\0\0\0\0", &count, &count, &length.to_le_bytes(), &start.to_le_bytes(), &[0, 0]]));
    out
}

/// The same with a true count.
pub(super) fn zip(entries: &[Entry]) -> Vec<u8> {
    zip_saying(entries, entries.len() as u16)
}
