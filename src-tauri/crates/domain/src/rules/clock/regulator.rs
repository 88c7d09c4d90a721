//! Complaints to the regulator: when to write to it, and when it is to have said how things stand (Data Protection Act 2018 section 166).

use chrono::NaiveDate;

use super::stand::{ended, is_over, settled};
use super::steps::inputs;
use super::{Answer, Case, ClockState};
use crate::choices::{RequestEventKind as Kind, RequestKind};
use crate::dates::StatedDate;
use crate::rules::count::corr;
use crate::rules::holidays::Holidays;
use crate::rules::ids::{REGULATOR_PROGRESS, REGULATOR_REVIEW, REGULATOR_WINDOW};
use crate::rules::rule::known;
use crate::rules::say;
use crate::rules::span::{Span, span};
use crate::rules::worked::{Counted, Input, Side, Worked};

/// What the rules say of such a complaint.
pub fn answer(case: &Case<'_>) -> Answer {
    match (settled(case), ended(case)) {
        (Some(ClockState::NotSent), _) => {
            let due = window_of(case, ClockState::NotSent).map(|worked| worked.due);
            Answer { due, side: Side::Mine, ..Answer::of(ClockState::NotSent) }
        }
        (Some(state), Some((_, outcome))) if state != ClockState::Withdrawn => {
            let review = review(case, outcome.span, outcome.said.clone());
            Answer { due: Some(review.due), side: Side::Mine, deadlines: vec![review], ..Answer::of(state) }
        }
        (Some(state), _) => Answer::of(state),
        (None, _) => waiting(case),
    }
}

fn waiting(case: &Case<'_>) -> Answer {
    if case.arrival.received.is_unknown() {
        return Answer::of(ClockState::Waiting);
    }
    let progress = progress(case);
    let due = progress.due;
    let state = if is_over(case, &due) { ClockState::Overdue } else { ClockState::Waiting };
    Answer { deadlines: vec![progress], due: Some(due), ..Answer::of(state) }
}

/// Three months from receipt; after each word from the regulator, the end of the three months that follow those in which it came.
fn progress(case: &Case<'_>) -> Worked {
    let received = case.arrival.received;
    let word = case.history.last(&[Kind::Progress]).map(|word| word.span).filter(|word| !word.is_unknown());
    let mut steps = vec![case.arrival.how.clone()];
    let due = match word {
        None => {
            let due = received.map(|day| corr(day, 3));
            steps.push(format!("Three months from then: {}.", say::span(&due)));
            due
        }
        Some(word) => {
            steps.push(format!("They told me {} how it stands.", say::on(&word)));
            let due = next_ends(&received, &word);
            steps.push(format!("The three months after those in which they did end: {}.", say::span(&due)));
            due
        }
    };
    let rule = known(REGULATOR_PROGRESS);
    let counted = Counted { rule, inputs: inputs(case), steps, due, side: Side::Theirs, calendars: Vec::new() };
    counted.worked(case.facts.today, case.facts.holidays)
}

/// The end of the three months that follow those in which the word came: the first and the last that any day of receipt gives. A later day of
/// receipt can give an earlier end, because the word may then have come in the stretch before; so every day is looked at, and none beyond a
/// year, in which they all return.
fn next_ends(received: &Span, word: &Span) -> Span {
    let last = received.latest.or(received.earliest).unwrap_or(NaiveDate::MIN);
    let first = received.earliest.unwrap_or(last);
    let ends = |word: NaiveDate| {
        first.iter_days().take(366).take_while(|day| *day <= last).map(move |received| next_end(received, word))
    };
    Span {
        earliest: word.earliest.filter(|_| received.earliest.is_some()).and_then(|word| ends(word).min()),
        latest: word.latest.filter(|_| received.latest.is_some()).and_then(|word| ends(word).max()),
    }
}

fn next_end(received: NaiveDate, word: NaiveDate) -> NaiveDate {
    let mut ends = (1_u32..).map(|count| corr(received, 3 * count));
    ends.find(|end| *end >= word || *end == NaiveDate::MAX).and(ends.next()).unwrap_or(NaiveDate::MAX)
}

/// Three months from the outcome to ask the regulator to look again.
fn review(case: &Case<'_>, outcome: Span, said: String) -> Worked {
    let due = outcome.map(|day| corr(day, 3));
    let steps = vec![
        format!("They told me the outcome {}.", say::on(&outcome)),
        format!("Three months from then: {}. The first day that fits counts.", say::span(&due)),
    ];
    let inputs = vec![Input { name: "Outcome".to_owned(), said, span: outcome }];
    let counted =
        Counted { rule: known(REGULATOR_REVIEW), inputs, steps, due, side: Side::Mine, calendars: Vec::new() };
    counted.worked(case.facts.today, case.facts.holidays)
}

/// When to write to the regulator, counted from the last contact that mattered. It is the regulator's advice and the person's own day: the
/// earliest counts, and it is not moved past weekends.
pub fn regulator_window(last_contact: &StatedDate, today: NaiveDate, holidays: &Holidays) -> Worked {
    let due = span(|day| corr(day, 3), last_contact);
    let contact = Span::of(last_contact);
    let steps = vec![
        format!("The last contact that mattered was {}.", say::on(&contact)),
        format!("Three months from then: {}. The first day that fits counts.", say::span(&due)),
    ];
    let inputs = vec![Input { name: "Last contact".to_owned(), said: last_contact.as_stated.clone(), span: contact }];
    let rule = known(REGULATOR_WINDOW);
    Counted { rule, inputs, steps, due, side: Side::Mine, calendars: Vec::new() }.worked(today, holidays)
}

/// The same for a case whose last contact is known, where writing to the regulator is what may come next.
pub(super) fn window_of(case: &Case<'_>, state: ClockState) -> Option<Worked> {
    let unsettled = matches!(state, ClockState::Overdue | ClockState::Incomplete | ClockState::Refused);
    let open = matches!(state, ClockState::Waiting | ClockState::NoClock | ClockState::Answered);
    let comes_next = match case.request.kind {
        RequestKind::Complaint => unsettled || open,
        RequestKind::RegulatorComplaint => state == ClockState::NotSent,
        RequestKind::LetterOfClaim => false,
        _ => unsettled,
    };
    let last_contact = case.facts.last_contact.as_ref().filter(|contact| comes_next && !contact.is_undated())?;
    Some(regulator_window(last_contact, case.facts.today, case.facts.holidays))
}
