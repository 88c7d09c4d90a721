//! What the kinds of request share and where they part.

use recourse_domain::RecordId;
use recourse_domain::choices::{ClockState, NextMove};
use recourse_domain::choices::{Complete, RequestEventKind as Kind, RequestKind};
use recourse_domain::records::RequestEvent;
use recourse_domain::rules::{Clock, Side};

use crate::case::{Asked, between, day, on, said};

const DATA: [RequestKind; 3] = [RequestKind::Access, RequestKind::Erasure, RequestKind::Objection];

fn rules(clock: &Clock) -> Vec<&str> {
    clock.deadlines.iter().map(|worked| worked.rule.id.as_str()).collect()
}

#[test]
fn every_kind_begins_unsent_and_can_come_back_or_be_taken_back() {
    for kind in RequestKind::ALL.iter().copied() {
        assert_eq!(Asked::new(kind).clock("2026-11-21").state, ClockState::NotSent, "{kind:?}");
        let sent = Asked::new(kind).sent("2 September 2026");
        let back = sent.clone().then(Kind::Bounced, "3 September 2026").clock("2027-11-21");
        assert_eq!((back.state, back.due), (ClockState::Bounced, None), "{kind:?}");
        let withdrawn = sent.clone().then(Kind::Answered, "8 September 2026").then(Kind::Withdrawn, "4 September 2026");
        assert_eq!(withdrawn.clock("2027-11-21").state, ClockState::Withdrawn, "{kind:?}");
        let no = sent.clone().then(Kind::Refused, "8 September 2026").clock("2026-09-10");
        assert_eq!(
            (no.state, no.sentence.as_str()),
            (ClockState::Refused, "They told me on 8 September 2026 that they will not do it.")
        );
        let answered = sent.clone().then(Kind::Answered, "8 September 2026");
        assert_eq!(answered.clone().clock("2027-11-21").state, ClockState::Answered, "{kind:?}");
        assert_eq!(answered.complete(Complete::No).clock("2027-11-21").state, ClockState::Incomplete, "{kind:?}");
    }
}

#[test]
fn what_came_last_by_its_own_day_is_what_stands() {
    let sent = Asked::new(RequestKind::Access).sent("2 September 2026");
    let entered_backwards =
        sent.clone().then(Kind::Answered, "20 September 2026").then(Kind::Refused, "8 September 2026");
    assert_eq!(entered_backwards.clock("2026-10-01").state, ClockState::Answered);
    let undated = sent.then(Kind::Answered, "20 September 2026").then(Kind::Refused, "");
    assert_eq!(undated.clock("2026-10-01").state, ClockState::Refused, "in the order in which they were entered");
}

#[test]
fn a_question_stops_the_time_of_a_request_for_a_copy_alone() {
    for kind in DATA {
        let asked = Asked::new(kind)
            .sent("2 September 2026")
            .then(Kind::Received, "2 September 2026")
            .then(Kind::ClarificationAsked, "10 September 2026");
        let clock = asked.clock("2026-09-20");
        assert_eq!(clock.next, Some(NextMove::GiveClarification));
        let answered = asked.clone().then(Kind::ClarificationGiven, "12 September 2026").clock("2026-09-20");
        if kind == RequestKind::Access {
            assert_eq!(
                (clock.state, clock.due, clock.paused_since),
                (ClockState::Paused, None, Some(day("2026-09-10")))
            );
            assert_eq!(answered.due, Some(between("2026-10-05", "2026-10-05")), "2 October and 2 or 3 days");
            continue;
        }
        assert_eq!(
            (clock.state, clock.due, clock.paused_since),
            (ClockState::WaitingForMe, Some(on("2026-10-02")), None)
        );
        assert_eq!(answered.due, Some(on("2026-10-02")));
        let after = asked.clock("2026-10-03");
        assert_eq!(after.state, ClockState::WaitingForMe, "they asked something, so nothing is said to be over");
        assert!(after.sentence.ends_with("Their time for an answer ran until 2 October 2026."), "{}", after.sentence);
    }
}

#[test]
fn an_event_without_a_day_has_that_of_its_letter() {
    let mut asked = Asked::new(RequestKind::Access).sent("2 September 2026");
    asked.letter = Some(said("7 September 2026"));
    let letter = Some(RecordId("0193a1f0-0000-7000-8000-000000000014".parse().unwrap()));
    asked.request.events.push(RequestEvent { kind: Kind::Received, letter, ..RequestEvent::default() });
    assert_eq!(asked.clock("2026-09-20").due, Some(on("2026-10-07")));
    asked.request.letter = letter;
    asked.request.events.clear();
    asked.request.sent = recourse_domain::StatedDate::undated();
    let clock = asked.clock("2026-09-20");
    assert_eq!((clock.due, clock.assumed_received), (Some(on("2026-10-07")), true));
}

