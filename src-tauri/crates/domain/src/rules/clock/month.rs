//! Requests under UK GDPR Articles 15, 17 and 21: one month from a start, three if they say so in time, with days that do not count.

use chrono::{Datelike, NaiveDate};

use super::history::Happened;
use super::pauses::Pauses;
use super::stand::{is_over, settled};
use super::steps::{inputs, moved};
use super::{Answer, Awaited, Case, ClockState, MoreTime, Wanted};
use crate::choices::RequestEventKind as Kind;
use crate::rules::count::corr;
use crate::rules::ids::{SAR_EXTENDED, SAR_MONTH, SAR_START};
use crate::rules::rule::known;
use crate::rules::say;
use crate::rules::span::Span;
use crate::rules::worked::{Counted, Input, Side, Worked};

/// What the rules say of such a request.
pub fn answer(case: &Case<'_>) -> Answer {
    let settled = settled(case);
    if let Some(state @ (ClockState::NotSent | ClockState::Bounced)) = settled {
        return Answer::of(state);
    }
    let start = Start::of(case);
    if let (Some(awaited), None) = (start.awaited, settled) {
        return Answer { awaited: Some(awaited), ..Answer::of(ClockState::WaitingForMe) };
    }
    if start.awaited.is_some() || start.span.is_unknown() {
        return Answer::of(settled.unwrap_or(ClockState::Waiting));
    }
    let month = Term::of(case, &start, 1);
    let more_time = more_time(case, &month.due);
    let longer = more_time.map(|_| Term::of(case, &start, 3));
    let counted = longer.as_ref().unwrap_or(&month);
    let (due, paused) = (counted.due, counted.pauses.open);
    let state = settled.unwrap_or_else(|| match paused {
        Some(_) => ClockState::Paused,
        None if unclear(case).is_some() => ClockState::WaitingForMe,
        None if is_over(case, &due) => ClockState::Overdue,
        None if more_time.is_some() => ClockState::Extended,
        None => ClockState::Waiting,
    });
    let running = paused.is_none();
    let terms = longer.into_iter().chain([month]).filter(|_| running);
    Answer {
        deadlines: terms.map(|term| term.worked(case, &start, more_time)).collect(),
        due: Some(due).filter(|_| running && settled.is_none()),
        paused_since: paused.filter(|_| state == ClockState::Paused).and_then(|since| since.earliest.or(since.latest)),
        awaited: paused.or_else(|| unclear(case)).map(|since| Awaited { what: Wanted::Clarity, since }),
        more_time,
        ..Answer::of(state)
    }
}

/// A question about what is wanted that was not answered. It stops the time only of a request for a copy.
fn unclear(case: &Case<'_>) -> Option<Span> {
    let pairs = case.history.pairs(Kind::ClarificationAsked, Kind::ClarificationGiven);
    pairs.into_iter().find(|(_, answered)| answered.is_none()).map(|(asked, _)| asked.span)
}

/// When the time begins: the latest of receipt, proof and fee, the last two only if they were asked for.
struct Start {
    span: Span,
    inputs: Vec<Input>,
    steps: Vec<String>,
    awaited: Option<Awaited>,
}

impl Start {
    fn of(case: &Case<'_>) -> Self {
        let mut start = Self {
            span: case.arrival.received,
            inputs: inputs(case),
            steps: vec![case.arrival.how.clone()],
            awaited: None,
        };
        let proof = ["They asked me to show who I am", "I did so", "Proof given"];
        let fee = ["They asked for a fee", "I paid it", "Fee paid"];
        start.not_before(case, Wanted::Proof, (Kind::IdAsked, Kind::IdGiven), proof);
        start.not_before(case, Wanted::Fee, (Kind::FeeAsked, Kind::FeePaid), fee);
        if !start.span.is_unknown() {
            start.steps.push(format!("So the time begins {}.", say::on(&start.span)));
        }
        if start.span.latest.is_some_and(|latest| !known(SAR_START).in_force(latest)) {
            start.steps.push(
                "It began before 5 February 2026, when this way of counting became law; the regulator's guidance counted alike before."
                    .to_owned(),
            );
        }
        start
    }

