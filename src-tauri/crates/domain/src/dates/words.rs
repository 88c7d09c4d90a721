//! Cutting what was typed into words and numbers.

/// One piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word in lower case.
    Word(String),
    /// A whole number, with how many figures it was written with.
    Number(u32, usize),
    /// Numbers joined by `/`, `-` or `.`: 03/11/2021, 2021-11-03, 2021-11.
    Joined(Vec<(u32, usize)>),
    /// A dash between two dates.
    Dash,
}

/// Cuts text into tokens. None where a character has no place in a date.
pub fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let lower = text.to_lowercase();
    for piece in lower.split(|c: char| c.is_whitespace() || c == ',') {
        let piece = piece.trim_matches(['(', ')', '“', '”', '"', '\'']);
        if piece.is_empty() {
            continue;
        }
        if matches!(piece, "-" | "–" | "—") {
            found.push(Token::Dash);
            continue;
        }
        for (index, part) in piece.split(['–', '—']).enumerate() {
            if index > 0 {
                found.push(Token::Dash);
            }
            if !part.is_empty() {
                found.push(token(part)?);
            }
        }
    }
    Some(found)
}

fn token(part: &str) -> Option<Token> {
    let part = part.trim_end_matches(['.', ';', ':', '?', '!']);
    if part.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &part[digits.len()..];
        if matches!(ending, "st" | "nd" | "rd" | "th") {
            return number(digits).map(|(n, figures)| Token::Number(n, figures));
        }
        if !ending.is_empty() {
            return None;
        }
        let joined: Option<Vec<(u32, usize)>> = part.split(['/', '-', '.']).map(number).collect();
        return joined.map(|numbers| match numbers[..] {
            [(n, figures)] => Token::Number(n, figures),
            _ => Token::Joined(numbers),
        });
    }
    let word = part.trim_start_matches('~').replace('-', "");
    let plain = !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '.');
    if part.starts_with('~') {
        return None;
    }
    plain.then(|| Token::Word(word.replace(['.', '\''], "")))
}

fn number(digits: &str) -> Option<(u32, usize)> {
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok().map(|n| (n, digits.len())))
        .flatten()
}

/// The month that a word names, from 1.
pub fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let found = |position: usize| u32::try_from(position + 1).ok();
    if word == "sept" {
        return Some(9);
    }
    MONTHS.iter().position(|name| *name == word || (word.len() == 3 && name.starts_with(word))).and_then(found)
}

/// The weekday that a word names.
pub fn weekday(word: &str) -> Option<chrono::Weekday> {
    match word {
        "tues" => Some(chrono::Weekday::Tue),
        "weds" => Some(chrono::Weekday::Wed),
        "thur" | "thurs" => Some(chrono::Weekday::Thu),
        _ if word.len() == 3 || word.ends_with("day") => word.parse().ok(),
        _ => None,
    }
}

/// The number that a small number word stands for.
pub fn small_number(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" => Some(1),
        "eighteen" => Some(18),
        _ => WORDS
            .iter()
            .position(|name| *name == word)
            .and_then(|position| u32::try_from(position).ok())
            .filter(|n| *n > 0),
    }
}
