//! The ways in which law and guidance count days. Each takes and gives a civil day; the day given lasts until midnight.

use chrono::{Days, Months, NaiveDate};

use super::holidays::{Calendar, Holidays};

/// The same day-number some months later, or the last day of that month where it has no such number.
pub fn corr(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The day itself if it is a working day, else the next one: Saturdays, Sundays and the calendar's public holidays are passed over.
pub fn roll(day: NaiveDate, calendar: Calendar, holidays: &Holidays) -> NaiveDate {
    day.iter_days().find(|day| holidays.is_working_day(calendar, *day)).unwrap_or(day)
}

/// Some days on, the day after being the first.
pub fn plus_days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// Some days on, the day itself being the first.
pub fn plus_days_incl(day: NaiveDate, days: u32) -> NaiveDate {
    plus_days_after(day, days.saturating_sub(1))
}

/// The same date some years later, the day itself not counted: the last day of the period. 29 February gives 28 February in a common year.
pub fn years_outer(day: NaiveDate, years: u32) -> NaiveDate {
    corr(day, years.saturating_mul(12))
}

/// The day before [`years_outer`]: the last day that is safe whichever way the first day is counted.
pub fn years_safe(day: NaiveDate, years: u32) -> NaiveDate {
    years_outer(day, years).pred_opt().unwrap_or(NaiveDate::MIN)
}
