//! Public holidays of the three calendars of the United Kingdom, by rule, with the days that were moved or held once, and with the days that
//! the person adds or takes away.

mod easter;
mod table;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::choices::Jurisdiction;

/// Whose public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Calendar {
    /// England and Wales.
    #[serde(rename = "england-wales")]
    EnglandWales,
    /// Scotland.
    #[serde(rename = "scotland")]
    Scotland,
    /// Northern Ireland.
    #[serde(rename = "northern-ireland")]
    NorthernIreland,
}

impl Calendar {
    /// The three calendars.
    pub const ALL: [Self; 3] = [Self::EnglandWales, Self::Scotland, Self::NorthernIreland];

    /// The calendars that may count where the organisation is: one where that is known, all three where it is not.
    pub fn that_may_count(place: Option<Jurisdiction>) -> Vec<Self> {
        match place {
            Some(Jurisdiction::EnglandWales) => vec![Self::EnglandWales],
            Some(Jurisdiction::Scotland) => vec![Self::Scotland],
            Some(Jurisdiction::NorthernIreland) => vec![Self::NorthernIreland],
            Some(Jurisdiction::Other) | None => Self::ALL.to_vec(),
        }
    }

    /// What a person calls it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::EnglandWales => "England and Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        }
    }
}

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedDay {
    /// The day it is held.
    pub on: NaiveDate,
    /// What it is called.
    pub name: String,
    /// Whether it is held on this day because its own is a weekend.
    pub substitute: bool,
}

/// Days that the person adds or takes away, such as a holiday proclaimed after this program was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Overlay {
    /// Days to add, with a name.
    pub added: Vec<(Calendar, NaiveDate, String)>,
    /// Days that are working days after all.
    pub taken_away: BTreeSet<(Calendar, NaiveDate)>,
}

/// The public holidays of all three calendars.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    overlay: Overlay,
}

impl Holidays {
    /// As the program knows them.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// The same with days that the person added or took away.
    #[must_use]
    pub fn with(self, overlay: Overlay) -> Self {
        Self { overlay }
    }

    /// The holidays of a year in their order.
    pub fn list(&self, calendar: Calendar, year: i32) -> Vec<NamedDay> {
        let kept = |day: &NamedDay| !self.overlay.taken_away.contains(&(calendar, day.on));
        let mut days: Vec<NamedDay> = table::of_year(calendar, year).into_iter().filter(kept).collect();
        for (_, on, name) in self.overlay.added.iter().filter(|(of, on, _)| *of == calendar && on.year() == year) {
            if !days.iter().any(|day| day.on == *on) {
                days.push(NamedDay { on: *on, name: name.clone(), substitute: false });
            }
        }
        days.sort();
        days
    }

    /// What the holiday of this day is called, if it is one.
    pub fn name(&self, calendar: Calendar, on: NaiveDate) -> Option<String> {
        self.list(calendar, on.year()).into_iter().find(|day| day.on == on).map(|day| day.name)
    }

    /// Whether the day is a public holiday.
    pub fn is_holiday(&self, calendar: Calendar, on: NaiveDate) -> bool {
        self.name(calendar, on).is_some()
    }

    /// Whether the day is neither Saturday nor Sunday nor a public holiday.
    pub fn is_working_day(&self, calendar: Calendar, on: NaiveDate) -> bool {
        !matches!(on.weekday(), Weekday::Sat | Weekday::Sun) && !self.is_holiday(calendar, on)
    }

    /// When the built-in days were last compared with official data; none where they could not be read.
    pub fn data_date(&self) -> Option<NaiveDate> {
        table::checked_on()
    }

    /// Whether the holidays of this day's year follow from the rules alone, nobody having compared them with official data.
    pub fn is_provisional(&self, on: NaiveDate) -> bool {
        !table::compared(on.year())
    }
}
