//! The compressed RTF of Outlook messages (MS-OXRTFCP).

use crate::limits;

/// What the dictionary holds before the first byte (MS-OXRTFCP 2.1.2.1).
const BEGINNING: &[u8; 207] =
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \
\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// Length of the dictionary.
const WINDOW: usize = 4096;

/// The RTF itself; `None` where the bytes are not of this format. A stream that breaks off gives what came before.
pub(crate) fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, body) = bytes.split_at_checked(16)?;
    let stated: [u8; 4] = head.get(4..8)?.try_into().ok()?;
    let stated = (u32::from_le_bytes(stated) as usize).min(limits::TEXT_BYTES);
    match head.get(8..12)? {
        b"MELA" => Some(body.get(..stated.min(body.len()))?.to_vec()),
        b"LZFu" => Some(inflate(body, stated)),
        _ => None,
    }
}

fn inflate(body: &[u8], stated: usize) -> Vec<u8> {
    let mut window = [0_u8; WINDOW];
    window[..BEGINNING.len()].copy_from_slice(BEGINNING);
    let mut at = BEGINNING.len();
    let mut out = Vec::new();
    let mut put = |window: &mut [u8; WINDOW], at: &mut usize, byte: u8| {
        window[*at] = byte;
        *at = (*at + 1) % WINDOW;
        out.push(byte);
        out.len() < stated
    };
    let mut rest = body.iter().copied();
    // A byte of flags, then as many runs: a byte as it is, or two bytes that say where to copy from and how much.
    'runs: while let Some(flags) = rest.next() {
        for bit in 0..8 {
            if (flags >> bit) & 1 == 0 {
                let Some(byte) = rest.next() else { break 'runs };
                if !put(&mut window, &mut at, byte) {
                    break 'runs;
                }
                continue;
            }
            let (Some(first), Some(second)) = (rest.next(), rest.next()) else { break 'runs };
            let reference = usize::from(u16::from_be_bytes([first, second]));
            let from = reference >> 4;
            if from == at {
                break 'runs;
            }
            for step in 0..(reference & 15) + 2 {
                let byte = window[(from + step) % WINDOW];
                if !put(&mut window, &mut at, byte) {
                    break 'runs;
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unpack;
    use proptest::prelude::*;

    /// The two examples of MS-OXRTFCP, chapter 4.
    #[test]
    fn the_examples_of_the_format_come_out() {
        let simple = [
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 0x03, 0, 0x0a, 0, 0x72, 0x63,
            0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09, 0, 0x20, 0x62, 0x77,
            0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0,
        ];
        let words = unpack(&simple).unwrap();
        assert_eq!(String::from_utf8(words).unwrap(), "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        let crossing = [
            0x1a, 0, 0, 0, 0x1c, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xe2, 0xd4, 0x4b, 0x51, 0x41, 0, 0x04, 0x20, 0x57,
            0x58, 0x59, 0x5a, 0x0d, 0x6e, 0x7d, 0x01, 0x0e, 0xb0,
        ];
        assert_eq!(unpack(&crossing).unwrap(), b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    }

    proptest! {
        #[test]
        fn no_stream_leads_astray(length in 0_u32..5000, body in proptest::collection::vec(any::<u8>(), 0..300)) {
            let head = [&[0; 4][..], &length.to_le_bytes(), b"LZFu", &[0; 4]].concat();
            let out = unpack(&[head, body].concat()).unwrap();
            prop_assert!(out.len() <= length.max(1) as usize);
        }
    }
}
