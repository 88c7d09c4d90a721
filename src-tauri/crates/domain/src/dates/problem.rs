//! Why words are not a date, or not the date they seem to be.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::period::Period;

/// What is in the way of understanding a date. Each says what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DateProblem {
    /// The words are not a date that is known here.
    #[error(
        "These words were not understood as a date. Try “3 Nov 2021”, “Nov 2021”, “between Feb and May 2020”, or “undated”."
    )]
    NotUnderstood,
    /// A day or month without its year.
    #[error("Which year? Write it in full, for example 2021.")]
    YearMissing,
    /// A year of two figures.
    #[error("Write the year with four figures, for example 2021.")]
    ShortYear,
    /// A season.
    #[error("A season can mean different months. Write the months, for example “between Mar and May 2020”.")]
    Season,
    /// A day that the calendar does not have.
    #[error("There is no such day in the calendar.")]
    NoSuchDay,
    /// The end lies before the beginning.
    #[error("The end comes before the beginning.")]
    EndBeforeStart,
    /// The weekday does not fit the date; both readings are kept.
    #[error("{} was a {}, not a {weekday}. Both readings are kept: {} and {}.", in_words(stated), stated.format("%A"), in_words(stated), in_words(other))]
    WeekdayDiffers {
        /// The date as written.
        stated: NaiveDate,
        /// The weekday as written, in English.
        weekday: String,
        /// The nearest day with that weekday.
        other: NaiveDate,
    },
}

fn in_words(day: &NaiveDate) -> String {
    Period::Day(*day).in_words()
}

impl DateProblem {
    /// Whether the words still gave a date, so that this is only something to notice.
    pub const fn is_only_a_flag(&self) -> bool {
        matches!(self, Self::WeekdayDiffers { .. })
    }
}
