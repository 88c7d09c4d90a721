//! The thirteen worked examples of the time for an answer: the regulator's own, and others counted by hand. Received, calendar, one month,
//! the day that counts, and the day that counts with two more months.

use recourse_domain::choices::ClockState;
use recourse_domain::choices::{Jurisdiction, RequestEventKind as Kind, RequestKind};
use recourse_domain::rules::{Calendar, Holidays, Side, corr, roll};

use crate::case::{Asked, day, on};

const ENGLAND: Jurisdiction = Jurisdiction::EnglandWales;
const SCOTLAND: Jurisdiction = Jurisdiction::Scotland;
const IRELAND: Jurisdiction = Jurisdiction::NorthernIreland;

const VECTORS: [(&str, Jurisdiction, &str, &str, &str); 13] = [
    ("2024-11-25", ENGLAND, "2024-12-25", "2024-12-27", "2025-02-25"),
    ("2026-01-01", ENGLAND, "2026-02-01", "2026-02-02", "2026-04-01"),
    ("2026-01-31", ENGLAND, "2026-02-28", "2026-03-02", "2026-04-30"),
    ("2028-01-31", ENGLAND, "2028-02-29", "2028-02-29", "2028-05-02"),
    ("2026-05-15", ENGLAND, "2026-06-15", "2026-06-15", "2026-08-17"),
    ("2026-05-15", SCOTLAND, "2026-06-15", "2026-06-16", "2026-08-17"),
    ("2026-06-12", IRELAND, "2026-07-12", "2026-07-14", "2026-09-14"),
    ("2026-03-03", ENGLAND, "2026-04-03", "2026-04-07", "2026-06-03"),
    ("2026-03-03", SCOTLAND, "2026-04-03", "2026-04-06", "2026-06-03"),
    ("2026-10-30", SCOTLAND, "2026-11-30", "2026-12-01", "2027-02-01"),
    ("2026-10-21", ENGLAND, "2026-11-21", "2026-11-23", "2027-01-21"),
    ("2026-11-25", ENGLAND, "2026-12-25", "2026-12-29", "2027-02-25"),
    ("2027-01-29", ENGLAND, "2027-02-28", "2027-03-01", "2027-04-29"),
];

#[test]
fn the_functions_give_every_example() {
    let holidays = Holidays::built_in();
    for (received, place, plain, due, longer) in VECTORS {
        let calendar = Calendar::that_may_count(Some(place))[0];
        let month = corr(day(received), 1);
        assert_eq!(month, day(plain), "{received}");
        assert_eq!(roll(month, calendar, &holidays), day(due), "{received} {calendar:?}");
        assert_eq!(roll(corr(day(received), 3), calendar, &holidays), day(longer), "{received} {calendar:?}");
    }
}

#[test]
fn the_clock_gives_every_example_for_each_kind_that_has_a_month() {
    for kind in [RequestKind::Access, RequestKind::Erasure, RequestKind::Objection] {
        for (received, place, _, due, longer) in VECTORS {
            let asked = Asked::new(kind).place(Some(place)).sent(received).then(Kind::Received, received);
            let clock = asked.clock(received);
            assert_eq!((clock.state, clock.due, clock.side), (ClockState::Waiting, Some(on(due)), Side::Theirs));
            let extended = asked.because(Kind::Extended, received, "many requests").clock(received);
            assert_eq!((extended.state, extended.due), (ClockState::Extended, Some(on(longer))), "{received}");
        }
    }
}

#[test]
fn a_clock_is_over_on_the_day_after_and_not_before() {
    for (received, place, _, due, _) in VECTORS {
        let asked = Asked::new(RequestKind::Access).place(Some(place)).sent(received).then(Kind::Received, received);
        assert_eq!(asked.clock(due).state, ClockState::Waiting, "{received}");
        let after = day(due).succ_opt().unwrap().to_string();
        assert_eq!(asked.clock(&after).state, ClockState::Overdue, "{received}");
    }
}
