//! Reading a value from the raw characters of a source object.
//!
//! Strict on purpose: whatever is out of the ordinary is left to the lenient reader of `hayro-syntax` (see `source`).

use std::borrow::Cow;

use super::value::{Dict, Value};

/// Deeper nesting than this is no honest document; it also bounds the stack.
pub(crate) const MAX_DEPTH: usize = 200;

struct Lexer<'a> {
    data: &'a [u8],
    at: usize,
}

/// Reads exactly one value, with nothing but white space after it.
pub(crate) fn value(data: &[u8]) -> Option<Value<'_>> {
    let mut lexer = Lexer { data, at: 0 };
    let value = lexer.value(0)?;
    lexer.space();
    (lexer.at == data.len()).then_some(value)
}

/// Reads the values between the brackets of an array.
pub(crate) fn items(data: &[u8]) -> Option<Vec<Value<'_>>> {
    let mut lexer = Lexer { data, at: 0 };
    let mut items = Vec::new();
    loop {
        lexer.space();
        if lexer.at == data.len() {
            return Some(items);
        }
        items.push(lexer.value(1)?);
    }
}

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

pub(crate) fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'a> Lexer<'a> {
    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        &self.data[start..self.at]
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.space();
        match self.peek()? {
            b'/' => Some(Value::Name(self.name()?)),
            b'(' => self.string(),
            b'[' => self.array(depth),
            b'<' if self.data.get(self.at + 1) == Some(&b'<') => self.dict(depth).map(Value::Dict),
            b'<' => self.hex(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            _ => match self.regular() {
                b"true" => Some(Value::Bool(true)),
                b"false" => Some(Value::Bool(false)),
                b"null" => Some(Value::Null),
                _ => None,
            },
        }
    }

    fn name(&mut self) -> Option<Cow<'a, [u8]>> {
        self.at += 1;
        let raw = self.regular();
        if !raw.contains(&b'#') {
            return Some(Cow::Borrowed(raw));
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while at < raw.len() {
            let hex = raw.get(at + 1..at + 3).filter(|_| raw[at] == b'#');
            match hex.and_then(|h| std::str::from_utf8(h).ok()).and_then(|h| u8::from_str_radix(h, 16).ok()) {
                Some(byte) => {
                    name.push(byte);
                    at += 3;
                }
                None => {
                    name.push(raw[at]);
                    at += 1;
                }
            }
        }
        Some(Cow::Owned(name))
    }

    fn string(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        let mut open = 0usize;
        loop {
            match self.peek()? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(Value::Literal(self.data.get(start..self.at)?));
            }
        }
    }

    fn hex(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        self.at += 1;
        while self.peek().is_some_and(|b| b.is_ascii_hexdigit() || is_space(b)) {
            self.at += 1;
        }
        (self.peek()? == b'>').then(|| self.at += 1)?;
        Some(Value::Literal(&self.data[start..self.at]))
    }

    fn array(&mut self, depth: usize) -> Option<Value<'a>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(Value::Array(items));
            }
            items.push(self.value(depth + 1)?);
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict<'a>> {
        self.at += 2;
        let mut entries = Vec::new();
        loop {
            self.space();
            match self.peek()? {
                b'>' if self.data.get(self.at + 1) == Some(&b'>') => {
                    self.at += 2;
                    return Some(Dict(entries).without_repeats());
                }
                b'/' => {
                    let key = self.name()?;
                    let value = self.value(depth + 1)?;
                    entries.push((key, value));
                }
                _ => return None,
            }
        }
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let text = self.regular();
        if text.iter().all(u8::is_ascii_digit)
            && let Some(reference) = self.reference(text)
        {
            return Some(reference);
        }
        is_number(text).then_some(Value::Number(Cow::Borrowed(text)))
    }

    /// `12 0 R` after its first number; puts the place back when it is something else.
    fn reference(&mut self, first: &[u8]) -> Option<Value<'a>> {
        let back = self.at;
        let read = (|| {
            self.space();
            let second = self.regular();
            if second.is_empty() || !second.iter().all(u8::is_ascii_digit) {
                return None;
            }
            self.space();
            if self.regular() != b"R" {
                return None;
            }
            let parse = |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse::<u32>().ok();
            Some(Value::Ref((parse(first)?, i32::try_from(parse(second)?).ok()?)))
        })();
        if read.is_none() {
            self.at = back;
        }
        read
    }
}

/// Whether the characters are a number every reader understands.
fn is_number(text: &[u8]) -> bool {
    let digits = text.strip_prefix(b"-").or_else(|| text.strip_prefix(b"+")).unwrap_or(text);
    let points = digits.iter().filter(|&&b| b == b'.').count();
    points <= 1
        && digits.len() > points
        && digits.len() <= 30
        && digits.iter().all(|&b| b.is_ascii_digit() || b == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(data: &[u8]) -> Option<String> {
        let mut out = Vec::new();
        value(data)?.write(&mut out, &mut |(number, _)| Some(number + 100));
        Some(String::from_utf8(out).expect("ASCII"))
    }

    #[test]
    fn keeps_the_characters_of_the_source() {
        let source = b"<</A[0 -.50 +612.000 1 0 R 7 0]/B (x(y)\\)z)/C<4 1>/D#20E true /F null>>";
        assert_eq!(
            round(source).as_deref(),
            Some("<</A [0 -.50 +612.000 101 0 R 7 0]/B (x(y)\\)z)/C <4 1>/D#20E true/F null>>")
        );
    }

    #[test]
    fn of_a_repeated_key_the_last_counts() {
        assert_eq!(round(b"<</A 1/B 2/A 3>>").as_deref(), Some("<</B 2/A 3>>"));
    }

    #[test]
    fn leaves_the_odd_to_the_lenient_reader() {
        for odd in [&b"--5"[..], b"1.2.3", b"<< /A 1 garbage >>", b"(open", b"[1 2", b"5-3", b"."] {
            assert_eq!(round(odd), None, "{}", String::from_utf8_lossy(odd));
        }
    }

    #[test]
    fn nesting_is_capped() {
        let deep = [vec![b'['; 5_000], vec![b']'; 5_000]].concat();
        assert_eq!(value(&deep), None);
    }
}
