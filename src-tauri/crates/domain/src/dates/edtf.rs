//! Reading back the EDTF texts that this module writes, so that a kept date can be said in words again, and one pasted as EDTF read in.

use super::meaning::{Closeness, Meaning};
use super::period::Period;
use super::said::usual_tolerance;

impl Meaning {
    /// The meaning behind a text that [`Meaning::edtf`] wrote. None for text of another maker that is not in those forms.
    pub fn from_edtf(text: &str, tolerance_days: Option<u32>) -> Option<Self> {
        if let Some(set) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return from_set(set);
        }
        if let Some((from, to)) = text.split_once('/') {
            return Some(match (from, to) {
                (from, "..") => Self::Since(period(from)?),
                ("..", to) => Self::Until(period(to)?),
                _ => Self::Lasted(period(from)?, period(to)?),
            });
        }
        Some(match (text.strip_suffix('~'), text.strip_suffix('?')) {
            (Some(about), _) => {
                let period = period(about)?;
                Self::Point(period, Closeness::About(tolerance_days.unwrap_or(usual_tolerance(period))))
            }
            (None, Some(perhaps)) => Self::Point(period(perhaps)?, Closeness::Perhaps),
            (None, None) => Self::point(period(text)?),
        })
    }
}

fn from_set(set: &str) -> Option<Meaning> {
    if !set.contains(',')
        && let Some((from, to)) = set.split_once("..")
    {
        return Some(match (from, to) {
            ("", to) => Meaning::By(period(to)?),
            (from, "") => Meaning::After(Period::Day(period(from)?.first().pred_opt()?)),
            (from, to) => Meaning::Between(period(from)?, period(to)?),
        });
    }
    let periods: Option<Vec<Period>> = set
        .split(',')
        .map(|part| part.split_once("..").map_or_else(|| period(part), |(from, to)| days(from, to)))
        .collect();
    periods.map(Meaning::OneOf)
}

fn days(from: &str, to: &str) -> Option<Period> {
    Some(Period::Days(period(from)?.first(), period(to)?.last()))
}

fn period(text: &str) -> Option<Period> {
    let mut numbers = text.split('-').map(str::parse::<u32>);
    let year = i32::try_from(numbers.next()?.ok()?).ok()?;
    let found = match (numbers.next(), numbers.next(), numbers.next()) {
        (None, ..) => Period::year(year),
        (Some(month), None, _) => Period::month(year, month.ok()?),
        (Some(month), Some(day), None) => Period::day(year, month.ok()?, day.ok()?),
        _ => None,
    };
    found.filter(|period| period.edtf() == text)
}
