//! How long after somebody left their data was still held, with the uncertainty of both ends. Months are whole months of the calendar: the
//! corresponding date rule, by which a month from the 31st ends on the last day of a shorter month (Dodds v Walker [1981] 1 WLR 1027).

use chrono::{Datelike, Months, NaiveDate};

use crate::dates::StatedDate;

/// Whole months from leaving to a day on which data was still held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The fewest whole months it can have been.
    pub least: u32,
    /// The most it can have been, a part of a month counted as one; none where an end is open.
    pub most: Option<u32>,
}

impl Held {
    /// In words: "18 months", "at least 15 and at most 20 months", "at least 15 months"; none where that would say nothing.
    pub fn in_words(self) -> Option<String> {
        let months = |n: u32| if n == 1 { "1 month".to_owned() } else { format!("{n} months") };
        match (self.least, self.most) {
            (0, None | Some(0)) => None,
            (0, Some(most)) => Some(format!("at most {}", months(most))),
            (least, None) => Some(format!("at least {}", months(least))),
            (least, Some(most)) if least == most => Some(months(least)),
            (least, Some(most)) => Some(format!("at least {least} and at most {}", months(most))),
        }
    }
}

/// Whole months from the day somebody left to a day on which data was still held. None where it is not certain that the second came after
/// the first, so that nothing is said that the dates do not bear.
pub fn held(left: &StatedDate, held_on: &StatedDate) -> Option<Held> {
    let least = whole_months(left.latest_with_tolerance()?, held_on.earliest_with_tolerance()?)?;
    let most = left
        .earliest_with_tolerance()
        .zip(held_on.latest_with_tolerance())
        .and_then(|(from, to)| Some((from, to, whole_months(from, to)?)))
        .map(|(from, to, months)| if after(from, months) < Some(to) { months + 1 } else { months });
    Some(Held { least, most })
}

/// Whole months from one day to another, rounded down; none where the second came first.
fn whole_months(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    let number = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
    let months = u32::try_from(number(to) - number(from)).ok().filter(|_| to >= from)?;
    Some(if after(from, months) > Some(to) { months.saturating_sub(1) } else { months })
}

fn after(from: NaiveDate, months: u32) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(months))
}
