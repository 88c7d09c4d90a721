//! TIFF pictures (TIFF 6.0) whose directories lie.

use super::HostileFile;
use super::bytes::{join, noise};

/// A field: tag, type, count, value.
type Field = (u16, u16, u32, u32);

/// One directory at byte 8, and where the next one is.
fn tiff(fields: &[Field], next: u32, after: &[u8]) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    out.extend((fields.len() as u16).to_le_bytes());
    for (tag, kind, count, value) in fields {
        out.extend(join(&[&tag.to_le_bytes(), &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()]));
    }
    out.extend(join(&[&next.to_le_bytes(), after]));
    out
}

/// The fields of a grey picture in one strip of so many bytes at `at`.
fn grey(width: u32, height: u32, packing: u32, at: u32, bytes: u32) -> Vec<Field> {
    vec![
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, packing),
        (262, 3, 1, 1),
        (273, 4, 1, at),
        (277, 3, 1, 1),
        (278, 4, 1, height),
        (279, 4, 1, bytes),
    ]
}

pub(super) fn files() -> Vec<HostileFile> {
    let small = grey(8, 8, 1, 122, 64);
    let many: Vec<Field> = (0..60_000).map(|tag| (tag, 4, 1, 8)).collect();
    let counts: Vec<Field> = small.iter().map(|(tag, kind, _, value)| (*tag, *kind, u32::MAX, *value)).collect();
    let cases = vec![
        ("plain.tif", tiff(&small, 0, &[128; 64])),
        ("directories-in-a-circle.tif", tiff(&small, 8, &[128; 64])),
        ("directory-far-away.tif", tiff(&small, 0xFFFF_FFF0, &[128; 64])),
        ("65k.tif", tiff(&grey(65_000, 65_000, 1, 122, u32::MAX), 0, &[0; 64])),
        ("strip-outside.tif", tiff(&grey(8, 8, 1, 0xFFFF_0000, 64), 0, &[])),
        ("sixty-thousand-fields.tif", tiff(&many, 0, &[])),
        ("counts-lie.tif", tiff(&counts, 0, &[0; 64])),
        ("no-size.tif", tiff(&grey(0, 0, 1, 122, 64), 0, &[0; 64])),
        ("fax-noise.tif", tiff(&grey(10_000, 10_000, 4, 122, 4_000), 0, &noise(1, 4_000))),
        ("lzw-noise.tif", tiff(&grey(10_000, 10_000, 5, 122, 4_000), 0, &noise(2, 4_000))),
        ("jpeg-noise.tif", tiff(&grey(8, 8, 7, 122, 4_000), 0, &noise(3, 4_000))),
        ("packing-of-nobody.tif", tiff(&grey(8, 8, 65_000, 122, 64), 0, &[0; 64])),
        ("big.tif", b"II+\0\x08\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F".to_vec()),
        ("cut.tif", b"MM\0*\0\0".to_vec()),
    ];
    cases.into_iter().map(|(name, bytes)| HostileFile::new("tiff", name, bytes)).collect()
}
