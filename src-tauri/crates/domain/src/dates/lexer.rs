//! Cutting what was typed into words, numbers, numeric dates and times of day.

use super::clock::{self, Clock};
use super::parts::TIMES_OF_DAY;
use super::words::month;

/// One piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word in lower case, without points and apostrophes.
    Word(String),
    /// A whole number, with how many figures it was written with.
    Number(u32, usize),
    /// A number written as a place in a row: 3rd.
    Ordinal(u32),
    /// Numbers joined by `/`, `-` or `.`: 03/11/2021, 2021-11-03, 2021-11. Each with its figures.
    Joined(Vec<(u32, usize)>),
    /// A year of two figures after an apostrophe: '21.
    ShortYear(u32),
    /// A time of day.
    Clock(Clock),
    /// Minutes by which a clock is ahead of Greenwich.
    Zone(i32),
    /// A dash.
    Dash,
    /// A stroke.
    Slash,
    /// A question mark.
    Query,
}

impl Token {
    /// The word, where it is one; else a sign that stands for the kind of token in patterns of words.
    pub fn text(&self) -> &str {
        match self {
            Self::Word(word) => word,
            Self::Number(..) | Self::Ordinal(_) | Self::Joined(_) | Self::ShortYear(_) => "#",
            Self::Clock(_) | Self::Zone(_) => ":",
            Self::Dash => "-",
            Self::Slash => "/",
            Self::Query => "?",
        }
    }

    /// Whether it is this word or sign.
    pub fn is(&self, text: &str) -> bool {
        self.text() == text
    }

    fn is_month(&self) -> bool {
        matches!(self, Self::Word(word) if month(word).is_some())
    }
}

/// Cuts text that [`super::text::plain`] made plain. None where a character has no place in a date.
pub fn tokens(text: &str) -> Option<Vec<Token>> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut rest = &chars[..];
    while let Some(first) = rest.first() {
        let (token, used) = match first {
            ' ' | ',' | ';' | ':' | '(' | ')' | '"' | '“' | '”' | '!' | '.' | '…' => (None, 1),
            '?' => (Some(Token::Query), 1),
            '-' | '+' if matches!(found.last(), Some(Token::Clock(_))) && clock::offset(rest).is_some() => {
                let (minutes, used) = clock::offset(rest)?;
                (Some(Token::Zone(minutes)), used)
            }
            '-' => (Some(Token::Dash), rest.iter().take_while(|c| **c == '-').count()),
            '/' => (Some(Token::Slash), 1),
            '\'' => match figures(&rest[1..]) {
                Some((n, 2)) => (Some(Token::ShortYear(n)), 3),
                _ => (None, 1),
            },
            c if c.is_ascii_digit() => number(rest).map(|(token, used)| (Some(token), used))?,
            c if c.is_alphabetic() => {
                let (word, used) = word(rest);
                (Some(zone_or_word(word, &found)), used)
            }
            _ => return None,
        };
        found.extend(token);
        rest = rest.get(used..)?;
    }
    Some(shaped(found))
}

/// The number at the beginning, and how many figures it has.
fn figures(chars: &[char]) -> Option<(u32, usize)> {
    let digits: String = chars.iter().take_while(|c| c.is_ascii_digit()).collect();
    digits.parse().ok().map(|n| (n, digits.len()))
}

fn number(chars: &[char]) -> Option<(Token, usize)> {
    let (first, length) = figures(chars)?;
    if let Some((clock, used)) = clock::time(chars) {
        return Some((Token::Clock(clock), used));
    }
    if length == 8 {
        // ISO 8601 without hyphens.
        return Some((Token::Joined(vec![(first / 10000, 4), (first / 100 % 100, 2), (first % 100, 2)]), length));
    }
    let after = |at: usize| chars.get(at).copied().filter(|c| matches!(c, '/' | '-' | '.'));
    if let Some(sign) = after(length)
        && let Some((second, second_length)) = figures(&chars[length + 1..])
    {
        let end = length + 1 + second_length;
        if after(end) == Some(sign)
            && let Some((third, third_length)) = figures(&chars[end + 1..])
        {
            let all = vec![(first, length), (second, second_length), (third, third_length)];
            return Some((Token::Joined(all), past_the_t(chars, end + 1 + third_length)));
        }
        let year_first = (length, second_length) == (4, 2) && second <= 12 && !(sign == '/' && follows(first, second));
        if year_first || (length <= 2 && second_length == 4 && first <= 12) {
            return Some((Token::Joined(vec![(first, length), (second, second_length)]), end));
        }
    }
    let ending: String = chars[length..].iter().take_while(|c| c.is_alphabetic()).collect();
    Some(match ending.as_str() {
        "st" | "nd" | "rd" | "th" => (Token::Ordinal(first), length + 2),
        _ => (Token::Number(first, length), length),
    })
}

/// Whether two figures name the year after: 2010/11.
pub const fn follows(year: u32, two_figures: u32) -> bool {
    (year + 1) % 100 == two_figures
}

