//! Complaints to the organisation: thirty days to confirm them (Data Protection Act 2018 section 164A), counted in two ways.

use super::stand::{is_over, settled};
use super::steps::{inputs, moved};
use super::{Answer, Case, ClockState};
use crate::choices::RequestEventKind as Kind;
use crate::rules::count::{plus_days_after, plus_days_incl};
use crate::rules::ids::{COMPLAINT_ACT, COMPLAINT_PRACTICE};
use crate::rules::rule::known;
use crate::rules::say;
use crate::rules::worked::{Counted, Side, Worked};

/// What the rules say of such a complaint.
pub fn answer(case: &Case<'_>) -> Answer {
    let settled = settled(case);
    if let Some(state @ (ClockState::NotSent | ClockState::Bounced)) = settled {
        return Answer::of(state);
    }
    let received = case.arrival.received;
    let rule = known(COMPLAINT_ACT);
    // Where it may have been made before the Act asked for anything, nothing is counted.
    let Some(_) = received.earliest.filter(|earliest| rule.in_force(*earliest)) else {
        let state = if received.latest.is_some_and(|latest| !rule.in_force(latest)) {
            ClockState::NoClock
        } else {
            ClockState::Waiting
        };
        return Answer::of(settled.unwrap_or(state));
    };
    let (practice, act) = both(case);
    // Whether a machine's answer confirms a complaint is not settled, so nothing is said to be over after one.
    let confirmed = confirmed(case) || by_machine(case);
    let due = practice.due;
    let state = settled
        .unwrap_or_else(|| if !confirmed && is_over(case, &due) { ClockState::Overdue } else { ClockState::Waiting });
    Answer {
        deadlines: vec![practice, act],
        due: Some(due).filter(|_| !confirmed && settled.is_none()),
        ..Answer::of(state)
    }
}

/// Whether they said that they have it, or told how it stands.
pub fn confirmed(case: &Case<'_>) -> bool {
    case.history.last(&[Kind::Acknowledged, Kind::Progress]).is_some()
}

/// Whether a machine answered.
pub fn by_machine(case: &Case<'_>) -> bool {
    case.history.of(Kind::AutoReply).next().is_some()
}

/// As the regulator counts, which is never before, and as the Act counts.
fn both(case: &Case<'_>) -> (Worked, Worked) {
    let received = case.arrival.received;
    let plain = received.map(|day| plus_days_after(day, 30));
    let (due, rolling) = moved(case, &plain);
    let counted = |id, steps: Vec<String>, due, calendars| {
        let steps = std::iter::once(case.arrival.how.clone()).chain(steps).collect();
        let counted = Counted { rule: known(id), inputs: inputs(case), steps, due, side: Side::Theirs, calendars };
        counted.worked(case.facts.today, case.facts.holidays)
    };
    let mut steps = vec![format!("Thirty days, the next day being the first: {}.", say::span(&plain))];
    steps.extend(rolling);
    let practice = counted(COMPLAINT_PRACTICE, steps, due, case.calendars());
    let strict = received.map(|day| plus_days_incl(day, 30));
    let steps = vec![format!("Thirty days, the day of receipt being the first: {}.", say::span(&strict))];
    (practice, counted(COMPLAINT_ACT, steps, strict, Vec::new()))
}