#[test]
fn more_time_told_on_an_unknown_day_shows_both() {
    let asked = Asked::new(RequestKind::Objection).sent("2 September 2026").then(Kind::Received, "2 September 2026");
    let clock = asked.because(Kind::Extended, "", "Many requests.").clock("2026-09-20");
    assert_eq!(
        clock.sentence,
        "They told me on a day that is not known that they need more time. With more time they have until 2 December 2026, without it until 2 October 2026."
    );
    assert_eq!(rules(&clock), ["SAR-EXT", "SAR-1M"]);
}

#[test]
fn an_unknown_day_leaves_the_end_open_and_nothing_is_over() {
    let asked = Asked::new(RequestKind::Access)
        .sent("2 March 2026")
        .then(Kind::Received, "2 March 2026")
        .then(Kind::IdAsked, "5 March 2026")
        .then(Kind::IdGiven, "");
    let clock = asked.clock("2027-11-21");
    assert_eq!((clock.state, clock.due.unwrap().latest), (ClockState::Waiting, None));
    assert!(clock.sentence.contains("Not enough is known"), "{}", clock.sentence);
    let paused = Asked::new(RequestKind::Access)
        .sent("2 March 2026")
        .then(Kind::Received, "2 March 2026")
        .then(Kind::ClarificationAsked, "5 March 2026")
        .then(Kind::ClarificationGiven, "");
    assert_eq!(paused.clock("2027-11-21").state, ClockState::Waiting);
}

#[test]
fn the_regulators_three_months_stand_beside_what_may_lead_to_it() {
    for kind in DATA {
        let sent = Asked::new(kind).sent("2 September 2026").last_contact("9 September 2026");
        assert_eq!(rules(&sent.clock("2026-09-20")), ["SAR-1M"]);
        let over = sent.clock("2026-10-20");
        assert_eq!(rules(&over), ["SAR-1M", "ICO-3M"]);
        assert_eq!(
            (over.side, over.deadlines[1].side, over.deadlines[1].counts()),
            (Side::Theirs, Side::Mine, Some(day("2026-12-09")))
        );
        let labels: Vec<&str> = over.points.iter().map(|point| point.label.as_str()).collect();
        assert_eq!(labels, ["Sent", "Received, if on the day it was sent", "Due", "Write to the regulator by"]);
    }
}

#[test]
fn the_working_of_a_plain_case_reads_as_one_would_tell_it() {
    let asked = Asked::new(RequestKind::Access)
        .sent("29 January 2026")
        .because(Kind::Received, "31 January 2026", "Royal Mail signed for")
        .then(Kind::IdAsked, "2 February 2026")
        .then(Kind::IdGiven, "28 February 2026");
    let clock = asked.clock("2026-03-10");
    let worked = &clock.deadlines[0];
    assert_eq!(
        worked.steps,
        [
            "They received it on 31 January 2026. How I know: Royal Mail signed for.",
            "They asked me to show who I am on 2 February 2026. I did so on 28 February 2026.",
            "So the time begins on 28 February 2026.",
            "One month from then: 28 March 2026.",
            "28 March 2026 is a Saturday, so the next working day in England and Wales counts: Monday 30 March 2026.",
        ]
    );
    assert_eq!((worked.calendars.len(), worked.holidays_as_of), (1, Some(day("2026-11-21"))));
    assert_eq!(worked.summary, "One month to answer: 30 March 2026.");
    let inputs: Vec<_> = worked.inputs.iter().map(|input| (input.name.as_str(), input.span)).collect();
    assert_eq!(inputs, [("Sent", on("2026-01-29")), ("Received", on("2026-01-31")), ("Proof given", on("2026-02-28"))]);
    let before = Asked::new(RequestKind::Access)
        .sent("31 January 2026")
        .then(Kind::Received, "31 January 2026")
        .clock("2026-02-03");
    assert_eq!(
        before.deadlines[0].steps[1..],
        [
            "So the time begins on 31 January 2026.",
            "It began before 5 February 2026, when this way of counting became law; the regulator's guidance counted alike before.",
            "One month from then: 28 February 2026. That month has no such date, so its last day counts.",
            "28 February 2026 is a Saturday, so the next working day in England and Wales counts: Monday 2 March 2026.",
        ]
    );
}
