//! The public holidays of the three calendars, held against two others' lists, and the days a person adds or takes away.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use recourse_domain::choices::{RequestEventKind as Kind, RequestKind};
use recourse_domain::rules::{Badge, Calendar, Holidays, Overlay, roll};

use crate::case::{Asked, day, on};
use crate::python::ask;

const CALENDARS: [(Calendar, &str); 3] = [
    (Calendar::EnglandWales, "england-wales"),
    (Calendar::Scotland, "scotland"),
    (Calendar::NorthernIreland, "northern-ireland"),
];

/// Days, as set apart from weekends, of the years compared.
fn ours(calendar: Calendar) -> BTreeSet<String> {
    let holidays = Holidays::built_in();
    let days = (2012..=2028).flat_map(|year| holidays.list(calendar, year));
    days.map(|day| day.on).inspect(|on| assert!(!weekend(*on), "{on}")).map(|on| on.to_string()).collect()
}

fn weekend(on: NaiveDate) -> bool {
    matches!(on.weekday(), Weekday::Sat | Weekday::Sun)
}

fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Vec<String> {
    one.symmetric_difference(other).cloned().collect()
}

#[test]
fn every_day_of_2012_to_2028_is_as_others_have_it() {
    let Some(theirs) = ask("public_holidays.py", "govuk-bank-holidays", &["2012", "2028"], b"") else { return };
    for (calendar, name) in CALENDARS {
        let days = |list: &str| -> BTreeSet<String> {
            let days = theirs[name][list].as_array().unwrap();
            assert!(days.len() > 130, "{name} {list}: {}", days.len());
            days.iter().map(|day| day.as_str().unwrap().to_owned()).collect()
        };
        let ours = ours(calendar);
        assert_eq!(difference(&ours, &days("by_rule")), [""; 0], "{name}, by rule");
        // Proclaimed on 4 February 2026; the published file was made before it had the day.
        let known: &[&str] = if calendar == Calendar::Scotland { &["2026-06-15"] } else { &[] };
        assert_eq!(difference(&ours, &days("published")), known, "{name}, as published");
    }
}

#[test]
fn the_number_of_days_in_a_year_is_what_it_was() {
    let counts = |calendar| -> Vec<usize> {
        [2012, 2020, 2022, 2023, 2026, 2028].map(|year| Holidays::built_in().list(calendar, year).len()).to_vec()
    };
    assert_eq!(counts(Calendar::EnglandWales), [9, 8, 10, 9, 8, 8]);
    assert_eq!(counts(Calendar::Scotland), [10, 9, 11, 10, 10, 9]);
    assert_eq!(counts(Calendar::NorthernIreland), [11, 10, 12, 11, 10, 10]);
}

#[test]
fn days_that_were_moved_or_held_once_are_known_by_name() {
    let holidays = Holidays::built_in();
    let name = |calendar, on: &str| holidays.name(calendar, day(on));
    assert_eq!(name(Calendar::EnglandWales, "2020-05-08").as_deref(), Some("Early May bank holiday"));
    assert_eq!(name(Calendar::EnglandWales, "2020-05-04"), None);
    assert_eq!(name(Calendar::EnglandWales, "2022-06-02").as_deref(), Some("Spring bank holiday"));
    assert_eq!(name(Calendar::NorthernIreland, "2022-09-19").as_deref(), Some("State Funeral of Queen Elizabeth II"));
    assert!(name(Calendar::Scotland, "2026-06-15").is_some());
    assert_eq!(name(Calendar::EnglandWales, "2026-06-15"), None);
    let christmas: Vec<_> = holidays.list(Calendar::EnglandWales, 2027).into_iter().rev().take(2).collect();
    assert!(christmas.iter().all(|day| day.substitute), "{christmas:?}");
    assert_eq!(christmas.iter().map(|day| day.on).collect::<Vec<_>>(), [day("2027-12-28"), day("2027-12-27")]);
}

#[test]
fn a_person_can_add_a_day_and_take_one_away() {
    let overlay = Overlay {
        added: vec![(Calendar::EnglandWales, day("2026-03-02"), "One-off holiday".to_owned())],
        taken_away: [(Calendar::EnglandWales, day("2026-12-28"))].into(),
    };
    let (own, built_in) = (Holidays::built_in().with(overlay), Holidays::built_in());
    assert_eq!(own.name(Calendar::EnglandWales, day("2026-03-02")).as_deref(), Some("One-off holiday"));
    assert!(built_in.is_working_day(Calendar::EnglandWales, day("2026-03-02")));
    assert!(own.is_working_day(Calendar::Scotland, day("2026-03-02")));
    assert_eq!(roll(day("2026-12-26"), Calendar::EnglandWales, &own), day("2026-12-28"));
    assert_eq!(roll(day("2026-12-26"), Calendar::EnglandWales, &built_in), day("2026-12-29"));
    let asked = Asked::new(RequestKind::Access).sent("31 January 2026").then(Kind::Received, "31 January 2026");
    assert_eq!(asked.clock_on(day("2026-02-03"), &own).due, Some(on("2026-03-03")));
}

#[test]
fn years_that_nobody_compared_are_provisional() {
    let holidays = Holidays::built_in();
    assert_eq!(holidays.data_date(), Some(day("2026-11-21")));
    assert!(!holidays.is_provisional(day("2028-12-31")) && !holidays.is_provisional(day("2012-01-01")));
    assert!(holidays.is_provisional(day("2029-01-01")) && holidays.is_provisional(day("2011-12-31")));
    let asked = Asked::new(RequestKind::Access).sent("15 December 2028").then(Kind::Received, "15 December 2028");
    assert_eq!(asked.clock("2028-12-20").deadlines[0].badges, [Badge::MayHaveChanged, Badge::HolidaysProvisional]);
}
