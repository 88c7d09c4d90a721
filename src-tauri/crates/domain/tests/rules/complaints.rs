//! The clocks of complaints, to the organisation and to the regulator.

use recourse_domain::choices::{ClockState, NextMove};
use recourse_domain::choices::{Complete, RequestEventKind as Kind, RequestKind};
use recourse_domain::rules::{Badge, Holidays, Side, regulator_window};

use crate::case::{Asked, between, day, on, said};

fn complaint() -> Asked {
    Asked::new(RequestKind::Complaint)
}

fn to_regulator() -> Asked {
    Asked::new(RequestKind::RegulatorComplaint)
}

/// Received, the last of thirty days as the Act counts, and as the regulator counts in England.
const THIRTY: [(&str, &str, &str); 5] = [
    ("2026-06-19", "2026-07-18", "2026-07-20"),
    ("2026-09-01", "2026-09-30", "2026-10-01"),
    ("2026-09-03", "2026-10-02", "2026-10-05"),
    ("2026-11-25", "2026-12-24", "2026-12-29"),
    ("2027-01-29", "2027-02-27", "2027-03-01"),
];

#[test]
fn thirty_days_are_counted_in_both_ways_and_the_later_counts() {
    for (received, act, practice) in THIRTY {
        let asked = complaint().sent(received).then(Kind::Received, received);
        let clock = asked.clock(received);
        assert_eq!((clock.state, clock.due), (ClockState::Waiting, Some(on(practice))), "{received}");
        let ways: Vec<_> = clock.deadlines.iter().map(|worked| (worked.rule.id.as_str(), worked.due)).collect();
        assert_eq!(ways, [("COMPLAINT-ACK-PRACTICE", on(practice)), ("COMPLAINT-ACK", on(act))]);
        assert_eq!(
            (clock.deadlines[0].badges.as_slice(), clock.deadlines[1].badges.len()),
            (&[Badge::Unchecked][..], 0)
        );
        assert_eq!(asked.clock(practice).state, ClockState::Waiting, "{received}");
        let after = day(practice).succ_opt().unwrap().to_string();
        let over = asked.clock(&after);
        assert_eq!((over.state, over.next), (ClockState::Overdue, Some(NextMove::Chase)), "{received}");
        let chased = asked.then(Kind::Chased, &after).clock(&after);
        assert_eq!(chased.next, Some(NextMove::ComplainToRegulator));
    }
}

#[test]
fn a_complaint_that_may_be_older_than_the_rule_has_no_clock() {
    let before = complaint().sent("18 June 2026").then(Kind::Received, "18 June 2026").clock("2026-09-01");
    assert_eq!((before.state, before.due), (ClockState::NoClock, None));
    assert!(before.deadlines.is_empty());
    assert!(before.sentence.contains("made before 19 June 2026"), "{}", before.sentence);
    let perhaps = complaint().sent("June 2026").then(Kind::Received, "June 2026").clock("2026-09-01");
    assert_eq!(perhaps.due, None);
    let first = complaint().sent("19 June 2026").then(Kind::Received, "19 June 2026").clock("2026-06-20");
    assert_eq!(first.due, Some(on("2026-07-20")));
}

#[test]
fn once_confirmed_no_number_of_days_is_running() {
    let asked = complaint().sent("1 September 2026").then(Kind::Acknowledged, "4 September 2026");
    let clock = asked.clock("2026-09-20");
    assert_eq!((clock.state, clock.due, clock.next), (ClockState::Waiting, None, Some(NextMove::NoteAnswer)));
    assert!(clock.sentence.ends_with("The law gives no number of days for the outcome."));
    assert_eq!(asked.clock("2026-10-05").next, Some(NextMove::Chase), "thirty days of silence");
    let chased = asked.then(Kind::Chased, "6 October 2026");
    assert_eq!(chased.clock("2026-10-20").next, Some(NextMove::NoteAnswer));
    assert_eq!(chased.clock("2026-11-06").next, Some(NextMove::ComplainToRegulator));
    let machine = complaint().sent("1 September 2026").then(Kind::AutoReply, "1 September 2026").clock("2026-12-20");
    assert_eq!((machine.state, machine.due, machine.next), (ClockState::Waiting, None, Some(NextMove::Chase)));
    assert!(machine.sentence.contains("it is not settled whether that confirms my complaint"), "{}", machine.sentence);
    let undated = complaint().sent("1 September 2026").then(Kind::Acknowledged, "").clock("2026-12-20");
    assert_eq!((undated.state, undated.due), (ClockState::Waiting, None));
}

