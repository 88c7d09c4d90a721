//! A first and a last day: what an uncertain date leaves of an answer.

use chrono::NaiveDate;

use crate::dates::StatedDate;

/// From the earliest civil day to the latest; equal where the day is certain, open where none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First day.
    pub earliest: Option<NaiveDate>,
    /// Last day.
    pub latest: Option<NaiveDate>,
}

impl Span {
    /// Nothing known at either end.
    pub const UNKNOWN: Self = Self { earliest: None, latest: None };

    /// One certain day.
    pub const fn day(day: NaiveDate) -> Self {
        Self { earliest: Some(day), latest: Some(day) }
    }

    /// What a stated date can mean, its tolerance taken into account.
    pub fn of(date: &StatedDate) -> Self {
        Self { earliest: date.earliest_with_tolerance(), latest: date.latest_with_tolerance() }
    }

    /// The day, where it is one.
    pub fn certain(&self) -> Option<NaiveDate> {
        self.earliest.filter(|_| self.earliest == self.latest)
    }

    /// Whether nothing is known at either end.
    pub fn is_unknown(&self) -> bool {
        *self == Self::UNKNOWN
    }

    /// Both ends moved by a way of counting that never puts a later day before an earlier one.
    pub fn map(&self, count: impl Fn(NaiveDate) -> NaiveDate) -> Self {
        Self { earliest: self.earliest.map(&count), latest: self.latest.map(&count) }
    }

    /// Whichever comes last, end by end. An open beginning gives way, because the other is known to be no earlier; an open end does not.
    pub fn later_of(&self, other: &Self) -> Self {
        let latest = self.latest.zip(other.latest).map(|(one, two)| one.max(two));
        Self { earliest: self.earliest.max(other.earliest), latest }
    }

    /// Whether the day lies in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day) && self.latest.is_none_or(|latest| day <= latest)
    }

    /// Whether it is over: after its last day, never on it. What has no known last day is never over.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.latest.is_some_and(|latest| today > latest)
    }
}

/// A way of counting put to a stated date: to its first day and to its last.
pub fn span(count: impl Fn(NaiveDate) -> NaiveDate, date: &StatedDate) -> Span {
    Span::of(date).map(count)
}
