//! How many days lie between two dates, with the uncertainty of both ends.

use crate::dates::StatedDate;

/// Days from one date to another: at least and at most. Negative where the second can have come first; none where an end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The fewest days it can have been.
    pub least: Option<i64>,
    /// The most days it can have been.
    pub most: Option<i64>,
}

impl Gap {
    /// The number of days, where there is no doubt about it.
    pub fn exact(self) -> Option<i64> {
        self.least.filter(|_| self.least == self.most)
    }

    /// In words: "5 days", "between 3 and 40 days", "at least 5 days", "at most 40 days"; none where nothing can be said.
    pub fn in_words(self) -> Option<String> {
        let days = |n: i64| if n.abs() == 1 { format!("{n} day") } else { format!("{n} days") };
        match (self.least, self.most) {
            _ if self.exact().is_some() => self.exact().map(days),
            (Some(least), Some(most)) => Some(format!("between {least} and {}", days(most))),
            (Some(least), None) => Some(format!("at least {}", days(least))),
            (None, Some(most)) => Some(format!("at most {}", days(most))),
            (None, None) => None,
        }
    }
}

/// Days from the first date to the second, tolerances taken into account.
pub fn gap(from: &StatedDate, to: &StatedDate) -> Gap {
    let days = |begin: Option<chrono::NaiveDate>, end: Option<chrono::NaiveDate>| {
        end.zip(begin).map(|(end, begin)| (end - begin).num_days())
    };
    Gap {
        least: days(from.latest_with_tolerance(), to.earliest_with_tolerance()),
        most: days(from.earliest_with_tolerance(), to.latest_with_tolerance()),
    }
}
