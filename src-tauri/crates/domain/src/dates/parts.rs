//! The parts of a date as far as they are written: weekday, day, month, year, and which part of a month or year.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::clock::{Clock, day_in_the_uk};
use super::lexer::{Token, follows};
use super::period::Period;
use super::portion::{Portion, portion, quarter, season};
use super::problem::{DateProblem, Question};
use super::reader::{Assumption, Read, Reader, Trouble, texts};
use super::words::{month, named_day, ordinal, weekday};

/// The parts of a date as far as they were written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts {
    /// The weekday.
    pub weekday: Option<Weekday>,
    /// The day of the month.
    pub day: Option<u32>,
    /// Which part of the month or year.
    pub portion: Option<Portion>,
    /// The month, from 1.
    pub month: Option<u32>,
    /// The year in four figures.
    pub year: Option<i32>,
    /// The year in two figures.
    pub short_year: Option<u32>,
    /// 2020/21 or 2020-21: the first year of the two.
    pub two_years: Option<i32>,
    clock: Option<Clock>,
    zone: Option<i32>,
    numeric: bool,
    /// The day is written as a place in a row: 3rd.
    as_place: bool,
    day_after_month: bool,
}

/// Words that may stand among the parts without changing them.
const FILLERS: [&str; 14] =
    ["of", "the", "this", "in", "on", "at", "day", "part", "very", "back", "towards", "toward", "month", "year"];

