//! Bytes that more than one class needs.

use std::io::{Read, Write};

use flate2::write::{DeflateEncoder, ZlibEncoder};
use flate2::{Compression, Crc};

/// So many of one byte, as a zlib stream (RFC 1950).
pub(super) fn zlib_of(byte: u8, count: u64) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    std::io::copy(&mut std::io::repeat(byte).take(count), &mut packed).expect("packing into memory");
    packed.finish().expect("packing into memory")
}

/// These bytes as a zlib stream.
pub(super) fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).expect("packing into memory");
    packed.finish().expect("packing into memory")
}

/// So many of one byte as a bare deflate stream (RFC 1951), and their CRC-32.
pub(super) fn deflate_of(byte: u8, count: usize) -> (Vec<u8>, u32) {
    let block = vec![byte; 1 << 20];
    let (mut packed, mut sum) = (DeflateEncoder::new(Vec::new(), Compression::fast()), Crc::new());
    let mut left = count;
    while left > 0 {
        let now = &block[..left.min(block.len())];
        packed.write_all(now).expect("packing into memory");
        sum.update(now);
        left -= now.len();
    }
    (packed.finish().expect("packing into memory"), sum.sum())
}

/// These bytes as a bare deflate stream.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("packing into memory");
    packed.finish().expect("packing into memory")
}

/// CRC-32 as ZIP and PNG have it.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

/// Bytes without any order, the same for the same seed.
pub(super) fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut out = Vec::with_capacity(length + 8);
    while out.len() < length {
        // Marsaglia's xorshift.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.extend(state.to_le_bytes());
    }
    out.truncate(length);
    out
}

/// The parts one after another.
pub(super) fn join(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// Base64 (RFC 4648, section 4) in lines of 76 letters.
pub(super) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len() / 3 * 4 + bytes.len() / 57 * 2 + 8);
    for (line, piece) in bytes.chunks(57).enumerate() {
        if line > 0 {
            out.push_str("\r\n");
        }
        for three in piece.chunks(3) {
            let word = three.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            for at in 0..4 {
                let letter = LETTERS[(word >> (18 - 6 * at)) as usize & 63];
                out.push(if at > three.len() { '=' } else { letter as char });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (plain, packed) in [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), packed);
        }
    }
}
