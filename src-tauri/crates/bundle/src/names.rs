//! Names inside the ZIP: letters, digits, `.`, `-` and `_` only, at most 120 bytes, no two alike but for case.
//!
//! Such names mean the same on every system and in every unpacking program. The name a file arrived with is kept in the data.

use std::collections::HashSet;

/// The longest name, in bytes.
pub const LONGEST: usize = 120;

/// The longest ending that is kept when a name is cut.
const LONGEST_ENDING: usize = 12;

/// Makes a name safe. Never empty, never starts with `.` or `-`, never ends with `.`.
#[must_use]
pub fn safe(name: &str) -> String {
    let mut out = String::with_capacity(name.len().min(LONGEST));
    let mut gap = false;
    for c in name.chars() {
        if let Some(plain) = plain_letter(c) {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push_str(plain);
        } else if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
            if gap && !out.is_empty() && c != '.' {
                out.push('-');
            }
            gap = false;
            out.push(c);
        } else {
            gap = true;
        }
    }
    let trimmed = out.trim_start_matches(['.', '-']).trim_end_matches('.');
    let cut = cut(trimmed, LONGEST - 1);
    if cut.is_empty() {
        "file".to_owned()
    } else if is_device(&cut) {
        format!("_{cut}")
    } else {
        cut
    }
}

/// Whether Windows takes the name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        _ => {
            let mut letters = stem.chars();
            let word: String = letters.by_ref().take(3).collect();
            matches!(word.as_str(), "com" | "lpt")
                && letters.next().is_some_and(|c| c.is_ascii_digit())
                && letters.next().is_none()
        }
    }
}

/// The plain spelling of the accented letters of Western and Central Europe, so that `Zażółć` stays readable.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'ç' | 'ć' | 'č' => "c",
        'Ç' | 'Ć' | 'Č' => "C",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'È'..='Ë' | 'Ē' | 'Ę' | 'Ě' => "E",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'Ì'..='Ï' | 'Ī' | 'İ' => "I",
        'ñ' | 'ń' | 'ň' => "n",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ù'..='ü' | 'ū' | 'ű' | 'ů' => "u",
        'Ù'..='Ü' | 'Ū' | 'Ű' | 'Ů' => "U",
        'ś' | 'š' | 'ş' => "s",
        'Ś' | 'Š' | 'Ş' => "S",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'Ý' | 'Ÿ' | 'Ŷ' => "Y",
        'ź' | 'ż' | 'ž' => "z",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ŵ' => "w",
        'Ŵ' => "W",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ğ' => "g",
        'Ğ' => "G",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        _ => return None,
    })
}

/// Cuts an ASCII name to `longest` bytes and keeps its ending (`.jpeg`).
fn cut(name: &str, longest: usize) -> String {
    if name.len() <= longest {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= LONGEST_ENDING => {
            let room = longest - ending.len() - 1;
            let stem = stem[..room.min(stem.len())].trim_end_matches('.');
            format!("{stem}.{ending}")
        }
        _ => name[..longest].trim_end_matches('.').to_owned(),
    }
}

/// Gives out names for one folder; no two of them are alike but for case.
#[derive(Debug, Default)]
pub struct Folder {
    taken: HashSet<String>,
}

impl Folder {
    /// A safe name that nobody else in this folder has. A twin gets `-2`, `-3`, … before its ending.
    pub fn give(&mut self, wanted: &str) -> String {
        let base = safe(wanted);
        let mut name = base.clone();
        let mut n = 2_u32;
        while !self.taken.insert(name.to_ascii_lowercase()) {
            let mark = format!("-{n}");
            name = match base.rsplit_once('.') {
                Some((stem, ending)) if !stem.is_empty() && ending.len() <= LONGEST_ENDING => {
                    let stem = cut(stem, LONGEST - ending.len() - 1 - mark.len());
                    format!("{stem}{mark}.{ending}")
                }
                _ => format!("{}{mark}", cut(&base, LONGEST - mark.len())),
            };
            n += 1;
        }
        name
    }
}
