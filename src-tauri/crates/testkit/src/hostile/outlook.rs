//! Outlook messages: compound files ([MS-CFB]) whose chains run in circles.

use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::time::SystemTime;

use cfb::{CompoundFile, Version};

use super::HostileFile;
use super::bytes::noise;

/// Bytes of a sector in version 3 of the format.
const SECTOR: usize = 512;

pub(super) fn files() -> Vec<HostileFile> {
    let whole = message(0);
    let changed = |change: fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        change(&mut bytes);
        bytes
    };
    let cases = vec![
        ("plain.msg", whole.clone()),
        ("nested-sixty.msg", message(60)),
        ("cut.msg", whole[..whole.len() / 2].to_vec()),
        ("header-only.msg", whole[..SECTOR].to_vec()),
        ("chain-of-directory-in-a-circle.msg", changed(|bytes| loop_chain(bytes, 48))),
        ("chain-of-small-sectors-in-a-circle.msg", changed(|bytes| loop_chain(bytes, 60))),
        ("fat-is-the-directory.msg", changed(|bytes| copy_word(bytes, 48, 76))),
        (
            "difat-in-a-circle.msg",
            changed(|bytes| {
                put(bytes, 68, 0);
                put(bytes, 72, u32::MAX);
            }),
        ),
        ("child-is-the-root.msg", changed(|bytes| put_in_root(bytes, 76, 0))),
        (
            "siblings-in-a-circle.msg",
            changed(|bytes| {
                let first = directory(bytes) + 128;
                put(bytes, first + 68, 1);
                put(bytes, first + 72, 1);
            }),
        ),
        ("entries-far-away.msg", changed(|bytes| put_in_root(bytes, 76, 0x7FFF_FFF0))),
        (
            "sizes-lie.msg",
            changed(|bytes| {
                let at = directory(bytes);
                for entry in 0..8 {
                    put(bytes, at + entry * 128 + 120, u32::MAX);
                }
            }),
        ),
        ("sector-size-of-2-to-the-255.msg", changed(|bytes| bytes[30] = 0xFF)),
        ("noise-after-the-header.msg", [&whole[..SECTOR], &noise(5, 20_000)].concat()),
        ("three-hundred-people.msg", people()),
    ];
    cases.into_iter().map(|(name, bytes)| HostileFile::new("outlook", name, bytes)).collect()
}

/// A message with a subject, words, and `depth` messages inside one another ([MS-OXMSG]).
fn message(depth: usize) -> Vec<u8> {
    let mut file = fresh();
    let mut at = String::new();
    for level in 0..=depth {
        words(&mut file, &at, "0037001F", &format!("Level {level}"));
        words(&mut file, &at, "1000001F", "The words of this level.");
        stream(&mut file, &format!("{at}/__properties_version1.0"), &[0; 32]);
        if level < depth {
            let attachment = format!("{at}/__attach_version1.0_#00000000");
            file.create_storage(&attachment).expect("a storage");
            stream(&mut file, &format!("{attachment}/__properties_version1.0"), &[0; 8]);
            at = format!("{attachment}/__substg1.0_3701000D");
            file.create_storage(&at).expect("a storage");
        }
    }
    finished(file)
}

fn people() -> Vec<u8> {
    let mut file = fresh();
    words(&mut file, "", "0037001F", "Many");
    stream(&mut file, "/__properties_version1.0", &[0xFF; 32]);
    for number in 0..300 {
        file.create_storage(format!("/__recip_version1.0_#{number:08X}")).expect("a storage");
    }
    finished(file)
}

type InMemory = CompoundFile<Cursor<Vec<u8>>>;

pub(super) fn fresh() -> InMemory {
    CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).expect("a compound file in memory")
}

/// The file's bytes. Its storages carry one fixed time, where the library puts the present one.
pub(super) fn finished(mut file: InMemory) -> Vec<u8> {
    let storages: Vec<PathBuf> = file
        .walk()
        .filter(|entry| entry.is_storage() && !entry.is_root())
        .map(|entry| entry.path().to_owned())
        .collect();
    for storage in storages {
        file.set_created_time(&storage, SystemTime::UNIX_EPOCH).expect("memory can be written");
        file.set_modified_time(&storage, SystemTime::UNIX_EPOCH).expect("memory can be written");
    }
    file.flush().expect("memory can be written");
    file.into_inner().into_inner()
}

/// A stream of text under a property's tag ([MS-OXMSG] 2.1.3).
pub(super) fn words(file: &mut InMemory, at: &str, tag: &str, text: &str) {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    stream(file, &format!("{at}/__substg1.0_{tag}"), &wide);
}

pub(super) fn stream(file: &mut InMemory, path: &str, bytes: &[u8]) {
    file.create_stream(path).and_then(|mut stream| stream.write_all(bytes)).expect("a stream in memory");
}

fn word(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..at + 4).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])) as usize
}

fn put(bytes: &mut [u8], at: usize, value: u32) {
    if let Some(four) = bytes.get_mut(at..at + 4) {
        four.copy_from_slice(&value.to_le_bytes());
    }
}

fn sector(number: usize) -> usize {
    number.wrapping_add(1).wrapping_mul(SECTOR)
}

/// Where the directory begins.
fn directory(bytes: &[u8]) -> usize {
    sector(word(bytes, 48))
}

fn put_in_root(bytes: &mut [u8], field: usize, value: u32) {
    let at = directory(bytes) + field;
    put(bytes, at, value);
}

fn copy_word(bytes: &mut [u8], from: usize, to: usize) {
    let value = word(bytes, from) as u32;
    put(bytes, to, value);
}

/// Makes the chain that begins at the sector named in this field of the header lead to itself.
fn loop_chain(bytes: &mut [u8], field: usize) {
    let first = word(bytes, field);
    let at = sector(word(bytes, 76)) + first * 4;
    put(bytes, at, first as u32);
}
