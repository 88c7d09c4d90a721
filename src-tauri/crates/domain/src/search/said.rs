//! Days as they are said back.

use chrono::{Datelike, NaiveDate};

use crate::dates::Period;

/// One day, in words.
pub(super) fn day(day: NaiveDate) -> String {
    Period::Day(day).in_words()
}

/// The days from a record's first to its last possible one, in words: "3 November 2021", "November 2021", "2021", "between … and …". An open end is
/// the calendar's own, as in [`StatedDate::sort_key`](crate::StatedDate::sort_key).
pub fn days_in_words(first: NaiveDate, last: NaiveDate) -> String {
    let named = [Some(Period::Day(first)), Period::month(first.year(), first.month()), Period::year(first.year())];
    match (first == NaiveDate::MIN, last == NaiveDate::MAX) {
        (true, true) => String::new(),
        (true, false) => format!("by {}", day(last)),
        (false, true) => format!("on or after {}", day(first)),
        (false, false) => named
            .into_iter()
            .flatten()
            .find(|period| (period.first(), period.last()) == (first, last))
            .unwrap_or(Period::Days(first, last))
            .in_words(),
    }
}

/// A filter for these days, in words.
pub(super) fn on(first: NaiveDate, last: NaiveDate) -> String {
    let words = days_in_words(first, last);
    match words.split_once(' ') {
        Some(("between", _)) => words,
        _ if first == last => format!("on {words}"),
        _ => format!("in {words}"),
    }
}