/// Past the T that ISO 8601 puts between a date and a time.
fn past_the_t(chars: &[char], at: usize) -> usize {
    match chars.get(at..) {
        Some(['t', next, ..]) if next.is_ascii_digit() => at + 1,
        _ => at,
    }
}

/// A word: letters, with apostrophes left out and the points of "n.d." too.
fn word(chars: &[char]) -> (String, usize) {
    let mut word = String::new();
    let mut since_point = 0;
    let mut used = 0;
    for (at, c) in chars.iter().enumerate() {
        let letter_follows = chars.get(at + 1).is_some_and(|next| next.is_alphabetic());
        match c {
            c if c.is_alphabetic() => {
                word.push(*c);
                since_point += 1;
            }
            '\'' if letter_follows => {}
            '.' if letter_follows && since_point == 1 && word != "c" => since_point = 0,
            _ => break,
        }
        used = at + 1;
    }
    (word, used)
}

fn zone_or_word(word: String, before: &[Token]) -> Token {
    match clock::zone(&word).filter(|_| matches!(before.last(), Some(Token::Clock(_) | Token::Zone(_)))) {
        Some(minutes) => Token::Zone(minutes),
        None => Token::Word(word),
    }
}

/// Hyphens that join instead of separating are taken out: mid-May, 3-Nov-2021, Nov-2021, 10:00-11:00.
fn shaped(tokens: Vec<Token>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = &tokens[..];
    while let Some((token, after)) = rest.split_first() {
        let used = match rest {
            // A day left open: ??/11/2021, xx/11/2021, ?? November 2021.
            [Token::Query, Token::Query, Token::Slash | Token::Dash, _, ..] if found.is_empty() => 3,
            [Token::Query, Token::Slash | Token::Dash, _, ..] if found.is_empty() => 2,
            [Token::Query, Token::Query, _, ..] if found.is_empty() => 2,
            [Token::Word(word), Token::Slash | Token::Dash, Token::Joined(_), ..] if word == "xx" => 2,
            // "About 3 pm" and "late afternoon" say nothing about the day.
            [Token::Word(word), Token::Clock(_), ..] if NEARLY.contains(&word.as_str()) => 1,
            [Token::Word(part), Token::Word(time), ..]
                if matches!(part.as_str(), "early" | "mid" | "late") && TIMES_OF_DAY.contains(&time.as_str()) =>
            {
                1
            }
            [Token::Word(word), Token::Number(..) | Token::Ordinal(_) | Token::Joined(_), ..] if word == "wc" => {
                found.extend(["week", "commencing"].map(|word| Token::Word(word.to_owned())));
                1
            }
            [Token::Word(word), Token::Dash, ..] if JOINING.contains(&word.as_str()) => {
                found.push(token.clone());
                2
            }
            [
                Token::Number(_, 1 | 2) | Token::Ordinal(_),
                Token::Dash,
                name,
                Token::Dash,
                year @ Token::Number(..),
                ..,
            ] if name.is_month() => {
                found.extend([token.clone(), name.clone(), year.clone()]);
                5
            }
            [name, Token::Dash, year @ Token::Number(_, 4), ..] if name.is_month() => {
                found.extend([name.clone(), year.clone()]);
                3
            }
            [name, Token::Dash, Token::Number(year, 2), end @ ..]
                if name.is_month()
                    && !end.first().is_some_and(Token::is_month)
                    && !found.last().is_some_and(|t| t.is("#")) =>
            {
                found.extend([name.clone(), Token::ShortYear(*year)]);
                3
            }
            // "1st half", "2nd quarter": no day of the month.
            [Token::Ordinal(n @ 1..=4), part, ..] if ["half", "quarter", "week"].contains(&part.text()) => {
                let names = ["first", "second", "third", "fourth"];
                found.extend(names.get(*n as usize - 1).map(|name| Token::Word((*name).to_owned())));
                1
            }
            [Token::Word(word), Token::Number(n @ 1..=2, 1), ..] if word == "h" => {
                let half = if *n == 1 { "first" } else { "second" };
                found.extend([half, "half"].map(|word| Token::Word(word.to_owned())));
                2
            }
            // 2020-21 is the same as 2020/21.
            [Token::Number(year, 4), Token::Dash, next @ Token::Number(n, 2), end @ ..]
                if follows(*year, *n) && !end.first().is_some_and(Token::is_month) =>
            {
                found.extend([token.clone(), Token::Slash, next.clone()]);
                3
            }
            [Token::Clock(_), joint, Token::Clock(_), ..] if joint.is("-") || joint.is("to") => {
                found.push(token.clone());
                3
            }
            _ => {
                found.push(token.clone());
                rest.len() - after.len()
            }
        };
        rest = &rest[used..];
    }
    found
}

/// Words before a time of day that make it less exact.
const NEARLY: [&str; 5] = ["about", "around", "approximately", "approx", "roughly"];

/// Words that are written with a hyphen before what they belong to.
const JOINING: [&str; 9] = ["mid", "early", "late", "twenty", "thirty", "week", "pre", "post", "to"];
