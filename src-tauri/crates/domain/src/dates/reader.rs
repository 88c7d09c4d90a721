//! One reading of the words: the day they were said on, and what is assumed where they leave something open.

use chrono::{Duration, NaiveDate, Weekday};

use super::lexer::Token;
use super::period::Period;
use super::problem::{DateProblem, Question};

/// Something the words leave open, settled one way so that its outcome can be offered as a choice. A first reading assumes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// The year, where none is written.
    Year(i32),
    /// The two figures after a month are a year, not a day.
    DayIsYear,
    /// The month, where only a day is written: so many months before the one it was said in.
    MonthsBack(u32),
    /// A year of two figures is of this century, unless that lies ahead.
    ShortYears,
    /// 2020/21 is 2020 to 2021.
    CalendarYears,
    /// 2020/21 is a tax year, from 6 April to 5 April.
    TaxYear,
    /// Seasons are those of the weather: spring is March to May.
    Seasons,
    /// Quarters are of the calendar year.
    CalendarQuarter,
    /// Quarters are of the financial year that begins in April.
    FinancialQuarter,
    /// The month stands before the day.
    MonthFirst,
    /// "Last Tuesday" is the nearest.
    Nearer,
    /// "Last Tuesday" is the one before the nearest.
    Farther,
    /// A weekday that does not fit is left aside.
    DateAsWritten,
    /// A weekday that does not fit is right, and the date is the nearest with it.
    DateByWeekday,
    /// "And" is "or".
    AndIsOr,
    /// "And" is "to".
    AndIsTo,
    /// "About" and "perhaps" are left aside.
    Flatly,
    /// A day past the end of its month is the last of it.
    LastOfMonth,
    /// A day past the end of its month is the first of the next.
    FirstOfNext,
    /// The beginning is a year earlier.
    EarlierStart,
    /// The beginning and the end have changed places.
    Swapped,
}

/// Why a reading stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The words are not a date.
    NotUnderstood,
    /// Something is open; each assumption would settle it.
    Open(Question, Vec<Assumption>),
    /// Something is open, and these words would settle it.
    Offered(Question, Vec<String>),
    /// A weekday that does not fit its date.
    Weekday {
        /// The date as written.
        stated: NaiveDate,
        /// The weekday as written.
        weekday: Weekday,
        /// The nearest day with that weekday.
        other: NaiveDate,
    },
}

/// What a reading of some of the words gives.
pub type Read<T> = Result<T, Trouble>;

/// One reading of the words.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The day that relative words are resolved against.
    pub said_on: NaiveDate,
    /// What is assumed.
    pub assumed: &'a [Assumption],
    /// What does not fit together without being in the way.
    pub flag: Option<DateProblem>,
}

impl<'a> Reader<'a> {
    /// A reading that has not begun.
    pub const fn new(said_on: NaiveDate, assumed: &'a [Assumption]) -> Self {
        Self { said_on, assumed, flag: None }
    }

    /// Whether this is assumed.
    pub fn assumes(&self, what: Assumption) -> bool {
        self.assumed.contains(&what)
    }

    /// The period so many days from the day it was said on.
    pub fn days_off(&self, days: i64) -> Period {
        Period::Day(self.said_on + Duration::days(days))
    }
}

/// The words and signs of the tokens, for patterns.
pub fn texts(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(Token::text).collect()
}
