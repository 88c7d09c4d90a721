//! The parts of a date as far as they are written: weekday, day, month, year, and which part of a month or year.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::clock::Clock;
use super::lexer::{Token, follows};
use super::portion::{Portion, portion, quarter, season, week};
use super::problem::Question;
use super::reader::{Assumption, Read, Reader, Trouble, texts};
use super::weekday::is_weekday;
use super::words::{month, named_day, ordinal, weekday};

/// The parts of a date as far as they were written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts {
    /// The weekday.
    pub weekday: Option<Weekday>,
    /// The day of the month.
    pub day: Option<u32>,
    /// Which of the weekdays of that name in the month: the first, the second …; 0 for the last.
    pub nth: Option<u32>,
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
    pub(super) clock: Option<Clock>,
    pub(super) zone: Option<i32>,
    pub(super) numeric: bool,
    /// The day is written as a place in a row: 3rd.
    pub(super) as_place: bool,
    pub(super) day_after_month: bool,
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
                Token::Ordinal(nth @ 1..=5) if rest.get(1).is_some_and(is_weekday) => set(&mut parts.nth, *nth)?,
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
        if let Some(weeks) = week(&words) {
            return set(&mut parts.portion, weeks[self.nearer_of(false)?]).map(|_| 2);
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
        if words[0] == "last" && rest.get(1).is_some_and(is_weekday) {
            return set(&mut parts.nth, 0);
        }
        if let Some((nth @ 1..=5, 1)) = ordinal(&words)
            && rest.get(1).is_some_and(is_weekday)
        {
            return set(&mut parts.nth, nth);
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
