//! A quick pass over a page's content: what is left open at its end, and whether it draws (ISO 32000-1, 8.2 and annex A).
//!
//! The stamp is drawn after the source's content. It must not land inside an unfinished text object, a clipped or scaled state,
//! or an open string; so the pass counts what the source opened and never closed.

use super::ink::Ink;
use super::lex::{is_delimiter, is_space};

/// What the stamp must close first, and what was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Balance {
    /// `q` to write before the content, so that surplus `Q` find a partner.
    pub(crate) open_before: u32,
    /// `Q` to write after it, not counting the pair around everything.
    pub(crate) close_after: u32,
    /// `EMC` to write after it.
    pub(crate) marked: u32,
    /// The content ends inside `BT`.
    pub(crate) in_text: bool,
    /// The content ends inside a string, array or picture, or readers differ on what it says: it must be kept to itself.
    pub(crate) isolate: bool,
    /// Where the number goes: see `stamp::zones`.
    pub(crate) zone: u8,
    /// Shows text.
    pub(crate) text: bool,
    /// Paints anything.
    pub(crate) draws: bool,
}

/// Scans decoded content, and lets `ink` hear what is drawn where.
pub(crate) fn scan(data: &[u8], ink: &mut Ink) -> Balance {
    let mut found = Balance::default();
    let mut depth = 0i64;
    let mut lowest = 0i64;
    let mut brackets = 0i64;
    let mut at = 0usize;
    while at < data.len() {
        let byte = data[at];
        match byte {
            b'(' => match string_end(data, at) {
                Some(end) => {
                    ink.string(end - at - 2, false);
                    at = end;
                }
                None => {
                    found.isolate = true;
                    break;
                }
            },
            b'%' => at += memchr::memchr2(b'\n', b'\r', &data[at..]).unwrap_or(data.len() - at),
            b'[' | b']' => {
                brackets = (brackets + if byte == b'[' { 1 } else { -1 }).max(0);
                at += 1;
            }
            b'<' if data.get(at + 1) != Some(&b'<') => match memchr::memchr(b'>', &data[at..]) {
                Some(end) => {
                    ink.string(end / 2, true);
                    at += end + 1;
                }
                None => {
                    found.isolate = true;
                    break;
                }
            },
            b'/' => at = word_end(data, at + 1),
            _ if is_space(byte) || is_delimiter(byte) => at += 1,
            _ => {
                let end = word_end(data, at);
                let word = &data[at..end];
                at = end;
                if matches!(word[0], b'0'..=b'9' | b'-' | b'.' | b'+') {
                    ink.number(word);
                    continue;
                }
                brackets = 0;
                ink.operator(if word == b"ID" { b"EI" } else { word });
                match word {
                    b"q" => depth += 1,
                    b"Q" => {
                        depth -= 1;
                        lowest = lowest.min(depth);
                    }
                    b"BT" => found.in_text = true,
                    b"ET" => found.in_text = false,
                    b"BMC" | b"BDC" => found.marked += 1,
                    b"EMC" => found.marked = found.marked.saturating_sub(1),
                    b"Tj" | b"TJ" | b"'" | b"\"" => {
                        found.text = true;
                        found.draws = true;
                    }
                    b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" | b"sh" | b"Do" => {
                        found.draws = true
                    }
                    b"ID" => {
                        found.draws = true;
                        match picture_end(data, at) {
                            Some(end) => at = end,
                            None => {
                                found.isolate = true;
                                break;
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    found.isolate |= brackets > 0;
    found.open_before = u32::try_from(-lowest).unwrap_or(0);
    found.zone = ink.free_zone();
    found.close_after = u32::try_from(depth - lowest).unwrap_or(0);
    found
}

fn word_end(data: &[u8], from: usize) -> usize {
    data[from..].iter().position(|&b| is_space(b) || is_delimiter(b)).map_or(data.len(), |length| from + length)
}

fn string_end(data: &[u8], from: usize) -> Option<usize> {
    let mut open = 0usize;
    let mut at = from;
    loop {
        match data.get(at)? {
            b'\\' => at += 1,
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        at += 1;
        if open == 0 {
            return Some(at);
        }
    }
}

/// The end of an inline picture: `EI` between white space, followed by something that looks like content again.
fn picture_end(data: &[u8], from: usize) -> Option<usize> {
    memchr::memmem::find_iter(&data[from..], b"EI").map(|at| from + at).find_map(|at| {
        let before = at > from && is_space(data[at - 1]);
        let after = data.get(at + 2).is_none_or(|&b| is_space(b));
        let plain =
            data[(at + 2).min(data.len())..].iter().take(12).all(|&b| is_space(b) || (b' '..=b'~').contains(&b));
        (before && after && plain).then_some(at + 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(data: &[u8]) -> Balance {
        scan(data, &mut Ink::new(Vec::new()))
    }

    #[test]
    fn counts_what_is_left_open() {
        let found = look(b"q q 1 0 0 1 0 0 cm Q /P BDC BT (q) Tj");
        assert_eq!((found.open_before, found.close_after, found.marked, found.in_text), (0, 1, 1, true));
        assert!(found.text && found.draws && !found.isolate);
    }

    #[test]
    fn surplus_closings_get_partners() {
        let found = look(b"Q Q q q");
        assert_eq!((found.open_before, found.close_after), (2, 2));
    }

    #[test]
    fn letters_inside_strings_names_comments_and_pictures_do_not_count() {
        let found = look(b"(q \\) q (q)) Tj /q gs % q\n<71> Tj BI /W 1 ID \x00q q EIq \xffEI\n Q EI Q");
        assert_eq!((found.open_before, found.close_after), (1, 0));
    }

    #[test]
    fn content_that_breaks_off_is_kept_to_itself() {
        for open in ["0 0 m 9 9 l S (never closed Q", "q Q [1 2", "q Q <41", "BI /W 1 ID \u{1}"] {
            assert!(look(open.as_bytes()).isolate, "{open}");
        }
        assert!(!look(b"[(a) 1] TJ [] 0 d <41> Tj").isolate);
    }
}
