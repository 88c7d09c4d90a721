//! Makes words fit to be set: no control characters, no run of letters that is wider than a column, no heap of marks on one letter.

use serde_json::Value;

/// The longest run without a place to break a line, in characters. Shorter ones stay as they are, so that a search finds them.
const RUN: usize = 36;

/// The same for scripts that need no blank between two words: the typesetter finds the better places itself.
const WIDE_RUN: usize = 200;

/// The first character of those scripts (Thai, then the Indic, Tibetan and East Asian blocks and what comes after them).
const WIDE: char = '\u{0E00}';

/// The most characters without a width of their own that may follow each other. No writing needs more; the typesetter copies all the
/// words of a letter for each mark on it, so that the work would grow with the square of their number.
const MARKS: usize = 8;

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
            spare(piece, &mut out);
            continue;
        }
        let (mut run, mut marks) = (0, 0);
        let mut chars = piece.chars().peekable();
        while let Some(c) = chars.next() {
            marks = if is_mark(c) { marks + 1 } else { 0 };
            if marks > MARKS {
                continue;
            }
            out.push(c);
            run += 1;
            let joint = matches!(c, '/' | '.' | '_' | '-' | '?' | '&' | '=' | '@' | ',' | ';' | ':');
            let most = if c < WIDE { RUN } else { WIDE_RUN };
            // A mark stays with its letter.
            if ((joint && run > 12) || run >= most) && !chars.peek().copied().is_some_and(is_mark) {
                out.push(BREAK);
                run = 0;
            }
        }
    }
    out
}

/// Adds a short piece without the marks beyond [`MARKS`].
fn spare(piece: &str, out: &mut String) {
    if piece.is_ascii() {
        out.push_str(piece);
        return;
    }
    let mut marks = 0;
    for c in piece.chars() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks <= MARKS {
            out.push(c);
        }
    }
}

/// Whether a character has no width of its own: marks that combine with a letter, joiners, turns of direction, variation selectors
/// (Unicode 16, general categories Mn, Me and Cf, by their blocks).
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{0610}'..='\u{061C}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{0E31}'
        | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}' | '\u{180B}'..='\u{180F}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_beyond_measure_are_left_off_and_no_other_letter_is() {
        assert_eq!(
            soften(&format!("cafe\u{301} a{}b", "\u{301}".repeat(100_000))).matches('\u{301}').count(),
            1 + MARKS
        );
        assert_eq!(soften(&"e\u{301}\u{200d}".repeat(30)).replace(BREAK, ""), "e\u{301}\u{200d}".repeat(30));
        assert_eq!(soften(&"\u{202e}\u{2066}".repeat(50_000)).chars().count(), MARKS);
    }

    #[test]
    fn every_run_gets_places_to_break_whatever_its_script() {
        for (letter, most) in
            [("x", RUN), ("\u{e9}", RUN), ("\u{634}", RUN), ("\u{0e01}", WIDE_RUN), ("\u{1f600}", WIDE_RUN)]
        {
            let soft = soften(&letter.repeat(60_000));
            assert!(soft.split(BREAK).all(|run| run.chars().count() <= most), "{letter}");
            assert_eq!(soft.replace(BREAK, ""), letter.repeat(60_000));
        }
    }
}
