//! The pieces that RTF is made of.

/// One piece.
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\*`: what follows is for those who know it.
    Star,
    /// A control word with its number.
    Word(&'a str, Option<i32>),
    /// A control symbol.
    Symbol(u8),
    /// A byte of text.
    Byte(u8),
    /// A byte of text given in hexadecimal.
    Hex(u8),
}

/// All the pieces in order. Whatever the bytes are, it ends.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn while_is(&mut self, is: impl Fn(&u8) -> bool, most: usize) -> &'a str {
        let count = self.rest.iter().take(most).take_while(|byte| is(byte)).count();
        std::str::from_utf8(self.take(count)).unwrap_or_default()
    }

    /// What comes behind a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let word = self.while_is(u8::is_ascii_alphabetic, 32);
        if word.is_empty() {
            return match self.take(1).first()? {
                b'*' => Some(Token::Star),
                b'\'' => Some(self.hexadecimal()),
                symbol => Some(Token::Symbol(*symbol)),
            };
        }
        let minus = self.rest.first() == Some(&b'-');
        if minus {
            self.take(1);
        }
        let digits = self.while_is(u8::is_ascii_digit, 10);
        let number = digits.parse::<i64>().ok().and_then(|n| i32::try_from(if minus { -n } else { n }).ok());
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if word == "bin" {
            // So many bytes of a picture or the like follow, whatever they look like.
            self.take(number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }

    fn hexadecimal(&mut self) -> Token<'a> {
        let digits = self.while_is(u8::is_ascii_hexdigit, 2);
        Token::Hex(u8::from_str_radix(digits, 16).unwrap_or(b'?'))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            return match self.take(1).first()? {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                // Line ends lay out the file, not the text.
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(*byte)),
            };
        }
    }
}
