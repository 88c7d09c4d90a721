//! From the parts of a date to the period they name, with what is assumed put in and what does not fit shown.

use chrono::{Datelike, Duration, Months, NaiveDate, Weekday};

use super::clock::day_in_the_uk;
use super::parts::Parts;
use super::period::Period;
use super::problem::{DateProblem, Question};
use super::reader::{Assumption, Read, Reader, Trouble};

impl Reader<'_> {
    /// The period that the parts name.
    pub fn complete(&mut self, parts: &Parts) -> Read<Period> {
        let parts = self.settled(*parts)?;
        if let Some(first) = parts.two_years {
            return match (parts.day, parts.month, parts.portion) {
                (None, None, None) => self.two_years(first),
                _ => Err(Trouble::NotUnderstood),
            };
        }
        if let Some(nth) = parts.nth {
            return match (parts.year, parts.month, parts.weekday, parts.day, parts.portion) {
                (Some(year), Some(month), Some(weekday), None, None) => nth_weekday(year, month, weekday, nth)
                    .map(Period::Day)
                    .ok_or(Trouble::Open(Question::NoSuchDay, Vec::new())),
                (None, Some(_), Some(_), None, None) => Err(Trouble::Open(Question::Year, Vec::new())),
                _ => Err(Trouble::NotUnderstood),
            };
        }
        match (parts.year, parts.month, parts.day) {
            (Some(year), Some(month), Some(day)) if parts.portion.is_none() => {
                let date = self.day(year, month, day)?;
                self.check_zone(date, &parts);
                self.by_weekday(date, &parts).map(Period::Day)
            }
            (Some(year), Some(month), None) if parts.weekday.is_none() && parts.clock.is_none() => {
                let whole = Period::month(year, month).ok_or(Trouble::NotUnderstood)?;
                parts.portion.map_or(Some(whole), |portion| portion.of(whole)).ok_or(Trouble::NotUnderstood)
            }
            (Some(year), None, None) if parts.weekday.is_none() && parts.clock.is_none() => {
                let whole = Period::year(year).ok_or(Trouble::NotUnderstood)?;
                parts.portion.map_or(Some(whole), |portion| portion.of(whole)).ok_or(Trouble::NotUnderstood)
            }
            (None, None, Some(_)) if parts.weekday.is_some() || parts.as_place => {
                Err(Trouble::Open(Question::Month, (0..3).map(Assumption::MonthsBack).collect()))
            }
            (None, month, _) if month.is_some() || parts.portion.is_some() => {
                Err(Trouble::Open(Question::Year, Vec::new()))
            }
            _ => Err(Trouble::NotUnderstood),
        }
    }

    /// The parts with what is assumed put in.
    fn settled(&self, mut parts: Parts) -> Read<Parts> {
        if self.assumes(Assumption::DayIsYear) && parts.day_after_month && parts.short_year.is_none() {
            parts.short_year = parts.day.take();
        }
        if parts.short_year.is_some() && parts.year.is_some() {
            return Err(Trouble::NotUnderstood);
        }
        if let Some(two_figures) = parts.short_year {
            parts.year = Some(self.full_year(two_figures, &parts)?);
        }
        for assumption in self.assumed {
            match *assumption {
                Assumption::Year(year) if parts.month.is_some() || parts.portion.is_some() => {
                    parts.year = parts.year.or(Some(year));
                }
                Assumption::MonthsBack(months) if parts.month.is_none() && parts.day.is_some() => {
                    let there = self.said_on.checked_sub_months(Months::new(months)).ok_or(Trouble::NotUnderstood)?;
                    parts.month = Some(there.month());
                    parts.year = parts.year.or(Some(there.year()));
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    /// A year of two figures is clear where the weekday fits in one century only, and asked about otherwise.
    fn full_year(&self, two_figures: u32, parts: &Parts) -> Read<i32> {
        let two_figures = i32::try_from(two_figures).map_err(|_| Trouble::NotUnderstood)?;
        let century = self.said_on.year().div_euclid(100) * 100;
        let near = [century + two_figures, century - 100 + two_figures];
        if let (Some(weekday), Some(month), Some(day)) = (parts.weekday, parts.month, parts.day) {
            let fits =
                |year: &&i32| NaiveDate::from_ymd_opt(**year, month, day).is_some_and(|d| d.weekday() == weekday);
            let mut fitting = near.iter().filter(|year| **year <= self.said_on.year() + 1).filter(fits);
            if let (Some(year), None) = (fitting.next(), fitting.next()) {
                return Ok(*year);
            }
        }
        match self.assumes(Assumption::ShortYears) {
            true => Ok(if near[0] > self.said_on.year() + 1 { near[1] } else { near[0] }),
            false => Err(Trouble::Open(Question::ShortYear, vec![Assumption::ShortYears])),
        }
    }

    fn two_years(&self, first: i32) -> Read<Period> {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or(Trouble::NotUnderstood);
        let (from, to) = if self.assumes(Assumption::TaxYear) { ((4, 6), (4, 5)) } else { ((1, 1), (12, 31)) };
        if !self.assumes(Assumption::TaxYear) && !self.assumes(Assumption::CalendarYears) {
            return Err(Trouble::Open(Question::TwoYears, vec![Assumption::TaxYear, Assumption::CalendarYears]));
        }
        Ok(Period::Days(day(first, from.0, from.1)?, day(first + 1, to.0, to.1)?))
    }

    fn day(&self, year: i32, month: u32, day: u32) -> Read<NaiveDate> {
        if let Some(found) = Period::day(year, month, day) {
            return Ok(found.first());
        }
        let whole = Period::month(year, month).filter(|_| (29..=31).contains(&day));
        let Some(whole) = whole else {
            return Err(Trouble::Open(Question::NoSuchDay, Vec::new()));
        };
        match (self.assumes(Assumption::LastOfMonth), self.assumes(Assumption::FirstOfNext)) {
            (true, _) => Ok(whole.last()),
            (_, true) => whole.last().succ_opt().ok_or(Trouble::NotUnderstood),
            _ => Err(Trouble::Open(Question::NoSuchDay, vec![Assumption::LastOfMonth, Assumption::FirstOfNext])),
        }
    }

    fn check_zone(&mut self, stated: NaiveDate, parts: &Parts) {
        if let (Some(clock), Some(zone)) = (parts.clock, parts.zone)
            && let Some(here) = day_in_the_uk(stated, clock, zone).filter(|here| *here != stated)
        {
            self.flag = Some(DateProblem::ZoneDiffers { stated, here });
        }
    }

    fn by_weekday(&self, stated: NaiveDate, parts: &Parts) -> Read<NaiveDate> {
        let Some(weekday) = parts.weekday.filter(|weekday| stated.weekday() != *weekday) else {
            return Ok(stated);
        };
        let nearest = |off: &i64| stated + Duration::days(*off);
        let other = [-1, 1, -2, 2, -3, 3].iter().map(nearest).find(|day| day.weekday() == weekday);
        let other = other.ok_or(Trouble::NotUnderstood)?;
        let other_way = NaiveDate::from_ymd_opt(stated.year(), stated.day(), stated.month());
        if self.assumes(Assumption::DateAsWritten) {
            Ok(stated)
        } else if self.assumes(Assumption::DateByWeekday) {
            Ok(other)
        } else if parts.numeric && other_way.is_some_and(|day| day.weekday() == weekday) {
            Err(Trouble::Open(Question::WhichWay, vec![Assumption::MonthFirst, Assumption::DateAsWritten]))
        } else {
            Err(Trouble::Weekday { stated, weekday, other })
        }
    }
}

/// The first, second … weekday of that name in a month; 0 for the last.
fn nth_weekday(year: i32, month: u32, weekday: Weekday, nth: u32) -> Option<NaiveDate> {
    match nth {
        0 => {
            let last = Period::month(year, month)?.last();
            let back = (last.weekday().num_days_from_monday() + 7 - weekday.num_days_from_monday()) % 7;
            Some(last - Duration::days(i64::from(back)))
        }
        _ => NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?),
    }
}
