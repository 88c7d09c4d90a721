//! A clock in one or two sentences, as the person would say it. Nothing here calls anybody slow or wrong: it says what came and which day it is.

use super::stand::ended;
use super::thirty::{by_machine, confirmed};
use super::{Answer, Awaited, Case, ClockState, MoreTime, Wanted};
use crate::choices::{Complete, RequestKind};
use crate::rules::say;
use crate::rules::span::Span;
use crate::rules::worked::Side;

pub fn of(case: &Case<'_>, answer: &Answer) -> String {
    let ended = ended(case).map(|(_, event)| say::on(&event.span)).unwrap_or_default();
    match answer.state {
        ClockState::NotSent => not_sent(answer),
        ClockState::Bounced => {
            let back = say::on(&case.arrival.bounced.unwrap_or_default());
            format!("It came back {back}, so they have not received it. I can send it again.")
        }
        ClockState::Waiting => waiting(case, answer),
        ClockState::NoClock => no_clock(case),
        ClockState::WaitingForMe | ClockState::Paused => awaited(case, answer),
        ClockState::Extended => more_time(case, answer),
        ClockState::Overdue => over(case, answer),
        ClockState::Answered if case.request.complete == Complete::Unknown => {
            format!("They answered {ended}. I have not noted yet whether it is all there.")
        }
        ClockState::Answered => format!("They answered {ended}."),
        ClockState::Incomplete => format!("They answered {ended}. As far as I can see, something is missing."),
        ClockState::Refused => format!("They told me {ended} that they will not do it."),
        ClockState::Withdrawn => format!("I took it back {ended}."),
    }
}

fn not_sent(answer: &Answer) -> String {
    match answer.due.and_then(|due| due.earliest).filter(|_| answer.side == Side::Mine) {
        Some(day) => format!(
            "I have not sent this yet. The regulator asks to hear within three months of the last contact: by {}.",
            say::day(day)
        ),
        None => "I have not sent this yet.".to_owned(),
    }
}

/// "If they received it on the day I sent it, " where that is not known.
fn if_received(case: &Case<'_>) -> &'static str {
    if case.arrival.assumed { "If they received it on the day I sent it, they" } else { "They" }
}

/// "until 2 March 2026", or with the doubt about it.
fn until(due: &Span) -> Option<String> {
    let latest = due.latest?;
    Some(match due.certain() {
        Some(day) => format!("until {}", say::day(day)),
        None => format!("until {} at the latest", say::day(latest)),
    })
}

fn waiting(case: &Case<'_>, answer: &Answer) -> String {
    let Some(due) = answer.due else {
        if case.request.kind == RequestKind::Complaint && confirmed(case) {
            return "I'm still waiting. They have confirmed that they have my complaint. The law gives no number of days for the outcome."
                .to_owned();
        }
        if case.request.kind == RequestKind::Complaint && by_machine(case) && !answer.deadlines.is_empty() {
            return "I'm still waiting. A machine answered; it is not settled whether that confirms my complaint. The law gives no number of days for the outcome."
                .to_owned();
        }
        return NOT_CERTAIN.to_owned();
    };
    let Some(until) = until(&due) else { return NOT_CERTAIN.to_owned() };
    if due.is_over(case.facts.today) {
        return format!(
            "I'm still waiting. If they received it on the day I sent it, they had {until}. Nothing shows yet when it arrived."
        );
    }
    let what = match case.request.kind {
        RequestKind::Complaint => " to confirm that they have it",
        RequestKind::RegulatorComplaint => " to tell me how it stands",
        _ => "",
    };
    format!("I'm still waiting. {} have {until}{what}.", if_received(case))
}

const NOT_CERTAIN: &str = "I'm still waiting. Not enough is known about the days to say until when they have.";

fn no_clock(case: &Case<'_>) -> String {
    let why = match case.request.kind {
        RequestKind::Complaint => "For a complaint made before 19 June 2026 the law gives no number of days.",
        RequestKind::LetterOfClaim => "Which dates count here, the solicitor knows.",
        _ => "No rule gives a number of days for this.",
    };
    format!("I'm still waiting. {why}")
}

fn awaited(case: &Case<'_>, answer: &Answer) -> String {
    let Some(Awaited { what, since }) = answer.awaited else { return NOT_CERTAIN.to_owned() };
    let since = say::on(&since);
    match what {
        Wanted::Proof => format!("They asked me {since} to show who I am. Their time begins when they have that."),
        Wanted::Fee => format!("They asked me {since} for a fee. Their time begins when it is paid."),
        Wanted::Clarity if answer.state == ClockState::Paused => {
            format!("They asked me {since} what exactly I want. The days until I answer do not count.")
        }
        Wanted::Clarity => match answer.due.as_ref().and_then(until) {
            Some(until) if answer.due.is_some_and(|due| due.is_over(case.facts.today)) => {
                format!("They asked me {since} what exactly I want. Their time for an answer ran {until}.")
            }
            Some(until) => {
                format!("They asked me {since} what exactly I want. {} have {until} all the same.", if_received(case))
            }
            None => format!("They asked me {since} what exactly I want."),
        },
    }
}

fn more_time(case: &Case<'_>, answer: &Answer) -> String {
    let Some(MoreTime { told, in_the_first_month, with_reasons, without }) = answer.more_time else {
        return NOT_CERTAIN.to_owned();
    };
    let told = format!("They told me {} that they need more time.", say::on(&told));
    let Some((until, first)) = answer.due.as_ref().and_then(until).zip(without.latest.map(say::day)) else {
        return told;
    };
    match (in_the_first_month, with_reasons) {
        (Some(true), true) => format!("{told} {} have {until}.", if_received(case)),
        (Some(true), false) => {
            format!("{told} I have not noted any reasons. With more time they have {until}, without it until {first}.")
        }
        (Some(false), _) => format!("{told} The first month ran to {first}. With more time they have {until}."),
        (None, _) => format!("{told} With more time they have {until}, without it until {first}."),
    }
}

fn over(case: &Case<'_>, answer: &Answer) -> String {
    let day = answer.due.and_then(|due| due.latest).map(say::day).unwrap_or_default();
    let what = match case.request.kind {
        RequestKind::Complaint => "I have not heard that they have my complaint",
        RequestKind::RegulatorComplaint => "I have not heard how it stands",
        _ => "I have had no answer",
    };
    if case.arrival.assumed {
        return format!("{what}. If they received it on the day I sent it, the time for it ended on {day}.");
    }
    format!("{what}. The time for it ended on {day}.")
}
