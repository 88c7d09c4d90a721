//! What could be done next: one offer for each state, and the next rung only when its time has come.

use chrono::NaiveDate;

use super::stand::ended;
use super::{Answer, Case, ClockState, NextMove, Wanted};
use crate::choices::{Complete, RequestEventKind as Kind, RequestKind};
use crate::rules::count::plus_days_after;

/// Days of silence after which the regulator suggests asking again (ICO, What to expect).
const SILENCE: u32 = 30;

pub fn of(case: &Case<'_>, answer: &Answer) -> Option<NextMove> {
    if case.request.kind == RequestKind::LetterOfClaim {
        return match answer.state {
            ClockState::Withdrawn => None,
            _ => Some(NextMove::AskSolicitor),
        };
    }
    match answer.state {
        ClockState::NotSent => Some(NextMove::Send),
        ClockState::Bounced => Some(NextMove::SendAgain),
        ClockState::WaitingForMe | ClockState::Paused => Some(match answer.awaited.map(|awaited| awaited.what) {
            Some(Wanted::Proof) => NextMove::GiveId,
            Some(Wanted::Fee) => NextMove::PayFee,
            Some(Wanted::Clarity) | None => NextMove::GiveClarification,
        }),
        ClockState::Overdue if case.request.kind == RequestKind::RegulatorComplaint => Some(NextMove::AskTribunal),
        ClockState::Overdue => Some(chase_or(case, answer.due.and_then(|due| due.latest), further(case))),
        ClockState::Waiting | ClockState::NoClock | ClockState::Extended => Some(waiting(case, answer)),
        ClockState::Answered if case.request.complete == Complete::Yes => None,
        ClockState::Answered => Some(NextMove::NoteAnswer),
        ClockState::Incomplete => {
            let answered = ended(case).and_then(|(_, answered)| answered.span.latest);
            Some(chase_or(case, answered, further(case)))
        }
        ClockState::Refused => Some(further(case)),
        ClockState::Withdrawn => None,
    }
}

/// The rung above.
const fn further_than(kind: RequestKind) -> NextMove {
    match kind {
        RequestKind::Complaint => NextMove::ComplainToRegulator,
        RequestKind::RegulatorComplaint | RequestKind::LetterOfClaim => NextMove::AskSolicitor,
        _ => NextMove::ComplainToOrganisation,
    }
}

fn further(case: &Case<'_>) -> NextMove {
    further_than(case.request.kind)
}

/// Asking again, unless that was done since this day.
fn chase_or(case: &Case<'_>, since: Option<NaiveDate>, otherwise: NextMove) -> NextMove {
    let asked = case.history.last(&[Kind::Chased]).and_then(|chased| chased.span.latest);
    let again = asked.zip(since).is_some_and(|(asked, since)| asked >= since);
    if again { otherwise } else { NextMove::Chase }
}

/// While an answer is awaited and no day is over: to write it down when it comes, and after a month of silence to ask again where no day
/// is running.
fn waiting(case: &Case<'_>, answer: &Answer) -> NextMove {
    let due_over = answer.due.is_some_and(|due| due.is_over(case.facts.today));
    if due_over {
        // By a route that takes its time, with nothing to show that it arrived.
        return NextMove::Chase;
    }
    if answer.due.is_some() {
        return NextMove::NoteAnswer;
    }
    let heard = [Kind::Chased, Kind::Acknowledged, Kind::Progress];
    let last = case.history.last(&heard).and_then(|event| event.span.latest).or(case.arrival.sent.latest);
    let silent = last.is_some_and(|last| case.facts.today > plus_days_after(last, SILENCE));
    let asked = case.history.last(&heard).is_some_and(|event| event.kind == Kind::Chased);
    match (silent, asked) {
        (false, _) => NextMove::NoteAnswer,
        (true, false) => NextMove::Chase,
        (true, true) => further(case),
    }
}
