//! How many pictures a TIFF file holds: its chain of directories, counted (TIFF 6.0, section 2).

/// No more are counted.
const MOST: usize = 10_000;

/// The number of pictures, `None` if it is not a plain TIFF.
pub(super) fn pages(bytes: &[u8]) -> Option<usize> {
    let big_end = match bytes.get(..4)? {
        [b'I', b'I', 42, 0] => false,
        [b'M', b'M', 0, 42] => true,
        _ => return None,
    };
    let mut at = u32_at(bytes, 4, big_end)? as usize;
    let mut count = 0;
    while at != 0 && count < MOST {
        let entries = usize::from(u16_at(bytes, at, big_end)?);
        count += 1;
        at = u32_at(bytes, at + 2 + entries * 12, big_end)? as usize;
    }
    Some(count)
}

fn u16_at(bytes: &[u8], at: usize, big_end: bool) -> Option<u16> {
    let pair: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(if big_end { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
}

fn u32_at(bytes: &[u8], at: usize, big_end: bool) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(if big_end { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
}
