//! What a date was taken to mean, and two of its faces: EDTF and bounds. The third, words, is in `said`.

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
    /// Something that ended in the period and has no known beginning.
    Until(Period),
}

impl Meaning {
    /// A moment in a period, stated flatly.
    pub const fn point(period: Period) -> Self {
        Self::Point(period, Closeness::Plain)
    }

    /// A moment in a period, give or take days either side. A run of days has no name that EDTF could qualify, so the room given goes into
    /// the bounds.
    pub fn about(period: Period, days: u32) -> Self {
        match period {
            Period::Days(first, last) => {
                let room = Duration::days(i64::from(days));
                Self::Between(Period::Day(first - room), Period::Day(last + room))
            }
            other => Self::Point(other, Closeness::About(days)),
        }
    }

    /// Canonical EDTF text (ISO 8601-2:2019); none when undated.
    pub fn edtf(&self) -> Option<String> {
        Some(match self {
            Self::Undated => return None,
            Self::Point(period @ Period::Days(..), _) | Self::Point(period, Closeness::Plain) => period.edtf(),
            Self::Point(period, Closeness::Perhaps) => format!("{}?", period.edtf()),
            Self::Point(period, Closeness::About(_)) => format!("{}~", period.edtf()),
            Self::OneOf(periods) => {
                let parts: Vec<String> = periods
                    .iter()
                    .map(|period| match period {
                        Period::Days(first, last) => format!("{first}..{last}"),
                        named => named.edtf(),
                    })
                    .collect();
                format!("[{}]", parts.join(","))
            }
            // The two ends of a set are written to the same precision.
            Self::Between(from, to) if from.start().is_as_precise_as(to.end()) => {
                format!("[{}..{}]", from.start().edtf(), to.end().edtf())
            }
            Self::Between(from, to) => Period::Days(from.first(), to.last()).edtf(),
            Self::Lasted(from, to) => format!("{}/{}", from.start().edtf(), to.end().edtf()),
            Self::Before(period) => format!("[..{}]", day_before(period.first())),
            Self::By(period) => format!("[..{}]", period.last()),
            Self::After(period) => format!("[{}..]", day_after(period.last())),
            Self::From(period) => format!("[{}..]", period.first()),
            Self::Since(period) => format!("{}/..", period.start().edtf()),
            Self::Until(period) => format!("../{}", period.end().edtf()),
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
            Self::By(period) | Self::Until(period) => (None, Some(period.last())),
            Self::After(period) => (Some(day_after(period.last())), None),
            Self::From(period) | Self::Since(period) => (Some(period.first()), None),
        }
    }

    /// One moment, a stretch, or missing.
    pub const fn kind(&self) -> DateKind {
        match self {
            Self::Undated => DateKind::Undated,
            Self::Lasted(..) | Self::Since(_) | Self::Until(_) => DateKind::Span,
            _ => DateKind::Instant,
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

fn day_before(day: NaiveDate) -> NaiveDate {
    day - Duration::days(1)
}

fn day_after(day: NaiveDate) -> NaiveDate {
    day + Duration::days(1)
}
