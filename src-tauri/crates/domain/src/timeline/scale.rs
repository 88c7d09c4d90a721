//! Where days stand in a picture: one geometry for the window, the saved picture and the printed page. All places are fractions, from 0
//! (the first day shown) to 1 (the end of the last).

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::dates::StatedDate;

/// The least room before an open beginning or after an open end, in days: about three months.
const OPEN_ROOM: i64 = 92;
/// The most names of months or years that stand above a picture.
const MOST_TICKS: i32 = 14;

/// The stretch of days that a picture shows: whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// The first day shown.
    pub first: NaiveDate,
    /// The day after the last one shown.
    pub end: NaiveDate,
}

/// Where a date stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Where it begins.
    pub begin: f64,
    /// Where it ends.
    pub end: f64,
    /// Whether the beginning is open or "about", to be drawn as fading in.
    pub soft_begin: bool,
    /// Whether the end is open or "about", to be drawn as fading out.
    pub soft_end: bool,
    /// Whether it is one single day, to be drawn as a dot.
    pub dot: bool,
}

/// The beginning of a month or year that is named above the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub at: f64,
    /// "Jul 2021", "Aug", "2022".
    pub label: String,
}

impl Scale {
    /// The stretch that shows all of these dates, with room for open ends; none where none of them has a known day.
    pub fn over<'a>(dates: impl IntoIterator<Item = &'a StatedDate>) -> Option<Self> {
        let (mut first, mut last): (Option<NaiveDate>, Option<NaiveDate>) = (None, None);
        let (mut open_begin, mut open_end) = (false, false);
        for date in dates.into_iter().filter(|date| !date.is_undated()) {
            let (begin, end) = (date.earliest_with_tolerance(), date.latest_with_tolerance());
            open_begin |= begin.is_none();
            open_end |= end.is_none();
            for day in begin.into_iter().chain(end) {
                first = Some(first.map_or(day, |known| known.min(day)));
                last = Some(last.map_or(day, |known| known.max(day)));
            }
        }
        let (first, last) = (first?, last?);
        let room = ((last - first).num_days() / 4).max(OPEN_ROOM).unsigned_abs();
        let first = if open_begin { first.checked_sub_days(Days::new(room)).unwrap_or(first) } else { first };
        let last = if open_end { last.checked_add_days(Days::new(room)).unwrap_or(last) } else { last };
        let begin = first.with_day(1)?;
        // One month alone would be named but once; two say how long a month is.
        let after = |months| begin.checked_add_months(Months::new(months)).unwrap_or(last);
        let end = last.with_day(1)?.checked_add_months(Months::new(1)).unwrap_or(last).max(after(2));
        (end > begin).then_some(Self { first: begin, end })
    }

    /// Where a day begins.
    pub fn at(self, day: NaiveDate) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "days of a calendar are far fewer than a float can count")]
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days() as f64;
        (days(self.first, day) / days(self.first, self.end)).clamp(0.0, 1.0)
    }

    /// Where a date stands; none where it has none.
    pub fn bar(self, date: &StatedDate) -> Option<Bar> {
        if date.is_undated() {
            return None;
        }
        let (begin, end) = (date.earliest_with_tolerance(), date.latest_with_tolerance());
        let about = date.tolerance_days.is_some_and(|days| days > 0);
        Some(Bar {
            begin: begin.map_or(0.0, |day| self.at(day)),
            end: end.map_or(1.0, |day| self.at(day.succ_opt().unwrap_or(day))),
            soft_begin: about || begin.is_none(),
            soft_end: about || end.is_none(),
            dot: begin.is_some() && begin == end,
        })
    }

    /// The months or years named above the picture, so few that they can be read.
    pub fn ticks(self) -> Vec<Tick> {
        let number = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
        let (from, to) = (number(self.first), number(self.end));
        let step = match to - from {
            months if months <= MOST_TICKS => 1,
            months if months <= MOST_TICKS * 3 => 3,
            months => 12 * (months / 12 / MOST_TICKS + 1),
        };
        let mut ticks: Vec<Tick> = Vec::new();
        for month in (from..to).filter(|month| month % step == 0) {
            let day = NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12).cast_unsigned() + 1, 1);
            let Some(day) = day else { continue };
            let label = match day.month() {
                1 => day.format("%Y"),
                _ if ticks.is_empty() => day.format("%b %Y"),
                _ => day.format("%b"),
            };
            ticks.push(Tick { at: self.at(day), label: label.to_string() });
        }
        ticks
    }
}
