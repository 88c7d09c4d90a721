//! The holidays of a year from the data: rules first, then days moved and days held once, then substitutes for weekends.

use std::sync::LazyLock;

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use serde::Deserialize;

use super::easter::easter;
use super::{Calendar, NamedDay};
use crate::rules::rule::day;

const FILE: &str = include_str!("../../../rules/data/holidays.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "day")]
    checked_on: NaiveDate,
    compared: Years,
    holiday: Vec<Yearly>,
    moved: Vec<Moved>,
    added: Vec<Added>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Years {
    from: i32,
    to: i32,
}

/// A holiday of every year: exactly one of the three ways to say when.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Yearly {
    name: String,
    calendars: Vec<Calendar>,
    fixed: Option<DayOfMonth>,
    easter: Option<i64>,
    monday: Option<Monday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayOfMonth {
    month: u32,
    day: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Monday {
    month: u32,
    which: Which,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Which {
    First,
    Last,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moved {
    name: String,
    year: i32,
    #[serde(deserialize_with = "day")]
    to: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Added {
    name: String,
    calendars: Vec<Calendar>,
    #[serde(deserialize_with = "day")]
    on: NaiveDate,
}

/// None where the file cannot be read, which the tests would find.
static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| toml::from_str(FILE).ok());

/// When the data was last compared with its source.
pub fn checked_on() -> Option<NaiveDate> {
    TABLE.as_ref().map(|table| table.checked_on)
}

/// Whether every day of this year was compared with official data.
pub fn compared(year: i32) -> bool {
    TABLE.as_ref().is_some_and(|table| (table.compared.from..=table.compared.to).contains(&year))
}

/// The holidays of a year, in no order.
pub fn of_year(calendar: Calendar, year: i32) -> Vec<NamedDay> {
    let Some(table) = TABLE.as_ref() else { return Vec::new() };
    let own = |calendars: &[Calendar]| calendars.contains(&calendar);
    let mut held: Vec<NamedDay> = Vec::new();
    let mut on_weekends: Vec<NamedDay> = Vec::new();
    for holiday in table.holiday.iter().filter(|holiday| own(&holiday.calendars)) {
        let moved = table.moved.iter().find(|moved| moved.year == year && moved.name == holiday.name);
        let Some(on) = moved.map(|moved| moved.to).or_else(|| holiday.on(year)) else { continue };
        let weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
        let list = if holiday.fixed.is_some() && weekend { &mut on_weekends } else { &mut held };
        list.push(NamedDay { on, name: holiday.name.clone(), substitute: false });
    }
    for added in table.added.iter().filter(|added| added.on.year() == year && own(&added.calendars)) {
        held.push(NamedDay { on: added.on, name: added.name.clone(), substitute: false });
    }
    // In the order of their own days, each moves to the next weekday that is no holiday yet: 25 and 26 December 2027 to the 27th and 28th.
    on_weekends.sort();
    for holiday in on_weekends {
        let taken = |day: &NaiveDate| held.iter().any(|held| held.on == *day);
        let free = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !taken(day);
        if let Some(on) = holiday.on.iter_days().find(free) {
            held.push(NamedDay { on, name: holiday.name, substitute: true });
        }
    }
    held
}

impl Yearly {
    fn on(&self, year: i32) -> Option<NaiveDate> {
        if let Some(fixed) = &self.fixed {
            return NaiveDate::from_ymd_opt(year, fixed.month, fixed.day);
        }
        if let Some(days) = self.easter {
            return easter(year)?.checked_add_signed(Duration::days(days));
        }
        let Monday { month, which } = self.monday.as_ref()?;
        match which {
            Which::First => NaiveDate::from_weekday_of_month_opt(year, *month, Weekday::Mon, 1),
            Which::Last => {
                [5, 4].into_iter().find_map(|n| NaiveDate::from_weekday_of_month_opt(year, *month, Weekday::Mon, n))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_every_holiday_says_when_in_one_way() {
        let table: Table = toml::from_str(FILE).unwrap_or_else(|mistake| panic!("{mistake}"));
        for holiday in &table.holiday {
            let ways = [holiday.fixed.is_some(), holiday.easter.is_some(), holiday.monday.is_some()];
            assert_eq!(ways.iter().filter(|way| **way).count(), 1, "{}", holiday.name);
        }
        for moved in &table.moved {
            assert!(table.holiday.iter().any(|holiday| holiday.name == moved.name), "{}", moved.name);
        }
    }
}
