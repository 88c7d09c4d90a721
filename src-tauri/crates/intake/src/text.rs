//! Plain text in whatever character set it came.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Reading;

/// Puts the words of a text file on page 1.
pub(crate) fn read(mut reading: Reading, bytes: &[u8]) -> Reading {
    reading.set_plain_text(&decode(bytes, None));
    reading
}

/// Turns bytes into text: a byte order mark decides, then the `stated` character set, then UTF-8 where the bytes are
/// valid as such, UTF-16 where every other byte is zero, and windows-1252 as the last resort. Line ends become `\n`;
/// NUL is left out. Bytes that mean nothing become U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8], stated: Option<&str>) -> String {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (stated.and_then(|s| Encoding::for_label(s.as_bytes())).unwrap_or_else(|| guess(bytes)), bytes),
    };
    let (words, _) = encoding.decode_without_bom_handling(bytes);
    words.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let half = head.len() / 2;
    if half > 0 && zeros(1) * 10 > half * 7 {
        UTF_16LE
    } else if half > 0 && zeros(0) * 10 > half * 7 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn character_sets_are_told_apart() {
        assert_eq!(decode("naïve £5".as_bytes(), None), "naïve £5");
        assert_eq!(decode(b"na\xEFve \xA35 \x93x\x94", None), "naïve £5 “x”");
        assert_eq!(decode(b"\xEF\xBB\xBFplain", None), "plain");
        assert_eq!(decode(b"\xFF\xFEh\0i\0", None), "hi");
        assert_eq!(decode(b"h\0i\0!\0", None), "hi!");
        assert_eq!(decode(b"\0h\0i", None), "hi");
        assert_eq!(decode(b"\xE9", Some("iso-8859-2")), "é");
        assert_eq!(decode(b"\xCF\xF0", Some("windows-1251")), "Пр");
        assert_eq!(decode(b"a\r\nb\rc", None), "a\nb\nc");
    }
}
