//! What an HEVC stream says of its own colours: the "video signal type" among the usability information at the end of
//! its sequence parameter set (ITU-T H.265, 7.3.2.2 and annex E.2.1). Everything before it has to be stepped over.

use heic_rs::props::ItemProps;
use heic_rs::props::colr::{MatrixCoefficients, Nclx, Range};
use heic_rs::props::hvcc::NAL_SPS;

/// The colours of a coded picture; where the stream says nothing, the values that the standard infers (E.3.1): limited
/// range, nothing specified.
pub(super) fn colours(coded: &ItemProps<'_>) -> Nclx {
    let arrays = coded.hvcc.iter().flat_map(|config| &config.arrays).filter(|array| array.nal_type == NAL_SPS);
    let signal = arrays.flat_map(|array| &array.nals).find_map(|unit| signal(unit)).unwrap_or_default();
    let [primaries, transfer, matrix] = signal.description;
    Nclx {
        primaries,
        transfer,
        matrix: MatrixCoefficients::from_code(matrix),
        matrix_code: matrix,
        range: if signal.full_range { Range::Full } else { Range::Limited },
    }
}

#[derive(Debug, PartialEq)]
struct Signal {
    full_range: bool,
    /// Primaries, transfer and matrix by their numbers in H.273; 2 is "unspecified".
    description: [u16; 3],
}

impl Default for Signal {
    fn default() -> Self {
        Self { full_range: false, description: [2; 3] }
    }
}

/// Reads a sequence parameter set up to the signal type; `None` where it has none or cannot be followed.
fn signal(unit: &[u8]) -> Option<Signal> {
    let payload = without_emulation(unit.get(2..)?);
    let bits = &mut Bits { bytes: &payload, at: 0 };
    bits.skip(4)?;
    let sub_layers = bits.take(3)?;
    bits.skip(1)?;
    profile_tier_level(bits, sub_layers)?;
    let _set = bits.golomb()?;
    if bits.golomb()? == 3 {
        bits.skip(1)?;
    }
    let (_width, _height) = (bits.golomb()?, bits.golomb()?);
    if bits.flag()? {
        bits.golombs(4)?;
    }
    bits.golombs(2)?;
    let order_bits = bits.golomb()?.checked_add(4).filter(|n| *n <= 16)?;
    let first = if bits.flag()? { 0 } else { sub_layers };
    bits.golombs(3 * (sub_layers - first + 1))?;
    bits.golombs(6)?;
    if bits.flag()? && bits.flag()? {
        scaling_lists(bits)?;
    }
    bits.skip(2)?;
    if bits.flag()? {
        bits.skip(8)?;
        bits.golombs(2)?;
        bits.skip(1)?;
    }
    reference_sets(bits)?;
    if bits.flag()? {
        let long_term = bits.golomb()?.min(33);
        bits.skip((long_term * (order_bits + 1)) as usize)?;
    }
    bits.skip(2)?;
    if !bits.flag()? {
        return None;
    }
    // Usability information: shape of a sample, overscan, then the signal type.
    if bits.flag()? && bits.take(8)? == 255 {
        bits.skip(32)?;
    }
    if bits.flag()? {
        bits.skip(1)?;
    }
    if !bits.flag()? {
        return None;
    }
    bits.skip(3)?;
    let full_range = bits.flag()?;
    let mut description = [2; 3];
    if bits.flag()? {
        for one in &mut description {
            *one = u16::try_from(bits.take(8)?).ok()?;
        }
    }
    Some(Signal { full_range, description })
}

/// `profile_tier_level` (7.3.3).
fn profile_tier_level(bits: &mut Bits<'_>, sub_layers: u32) -> Option<()> {
    bits.skip(88 + 8)?;
    let mut present = Vec::new();
    for _ in 0..sub_layers {
        present.push((bits.flag()?, bits.flag()?));
    }
    if sub_layers > 0 {
        bits.skip(2 * (8 - sub_layers as usize))?;
    }
    for (profile, level) in present {
        bits.skip(if profile { 88 } else { 0 } + if level { 8 } else { 0 })?;
    }
    Some(())
}