    fn not_before(&mut self, case: &Case<'_>, what: Wanted, kinds: (Kind, Kind), [asking, giving, name]: [&str; 3]) {
        for (asked, given) in case.history.pairs(kinds.0, kinds.1) {
            let Some(given) = given else {
                self.awaited = Some(self.awaited.unwrap_or(Awaited { what, since: asked.span }));
                continue;
            };
            self.span = self.span.later_of(&given.span);
            self.inputs.push(Input { name: name.to_owned(), said: given.said.clone(), span: given.span });
            self.steps.push(format!("{asking} {}. {giving} {}.", say::on(&asked.span), say::on(&given.span)));
        }
    }
}

/// A number of months from the start, with the days that do not count.
struct Term {
    months: u32,
    plain: Span,
    with_pauses: Span,
    due: Span,
    pauses: Pauses,
    rolling: Vec<String>,
}

impl Term {
    fn of(case: &Case<'_>, start: &Start, months: u32) -> Self {
        let plain = start.span.map(|day| corr(day, months));
        let pauses = Pauses::of(case, &moved(case, &plain).0);
        let with_pauses = pauses.after(&plain);
        let (due, rolling) = moved(case, &with_pauses);
        Self { months, plain, with_pauses, due, pauses, rolling }
    }

    fn worked(self, case: &Case<'_>, start: &Start, more_time: Option<MoreTime>) -> Worked {
        let mut steps = start.steps.clone();
        let longer = more_time.filter(|_| self.months == 3);
        if let Some(more_time) = longer {
            steps.extend(told(case, more_time));
        }
        let months = if self.months == 1 { "One month" } else { "Three months" };
        steps.push(format!("{months} from then: {}.{}", say::span(&self.plain), short_month(start, self.plain)));
        steps.extend(self.pauses.steps);
        if !self.pauses.stretches.is_empty() {
            steps.push(format!(
                "With the days that do not count: {}. How to add days to months is our reading, so the last day is used.",
                say::span(&self.with_pauses)
            ));
        }
        steps.extend(self.rolling);
        let rule = known(if self.months == 1 { SAR_MONTH } else { SAR_EXTENDED });
        let inputs = start.inputs.clone();
        let counted = Counted { rule, inputs, steps, due: self.due, side: Side::Theirs, calendars: case.calendars() };
        counted.worked(case.facts.today, case.facts.holidays)
    }
}

/// Why the day-number changed, where it did.
fn short_month(start: &Start, end: Span) -> &'static str {
    let shorter = |(from, to): (NaiveDate, NaiveDate)| to.day() < from.day();
    let changed = start.span.certain().zip(end.certain()).is_some_and(shorter);
    if changed { " That month has no such date, so its last day counts." } else { "" }
}

/// That they told of more time; the first time they did, because the law knows one.
fn more_time(case: &Case<'_>, month: &Span) -> Option<MoreTime> {
    let told: &Happened<'_> = case.history.of(Kind::Extended).next()?;
    let in_the_first_month = match (told.span.earliest, told.span.latest, month.latest) {
        (_, Some(told), Some(month)) if told <= month => Some(true),
        (Some(told), _, Some(month)) if told > month => Some(false),
        _ => None,
    };
    Some(MoreTime { told: told.span, in_the_first_month, with_reasons: !told.words.is_empty(), without: *month })
}

fn told(case: &Case<'_>, more_time: MoreTime) -> Vec<String> {
    let mut steps = vec![format!("They told me {} that they need more time.", say::on(&more_time.told))];
    let month = say::on(&more_time.without);
    steps.push(match more_time.in_the_first_month {
        Some(true) => format!("That was within the first month, which ends {month}."),
        Some(false) => format!("The first month ended {month}. Both days are shown."),
        None => {
            format!("The first month ends {month}; whether they told me in it is not known. Both days are shown.")
        }
    });
    if !more_time.with_reasons {
        steps.push("No reasons are noted with it. Both days are shown.".to_owned());
    }
    if case.history.of(Kind::Extended).count() > 1 {
        steps.push("They told me so more than once. It is counted once.".to_owned());
    }
    steps
}
