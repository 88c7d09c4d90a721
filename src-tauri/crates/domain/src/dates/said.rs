//! What was understood, said back in words that mean the same when they are read in again.

use super::meaning::{Closeness, Meaning};
use super::period::Period;

/// The longest three months of the calendar, in days: the tolerance of "about" a month.
pub const THREE_MONTHS: u32 = 92;
/// The tolerance of "about" a day, in days.
pub const A_WEEK: u32 = 7;
/// The tolerance of "about" a year, in days: half of one on either side.
pub const HALF_A_YEAR: u32 = 183;

impl Meaning {
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
            Self::Between(from, to) => format!("between {} and {}", first(*from), last(*to)),
            Self::Lasted(from, to) => format!("from {} to {}", first(*from), last(*to)),
            Self::Before(period) => format!("before {}", first(*period)),
            Self::By(period) => format!("by {}", last(*period)),
            Self::After(period) => format!("after {}", last(*period)),
            Self::From(period) => format!("on or after {}", Period::Day(period.first()).in_words()),
            Self::Since(period) => format!("since {}", first(*period)),
            Self::Until(period) => format!("until {}", last(*period)),
        }
    }
}

fn first(period: Period) -> String {
    period.start().in_words()
}

fn last(period: Period) -> String {
    period.end().in_words()
}

/// A number of days as a person would say it; reads back to the same number.
fn days_in_words(days: u32) -> String {
    match days {
        THREE_MONTHS => "3 months".to_owned(),
        1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    }
}

/// The tolerance of "about" where the person gave none, in days.
pub const fn usual_tolerance(period: Period) -> u32 {
    match period {
        Period::Day(_) | Period::Days(..) => A_WEEK,
        Period::Month(_) => THREE_MONTHS,
        Period::Year(_) => HALF_A_YEAR,
    }
}
