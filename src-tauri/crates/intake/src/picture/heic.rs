//! The size of a HEIC or AVIF picture, without decoding it.

/// The largest size that an `ispe` box states (ISO/IEC 23008-12, 6.5.3): a phone's picture is a grid of smaller ones, and
/// the whole is the largest.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), ()> {
    let head = &bytes[..bytes.len().min(1 << 20)];
    let number = |at: usize| {
        let four: [u8; 4] = head.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    memchr::memmem::find_iter(head, b"ispe")
        .filter_map(|at| Some((number(at + 8)?, number(at + 12)?)))
        .filter(|(width, height)| (1..=65_535).contains(width) && (1..=65_535).contains(height))
        .max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
        .ok_or(())
}
