//! Days in the words of a letter.

use chrono::{Datelike, NaiveDate};

use super::span::Span;
use crate::dates::Period;

/// "2 March 2026".
pub fn day(day: NaiveDate) -> String {
    Period::Day(day).in_words()
}

/// "Monday 2 March 2026".
pub fn weekday(on: NaiveDate) -> String {
    format!("{} {}", on.format("%A"), day(on))
}

/// "2 March 2026", "between 1 and …", "2 March 2026 or before", "not known".
pub fn span(span: &Span) -> String {
    match (span.earliest, span.latest) {
        (Some(first), Some(last)) if first == last => day(first),
        (Some(first), Some(last)) => format!("between {} and {}", day(first), day(last)),
        (None, Some(last)) => format!("{} or before", day(last)),
        (Some(first), None) => format!("{} or after", day(first)),
        (None, None) => "not known".to_owned(),
    }
}

/// "on 2 March 2026", "between … and …", "on or before …", "on a day that is not known".
pub fn on(span: &Span) -> String {
    match (span.earliest, span.latest) {
        (Some(first), Some(last)) if first == last => format!("on {}", day(first)),
        (Some(first), Some(last)) => format!("between {} and {}", day(first), day(last)),
        (None, Some(last)) => format!("on or before {}", day(last)),
        (Some(first), None) => format!("on or after {}", day(first)),
        (None, None) => "on a day that is not known".to_owned(),
    }
}

/// "October 2027".
pub fn month(day: NaiveDate) -> String {
    Period::Month(day.with_day(1).unwrap_or(day)).in_words()
}

/// "1 day", "12 days".
pub fn days(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