#[test]
fn the_outcome_that_does_not_satisfy_leads_to_the_regulator_within_three_months() {
    let asked = complaint()
        .sent("1 September 2026")
        .then(Kind::Answered, "21 September 2026")
        .complete(Complete::No)
        .then(Kind::Chased, "30 September 2026")
        .last_contact("30 September 2026");
    let clock = asked.clock("2026-10-05");
    assert_eq!((clock.state, clock.next), (ClockState::Incomplete, Some(NextMove::ComplainToRegulator)));
    let window = clock.deadlines.last().unwrap();
    assert_eq!(
        (window.rule.id.as_str(), window.side, window.counts()),
        ("ICO-3M", Side::Mine, Some(day("2026-12-30")))
    );
}

#[test]
fn against_the_person_the_earliest_day_counts_and_no_weekend_moves_it() {
    let holidays = Holidays::built_in();
    let window = regulator_window(&said("between 21 August 2026 and 3 September 2026"), day("2026-09-05"), &holidays);
    assert_eq!((window.due, window.counts()), (between("2026-11-21", "2026-12-03"), Some(day("2026-11-21"))));
    assert!(window.calendars.is_empty());
    let short = regulator_window(&said("30 November 2026"), day("2026-12-05"), &holidays);
    assert_eq!(short.due, on("2027-02-28"), "a Sunday, and the last day of a short month");
}

#[test]
fn a_complaint_to_the_regulator_not_sent_yet_has_the_persons_own_clock() {
    let clock = to_regulator().last_contact("1 September 2026").clock("2026-11-21");
    assert_eq!((clock.state, clock.side, clock.due), (ClockState::NotSent, Side::Mine, Some(on("2026-12-01"))));
    assert!(clock.sentence.ends_with("by 1 December 2026."), "{}", clock.sentence);
    let unknown = to_regulator().clock("2026-11-21");
    assert_eq!((unknown.due, unknown.next), (None, Some(NextMove::Send)));
}

#[test]
fn the_regulator_has_three_months_and_again_after_each_word() {
    let asked = to_regulator().sent("5 May 2026").then(Kind::Received, "5 May 2026");
    let clock = asked.clock("2026-08-05");
    assert_eq!((clock.state, clock.due), (ClockState::Waiting, Some(on("2026-08-05"))));
    let over = asked.clock("2026-08-06");
    assert_eq!((over.state, over.next), (ClockState::Overdue, Some(NextMove::AskTribunal)));
    let words = &over.deadlines[0].rule.text;
    assert!(words.contains("Tribunal") && words.contains("no date is shown"), "a pointer without a date: {words}");
    assert_eq!(over.deadlines.len(), 1);
    let told = asked.then(Kind::Progress, "20 July 2026");
    assert_eq!(told.clock("2026-08-06").due, Some(on("2026-11-05")));
    assert_eq!(told.then(Kind::Progress, "10 September 2026").clock("2026-11-06").due, Some(on("2027-02-05")));
}

#[test]
fn a_word_from_the_regulator_is_placed_for_every_day_of_receipt() {
    // Received on 1 January: the word of 2 April falls into the second three months. Received on 5 January: into the first.
    let asked = to_regulator().sent("1 January 2026").then(Kind::Received, "between 1 January 2026 and 5 January 2026");
    let clock = asked.then(Kind::Progress, "2 April 2026").clock("2026-07-10");
    assert_eq!((clock.state, clock.due), (ClockState::Waiting, Some(between("2026-07-02", "2026-10-01"))));
}

#[test]
fn the_regulators_outcome_can_be_looked_at_again_within_three_months() {
    let clock = to_regulator().sent("5 May 2026").then(Kind::Answered, "31 August 2026").clock("2026-09-10");
    assert_eq!((clock.state, clock.side, clock.due), (ClockState::Answered, Side::Mine, Some(on("2026-11-30"))));
    assert_eq!(clock.deadlines[0].rule.id, "ICO-REVIEW-3M");
}

#[test]
fn questions_and_letters_of_claim_have_no_day_that_ends() {
    let asked = Asked::new(RequestKind::Questions).sent("1 September 2026");
    let clock = asked.clock("2026-09-10");
    assert_eq!((clock.state, clock.due, clock.next), (ClockState::NoClock, None, Some(NextMove::NoteAnswer)));
    assert_eq!(asked.clock("2026-10-01").next, Some(NextMove::NoteAnswer));
    assert_eq!(asked.clock("2026-10-02").next, Some(NextMove::Chase));
    let chased = asked.then(Kind::Chased, "2 October 2026").clock("2027-01-01");
    assert_eq!(chased.next, Some(NextMove::ComplainToOrganisation));
    let letter = Asked::new(RequestKind::LetterOfClaim).sent("1 September 2026").clock("2027-01-01");
    assert_eq!((letter.state, letter.due, letter.next), (ClockState::NoClock, None, Some(NextMove::AskSolicitor)));
    assert_eq!(
        (letter.deadlines[0].due, letter.deadlines[0].badges.as_slice()),
        (on("2026-09-15"), &[Badge::Unchecked][..])
    );
}