impl Reader<'_> {
    /// Gathers the parts from all the tokens.
    pub fn parts(&self, tokens: &[Token]) -> Read<Parts> {
        let mut parts = Parts::default();
        let mut rest = tokens;
        while !rest.is_empty() {
            let used = match &rest[0] {
                Token::Word(_) => self.word(rest, &mut parts)?,
                Token::Number(year, 4) => match rest {
                    [_, Token::Slash | Token::Dash, Token::Number(next, 2), ..] if parts.year.is_none() => {
                        parts.two_years = follows(*year, *next).then(|| year_of(*year)).flatten();
                        parts.two_years.map(|_| 3).ok_or(Trouble::NotUnderstood)?
                    }
                    _ if parts.year.is_none() => {
                        parts.year = year_of(*year);
                        1
                    }
                    _ => return Err(Trouble::NotUnderstood),
                },
                Token::Number(first, 1 | 2) => match rest {
                    [_, Token::Slash, Token::Number(second, 1 | 2), ..] => {
                        self.numeric(*first, *second, &mut parts)?;
                        3
                    }
                    [_, Token::Number(second, 1 | 2), Token::Number(year, length @ (2 | 4)), ..]
                        if parts.month.is_none() =>
                    {
                        self.joined(&[(*first, 2), (*second, 2), (*year, *length)], &mut parts)?;
                        3
                    }
                    _ => {
                        if parts.day.is_some() && parts.month.is_some() {
                            set(&mut parts.short_year, *first)?;
                        } else if parts.day.is_some() {
                            return Err(Trouble::NotUnderstood);
                        } else {
                            parts.day_after_month = parts.month.is_some() && *first > 9;
                            parts.day = Some(*first);
                        }
                        1
                    }
                },
                Token::Ordinal(day) => {
                    parts.as_place = true;
                    set(&mut parts.day, *day)?
                }
                Token::ShortYear(year) => set(&mut parts.short_year, *year)?,
                Token::Joined(numbers) => self.joined(numbers, &mut parts)?,
                Token::Clock(clock) => set(&mut parts.clock, *clock)?,
                Token::Zone(zone) => {
                    parts.zone = Some(*zone);
                    1
                }
                _ => return Err(Trouble::NotUnderstood),
            };
            rest = &rest[used..];
        }
        Ok(parts)
    }

    fn word(&self, rest: &[Token], parts: &mut Parts) -> Read<usize> {
        let words = texts(rest);
        if let Some((portion, used)) = portion(&words) {
            return set(&mut parts.portion, portion).map(|_| used);
        }
        if let Some((portion, used)) = quarter(&words, rest) {
            let ways = [Assumption::CalendarQuarter, Assumption::FinancialQuarter];
            let Some(way) = ways.iter().find(|way| self.assumes(**way)) else {
                return Err(Trouble::Open(Question::Quarter, ways.to_vec()));
            };
            return set(&mut parts.portion, portion.counted(*way)).map(|_| used);
        }
        if let Some((season, used)) = season(&words) {
            return match season.filter(|_| self.assumes(Assumption::Seasons)) {
                Some(season) => set(&mut parts.portion, season).map(|_| used),
                None => Err(Trouble::Open(Question::Season, vec![Assumption::Seasons])),
            };
        }
        if let Some((month, day, used)) = named_day(&words) {
            set(&mut parts.month, month)?;
            return set(&mut parts.day, day).map(|_| used);
        }
        if let Some((shift, unit, used)) = this_last_next(&words) {
            match unit {
                "year" => set(&mut parts.year, self.said_on.year() + shift)?,
                _ => {
                    let there = months_off(self.said_on, shift).ok_or(Trouble::NotUnderstood)?;
                    set(&mut parts.month, there.month())?;
                    set(&mut parts.year, there.year())?
                }
            };
            return Ok(used);
        }
        if let Some((day, used)) = ordinal(&words) {
            parts.as_place = true;
            return set(&mut parts.day, day).map(|_| used);
        }
        if let Some(found) = weekday(words[0]) {
            return set(&mut parts.weekday, found);
        }
        if let Some(found) = month(words[0]) {
            return set(&mut parts.month, found);
        }
        match FILLERS.contains(&words[0]) || TIMES_OF_DAY.contains(&words[0]) {
            true => Ok(1),
            false => Err(Trouble::NotUnderstood),
        }
    }

    /// Day and month in figures: the day comes first.
    fn numeric(&self, first: u32, second: u32, parts: &mut Parts) -> Read<()> {
        let (day, month) = if self.assumes(Assumption::MonthFirst) { (second, first) } else { (first, second) };
        if month > 12 && day <= 12 {
            return Err(Trouble::Open(Question::MonthFirst, vec![Assumption::MonthFirst]));
        }
        set(&mut parts.day, day)?;
        set(&mut parts.month, month)?;
        parts.numeric = true;
        Ok(())
    }

    /// Numbers joined by strokes, hyphens or points: year first as ISO 8601 has it, else day, month, year.
    fn joined(&self, numbers: &[(u32, usize)], parts: &mut Parts) -> Read<usize> {
        match *numbers {
            [(year, 4), (month, 1 | 2), (day, 1 | 2)] => {
                set(&mut parts.year, year_of(year).ok_or(Trouble::NotUnderstood)?)?;
                let numeric = parts.numeric;
                // The standard puts the month before the day, so the order that "month first" turns round is this one.
                self.numeric(day, month, parts)?;
                parts.numeric = numeric;
            }
            [(first, 1 | 2), (second, 1 | 2), (year, 4)] => {
                self.numeric(first, second, parts)?;
                set(&mut parts.year, year_of(year).ok_or(Trouble::NotUnderstood)?)?;
            }
            [(first, 1 | 2), (second, 1 | 2), (year, 2)] => {
                self.numeric(first, second, parts)?;
                set(&mut parts.short_year, year)?;
            }
            [(year, 4), (month, 2)] | [(month, 1 | 2), (year, 4)] => {
                set(&mut parts.month, month)?;
                set(&mut parts.year, year_of(year).ok_or(Trouble::NotUnderstood)?)?;
            }
            _ => return Err(Trouble::NotUnderstood),
        }
        Ok(1)
    }

    /// The period that the parts name.
    pub fn complete(&mut self, parts: &Parts) -> Read<Period> {
        let parts = self.settled(*parts)?;
        if let Some(first) = parts.two_years {
            return match (parts.day, parts.month, parts.portion) {
                (None, None, None) => self.two_years(first),
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
        if let Some(two_figures) = parts.short_year.filter(|_| parts.year.is_none()) {
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
        let nearest = |off: &i64| stated + chrono::Duration::days(*off);
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

/// Times of day in words, which say nothing about the date.
pub const TIMES_OF_DAY: [&str; 7] = ["morning", "afternoon", "evening", "night", "lunchtime", "noon", "midday"];

/// "This", "last" or "next" before "month" or "year": how far off, the unit, and the words used.
fn this_last_next<'a>(words: &[&'a str]) -> Option<(i32, &'a str, usize)> {
    let [which, unit @ ("month" | "year"), ..] = words else { return None };
    let shift = match *which {
        "this" | "current" => 0,
        "last" | "previous" => -1,
        "next" => 1,
        _ => return None,
    };
    Some((shift, unit, 2))
}

/// The same day so many months off, or the nearest before it.
pub fn months_off(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

fn year_of(n: u32) -> Option<i32> {
    i32::try_from(n).ok()
}

/// Fills a part that is not there yet; one token is used.
fn set<T>(part: &mut Option<T>, found: T) -> Read<usize> {
    match part.replace(found) {
        None => Ok(1),
        Some(_) => Err(Trouble::NotUnderstood),
    }
}
