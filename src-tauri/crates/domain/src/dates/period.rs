//! A stretch of the calendar that has a name: a day, a month, a third of a month, a year.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

/// A stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day(NaiveDate),
    /// Days from the first to the last, both included, within which one moment lies.
    Days(NaiveDate, NaiveDate),
    /// A calendar month: its first day.
    Month(NaiveDate),
    /// A calendar year: its first day.
    Year(NaiveDate),
}

impl Period {
    /// A day, if the calendar has it and its year four figures.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        in_four_figures(year).and_then(|year| NaiveDate::from_ymd_opt(year, month, day)).map(Self::Day)
    }

    /// A month, if the calendar has it and its year four figures.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        in_four_figures(year).and_then(|year| NaiveDate::from_ymd_opt(year, month, 1)).map(Self::Month)
    }

    /// A year, if it has four figures as EDTF level 0 wants.
    pub fn year(year: i32) -> Option<Self> {
        in_four_figures(year).and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)).map(Self::Year)
    }

    /// The month that a day lies in.
    pub fn month_of(day: NaiveDate) -> Option<Self> {
        Self::month(day.year(), day.month())
    }

    /// Monday to Sunday around a day.
    pub fn week_of(day: NaiveDate) -> Self {
        let monday = day.week(Weekday::Mon).first_day();
        Self::Days(monday, monday + Duration::days(6))
    }

    /// The first day of it alone, where it is a run of days; else itself.
    pub const fn start(self) -> Self {
        match self {
            Self::Days(first, _) => Self::Day(first),
            other => other,
        }
    }

    /// The last day of it alone, where it is a run of days; else itself.
    pub const fn end(self) -> Self {
        match self {
            Self::Days(_, last) => Self::Day(last),
            other => other,
        }
    }

    /// Whether both are days, months or years alike.
    pub fn is_as_precise_as(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Its first day.
    pub const fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Days(day, _) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Days(_, day) => day,
            Self::Month(first) => first + Duration::days(i64::from(first.num_days_in_month()) - 1),
            Self::Year(first) => NaiveDate::from_ymd_opt(first.year(), 12, 31).unwrap_or(first),
        }
    }

    /// Its EDTF text, for use inside an interval or a set where it is a plain date.
    pub fn edtf(self) -> String {
        match self {
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Days(first, last) => format!("[{first}..{last}]"),
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Year(first) => first.format("%Y").to_string(),
        }
    }

    /// In words: "3 November 2021", "November 2021", "2021".
    pub fn in_words(self) -> String {
        match self {
            Self::Day(day) => day_in_words(day),
            Self::Days(first, last) => {
                format!("between {} and {}", day_in_words(first), day_in_words(last))
            }
            Self::Month(first) => first.format("%B %Y").to_string(),
            Self::Year(first) => first.format("%Y").to_string(),
        }
    }
}

/// Years that EDTF level 0 can write and a person can mean.
fn in_four_figures(year: i32) -> Option<i32> {
    (1000..=9999).contains(&year).then_some(year)
}

fn day_in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
