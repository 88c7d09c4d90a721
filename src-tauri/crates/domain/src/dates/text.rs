//! The characters people type, made plain: odd spaces, dashes, quotes and signs become the few that the date language knows.

/// Signs and shorthand, each with the words it stands for.
const SHORTHAND: [(&str, &str); 13] = [
    ("+/-", " give or take "),
    ("±", " give or take "),
    ("~", " about "),
    ("≈", " about "),
    ("½", " and a half "),
    ("&", " and "),
    ("w/c", " week commencing "),
    ("w/b", " week commencing "),
    ("w/e", " week ending "),
    ("n/a", " na "),
    ("n/k", " nk "),
    (" /", "/"),
    ("/ ", "/"),
];

/// The text in lower case, with one kind of space, dash, stroke and apostrophe. The words as typed are kept elsewhere.
pub fn plain(text: &str) -> String {
    let one_kind: String = text.chars().filter_map(one_kind).flat_map(char::to_lowercase).collect();
    SHORTHAND.iter().fold(one_kind, |text, (sign, words)| text.replace(sign, words))
}

fn one_kind(c: char) -> Option<char> {
    match c {
        // Soft hyphen, zero-width signs, marks of direction, byte-order mark: seen by nobody, pasted by many.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => Some('/'),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '`' | '\u{b4}' => Some('\''),
        // Figures as wide as a Chinese character, as some telephones type them.
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10),
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}
