//! Words that name months, weekdays and numbers.

use chrono::Weekday;

/// The months in order.
pub const MONTHS: [&str; 12] = [
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

/// The weekdays in order.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Numbers in words, from one.
const NUMBERS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Places in a row in words, from the first.
const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

fn place(list: &[&str], word: &str) -> Option<u32> {
    list.iter().position(|name| *name == word).and_then(|at| u32::try_from(at + 1).ok())
}

/// The month that a word names, from 1.
pub fn month(word: &str) -> Option<u32> {
    match word {
        "sept" => Some(9),
        _ if word.len() == 3 => {
            MONTHS.iter().position(|name| name.starts_with(word)).and_then(|at| u32::try_from(at + 1).ok())
        }
        _ => place(&MONTHS, word),
    }
}

/// The weekday that a word names; "Tuesdays" is none.
pub fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        _ if word.len() == 3 || WEEKDAYS.contains(&word) => word.parse().ok(),
        _ => None,
    }
}

/// The number that a word stands for.
pub fn small_number(word: &str) -> Option<u32> {
    match word {
        "a" | "an" => Some(1),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        "sixty" => Some(60),
        "ninety" => Some(90),
        _ => place(&NUMBERS, word),
    }
}

/// The place in a row that one word, or "twenty first" and its like, stands for, and how many words that takes.
pub fn ordinal(words: &[&str]) -> Option<(u32, usize)> {
    match words {
        ["twenty", last, ..] => place(&ORDINALS, last).filter(|n| *n < 10).map(|n| (20 + n, 2)),
        ["thirty", "first", ..] => Some((31, 2)),
        ["thirtieth", ..] => Some((30, 1)),
        [word, ..] => place(&ORDINALS, word).map(|n| (n, 1)),
        [] => None,
    }
}

/// The month and day of a day that has a name and always the same date.
pub fn named_day(words: &[&str]) -> Option<(u32, u32, usize)> {
    match words {
        ["christmas", "eve", ..] => Some((12, 24, 2)),
        ["christmas", "day", ..] => Some((12, 25, 2)),
        ["boxing", "day", ..] => Some((12, 26, 2)),
        ["new", "years" | "year", "eve", ..] => Some((12, 31, 3)),
        ["new", "years" | "year", "day", ..] => Some((1, 1, 3)),
        ["bonfire", "night", ..] => Some((11, 5, 2)),
        ["halloween", ..] => Some((10, 31, 1)),
        ["valentines", "day", ..] => Some((2, 14, 2)),
        _ => None,
    }
}
