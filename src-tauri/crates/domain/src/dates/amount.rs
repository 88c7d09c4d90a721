//! Amounts of time: 18 months, a fortnight, a year and a half.

use chrono::{Datelike, Duration, NaiveDate};

use super::lexer::Token;
use super::parts::months_off;
use super::period::Period;
use super::reader::texts;
use super::words::small_number;

/// An amount of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
    /// So many years.
    Years(u32),
}

impl Amount {
    /// The amount that the tokens are, all of them; none where they are something else.
    pub fn read(tokens: &[Token]) -> Option<Self> {
        let words = texts(tokens);
        match words[..] {
            ["half", "a" | "an", unit] => Self::of(0, true, unit),
            [_, unit, "and", "a", "half"] | [_, "and", "a", "half", unit] => {
                Self::of(count(tokens.first()?)?, true, unit)
            }
            [_, unit] => Self::of(count(tokens.first()?)?, false, unit),
            ["twenty" | "thirty", _, unit] => {
                Self::of(count(tokens.first()?)? + count(tokens.get(1)?).filter(|n| *n < 10)?, false, unit)
            }
            _ => None,
        }
    }

    fn of(count: u32, and_a_half: bool, unit: &str) -> Option<Self> {
        match (unit, and_a_half) {
            ("day" | "days", false) => Some(Self::Days(count)),
            ("hour" | "hours" | "hrs", false) if count.is_multiple_of(24) => Some(Self::Days(count / 24)),
            ("week" | "weeks" | "wk" | "wks", false) => Some(Self::Days(count * 7)),
            ("fortnight" | "fortnights", false) => Some(Self::Days(count * 14)),
            ("month" | "months" | "mth" | "mths", false) => Some(Self::Months(count)),
            ("year" | "years" | "yr" | "yrs", false) => Some(Self::Years(count)),
            ("year" | "years" | "yr" | "yrs", true) => Some(Self::Months(count * 12 + 6)),
            _ => None,
        }
    }

    /// As a number of days either side: a month has 31, a year 366, and three months are the longest three.
    pub const fn in_days(self) -> u32 {
        match self {
            Self::Days(n) => n,
            Self::Months(3) => super::said::THREE_MONTHS,
            Self::Months(n) => n * 31,
            Self::Years(n) => n * 366,
        }
    }

    /// The day exactly so far before (-1) or after (1) another.
    pub fn day_from(self, day: NaiveDate, way: i32) -> Option<NaiveDate> {
        match self {
            Self::Days(n) => day.checked_add_signed(Duration::days(i64::from(n) * i64::from(way))),
            Self::Months(n) => months_off(day, i32::try_from(n).ok()? * way),
            Self::Years(n) => months_off(day, i32::try_from(n).ok()? * 12 * way),
        }
    }

    /// What a person means by so long before (-1) or after (1) a day: a day where days or weeks are counted, a month where months are, a
    /// year where years are.
    pub fn from(self, day: NaiveDate, way: i32) -> Option<Period> {
        let there = self.day_from(day, way)?;
        match self {
            Self::Days(_) => Period::day(there.year(), there.month(), there.day()),
            Self::Months(_) => Period::month_of(there),
            Self::Years(_) => Period::year(there.year()),
        }
    }
}

fn count(token: &Token) -> Option<u32> {
    match token {
        Token::Number(n, 1..=3) => Some(*n),
        Token::Word(word) => small_number(word),
        _ => None,
    }
}
