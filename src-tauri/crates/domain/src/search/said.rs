//! Days as they are said back.

use chrono::NaiveDate;

use crate::dates::Period;

/// One day, in words.
pub(super) fn day(day: NaiveDate) -> String {
    Period::Day(day).in_words()
}

/// A run of days, in words.
pub(super) fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { day(first) } else { format!("{} to {}", day(first), day(last)) }
}
