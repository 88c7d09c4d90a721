//! The date language: what people say about when, kept as said and understood as bounds.
//!
//! One type, [`StatedDate`], is used wherever a person gives a date. [`understand`] turns words into it and says back what it took them to mean.

mod amount;
mod clock;
mod complete;
mod edtf;
mod heads;
mod lexer;
mod meaning;
mod parts;
mod period;
mod phrase;
mod portion;
mod problem;
mod range;
mod reader;
mod relative;
mod said;
mod spelling;
mod text;
mod understand;
mod vague;
mod weekday;
mod words;

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

pub use meaning::Meaning;
pub use period::Period;
pub use problem::{DateProblem, Question};
pub use understand::{Understood, understand};

use crate::ids::RecordId;

/// Whether a date is one moment, a stretch of time, or missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// One moment, known more or less closely.
    Instant,
    /// Something that lasted.
    Span,
    /// No date.
    #[default]
    Undated,
}

/// What a date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A document says so.
    Document,
    /// The person remembers it.
    Recollection,
    /// It was worked out from something else.
    Inference,
}

/// What was said about when, and what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatedDate {
    /// The words typed or quoted.
    pub as_stated: String,
    /// The day that relative words were resolved against, once; never the day of reading.
    pub said_on: Option<NaiveDate>,
    /// One moment, a stretch, or missing.
    pub kind: DateKind,
    /// Canonical ISO 8601-2:2019 (EDTF, level 2) text; none when undated.
    pub edtf: Option<String>,
    /// First civil day it can mean, tolerance left aside; open when none.
    pub earliest: Option<NaiveDate>,
    /// Last civil day it can mean, tolerance left aside; open when none.
    pub latest: Option<NaiveDate>,
    /// For "about": days either side. EDTF's `~` does not widen the bounds by itself, so this stands beside them.
    pub tolerance_days: Option<u32>,
    /// What it rests on.
    pub basis: Option<Basis>,
    /// The evidence it rests on.
    pub basis_evidence: Option<RecordId>,
}

/// How the English names of the weekdays begin.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl StatedDate {
    /// No date at all.
    pub fn undated() -> Self {
        Self::default()
    }

    /// What does not fit together in its own words, such as a weekday that was another; it is said and not mended.
    pub fn flag(&self) -> Option<DateProblem> {
        // Only a weekday or a time of day can contradict a date, and lists ask this of every row.
        let lower = self.as_stated.to_ascii_lowercase();
        let can = lower.contains(':') || WEEKDAYS.iter().any(|day| lower.contains(day));
        if !can {
            return None;
        }
        understand(&self.as_stated, self.said_on?).ok()?.flag
    }

    /// One civil day, in the words in which a person would write it.
    pub fn day(day: NaiveDate) -> Self {
        let meaning = Meaning::point(Period::Day(day));
        meaning.stated(&meaning.said_back(), None)
    }

    /// One civil day, in the words of a document that states it.
    pub fn day_in_words(day: NaiveDate, as_stated: &str) -> Self {
        Self { basis: Some(Basis::Document), ..Meaning::point(Period::Day(day)).stated(as_stated, None) }
    }

    /// What it means, in plain words: "3 November 2021", "before 3 November 2021", "undated".
    pub fn in_words(&self) -> String {
        let Some(edtf) = &self.edtf else { return Meaning::Undated.said_back() };
        // EDTF writes "before the 3rd" and "by the 2nd" alike; the words given say which.
        let open = edtf.starts_with('[') && edtf.contains("..");
        let again = self.said_on.filter(|_| open).and_then(|said_on| understand(&self.as_stated, said_on).ok());
        match again.filter(|again| again.date.edtf == self.edtf) {
            Some(again) => again.said_back,
            None => Meaning::from_edtf(edtf, self.tolerance_days)
                .map_or_else(|| self.as_stated.clone(), |meaning| meaning.said_back()),
        }
    }

    /// Whether it can only lie after this day, its tolerance taken into account: something to notice about a date of what has been received.
    pub fn still_to_come(&self, today: NaiveDate) -> Option<DateProblem> {
        self.earliest_with_tolerance().filter(|earliest| *earliest > today).map(|_| DateProblem::Future { today })
    }

    /// Whether there is no date.
    pub fn is_undated(&self) -> bool {
        self.kind == DateKind::Undated
    }

    /// First civil day it can mean with its tolerance taken into account; open when none.
    pub fn earliest_with_tolerance(&self) -> Option<NaiveDate> {
        self.earliest.and_then(|day| day.checked_sub_signed(self.tolerance()))
    }

    /// Last civil day it can mean with its tolerance taken into account; open when none.
    pub fn latest_with_tolerance(&self) -> Option<NaiveDate> {
        self.latest.and_then(|day| day.checked_add_signed(self.tolerance()))
    }

    fn tolerance(&self) -> Duration {
        Duration::days(i64::from(self.tolerance_days.unwrap_or(0)))
    }

    /// The key by which dated things are put in order: first day, then last day. An open first day comes before every day and an open last
    /// day after. Undated things have none and stand apart.
    pub fn sort_key(&self) -> Option<(NaiveDate, NaiveDate)> {
        (!self.is_undated()).then(|| (self.earliest.unwrap_or(NaiveDate::MIN), self.latest.unwrap_or(NaiveDate::MAX)))
    }
}
