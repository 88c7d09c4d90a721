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
    /// The words can mean several dates, or leave something out, and the person is asked.
    #[error("{}", asked(*what, choices))]
    Asked {
        /// What is asked.
        what: Question,
        /// What it may have meant, most likely first, each in words that read in as a date. Empty where nothing can be offered.
        choices: Vec<String>,
    },
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
    /// The time was stated in another zone, where it was another day; the date as stated is kept.
    #[error(
        "At that time it was {} in the United Kingdom. The date as stated, {}, is kept.",
        in_words(here),
        in_words(stated)
    )]
    ZoneDiffers {
        /// The date as written.
        stated: NaiveDate,
        /// The date in the United Kingdom at that time.
        here: NaiveDate,
    },
    /// The date lies after the day on which it was entered.
    #[error("This date is still to come: today is {}.", in_words(today))]
    Future {
        /// The day it was entered.
        today: NaiveDate,
    },
}

/// What a person is asked about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// A day or month without its year.
    Year,
    /// A day without its month.
    Month,
    /// A year of two figures.
    ShortYear,
    /// Two years in one, such as 2020/21: two calendar years or a tax year.
    TwoYears,
    /// A season or a feast that moves or lasts.
    Season,
    /// A quarter: of the calendar year or of the financial year.
    Quarter,
    /// A month above twelve: the month seems to stand first.
    MonthFirst,
    /// The weekday fits only if the month stands first.
    WhichWay,
    /// "Last Tuesday": of this week or of the one before.
    WhichDay,
    /// A weekday that does not fit a date which is one end of something.
    Weekday,
    /// Two dates joined by "and".
    TwoDates,
    /// "About" or "perhaps" said of one end of something, or of a range.
    Unsure,
    /// An amount of time without a number.
    Vague,
    /// A word that looks like a month, a weekday or another word of dates misspelt.
    Spelling,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// The end lies before the beginning.
    EndBeforeStart,
}

impl Question {
    /// What is wrong and what to write instead.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Year => "Which year? Write it in full, for example 2021.",
            Self::Month => "Which month?",
            Self::ShortYear => "Write the year with four figures, for example 2021.",
            Self::TwoYears => "Two years in one can mean different things.",
            Self::Season => {
                "A season or a feast can mean different days. Write the months, for example “between Mar and May 2020”."
            }
            Self::Quarter => "A quarter can be of the calendar year or of the financial year.",
            Self::MonthFirst => "The day comes first here, then the month, and there are only twelve months.",
            Self::WhichWay => "The weekday does not fit the day and month in this order.",
            Self::WhichDay => "This can mean more than one day.",
            Self::Weekday => "The weekday does not fit the date.",
            Self::TwoDates => "These are two dates. Write one, or say what lies between them.",
            Self::Unsure => {
                "“About” and “perhaps” can be kept only with a single date. Write the first and the last day it can have been."
            }
            Self::Vague => {
                "How long? Write a number, for example “3 days ago”, or the first and the last day it can have been."
            }
            Self::Spelling => "A word was not understood.",
            Self::NoSuchDay => "There is no such day in the calendar.",
            Self::EndBeforeStart => "The end comes before the beginning.",
        }
    }
}

fn asked(what: Question, choices: &[String]) -> String {
    match choices {
        [] => what.sentence().to_owned(),
        _ => format!("{} Do you mean “{}”?", what.sentence(), choices.join("” or “")),
    }
}

fn in_words(day: &NaiveDate) -> String {
    Period::Day(*day).in_words()
}

impl DateProblem {
    /// Whether the words still gave a date, so that this is only something to notice.
    pub const fn is_only_a_flag(&self) -> bool {
        matches!(self, Self::WeekdayDiffers { .. } | Self::ZoneDiffers { .. } | Self::Future { .. })
    }

    /// What the person may have meant, where the program asks; each reads in as a date.
    pub fn choices(&self) -> &[String] {
        match self {
            Self::Asked { choices, .. } => choices,
            _ => &[],
        }
    }
}
