//! What no rule gives a firm day for: questions, and a letter of claim.

use super::stand::settled;
use super::{Answer, Case, ClockState};
use crate::choices::RequestKind;
use crate::rules::count::plus_days_after;
use crate::rules::ids::FIRST_REPLY;
use crate::rules::rule::known;
use crate::rules::say;
use crate::rules::worked::{Counted, Input, Side, Worked};

/// What can be said of such a letter.
pub fn answer(case: &Case<'_>) -> Answer {
    let state = settled(case).unwrap_or(ClockState::NoClock);
    if case.request.kind == RequestKind::LetterOfClaim && !case.arrival.sent.is_unknown() {
        return Answer { deadlines: vec![first_reply(case)], ..Answer::of(state) };
    }
    Answer::of(state)
}

/// Fourteen days within which the guide hopes to hear. It is no date that anything follows from, so nothing counts down to it.
fn first_reply(case: &Case<'_>) -> Worked {
    let sent = case.arrival.sent;
    let due = sent.map(|day| plus_days_after(day, 14));
    let steps = vec![
        format!("It was sent {}.", say::on(&sent)),
        format!(
            "Fourteen days later: {}. The guide asks for this; nothing follows from the day alone.",
            say::span(&due)
        ),
    ];
    let inputs = vec![Input { name: "Sent".to_owned(), said: case.arrival.sent_said.clone(), span: sent }];
    let counted = Counted { rule: known(FIRST_REPLY), inputs, steps, due, side: Side::Theirs, calendars: Vec::new() };
    counted.worked(case.facts.today, case.facts.holidays)
}
