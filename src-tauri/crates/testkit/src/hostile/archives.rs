//! Packed files, plain and in the dress of office documents.

use super::HostileFile;
use super::bytes::{deflate_of, noise};
use super::office::dressed;
use super::zip_files::{Entry, zip, zip_saying};

/// The dresses: a plain ZIP, and the formats that are ZIP inside.
const DRESSES: [&str; 6] = ["zip", "docx", "xlsx", "odt", "ods", "pptx"];

/// Unpacked size of the bombs. Large enough to fill the worker's memory several times over if it were unpacked into memory.
const BOMB: usize = 5 << 28;

pub(super) fn files() -> Vec<HostileFile> {
    let (packed, crc) = deflate_of(b' ', BOMB);
    let mut files = Vec::new();
    for dress in DRESSES {
        for (trick, entries) in tricks(&packed, crc) {
            let bytes = zip(&dressed(dress, &entries));
            files.push(HostileFile::new("archives", format!("{trick}.{dress}"), bytes));
        }
        let honest = dressed(dress, &[Entry::deflated("x", b"<a/>")]);
        let whole = zip(&honest);
        for (trick, bytes) in [
            ("cut", whole[..whole.len() - 30].to_vec()),
            ("count-lies", zip_saying(&honest, u16::MAX)),
            ("headless", whole[whole.len() - 22..].to_vec()),
            ("noise-inside", [&whole[..60], &noise(7, 3000), &whole[60..]].concat()),
        ] {
            files.push(HostileFile::new("archives", format!("{trick}.{dress}"), bytes));
        }
    }
    let twice = zip(&[Entry::deflated("inner.zip", &zip(&[bomb(&packed, crc)]))]);
    let deep = (0..60).fold(twice, |inner, _| zip(&[Entry::stored("inner.zip", &inner)]));
    files.push(HostileFile::new("archives", "nested.zip", deep));
    files
}

fn bomb(packed: &[u8], crc: u32) -> Entry {
    Entry {
        method: 8,
        crc,
        packed: packed.to_vec(),
        says_packed: packed.len() as u32,
        says_size: BOMB as u32,
        ..Entry::stored("x", b"")
    }
}

/// Each trick as the entries that hold the document's own words; the dress gives the first of them its right name.
fn tricks(packed: &[u8], crc: u32) -> Vec<(&'static str, Vec<Entry>)> {
    let bomb = bomb(packed, crc);
    let small = Entry::deflated("x", b"<a>words</a>");
    let silent = Entry { says_size: 40, ..bomb.clone() };
    let overlapping: Vec<Entry> = std::iter::once(bomb.clone())
        .chain((0..500).map(|number| Entry {
            name: format!("copy-{number}").into_bytes(),
            packed: Vec::new(),
            at: Some(0),
            ..bomb.clone()
        }))
        .collect();
    let link = Entry { attributes: 0o120_777 << 16, ..Entry::stored("link", b"/etc/passwd") };
    // A ZIP64 field (APPNOTE 4.5.3) that says 2^63 bytes.
    let lies = [&[1, 0, 24, 0][..], &[0xFF; 7], &[0x7F], &[0xFF; 7], &[0x7F], &[0xFF; 8]].concat();
    let zip64 = Entry { says_packed: u32::MAX, says_size: u32::MAX, extra: lies, ..small.clone() };
    let names = ["../../escaped.txt", "/etc/cron.d/x", "C:\\Windows\\x", "a\0b", "CON", "..", ""];
    let climbing = std::iter::once(small.clone()).chain(names.map(|name| Entry::stored(name, b"out")));
    let many = std::iter::once(small.clone())
        .chain((0..20_000).map(|number| Entry::stored(format!("word/{number}.xml"), b"x")));
    let twins = vec![small.clone(), Entry::deflated("x", b"<a>other words</a>"), small.clone()];
    let away = Entry { at: Some(u32::MAX - 4), ..small.clone() };
    let strange = Entry { method: 99, ..small.clone() };
    let wrong = Entry { crc: 1, ..small.clone() };
    vec![
        ("bomb", vec![bomb]),
        ("bomb-that-says-40-bytes", vec![silent]),
        ("overlap", overlapping),
        ("link", vec![small, link]),
        ("zip64-lies", vec![zip64]),
        ("climbing-names", climbing.collect()),
        ("many", many.collect()),
        ("twins", twins),
        ("away", vec![away]),
        ("strange-method", vec![strange]),
        ("wrong-sum", vec![wrong]),
    ]
}
