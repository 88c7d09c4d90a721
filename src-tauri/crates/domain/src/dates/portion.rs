//! Parts of a month or a year: early, mid, late, halves, quarters, seasons.

use chrono::{Datelike, Duration};

use super::lexer::Token;
use super::period::Period;
use super::reader::Assumption;

/// A part of a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portion {
    /// Days 1–10 of a month; January to April.
    Early,
    /// Days 11–20 of a month; May to August.
    Mid,
    /// Days 21 to the end of a month; September to December.
    Late,
    /// Days 1–15 of a month; January to June.
    FirstHalf,
    /// Days 16 to the end of a month; July to December.
    SecondHalf,
    /// Seven days of a month: the first, the second …; 0 for the last seven.
    SevenDays(u8),
    /// A week from Monday to Sunday that lies in a month: the first, the second …; 0 for the last.
    WholeWeek(u8),
    /// The first or the last day.
    Edge(bool),
    /// Three months of a year, beginning with this one; the count may run into the next year.
    Months(u32),
    /// A quarter, of a year yet to be settled.
    Quarter(u32),
}

impl Portion {
    /// A quarter of this kind of year, as the months it covers.
    pub const fn counted(self, way: Assumption) -> Self {
        match (self, way) {
            (Self::Quarter(n), Assumption::FinancialQuarter) => Self::Months(n * 3 + 1),
            (Self::Quarter(n), _) => Self::Months(n * 3 - 2),
            (other, _) => other,
        }
    }

    /// This part of a month or year; none where the two do not go together.
    pub fn of(self, whole: Period) -> Option<Period> {
        let (first, last) = (whole.first(), whole.last());
        let year = first.year();
        let months = |from: u32, to: u32| {
            let end = Period::month(year + i32::try_from((to - 1) / 12).ok()?, (to - 1) % 12 + 1)?.last();
            let start = Period::month(year + i32::try_from((from - 1) / 12).ok()?, (from - 1) % 12 + 1)?.first();
            Some(Period::Days(start, end))
        };
        let is_year = matches!(whole, Period::Year(_));
        match (self, is_year) {
            (Self::Early, false) => Some(Period::Days(first, first + Duration::days(9))),
            (Self::Mid, false) => Some(Period::Days(first + Duration::days(10), first + Duration::days(19))),
            (Self::Late, false) => Some(Period::Days(first + Duration::days(20), last)),
            (Self::FirstHalf, false) => Some(Period::Days(first, first + Duration::days(14))),
            (Self::SecondHalf, false) => Some(Period::Days(first + Duration::days(15), last)),
            (Self::Early, true) => months(1, 4),
            (Self::Mid, true) => months(5, 8),
            (Self::Late, true) => months(9, 12),
            (Self::FirstHalf, true) => months(1, 6),
            (Self::SecondHalf, true) => months(7, 12),
            (Self::SevenDays(0), false) => Some(Period::Days(last - Duration::days(6), last)),
            (Self::WholeWeek(0), false) => Some(Period::week_of(last - Duration::days(6))),
            (Self::SevenDays(n), false) => {
                let begin = first + Duration::weeks(i64::from(n) - 1);
                Some(Period::Days(begin, begin + Duration::days(6)))
            }
            (Self::WholeWeek(n), false) => {
                Some(Period::week_of(first + Duration::days(6) + Duration::weeks(i64::from(n) - 1)))
            }
            (Self::SevenDays(_) | Self::WholeWeek(_), true) => None,
            (Self::Edge(true), _) => Some(Period::Day(first)),
            (Self::Edge(false), _) => Some(Period::Day(last)),
            (Self::Months(from), true) => months(from, from + 2),
            (Self::Months(_), false) | (Self::Quarter(_), _) => None,
        }
    }
}

/// A part that needs no question, and the words it takes.
pub fn portion(words: &[&str]) -> Option<(Portion, usize)> {
    Some(match words {
        ["first", "half", ..] => (Portion::FirstHalf, 2),
        ["second" | "latter", "half", ..] => (Portion::SecondHalf, 2),
        ["first", "day", ..] => (Portion::Edge(true), 2),
        ["last", "day", ..] => (Portion::Edge(false), 2),
        ["early" | "beginning" | "start", ..] => (Portion::Early, 1),
        ["mid" | "middle", ..] => (Portion::Mid, 1),
        ["late" | "end", ..] => (Portion::Late, 1),
        _ => return None,
    })
}

/// "First week", "second week" or "last week" before a month, as seven days and as a week from Monday to Sunday.
pub fn week(words: &[&str]) -> Option<[Portion; 2]> {
    let which = match words {
        ["first", "week", ..] => 1,
        ["second", "week", ..] => 2,
        ["third", "week", ..] => 3,
        ["last", "week", ..] => 0,
        _ => return None,
    };
    Some([Portion::SevenDays(which), Portion::WholeWeek(which)])
}

/// A quarter, and the words it takes: Q1, first quarter, 1st quarter.
pub fn quarter(words: &[&str], tokens: &[Token]) -> Option<(Portion, usize)> {
    let n = match (words, tokens) {
        (["q", ..], [_, Token::Number(n @ 1..=4, 1), ..]) => *n,
        (["first", "quarter", ..], _) => 1,
        (["second", "quarter", ..], _) => 2,
        (["third", "quarter", ..], _) => 3,
        (["fourth" | "last" | "final", "quarter", ..], _) => 4,
        _ => return None,
    };
    Some((Portion::Quarter(n), 2))
}

/// A season or a feast, and the words it takes. The months of a season are those of the weather; a feast has none to offer.
pub fn season(words: &[&str]) -> Option<(Option<Portion>, usize)> {
    Some(match words {
        ["christmas" | "boxing", "day" | "eve", ..] | ["new", "years" | "year", "day" | "eve", ..] => return None,
        ["new", "year", ..] | ["good", "friday", ..] | ["bank", "holiday", ..] => (None, 2),
        ["spring" | "springtime", ..] => (Some(Portion::Months(3)), 1),
        ["summer" | "summertime", ..] => (Some(Portion::Months(6)), 1),
        ["autumn" | "fall", ..] => (Some(Portion::Months(9)), 1),
        ["last" | "this" | "next", "spring" | "summer" | "autumn" | "winter" | "christmas" | "easter", ..] => (None, 2),
        ["winter" | "christmas" | "xmas" | "easter" | "whitsun" | "diwali" | "ramadan" | "eid", ..] => (None, 1),
        _ => return None,
    })
}
