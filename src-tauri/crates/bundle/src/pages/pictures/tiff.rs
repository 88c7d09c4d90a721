//! The pictures of a TIFF file: its chain of directories (TIFF 6.0, section 2).

/// No more are followed.
const MOST: usize = 10_000;

/// `NewSubfileType`, whose bit 0 says that this is a reduced copy of another picture.
const KIND: u16 = 254;

/// Where the directories of the pictures lie; that of the header alone where the file is no plain TIFF, so that the
/// decoder can say what is wrong with it.
pub(super) fn pages(bytes: &[u8]) -> Vec<usize> {
    let Some(big_end) = byte_order(bytes) else { return vec![0] };
    let mut found = Vec::new();
    let mut next = u32_at(bytes, 4, big_end);
    while let Some(at) = next.map(|at| at as usize).filter(|at| *at != 0 && !found.contains(at) && found.len() < MOST) {
        found.push(at);
        next = u16_at(bytes, at, big_end).and_then(|n| u32_at(bytes, at + 2 + usize::from(n) * 12, big_end));
    }
    let first = found.first().copied().unwrap_or(0);
    found.retain(|at| !is_reduced(bytes, *at, big_end));
    if found.is_empty() { vec![first] } else { found }
}

/// The same file with another picture as its first.
pub(super) fn beginning_at(bytes: &[u8], directory: usize) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let place = copy.get_mut(4..8).zip(u32::try_from(directory).ok().filter(|at| *at != 0));
    if let (Some(big_end), Some((place, at))) = (byte_order(bytes), place) {
        place.copy_from_slice(&if big_end { at.to_be_bytes() } else { at.to_le_bytes() });
    }
    copy
}

/// Whether numbers begin with their big end.
fn byte_order(bytes: &[u8]) -> Option<bool> {
    match bytes.get(..4)? {
        [b'I', b'I', 42, 0] => Some(false),
        [b'M', b'M', 0, 42] => Some(true),
        _ => None,
    }
}

fn is_reduced(bytes: &[u8], directory: usize, big_end: bool) -> bool {
    let entries = u16_at(bytes, directory, big_end).map_or(0, usize::from);
    let mut entries = (0..entries).map(|index| directory + 2 + index * 12);
    let kind = entries.find(|at| u16_at(bytes, *at, big_end) == Some(KIND));
    kind.and_then(|at| u32_at(bytes, at + 8, big_end)).is_some_and(|kind| kind & 1 == 1)
}

fn u16_at(bytes: &[u8], at: usize, big_end: bool) -> Option<u16> {
    let pair: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(if big_end { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
}

fn u32_at(bytes: &[u8], at: usize, big_end: bool) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(if big_end { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
}
