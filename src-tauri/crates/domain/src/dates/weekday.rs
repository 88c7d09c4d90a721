//! Weekdays without a date: "Tuesday", "last Tuesday", "Tuesday of last week".

use chrono::{Datelike, Duration, Weekday};

use super::lexer::Token;
use super::period::Period;
use super::reader::{Read, Reader};
use super::words::weekday;

impl Reader<'_> {
    /// The day that a weekday names; none where the words are something else.
    ///
    /// A weekday alone is the latest before the day it was said on. "Last Tuesday" is clear where the latest Tuesday was in the week before,
    /// and asked about where it was in the same week; "next Tuesday" likewise.
    pub fn weekday_alone(&self, words: &[&str]) -> Read<Option<Period>> {
        let [first, rest @ ..] = words else { return Ok(None) };
        if let Some(named) = weekday(first) {
            return match rest {
                [] => self.nearer_of(self.since(named) < 7).map(|at| match (at, self.since(named)) {
                    (0, 7) => Some(self.days_off(0)),
                    (_, days) => Some(self.days_off(-days)),
                }),
                ["last"] => Ok(Some(self.days_off(-self.since(named)))),
                ["before", "last"] => {
                    let back = if self.nearer_of(false)? == 0 { 7 } else { 14 };
                    Ok(Some(self.days_off(-self.since(named) - back)))
                }
                [which, "week"] => Ok(self.in_week(which, named)),
                _ => Ok(None),
            };
        }
        let named = match rest {
            [name] => weekday(name),
            ["week", name] => return Ok(weekday(name).and_then(|named| self.in_week(first, named))),
            _ => None,
        };
        let Some(named) = named else { return Ok(None) };
        let (since, until) = (self.since(named), 7 - self.since(named) % 7);
        let today = i64::from(self.said_on.weekday().num_days_from_monday());
        Ok(Some(match *first {
            "this" => return Ok(self.in_week("this", named)),
            "past" => self.days_off(-since),
            "coming" => self.days_off(until),
            "last" => match self.nearer_of(since > today)? {
                0 => self.days_off(-since),
                _ => self.days_off(-since - 7),
            },
            "next" => match self.nearer_of(until > 6 - today)? {
                0 => self.days_off(until),
                _ => self.days_off(until + 7),
            },
            _ => return Ok(None),
        }))
    }

    /// A period that may lie on either side of the day it was said on: "by Friday" is asked about.
    pub fn either_way(&mut self, tokens: &[Token]) -> Read<Period> {
        match tokens {
            [only] if is_weekday(only) => {
                let since = weekday(only.text()).map_or(0, |named| self.since(named));
                Ok(match self.nearer_of(false)? {
                    0 => self.days_off(-since),
                    _ => self.days_off(7 - since % 7),
                })
            }
            _ => self.period(tokens),
        }
    }

    /// Days since the latest such weekday before the day it was said on: 1 to 7.
    fn since(&self, named: Weekday) -> i64 {
        i64::from((self.said_on.weekday().num_days_from_monday() + 6 - named.num_days_from_monday()) % 7) + 1
    }

    fn in_week(&self, which: &str, named: Weekday) -> Option<Period> {
        let off = match which {
            "this" => 0,
            "last" => -1,
            "next" => 1,
            _ => return None,
        };
        let monday = Period::week_of(self.said_on).first();
        Some(Period::Day(monday + Duration::days(off * 7 + i64::from(named.num_days_from_monday()))))
    }
}

/// Whether it is a weekday.
pub fn is_weekday(token: &Token) -> bool {
    weekday(token.text()).is_some()
}