/// `scaling_list_data` (7.3.4).
fn scaling_lists(bits: &mut Bits<'_>) -> Option<()> {
    for size in 0..4_u32 {
        for _ in 0..if size == 3 { 2 } else { 6 } {
            if bits.flag()? {
                let numbers = 64.min(1 << (4 + 2 * size));
                bits.golombs(numbers + u32::from(size > 1))?;
            } else {
                bits.golombs(1)?;
            }
        }
    }
    Some(())
}

/// The short-term reference picture sets (7.3.7), which a still picture has no use for.
fn reference_sets(bits: &mut Bits<'_>) -> Option<()> {
    let count = bits.golomb()?;
    if count > 64 {
        return None;
    }
    let mut last = 0;
    for index in 0..count {
        let predicted = index > 0 && bits.flag()?;
        last = if predicted {
            bits.skip(1)?;
            bits.golombs(1)?;
            let mut kept = 0;
            for _ in 0..=last {
                kept += u32::from(bits.flag()? || bits.flag()?);
            }
            kept
        } else {
            let (before, after) = (bits.golomb()?, bits.golomb()?);
            if before > 16 || after > 16 {
                return None;
            }
            for _ in 0..before + after {
                bits.golombs(1)?;
                bits.skip(1)?;
            }
            before + after
        };
    }
    Some(())
}

/// A stream in which two zero bytes are followed by a three that is no part of it (7.4.1.1), without those threes.
fn without_emulation(bytes: &[u8]) -> Vec<u8> {
    let mut zeros = 0;
    let mut out = Vec::with_capacity(bytes.len());
    for byte in bytes {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        out.push(*byte);
    }
    out
}

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            value = (value << 1) | u32::from((byte >> (7 - self.at % 8)) & 1);
            self.at += 1;
        }
        Some(value)
    }

    fn flag(&mut self) -> Option<bool> {
        self.take(1).map(|bit| bit == 1)
    }

    fn skip(&mut self, count: usize) -> Option<()> {
        self.at = self.at.checked_add(count).filter(|at| *at <= self.bytes.len() * 8)?;
        Some(())
    }

    /// An Exp-Golomb number (9.2); for stepping over, a signed one is as long.
    fn golomb(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros > 31 {
                return None;
            }
        }
        Some((1_u32 << zeros) - 1 + self.take(zeros)?)
    }

    fn golombs(&mut self, count: u32) -> Option<()> {
        for _ in 0..count {
            self.golomb()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Signal, signal};
    use proptest::prelude::*;

    /// A parameter set with eight-bit 4:2:0 samples, one layer, and `signal` in its usability information.
    fn parameter_set(signal: &str) -> Vec<u8> {
        let mut bits = "0000".to_owned() + "000" + "1" + &"0".repeat(96);
        // Set 0, chroma 1, 64 × 64, no window, 8 and 8 bits, order 4 bits, one set of ordering numbers, six block sizes.
        bits += "1 010 0000001000001 0000001000001 0 1 1 1 1 111 111111 ";
        // No scaling lists, two tools, no PCM, no reference sets, no long-term ones, two tools, usability information.
        bits += "0 00 0 1 0 00 1 ";
        // No shape, no overscan.
        bits += "0 0 ";
        bits += signal;
        bits += "1";
        bits.retain(|bit| bit != ' ');
        let mut out = vec![0x42, 1];
        for byte in bits.as_bytes().chunks(8) {
            let mut value = 0;
            for index in 0..8 {
                value = (value << 1) | u8::from(byte.get(index) == Some(&b'1'));
            }
            // The encoder's side of 7.4.1.1.
            if value <= 3 && out.ends_with(&[0, 0]) {
                out.push(3);
            }
            out.push(value);
        }
        out
    }

    #[test]
    fn range_and_matrix_are_read_from_the_stream() {
        let described = parameter_set("1 101 1 1 00001100 00001101 00000110");
        assert_eq!(signal(&described), Some(Signal { full_range: true, description: [12, 13, 6] }));
        let undescribed = parameter_set("1 101 1 0");
        assert_eq!(signal(&undescribed), Some(Signal { full_range: true, description: [2; 3] }));
        assert_eq!(signal(&parameter_set("0")), None);
    }

    proptest! {
        #[test]
        fn no_parameter_set_leads_astray(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _whatever = signal(&bytes);
        }
    }
}
