//! The clock of a request for a copy of the data, event by event.

use recourse_domain::choices::{Channel, Complete, Jurisdiction, RequestEventKind as Kind, RequestKind};
use recourse_domain::choices::{ClockState, NextMove};

use crate::case::{Asked, between, day, on};

fn access() -> Asked {
    Asked::new(RequestKind::Access)
}

#[test]
fn nothing_sent_yet() {
    let clock = access().clock("2026-11-21");
    assert_eq!((clock.state, clock.next, clock.due), (ClockState::NotSent, Some(NextMove::Send), None));
    assert_eq!(clock.sentence, "I have not sent this yet.");
    assert!(clock.deadlines.is_empty() && clock.points.is_empty());
}

#[test]
fn sent_with_nothing_to_show_that_it_arrived() {
    let asked = access().sent("3 February 2026");
    let clock = asked.clock("2026-02-10");
    assert!(clock.assumed_received);
    assert_eq!((clock.state, clock.due), (ClockState::Waiting, Some(on("2026-03-03"))));
    assert_eq!(
        clock.sentence,
        "I'm still waiting. If they received it on the day I sent it, they have until 3 March 2026."
    );
    let over = asked.clock("2026-03-04");
    assert_eq!((over.state, over.next), (ClockState::Overdue, Some(NextMove::Chase)));
    assert_eq!(
        over.sentence,
        "I have had no answer. If they received it on the day I sent it, the time for it ended on 3 March 2026."
    );
    let again = asked.then(Kind::Chased, "5 March 2026").clock("2026-03-06");
    assert_eq!(again.next, Some(NextMove::ComplainToOrganisation));
}

#[test]
fn a_letter_by_post_that_may_be_on_its_way_is_never_over() {
    let clock = access().by(Channel::Letter).sent("3 February 2026").clock("2026-09-01");
    assert_eq!((clock.state, clock.next), (ClockState::Waiting, Some(NextMove::Chase)));
    assert!(clock.sentence.ends_with("Nothing shows yet when it arrived."), "{}", clock.sentence);
}

#[test]
fn a_machine_that_answers_shows_nothing() {
    let clock = access().sent("3 February 2026").then(Kind::AutoReply, "3 February 2026").clock("2026-02-10");
    assert!(clock.assumed_received);
    assert!(clock.deadlines[0].steps[0].contains("A machine answered"));
}

#[test]
fn a_reply_shows_by_when_it_had_arrived() {
    let asked = access().sent("3 February 2026").then(Kind::Acknowledged, "10 February 2026");
    let clock = asked.clock("2026-02-12");
    assert!(!clock.assumed_received);
    assert_eq!(clock.due, Some(between("2026-03-03", "2026-03-10")));
    assert_eq!(clock.sentence, "I'm still waiting. They have until 10 March 2026 at the latest.");
    assert_eq!(asked.clock("2026-03-10").state, ClockState::Waiting);
    assert_eq!(asked.clock("2026-03-11").state, ClockState::Overdue);
}

#[test]
fn what_came_back_was_not_received() {
    let asked = access().sent("3 February 2026").then(Kind::Bounced, "4 February 2026");
    let clock = asked.clock("2026-06-01");
    assert_eq!((clock.state, clock.next, clock.due), (ClockState::Bounced, Some(NextMove::SendAgain), None));
    assert_eq!(clock.sentence, "It came back on 4 February 2026, so they have not received it. I can send it again.");
    let at_once = access().sent("3 February 2026").then(Kind::Bounced, "3 February 2026").clock("2026-06-01");
    assert_eq!(at_once.state, ClockState::Bounced, "on the day it was sent");
    let again = asked.then(Kind::Chased, "9 February 2026").clock("2026-02-10");
    assert_eq!((again.state, again.due, again.assumed_received), (ClockState::Waiting, Some(on("2026-03-09")), true));
    let labels: Vec<&str> = again.points.iter().map(|point| point.label.as_str()).collect();
    assert_eq!(labels, ["Sent", "Came back", "Sent again", "Received, if on the day it was sent", "Due"]);
    let anew = access().sent("9 February 2026").then(Kind::Bounced, "4 February 2026").clock("2026-02-10");
    assert_eq!((anew.state, anew.due), (ClockState::Waiting, Some(on("2026-03-09"))));
}

