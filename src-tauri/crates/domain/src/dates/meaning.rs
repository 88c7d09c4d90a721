//! What a date was taken to mean, and its three faces: EDTF, bounds, words.

use chrono::{Duration, NaiveDate};

use super::period::Period;
use super::{DateKind, StatedDate};

/// How sure the words are of a point in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closeness {
    /// Stated flatly.
    Plain,
    /// "maybe": EDTF `?`.
    Perhaps,
    /// "about", with days either side: EDTF `~`.
    About(u32),
}

/// What words about a date were taken to mean.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// There is no date.
    Undated,
    /// A moment in a named period.
    Point(Period, Closeness),
    /// One moment in one of several periods.
    OneOf(Vec<Period>),
    /// One moment, no earlier than the first and no later than the second.
    Between(Period, Period),
    /// Something that lasted from the first to the second.
    Lasted(Period, Period),
    /// A moment before the period began.
    Before(Period),
    /// A moment no later than the end of the period.
    By(Period),
    /// A moment after the period ended.
    After(Period),
    /// A moment no earlier than the beginning of the period.
    From(Period),
    /// Something that began in the period and has no known end.
    Since(Period),
}

impl Meaning {
    /// A moment in a period, stated flatly.
    pub const fn point(period: Period) -> Self {
        Self::Point(period, Closeness::Plain)
    }

    /// Canonical EDTF text (ISO 8601-2:2019); none when undated.
    pub fn edtf(&self) -> Option<String> {
        Some(match self {
            Self::Undated => return None,
            Self::Point(period, Closeness::Plain) => period.edtf(),
            Self::Point(Period::Days(first, last), _) => Period::Days(*first, *last).edtf(),
            Self::Point(period, Closeness::Perhaps) => format!("{}?", period.edtf()),
            Self::Point(period, Closeness::About(_)) => format!("{}~", period.edtf()),
            Self::OneOf(periods) => {
                let parts: Vec<String> = periods.iter().map(|period| period.edtf()).collect();
                format!("[{}]", parts.join(","))
            }
            Self::Between(from, to) => {
                let (from, to) = as_pair(*from, *to);
                format!("[{from}..{to}]")
            }
            Self::Lasted(from, to) => {
                let (from, to) = as_pair(*from, *to);
                format!("{from}/{to}")
            }
            Self::Before(period) => format!("[..{}]", day_before(period.first())),
            Self::By(period) => format!("[..{}]", period.last()),
            Self::After(period) => format!("[{}..]", day_after(period.last())),
            Self::From(period) => format!("[{}..]", period.first()),
            Self::Since(Period::Days(first, _)) => format!("{first}/.."),
            Self::Since(period) => format!("{}/..", period.edtf()),
        })
    }

    /// First and last civil day it can mean, tolerance left aside.
    pub fn bounds(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Undated => (None, None),
            Self::Point(period, _) => (Some(period.first()), Some(period.last())),
            Self::OneOf(periods) => {
                (periods.iter().map(|period| period.first()).min(), periods.iter().map(|period| period.last()).max())
            }
            Self::Between(from, to) | Self::Lasted(from, to) => (Some(from.first()), Some(to.last())),
            Self::Before(period) => (None, Some(day_before(period.first()))),
            Self::By(period) => (None, Some(period.last())),
            Self::After(period) => (Some(day_after(period.last())), None),
            Self::From(period) | Self::Since(period) => (Some(period.first()), None),
        }
    }

    /// One moment, a stretch, or missing.
    pub const fn kind(&self) -> DateKind {
        match self {
            Self::Undated => DateKind::Undated,
            Self::Lasted(..) | Self::Since(_) => DateKind::Span,
            _ => DateKind::Instant,
        }
    }

    /// What was understood, in words that mean the same when read back in.
    pub fn said_back(&self) -> String {
        match self {
            Self::Undated => "undated".to_owned(),
            Self::Point(period, Closeness::Plain) => period.in_words(),
            Self::Point(period, Closeness::Perhaps) => format!("perhaps {}", period.in_words()),
            Self::Point(period, Closeness::About(days)) => {
                format!("about {}, give or take {}", period.in_words(), days_in_words(*days))
            }
            Self::OneOf(periods) => {
                let parts: Vec<String> = periods.iter().map(|period| period.in_words()).collect();
                parts.join(" or ")
            }
            Self::Between(from, to) => {
                format!("between {} and {}", first_words(*from), last_words(*to))
            }
            Self::Lasted(from, to) => {
                format!("from {} to {}", first_words(*from), last_words(*to))
            }
            Self::Before(period) => format!("before {}", first_words(*period)),
            Self::By(period) => format!("by {}", last_words(*period)),
            Self::After(period) => format!("after {}", last_words(*period)),
            Self::From(period) => format!("on or after {}", Period::Day(period.first()).in_words()),
            Self::Since(period) => format!("since {}", first_words(*period)),
        }
    }

    /// The record of it: the words as given, and what they mean.
    pub fn stated(&self, as_stated: &str, said_on: Option<NaiveDate>) -> StatedDate {
        let (earliest, latest) = self.bounds();
        StatedDate {
            as_stated: as_stated.to_owned(),
            said_on,
            kind: self.kind(),
            edtf: self.edtf(),
            earliest,
            latest,
            tolerance_days: match self {
                Self::Point(_, Closeness::About(days)) => Some(*days),
                _ => None,
            },
            basis: None,
            basis_evidence: None,
        }
    }
}

/// The two ends of a range in EDTF. Ends that are themselves ranges give their outer day.
fn as_pair(from: Period, to: Period) -> (String, String) {
    let from = match from {
        Period::Days(first, _) => Period::Day(first),
        other => other,
    };
    let to = match to {
        Period::Days(_, last) => Period::Day(last),
        other => other,
    };
    (from.edtf(), to.edtf())
}

fn first_words(period: Period) -> String {
    match period {
        Period::Days(first, _) => Period::Day(first).in_words(),
        other => other.in_words(),
    }
}

fn last_words(period: Period) -> String {
    match period {
        Period::Days(_, last) => Period::Day(last).in_words(),
        other => other.in_words(),
    }
}

fn day_before(day: NaiveDate) -> NaiveDate {
    day - Duration::days(1)
}

fn day_after(day: NaiveDate) -> NaiveDate {
    day + Duration::days(1)
}

/// A number of days as a person would say it; reads back to the same number.
fn days_in_words(days: u32) -> String {
    match days {
        THREE_MONTHS => "3 months".to_owned(),
        1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    }
}

/// The longest three months of the calendar, in days: the tolerance of "about" a month.
pub const THREE_MONTHS: u32 = 92;
/// The tolerance of "about" a day, in days.
pub const A_WEEK: u32 = 7;
/// The tolerance of "about" a year, in days: half of one on either side.
pub const HALF_A_YEAR: u32 = 183;
