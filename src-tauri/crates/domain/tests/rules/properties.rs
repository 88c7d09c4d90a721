//! What holds for every request, not only for those that somebody thought of.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use recourse_domain::StatedDate;
use recourse_domain::choices::ClockState;
use recourse_domain::choices::{Channel, Jurisdiction, RequestEventKind as Kind, RequestKind};
use recourse_domain::dates::{DateKind, understand};
use recourse_domain::records::RequestEvent;
use recourse_domain::rules::{
    Calendar, Holidays, IncidentFacts, LimitationFacts, Span, corr, limitation, plus_days_after, plus_days_incl, roll,
    span, years_outer, years_safe,
};

use crate::case::{Asked, day};

/// What happened, from which day on and over how many days if that is known, and whether reasons are noted.
type Event = (Kind, Option<(NaiveDate, u64)>, bool);

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..365 * 18).prop_map(|days| day("2012-01-01") + Days::new(days))
}

fn calendar() -> impl Strategy<Value = Calendar> {
    prop::sample::select(Calendar::ALL.to_vec())
}

fn place() -> impl Strategy<Value = Option<Jurisdiction>> {
    prop::sample::select(vec![
        None,
        Some(Jurisdiction::EnglandWales),
        Some(Jurisdiction::Scotland),
        Some(Jurisdiction::NorthernIreland),
        Some(Jurisdiction::Other),
    ])
}

fn kind() -> impl Strategy<Value = RequestKind> {
    prop::sample::select(RequestKind::ALL.to_vec())
}

/// Events of any kind, or of those only that end nothing, so that many clocks run on.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let ends = [Kind::Answered, Kind::Refused, Kind::Withdrawn, Kind::Bounced];
    let running: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| !ends.contains(kind)).collect();
    prop_oneof![events_of(Kind::ALL.to_vec()), events_of(running)]
}

fn events_of(kinds: Vec<Kind>) -> impl Strategy<Value = Vec<Event>> {
    let event = (prop::sample::select(kinds), prop::option::weighted(0.9, (any_day(), 0_u64..40)), any::<bool>());
    prop::collection::vec(event, 0..8)
}

/// From one day to another some days on.
fn lasting(first: NaiveDate, days: u64) -> StatedDate {
    let last = first + Days::new(days);
    StatedDate { kind: DateKind::Instant, earliest: Some(first), latest: Some(last), ..StatedDate::default() }
}

fn asked(kind: RequestKind, place: Option<Jurisdiction>, sent: StatedDate, events: &[Event]) -> Asked {
    let mut asked = Asked::new(kind).place(place);
    asked.request.sent = sent;
    asked.request.events = events
        .iter()
        .map(|(kind, on, reasons)| RequestEvent {
            kind: *kind,
            on: on.map_or_else(StatedDate::undated, |(first, days)| lasting(first, days)),
            letter: None,
            words: if *reasons { "Their reasons".to_owned() } else { String::new() },
        })
        .collect();
    asked
}

/// The ways of counting that take one day and move none past weekends.
fn counts() -> Vec<fn(NaiveDate) -> NaiveDate> {
    vec![
        |day| corr(day, 1),
        |day| corr(day, 3),
        |day| plus_days_after(day, 30),
        |day| plus_days_incl(day, 30),
        |day| years_outer(day, 6),
        |day| years_safe(day, 6),
        |day| years_safe(day, 1),
    ]
}