#[test]
fn the_time_begins_with_proof_only_if_it_was_asked_for() {
    let received = access().sent("3 February 2026").then(Kind::Received, "3 February 2026");
    let asked = received.clone().then(Kind::IdAsked, "6 February 2026");
    let waiting = asked.clock("2026-06-01");
    assert_eq!((waiting.state, waiting.due), (ClockState::WaitingForMe, None));
    assert_eq!(waiting.next, Some(NextMove::GiveId));
    let given = asked.then(Kind::IdGiven, "12 February 2026").clock("2026-02-13");
    assert_eq!(given.due, Some(on("2026-03-12")));
    let unasked = received.then(Kind::IdGiven, "12 February 2026").clock("2026-02-13");
    assert_eq!(unasked.due, Some(on("2026-03-03")));
}

#[test]
fn the_time_begins_with_the_fee_only_if_one_was_asked_for() {
    let asked = access()
        .sent("3 February 2026")
        .then(Kind::Received, "3 February 2026")
        .then(Kind::FeeAsked, "5 February 2026");
    let waiting = asked.clock("2026-02-20");
    assert_eq!((waiting.state, waiting.next), (ClockState::WaitingForMe, Some(NextMove::PayFee)));
    let paid = asked.then(Kind::FeePaid, "24 February 2026").clock("2026-02-25");
    assert_eq!(paid.due, Some(on("2026-03-24")));
}

#[test]
fn days_of_clarification_do_not_count_and_both_ways_to_count_them_are_shown() {
    let asked = access()
        .sent("2 March 2026")
        .then(Kind::Received, "2 March 2026")
        .then(Kind::ClarificationAsked, "10 March 2026");
    let paused = asked.clock("2026-08-01");
    assert_eq!((paused.state, paused.due, paused.paused_since), (ClockState::Paused, None, Some(day("2026-03-10"))));
    assert_eq!(paused.next, Some(NextMove::GiveClarification));
    assert!(paused.deadlines.is_empty());
    let asked = asked.then(Kind::ClarificationGiven, "14 March 2026");
    let clock = asked.clock("2026-03-20");
    assert_eq!(
        clock.due,
        Some(between("2026-04-07", "2026-04-07")),
        "2 April and 4 or 5 days, Good Friday to Easter Monday"
    );
    let steps = clock.deadlines[0].steps.join(" ");
    assert!(steps.contains("5 days") && steps.contains("4 days"), "{steps}");
    let asked = asked.then(Kind::ClarificationAsked, "16 March 2026").then(Kind::ClarificationGiven, "17 March 2026");
    assert_eq!(asked.clock("2026-03-20").due, Some(between("2026-04-07", "2026-04-09")));
    assert_eq!(asked.clock("2026-04-09").state, ClockState::Waiting);
    assert_eq!(asked.clock("2026-04-10").state, ClockState::Overdue);
}

#[test]
fn a_question_after_the_end_stops_nothing() {
    let asked =
        access().sent("2 March 2026").then(Kind::Received, "2 March 2026").then(Kind::ClarificationAsked, "1 May 2026");
    let clock = asked.clock("2026-05-02");
    assert_eq!((clock.paused_since, clock.due), (None, Some(on("2026-04-02"))));
}

#[test]
fn more_time_told_in_the_first_month_with_reasons_is_three_months_from_the_first_day() {
    let asked = access().sent("31 January 2026").then(Kind::Received, "31 January 2026").because(
        Kind::Extended,
        "27 February 2026",
        "The request is complex.",
    );
    let clock = asked.clock("2026-03-10");
    assert_eq!((clock.state, clock.due), (ClockState::Extended, Some(on("2026-04-30"))));
    assert_eq!(
        clock.sentence,
        "They told me on 27 February 2026 that they need more time. They have until 30 April 2026."
    );
    let rules: Vec<&str> = clock.deadlines.iter().map(|worked| worked.rule.id.as_str()).collect();
    assert_eq!(rules, ["SAR-EXT", "SAR-1M"]);
    assert_eq!(asked.clock("2026-04-30").state, ClockState::Extended);
    let sent = access().sent("31 January 2026").then(Kind::Received, "31 January 2026");
    let last = sent.because(Kind::Extended, "2 March 2026", "The request is complex.").clock("2026-03-10");
    assert!(
        last.sentence.ends_with("They have until 30 April 2026."),
        "on the last day of the month: {}",
        last.sentence
    );
    assert_eq!(asked.clock("2026-05-01").state, ClockState::Overdue);
}

