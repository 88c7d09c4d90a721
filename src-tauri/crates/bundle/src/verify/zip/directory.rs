//! The central directory.

use super::entry::Entry;
use crate::verify::verdict::Problem;
use std::io::{self, Read, Seek, SeekFrom};

/// The most entries and the most bytes of a directory that are read.
const MOST_ENTRIES: u64 = 200_000;
const MOST_BYTES: u64 = 64 << 20;

/// Length of the end record without its comment, of the 64-bit locator, and of a directory entry's fixed part.
const END: usize = 22;
const LOCATOR: u64 = 20;
const FIXED: usize = 46;

/// The mark that a number is in the 64-bit extra field.
const SEE_EXTRA: u64 = 0xFFFF_FFFF;

/// Where the directory starts, and its entries.
pub(super) type Central = (u64, Vec<Entry>);

/// Reads the directory.
pub(super) fn central<R: Read + Seek>(file: &mut R, length: u64) -> io::Result<Result<Central, Problem>> {
    let not_a_zip = || Problem::new("not-a-zip", "This is not a whole ZIP file.");
    let Some((count, size, start, end)) = find_end(file, length)? else {
        return Ok(Err(not_a_zip()));
    };
    if count > MOST_ENTRIES || size > MOST_BYTES {
        return Ok(Err(Problem::new("too-large", "The ZIP holds more files than an honest one.")));
    }
    if start.checked_add(size) != Some(end) {
        return Ok(Err(not_a_zip()));
    }
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = vec![0; usize::try_from(size).unwrap_or(0)];
    file.read_exact(&mut bytes)?;
    let mut entries = Vec::new();
    let mut rest = bytes.as_slice();
    while !rest.is_empty() {
        match entry(rest) {
            Some((entry, after)) => {
                entries.push(entry);
                rest = after;
            }
            None => return Ok(Err(not_a_zip())),
        }
    }
    if entries.len() as u64 != count {
        return Ok(Err(not_a_zip()));
    }
    Ok(Ok((start, entries)))
}

/// Count of entries, size and start of the directory, and where it must end.
fn find_end<R: Read + Seek>(file: &mut R, length: u64) -> io::Result<Option<(u64, u64, u64, u64)>> {
    let tail_length = length.min(END as u64 + u64::from(u16::MAX));
    let tail_start = length - tail_length;
    file.seek(SeekFrom::Start(tail_start))?;
    let mut tail = Vec::new();
    file.take(tail_length).read_to_end(&mut tail)?;
    let found = (0..=tail.len().saturating_sub(END)).rev().find(|at| {
        tail.get(*at..*at + 4) == Some(b"PK\x05\x06")
            && u16_at(&tail, at + 20).is_some_and(|comment| at + END + usize::from(comment) == tail.len())
    });
    let Some(at) = found else { return Ok(None) };
    let here = tail_start + at as u64;
    let plain = || {
        let same_disk = u32_at(&tail, at + 4)? == 0;
        let count = u64::from(u16_at(&tail, at + 10)?);
        let size = u64::from(u32_at(&tail, at + 12)?);
        let start = u64::from(u32_at(&tail, at + 16)?);
        same_disk.then_some((count, size, start, here))
    };
    let Some(found) = plain() else {
        return Ok(None);
    };
    if found.0 != 0xFFFF && found.1 != SEE_EXTRA && found.2 != SEE_EXTRA {
        return Ok(Some(found));
    }
    big_end(file, here)
}

/// The same from the 64-bit records before the end record.
fn big_end<R: Read + Seek>(file: &mut R, end: u64) -> io::Result<Option<(u64, u64, u64, u64)>> {
    let Some(at) = end.checked_sub(LOCATOR) else {
        return Ok(None);
    };
    file.seek(SeekFrom::Start(at))?;
    let mut locator = [0; LOCATOR as usize];
    file.read_exact(&mut locator)?;
    let Some(record) = u64_at(&locator, 8).filter(|r| locator.starts_with(b"PK\x06\x07") && *r < at) else {
        return Ok(None);
    };
    file.seek(SeekFrom::Start(record))?;
    let mut bytes = Vec::new();
    file.take(56).read_to_end(&mut bytes)?;
    let fields = || {
        let (count, size, start) = (u64_at(&bytes, 32)?, u64_at(&bytes, 40)?, u64_at(&bytes, 48)?);
        bytes.starts_with(b"PK\x06\x06").then_some((count, size, start, record))
    };
    Ok(fields())
}

/// One entry, and what follows it.
fn entry(bytes: &[u8]) -> Option<(Entry, &[u8])> {
    if !bytes.starts_with(b"PK\x01\x02") {
        return None;
    }
    let name_end = FIXED + usize::from(u16_at(bytes, 28)?);
    let extra_end = name_end + usize::from(u16_at(bytes, 30)?);
    let end = extra_end + usize::from(u16_at(bytes, 32)?);
    let extra = bytes.get(name_end..extra_end)?;
    let mut big = big_numbers(extra).into_iter();
    let mut number = |at: usize| {
        let small = u64::from(u32_at(bytes, at)?);
        if small == SEE_EXTRA { big.next() } else { Some(small) }
    };
    let (size, packed, offset) = (number(24)?, number(20)?, number(42)?);
    Some((
        Entry {
            name: String::from_utf8(bytes.get(FIXED..name_end)?.to_vec()).ok()?,
            tokens: bytes.get(8..16)?.try_into().ok()?,
            crc: u32_at(bytes, 16)?,
            packed,
            size,
            attributes: u32_at(bytes, 38)?,
            offset,
            data: 0,
        },
        bytes.get(end..)?,
    ))
}

/// The numbers of the 64-bit extra field, in their order (APPNOTE 4.5.3).
fn big_numbers(mut extra: &[u8]) -> Vec<u64> {
    while let (Some(tag), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let end = 4 + usize::from(length);
        let Some(field) = extra.get(4..end) else { break };
        if tag == 1 {
            return (0..field.len() / 8).filter_map(|i| u64_at(field, i * 8)).collect();
        }
        extra = &extra[end..];
    }
    Vec::new()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}
