//! The pages of a TIFF file: its chain of directories (TIFF 6.0, section 2).

use std::io::{Cursor, Read, Result, Seek, SeekFrom};

/// No more directories are followed.
const MOST: usize = 10_000;

const NEW_SUBFILE_TYPE: u16 = 254;
const ORIENTATION: u16 = 274;

/// Where the directories of the pages lie. Reduced copies of a page (bit 0 of `NewSubfileType`) are no pages.
pub(super) fn pages(bytes: &[u8]) -> Vec<u32> {
    let Some(order) = order(bytes) else { return Vec::new() };
    let mut found = Vec::new();
    let mut next = order.long(bytes, 4);
    while let Some(at) = next.filter(|at| *at != 0 && !found.contains(at) && found.len() < MOST) {
        found.push(at);
        next = order.entries(bytes, at).and_then(|entries| order.long(bytes, at as usize + 2 + entries * 12));
    }
    let first = found.first().copied();
    found.retain(|at| order.number(bytes, *at, NEW_SUBFILE_TYPE).is_none_or(|kind| kind & 1 == 0));
    if found.is_empty() { Vec::from_iter(first) } else { found }
}

/// Where the directory of page `number` (from 1) lies, and the orientation it states.
pub(super) fn page(bytes: &[u8], number: u32) -> Option<(u32, u8)> {
    let index = (number as usize).checked_sub(1)?;
    let at = match pages(bytes).get(index) {
        Some(at) => *at,
        // A chain that cannot be followed is left to the decoder, which says what is wrong with it.
        None if number == 1 => return Some((0, 1)),
        None => return None,
    };
    let stated = order(bytes).and_then(|order| order.number(bytes, at, ORIENTATION));
    let orientation = stated.and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=8).contains(n));
    Some((at, orientation.unwrap_or(1)))
}

/// The order of bytes.
#[derive(Clone, Copy)]
struct Order {
    big_end: bool,
}

fn order(bytes: &[u8]) -> Option<Order> {
    match bytes.get(..4)? {
        b"II*\0" => Some(Order { big_end: false }),
        b"MM\0*" => Some(Order { big_end: true }),
        _ => None,
    }
}

impl Order {
    fn short(self, bytes: &[u8], at: usize) -> Option<u16> {
        let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.big_end { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    }

    fn long(self, bytes: &[u8], at: usize) -> Option<u32> {
        let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.big_end { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    }

    fn entries(self, bytes: &[u8], directory: u32) -> Option<usize> {
        self.short(bytes, directory as usize).map(usize::from)
    }

    /// The one number that `tag` holds in the directory.
    fn number(self, bytes: &[u8], directory: u32, tag: u16) -> Option<u32> {
        let first = directory as usize + 2;
        let entry = (0..self.entries(bytes, directory)?)
            .map(|index| first + index * 12)
            .find(|at| self.short(bytes, *at) == Some(tag))?;
        match self.short(bytes, entry + 2)? {
            3 => self.short(bytes, entry + 8).map(u32::from),
            4 => self.long(bytes, entry + 8),
            _ => None,
        }
    }
}

/// A TIFF that says its first directory is another one, without a copy of its bytes; any other file as it is.
pub(super) struct Beginning<'a> {
    bytes: Cursor<&'a [u8]>,
    /// The header's last four bytes as they shall read.
    first: Option<[u8; 4]>,
}

impl<'a> Beginning<'a> {
    /// `directory` 0 leaves everything as it is.
    pub(super) fn at(bytes: &'a [u8], directory: u32) -> Self {
        let first = order(bytes).filter(|_| directory != 0);
        let first = first.map(|order| if order.big_end { directory.to_be_bytes() } else { directory.to_le_bytes() });
        Self { bytes: Cursor::new(bytes), first }
    }
}

impl Read for Beginning<'_> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        let start = self.bytes.position();
        let count = self.bytes.read(out)?;
        if let Some(first) = self.first {
            for (at, byte) in (4_u64..8).zip(first) {
                let place = at.checked_sub(start).and_then(|place| usize::try_from(place).ok());
                if let Some(slot) = place.filter(|place| *place < count).and_then(|place| out.get_mut(place)) {
                    *slot = byte;
                }
            }
        }
        Ok(count)
    }
}

impl Seek for Beginning<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.bytes.seek(to)
    }
}
