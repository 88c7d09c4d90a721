//! PDF strings: reading the escapes of the source, writing our own (ISO 32000-1, 7.3.4 and 7.9.2).

/// The bytes a string stands for, given with its delimiters.
pub(crate) fn decode_literal(raw: &[u8]) -> Vec<u8> {
    match raw {
        [b'<', inner @ .., b'>'] => decode_hex(inner),
        [b'(', inner @ .., b')'] => decode_escapes(inner),
        _ => Vec::new(),
    }
}

fn decode_hex(inner: &[u8]) -> Vec<u8> {
    let mut digits = inner.iter().filter_map(|&b| (b as char).to_digit(16)).map(|d| d as u8);
    let mut bytes = Vec::with_capacity(inner.len() / 2);
    while let Some(high) = digits.next() {
        bytes.push(high << 4 | digits.next().unwrap_or(0));
    }
    bytes
}

fn decode_escapes(inner: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(inner.len());
    let mut at = 0;
    while let Some(&byte) = inner.get(at) {
        at += 1;
        if byte == b'\r' {
            // An end of line of either kind is one line feed.
            bytes.push(b'\n');
            at += usize::from(inner.get(at) == Some(&b'\n'));
        } else if byte != b'\\' {
            bytes.push(byte);
        } else if let Some(&escaped) = inner.get(at) {
            at += 1;
            match escaped {
                b'n' => bytes.push(b'\n'),
                b'r' => bytes.push(b'\r'),
                b't' => bytes.push(b'\t'),
                b'b' => bytes.push(8),
                b'f' => bytes.push(12),
                b'\r' => at += usize::from(inner.get(at) == Some(&b'\n')),
                b'\n' => {}
                b'0'..=b'7' => {
                    let mut code = u32::from(escaped - b'0');
                    for _ in 0..2 {
                        match inner.get(at) {
                            Some(&digit @ b'0'..=b'7') => {
                                code = code * 8 + u32::from(digit - b'0');
                                at += 1;
                            }
                            _ => break,
                        }
                    }
                    bytes.push(code as u8);
                }
                other => bytes.push(other),
            }
        }
    }
    bytes
}

/// Appends a string: readable when it is plain ASCII, hexadecimal otherwise.
pub(crate) fn write_string(bytes: &[u8], out: &mut Vec<u8>) {
    if bytes.iter().all(|b| (b' '..=b'~').contains(b)) {
        out.push(b'(');
        for &byte in bytes {
            if b"()\\".contains(&byte) {
                out.push(b'\\');
            }
            out.push(byte);
        }
        out.push(b')');
    } else {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        out.push(b'<');
        for &byte in bytes {
            out.push(DIGITS[usize::from(byte >> 4)]);
            out.push(DIGITS[usize::from(byte & 15)]);
        }
        out.push(b'>');
    }
}

/// The bytes of a text string: ASCII as it is, anything else as UTF-16 with its mark.
pub(crate) fn text_string(text: &str) -> Vec<u8> {
    if text.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return text.as_bytes().to_vec();
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_hex_are_read() {
        assert_eq!(decode_literal(b"(a\\(b\\)\\101\\\r\n\\nz\rq)"), b"a(b)A\nz\nq");
        assert_eq!(decode_literal(b"<41 4 2 5>"), b"ABP");
    }

    #[test]
    fn what_is_written_reads_back() {
        for bytes in [&b"plain (with) \\ signs"[..], &[0, 255, 40, 13][..], &b""[..]] {
            let mut out = Vec::new();
            write_string(bytes, &mut out);
            assert_eq!(decode_literal(&out), bytes);
        }
    }

    #[test]
    fn text_beyond_ascii_is_utf16() {
        assert_eq!(text_string("é"), [0xFE, 0xFF, 0, 0xE9]);
    }
}
