//! A day that was worked out, with the answer to "How was this worked out?".

use chrono::NaiveDate;

use super::holidays::{Calendar, Holidays};
use super::rule::{Badge, Rule};
use super::say;
use super::span::Span;

/// Whose clock it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The organisation's: the latest day that can be defended counts.
    Theirs,
    /// The person's own: the earliest day counts.
    Mine,
}

/// A date that went into the working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// What it is the date of.
    pub name: String,
    /// How it was said, or what it was taken from.
    pub said: String,
    /// What it can mean.
    pub span: Span,
}

/// A day with its working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// The rule it follows from.
    pub rule: &'static Rule,
    /// What went in.
    pub inputs: Vec<Input>,
    /// How one thing followed from another, in plain sentences.
    pub steps: Vec<String>,
    /// What came out.
    pub due: Span,
    /// Whose clock it is; it decides which end of `due` counts.
    pub side: Side,
    /// The public holidays that were passed over; several where nobody knows which count, and none where the rule moves no day.
    pub calendars: Vec<Calendar>,
    /// When those holidays were last compared with official data; none where they do not matter.
    pub holidays_as_of: Option<NaiveDate>,
    /// What to be careful about.
    pub badges: Vec<Badge>,
    /// The result in one sentence.
    pub summary: String,
}

impl Worked {
    /// The end of `due` that counts: the latest for them, the earliest for me.
    pub fn counts(&self) -> Option<NaiveDate> {
        match self.side {
            Side::Theirs => self.due.latest,
            Side::Mine => self.due.earliest,
        }
    }
}

/// A day that was counted, before it is put together with its working.
pub(super) struct Counted {
    pub rule: &'static Rule,
    pub inputs: Vec<Input>,
    pub steps: Vec<String>,
    pub due: Span,
    pub side: Side,
    pub calendars: Vec<Calendar>,
}

impl Counted {
    /// With the cautions of its rule and of its holidays, and a sentence that says the result.
    pub fn worked(self, today: NaiveDate, holidays: &Holidays) -> Worked {
        let mut badges = self.rule.badges(today);
        let years = [self.due.earliest, self.due.latest];
        if !self.calendars.is_empty() && years.into_iter().flatten().any(|day| holidays.is_provisional(day)) {
            badges.push(Badge::HolidaysProvisional);
        }
        let summary = format!("{}: {}.", self.rule.title, say::span(&self.due));
        let Self { rule, inputs, steps, due, side, calendars } = self;
        let holidays_as_of = holidays.data_date().filter(|_| !calendars.is_empty());
        Worked { rule, inputs, steps, due, side, calendars, holidays_as_of, badges, summary }
    }
}

/// A bound put forward by the calendars: the earliest day any of them gives, and the latest.
pub(super) fn rolled(unrolled: &Span, calendars: &[Calendar], holidays: &Holidays) -> Span {
    let each = |day: NaiveDate| calendars.iter().map(move |calendar| super::count::roll(day, *calendar, holidays));
    Span {
        earliest: unrolled.earliest.map(|day| each(day).min().unwrap_or(day)),
        latest: unrolled.latest.map(|day| each(day).max().unwrap_or(day)),
    }
}