proptest! {
    #[test]
    fn what_is_rolled_is_a_working_day_and_nothing_lies_between(from in any_day(), calendar in calendar()) {
        let holidays = Holidays::built_in();
        let to = roll(from, calendar, &holidays);
        prop_assert!(holidays.is_working_day(calendar, to) && to >= from);
        prop_assert!(from.iter_days().take_while(|day| *day < to).all(|day| !holidays.is_working_day(calendar, day)));
    }

    #[test]
    fn a_later_start_never_gives_an_earlier_end(from in any_day(), days in 0_u64..80, calendar in calendar()) {
        let holidays = Holidays::built_in();
        let later = from + Days::new(days);
        for count in counts() {
            prop_assert!(count(from) <= count(later));
            prop_assert!(roll(count(from), calendar, &holidays) <= roll(count(later), calendar, &holidays));
        }
    }

    #[test]
    fn an_interval_contains_the_result_of_every_day_in_it(first in any_day(), days in 0_u64..80, calendar in calendar()) {
        let holidays = Holidays::built_in();
        let date = lasting(first, days);
        for count in counts() {
            let rolled = |day| roll(count(day), calendar, &holidays);
            let (plain, moved) = (span(count, &date), span(rolled, &date));
            for day in first.iter_days().take(usize::try_from(days).unwrap() + 1) {
                prop_assert!(plain.contains(count(day)) && moved.contains(rolled(day)));
            }
        }
    }

    #[test]
    fn the_clock_of_an_uncertain_start_contains_the_clock_of_every_certain_one(
        first in any_day(), days in 0_u64..20, kind in kind(), place in place()
    ) {
        let received = |on| RequestEvent { kind: Kind::Received, on, ..RequestEvent::default() };
        let clock = |on: StatedDate| {
            let mut asked = asked(kind, place, on.clone(), &[]);
            asked.request.events.push(received(on));
            asked.clock("2030-12-31").due
        };
        if let Some(whole) = clock(lasting(first, days)) {
            for day in first.iter_days().take(usize::try_from(days).unwrap() + 1) {
                let point = clock(lasting(day, 0)).unwrap();
                prop_assert!(whole.contains(point.earliest.unwrap()) && whole.contains(point.latest.unwrap()));
            }
        }
    }

    #[test]
    fn nothing_is_over_on_or_before_the_latest_day_nor_on_a_day_off(
        kind in kind(), place in place(), sent in any_day(), width in 0_u64..40, events in events(), today in any_day()
    ) {
        let holidays = Holidays::built_in();
        let asked = asked(kind, place, lasting(sent, width), &events);
        let clock = asked.clock_on(today, &holidays);
        if clock.state == ClockState::Overdue {
            let due = clock.due.unwrap();
            prop_assert!(due.is_over(today) && due.latest.unwrap() < today);
            let on_it = asked.clock_on(due.latest.unwrap(), &holidays);
            prop_assert_ne!(on_it.state, ClockState::Overdue);
        }
        for worked in &clock.deadlines {
            prop_assert!(worked.due.earliest.is_none() || worked.due.latest.is_none() || worked.due.earliest <= worked.due.latest);
            prop_assert!(!worked.steps.is_empty() && !worked.summary.is_empty() && !worked.rule.id.is_empty());
            for day in worked.due.earliest.into_iter().chain(worked.due.latest).filter(|_| !worked.calendars.is_empty()) {
                prop_assert!(worked.calendars.iter().any(|calendar| holidays.is_working_day(*calendar, day)));
            }
        }
        prop_assert!(!clock.sentence.is_empty() && clock.sentence.ends_with('.'));
    }

    #[test]
    fn no_sentence_of_any_clock_judges(kind in kind(), place in place(), sent in any_day(), events in events(), today in any_day()) {
        let clock = asked(kind, place, lasting(sent, 0), &events).clock_on(today, &Holidays::built_in());
        let steps = clock.deadlines.iter().flat_map(|worked| worked.steps.iter().chain([&worked.summary]));
        let said: Vec<&String> = steps.chain([&clock.sentence]).collect();
        for word in [" late ", "late.", "fail", "breach of", "overdue", "refus", "ignored", "should have", "liable"] {
            prop_assert!(!said.iter().any(|said| said.to_lowercase().contains(word)), "{:?}", said);
        }
        for double in ["..", "  ", " .", "on on ", "between between"] {
            prop_assert!(!said.iter().any(|said| said.contains(double)), "{:?}", said);
        }
    }

    #[test]
    fn a_route_that_takes_its_time_is_never_over_on_an_assumption(sent in any_day(), today in any_day(), kind in kind()) {
        let clock = asked(kind, None, lasting(sent, 0), &[]);
        let posted = clock.by(Channel::Letter).clock_on(today, &Holidays::built_in());
        prop_assert!(posted.assumed_received);
        prop_assert_ne!(posted.state, ClockState::Overdue);
    }

    #[test]
    fn limitation_never_works_to_a_day_after_any_rule(from in any_day(), days in 0_u64..200, place in place(), health in any::<bool>()) {
        let incident = IncidentFacts { occurred: lasting(from, days), ..IncidentFacts::default() };
        let facts = LimitationFacts {
            jurisdiction: place, today: day("2026-11-21"), incidents: vec![incident], notices: Vec::new(),
            personal_injury: health, public_authority: true,
        };
        let found = limitation(&facts);
        for candidate in &found.candidates {
            prop_assert!(candidate.working.earliest <= candidate.worked.due.earliest);
            prop_assert!(candidate.working.earliest.unwrap() < candidate.worked.due.latest.unwrap().succ_opt().unwrap());
        }
        prop_assert_eq!(found.candidates.is_empty(), place == Some(Jurisdiction::Other));
        prop_assert!(found.sentence.contains("Courts decide when time starts."));
    }
}

#[test]
fn a_date_with_a_tolerance_is_as_wide_as_its_tolerance() {
    let about = understand("about March 2026", day("2026-11-21")).unwrap().date;
    let widened = Span { earliest: about.earliest_with_tolerance(), latest: about.latest_with_tolerance() };
    assert!(widened.earliest < about.earliest && widened.latest > about.latest);
    assert_eq!(span(|day| day, &about), widened);
}
