//! Rich Text Format 1.9: its words, and the HTML that Outlook wraps in it (MS-OXRTFEX).

pub(crate) mod packed;
mod tokens;

use encoding_rs::{Encoding, WINDOWS_1252};

use self::tokens::{Token, Tokens};
use crate::limits;

/// Groups whose words are not the document's.
const ASIDE: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "filetbl",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "revtbl",
    "xmlnstbl",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "generator",
    "fldinst",
];

/// Groups deeper than this are read as if they were this deep.
const DEEPEST: usize = 512;

/// The words of a document, paragraph by paragraph, cells by tabs.
pub(crate) fn words(bytes: &[u8]) -> String {
    let mut out = read(bytes, false);
    while out.ends_with(['\n', ' ']) {
        out.pop();
    }
    out
}

/// The HTML that the document was made from, where it was made from HTML.
pub(crate) fn html(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(1024)];
    memchr::memmem::find(head, b"\\fromhtml1")?;
    Some(read(bytes, true))
}

/// What holds inside one pair of braces.
#[derive(Clone, Copy)]
struct Group {
    /// Nothing here belongs to the words.
    aside: bool,
    /// Inside a piece of the original HTML.
    tag: bool,
    /// Between `\htmlrtf` and `\htmlrtf0`: only there for readers of RTF.
    only_rtf: bool,
    /// Letters that stand in for one that was given by number.
    stand_ins: usize,
}

struct Reading {
    out: String,
    /// Letters given as bytes that wait for their character set.
    raw: Vec<u8>,
    codepage: &'static Encoding,
    group: Group,
    outer: Vec<Group>,
    /// Groups deeper than the deepest.
    beyond: usize,
    /// Stand-ins still to be left out.
    skip: usize,
    /// The first half of a letter given as two numbers.
    high: Option<u16>,
    html: bool,
}

fn read(bytes: &[u8], html: bool) -> String {
    let group = Group { aside: false, tag: false, only_rtf: false, stand_ins: 1 };
    let mut reading = Reading {
        out: String::new(),
        raw: Vec::new(),
        codepage: WINDOWS_1252,
        group,
        outer: Vec::new(),
        beyond: 0,
        skip: 0,
        high: None,
        html,
    };
    let mut starred = false;
    for token in Tokens::of(bytes) {
        if reading.out.len() > limits::TEXT_BYTES {
            break;
        }
        if !matches!(token, Token::Byte(_) | Token::Hex(_)) {
            reading.settle();
        }
        match token {
            Token::Open => reading.open(),
            Token::Close => reading.close(),
            Token::Star => {
                starred = true;
                continue;
            }
            Token::Word(word, number) => reading.word(word, number, starred),
            Token::Symbol(symbol) => reading.symbol(symbol),
            Token::Byte(byte) | Token::Hex(byte) => reading.byte(byte),
        }
        starred = false;
    }
    reading.settle();
    reading.out
}

impl Reading {
    fn open(&mut self) {
        if self.outer.len() < DEEPEST {
            self.outer.push(self.group);
        } else {
            self.beyond += 1;
        }
        self.skip = 0;
    }

    fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(group) = self.outer.pop() {
            self.group = group;
        }
        self.skip = 0;
    }

    /// Whether letters that come now are kept.
    fn seen(&self) -> bool {
        !self.group.aside && (!self.html || self.group.tag || !self.group.only_rtf)
    }

    fn put(&mut self, words: &str) {
        if self.seen() {
            self.out.push_str(words);
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.seen() {
            self.raw.push(byte);
        }
    }

    /// Turns the bytes that wait into letters.
    fn settle(&mut self) {
        if !self.raw.is_empty() {
            let (words, _) = self.codepage.decode_without_bom_handling(&self.raw);
            self.out.push_str(&words);
            self.raw.clear();
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match symbol {
            b'~' => self.put("\u{A0}"),
            b'_' => self.put("\u{2011}"),
            b'\n' | b'\r' => self.put("\n"),
            b'\\' | b'{' | b'}' => self.put(char::from(symbol).encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, starred: bool) {
        match word {
            "htmltag" if starred => {
                self.group.tag = true;
                self.group.aside = !self.html;
            }
            _ if starred || ASIDE.contains(&word) => self.group.aside = true,
            "htmlrtf" => self.group.only_rtf = number != Some(0),
            "ansicpg" => {
                let label =
                    number.map(|page| if page == 65_001 { "utf-8".to_owned() } else { format!("windows-{page}") });
                let known = label.and_then(|label| Encoding::for_label(label.as_bytes()));
                self.codepage = known.unwrap_or(self.codepage);
            }
            "uc" => self.group.stand_ins = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1).min(16),
            "u" => self.letter(number.unwrap_or(0)),
            "par" | "line" | "row" | "sect" | "page" => self.put("\n"),
            "tab" | "cell" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            _ => {}
        }
    }

    /// A letter by its number in UTF-16, which older writers give as a signed one.
    fn letter(&mut self, number: i32) {
        self.skip = self.group.stand_ins;
        let Ok(unit) = u16::try_from(number.rem_euclid(65_536)) else { return };
        let units = [self.high.take().unwrap_or(0), unit];
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units = if units[0] == 0 { &units[1..] } else { &units[..] };
        for letter in char::decode_utf16(units.iter().copied()).filter_map(Result::ok) {
            self.put(letter.encode_utf8(&mut [0; 4]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{html, words};
    use proptest::prelude::*;

    #[test]
    fn words_come_without_fonts_and_commands() {
        let file = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Secret}}\f0\fs22 Dear Ms Reed,\par
Your claim\'92s number is \b 17\b0 , na\u239?ve {\*\unknown gone}caf\'e9\line second\tab{cell}\par\u-10179?\u-8704?}";
        assert_eq!(words(file), "Dear Ms Reed,\nYour claim’s number is 17, naïve café\nsecond\tcell\n😀");
    }

    #[test]
    fn html_comes_back_out() {
        let file = br"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}
{\*\htmltag19 <html>}{\*\htmltag50 <body>}\htmlrtf \lang2057 \htmlrtf0
{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dear \{Sir\} caf\'e9{\*\htmltag84 &nbsp;}\htmlrtf\par}\htmlrtf0
{\*\htmltag72 </p>}\par
{\*\mhtmltag64 <img>}{\*\htmltag58 </body>}}";
        let made = html(file).unwrap();
        assert_eq!(made.replace('\n', ""), "<html><body><p>Dear {Sir} café&nbsp;</p></body>");
        assert_eq!(html(br"{\rtf1\ansi plain}"), None);
    }

    proptest! {
        #[test]
        fn nothing_that_is_not_rtf_leads_astray(file in "[{}\\\\a-z0-9'*\n ]{0,300}") {
            let _whatever = (words(file.as_bytes()), super::read(file.as_bytes(), true));
        }
    }
}