#[test]
fn more_time_told_afterwards_or_without_reasons_shows_both_days() {
    let asked = access().sent("31 January 2026").then(Kind::Received, "31 January 2026");
    let after = asked.clone().because(Kind::Extended, "20 March 2026", "Many requests.").clock("2026-03-21");
    assert_eq!(
        after.sentence,
        "They told me on 20 March 2026 that they need more time. The first month ran to 2 March 2026. With more time they have until 30 April 2026."
    );
    let bare = asked.then(Kind::Extended, "20 February 2026").clock("2026-03-21");
    assert_eq!(
        bare.sentence,
        "They told me on 20 February 2026 that they need more time. I have not noted any reasons. With more time they have until 30 April 2026, without it until 2 March 2026."
    );
    for clock in [after, bare] {
        assert_eq!((clock.state, clock.due), (ClockState::Extended, Some(on("2026-04-30"))));
        assert_eq!(
            clock.deadlines.iter().map(|worked| worked.due).collect::<Vec<_>>(),
            [on("2026-04-30"), on("2026-03-02")]
        );
    }
}

#[test]
fn where_nobody_knows_the_calendar_the_last_day_of_all_three_counts() {
    let asked = access().place(None).sent("15 May 2026").then(Kind::Received, "15 May 2026");
    let clock = asked.clock("2026-06-15");
    assert_eq!((clock.due, clock.deadlines[0].calendars.len()), (Some(between("2026-06-15", "2026-06-16")), 3));
    assert_eq!(asked.clock("2026-06-16").state, ClockState::Waiting);
    assert_eq!(asked.clock("2026-06-17").state, ClockState::Overdue);
    let abroad = asked.place(Some(Jurisdiction::Other)).clock("2026-06-16");
    assert_eq!(abroad.due, clock.due);
}

#[test]
fn answered_in_full_in_part_or_not_at_all() {
    let asked =
        access().sent("2 March 2026").then(Kind::Received, "2 March 2026").then(Kind::Answered, "30 March 2026");
    let clock = asked.clock("2026-12-01");
    assert_eq!((clock.state, clock.next), (ClockState::Answered, Some(NextMove::NoteAnswer)));
    let full = asked.clone().complete(Complete::Yes).clock("2026-12-01");
    assert_eq!(
        (full.state, full.next, full.sentence.as_str()),
        (ClockState::Answered, None, "They answered on 30 March 2026.")
    );
    let part = asked.clone().complete(Complete::No).clock("2026-12-01");
    assert_eq!((part.state, part.next), (ClockState::Incomplete, Some(NextMove::Chase)));
    let chased = asked.complete(Complete::No).then(Kind::Chased, "2 April 2026").clock("2026-12-01");
    assert_eq!(chased.next, Some(NextMove::ComplainToOrganisation));
    let no = access().sent("2 March 2026").then(Kind::Refused, "30 March 2026").clock("2026-12-01");
    assert_eq!((no.state, no.next), (ClockState::Refused, Some(NextMove::ComplainToOrganisation)));
    let back = access().sent("2 March 2026").then(Kind::Withdrawn, "3 March 2026").clock("2026-12-01");
    assert_eq!((back.state, back.next), (ClockState::Withdrawn, None));
    assert_eq!(back.sentence, "I took it back on 3 March 2026.");
}

/// The story that the window is tested with too: it comes back, is sent again, more time is asked for, and only after the latest day is it over.
#[test]
fn from_sending_to_the_day_after_the_latest() {
    let asked = access().place(None).sent("1 April 2026").then(Kind::Bounced, "1 April 2026");
    assert_eq!(asked.clock("2026-04-02").state, ClockState::Bounced);
    let asked = asked.then(Kind::Chased, "13 April 2026");
    let waiting = asked.clock("2026-04-14");
    assert_eq!((waiting.state, waiting.assumed_received), (ClockState::Waiting, true));
    assert_eq!(waiting.due, Some(on("2026-05-13")));
    let asked = asked.because(Kind::Received, "15 April 2026", "They said so on the telephone.");
    let received = asked.clock("2026-04-16");
    assert_eq!((received.state, received.assumed_received), (ClockState::Waiting, false));
    assert_eq!(received.due, Some(on("2026-05-15")));
    let asked = asked.because(Kind::Extended, "12 May 2026", "The archive is large.");
    let extended = asked.clock("2026-05-20");
    assert_eq!((extended.state, extended.due), (ClockState::Extended, Some(on("2026-07-15"))));
    assert_eq!(asked.clock("2026-07-15").state, ClockState::Extended);
    let over = asked.clock("2026-07-16");
    assert_eq!((over.state, over.next), (ClockState::Overdue, Some(NextMove::Chase)));
    assert_eq!(over.sentence, "I have had no answer. The time for it ended on 15 July 2026.");
}
