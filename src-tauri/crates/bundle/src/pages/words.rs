//! Makes words fit to be set: no control characters, no run of letters that is wider than a column.

use serde_json::Value;

/// The longest run without a place to break a line, in characters. Shorter ones stay as they are, so that a search finds them.
const RUN: usize = 36;

/// A place where a line may break that shows nothing.
const BREAK: char = '\u{200B}';

/// Tidies every string of the data, but not hashes and keys.
pub(super) fn tidy(value: &mut Value) {
    match value {
        Value::String(s) => *s = soften(&clean(s)),
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(map) => {
            for (key, item) in map.iter_mut() {
                if key != "sha256" && key != "page" {
                    tidy(item);
                }
            }
        }
        _ => {}
    }
}

/// Takes out control characters; line ends become `\n`, tabs four blanks.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' | '\u{85}' => out.push('\n'),
            '\t' => out.push_str("    "),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lets long addresses, file names and numbers break.
fn soften(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        if piece.chars().count() <= RUN {
            out.push_str(piece);
            continue;
        }
        let mut run = 0;
        for c in piece.chars() {
            out.push(c);
            run += 1;
            let joint = matches!(c, '/' | '.' | '_' | '-' | '?' | '&' | '=' | '@' | ',' | ';' | ':');
            if (joint && run > 12) || (run >= RUN && c.is_ascii()) {
                out.push(BREAK);
                run = 0;
            }
        }
    }
    out
}
