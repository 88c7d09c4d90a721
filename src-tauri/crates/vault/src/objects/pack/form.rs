//! The bytes of a pack: headers of a tar archive, and the index that comes first.

use crate::keys::Keys;
use crate::objects::id::{ObjectId, Sha256Sum};

/// What every part of a tar archive is a multiple of, in bytes.
pub(super) const BLOCK: u64 = 512;
/// Bytes of zeros at the end of a tar archive.
pub(super) const END: u64 = 2 * BLOCK;
/// Name of the first member.
pub(super) const INDEX: &str = "index.txt";
/// Name of the second member.
pub(super) const ABOUT: &str = "about.json";
/// No member is larger: what eleven octal digits can say.
const LARGEST: u64 = (1 << 33) - 1;

/// A member's header; none where its size cannot be written in it.
pub(super) fn header(name: &str, size: u64) -> Option<[u8; BLOCK as usize]> {
    let mut header = [0; BLOCK as usize];
    if size > LARGEST || name.len() > 100 {
        return None;
    }
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, name.as_bytes());
    put(100, b"0000600\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{size:011o}\0").as_bytes());
    put(136, b"00000000000\0");
    // The sum is made as if it were spaces itself.
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    Some(header)
}

/// The size in the header of the member with this name.
pub(super) fn size_in(found: &[u8; BLOCK as usize], name: &str) -> Option<u64> {
    let digits = std::str::from_utf8(&found[124..135]).ok()?;
    let size = u64::from_str_radix(digits, 8).ok()?;
    header(name, size).filter(|expected| expected == found).map(|_| size)
}

/// What a member takes in the archive, its header included.
pub(super) const fn room(size: u64) -> u64 {
    BLOCK + size.div_ceil(BLOCK) * BLOCK
}

/// Zeros that follow a member's bytes.
pub(super) const fn padding(size: u64) -> u64 {
    room(size) - BLOCK - size
}

/// One original in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) sha256: Sha256Sum,
    pub(super) size: u64,
    pub(super) id: ObjectId,
}

/// The content of the index.
pub(super) fn index(lines: &[Line]) -> String {
    lines.iter().map(|Line { sha256, size, id }| format!("{sha256} {size} {id}\n")).collect()
}

/// What an index says; none where it is not one, or not one of this vault.
pub(super) fn read_index(text: &[u8], keys: &Keys) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    for line in std::str::from_utf8(text).ok()?.strip_suffix('\n')?.split('\n') {
        let mut words = line.split(' ');
        let (sha256, size, id) = (words.next()?, words.next()?, words.next()?);
        let line = Line { sha256: sha256.parse().ok()?, size: size.parse().ok()?, id: id.parse().ok()? };
        if words.next().is_some() || line.size > LARGEST || keys.object_id(&line.sha256) != line.id {
            return None;
        }
        lines.push(line);
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;

    #[test]
    fn a_header_is_as_the_standard_spells_it() {
        let header = header("index.txt", 1234).unwrap();
        assert_eq!(&header[..10], b"index.txt\0");
        assert_eq!(&header[124..136], b"00000002322\0");
        let sum: u32 =
            header.iter().enumerate().map(|(at, b)| if (148..156).contains(&at) { 32 } else { u32::from(*b) }).sum();
        assert_eq!(&header[148..156], format!("{sum:06o}\0 ").as_bytes());
        assert_eq!(size_in(&header, "index.txt"), Some(1234));
        assert_eq!(size_in(&header, "about.json"), None);
        assert_eq!(super::header("x", LARGEST + 1), None);
    }

    #[test]
    fn members_fill_whole_blocks() {
        assert_eq!([0, 1, 512, 513].map(room), [512, 1024, 1024, 1536]);
        assert_eq!([0, 1, 512, 513].map(padding), [0, 511, 0, 511]);
    }

    #[test]
    fn an_index_comes_back_and_no_other_text_is_one() {
        let keys = Keys::derive(Secret::new([7; 32])).unwrap();
        let line = |content: &[u8]| {
            let sha256 = Sha256Sum::of(content);
            Line { sha256, size: content.len() as u64, id: keys.object_id(&sha256) }
        };
        let lines = [line(b"one"), line(b""), line(b"three")];
        let text = index(&lines);
        assert_eq!(read_index(text.as_bytes(), &keys).as_deref(), Some(&lines[..]));
        let other = Keys::derive(Secret::new([8; 32])).unwrap();
        assert_eq!(read_index(text.as_bytes(), &other), None, "another vault's");
        for wrong in ["", "\n", "x", &text[1..], &text[..text.len() - 1], &text.replace(" 3 ", " 3 3 ")] {
            assert_eq!(read_index(wrong.as_bytes(), &keys), None, "{wrong}");
        }
    }
}
