//! The sentences of a working that several clocks share.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Case;
use crate::choices::Jurisdiction;
use crate::rules::count::roll;
use crate::rules::holidays::Calendar;
use crate::rules::say;
use crate::rules::span::Span;
use crate::rules::worked::{Input, rolled};

/// The day of sending and that of receipt, as what goes in.
pub fn inputs(case: &Case<'_>) -> Vec<Input> {
    let arrival = &case.arrival;
    let sent = Input { name: "Sent".to_owned(), said: arrival.sent_said.clone(), span: arrival.sent };
    let received = Input { name: "Received".to_owned(), said: arrival.how.clone(), span: arrival.received };
    vec![sent, received]
}

/// A bound moved past weekends and holidays, with what moved it.
pub fn moved(case: &Case<'_>, unrolled: &Span) -> (Span, Vec<String>) {
    let (calendars, holidays) = (case.calendars(), case.facts.holidays);
    let due = rolled(unrolled, &calendars, holidays);
    let mut steps = Vec::new();
    let mut days: Vec<NaiveDate> = unrolled.earliest.into_iter().chain(unrolled.latest).collect();
    days.dedup();
    for day in days {
        let mut seen: Vec<(NaiveDate, Vec<Calendar>)> = Vec::new();
        for calendar in &calendars {
            let to = roll(day, *calendar, holidays);
            match seen.iter_mut().find(|(found, _)| *found == to) {
                Some((_, same)) => same.push(*calendar),
                None => seen.push((to, vec![*calendar])),
            }
        }
        for (to, of) in seen.into_iter().filter(|(to, _)| *to != day) {
            let first = of.first().copied().unwrap_or(Calendar::EnglandWales);
            let place = if of.len() == calendars.len() && calendars.len() > 1 {
                String::new()
            } else {
                format!(" in {}", listed(&of))
            };
            let why = why(case, first, day);
            steps.push(format!(
                "{} is {why}, so the next working day{place} counts: {}.",
                say::day(day),
                say::weekday(to)
            ));
        }
    }
    if calendars.len() > 1 {
        let unsure = match case.request.calendar {
            Some(Jurisdiction::Other) => "They are outside the United Kingdom",
            _ => "It is not noted in which part of the United Kingdom they are",
        };
        steps.push(format!(
            "{unsure}, so the public holidays of all its parts were looked at and the last day is used."
        ));
    }
    (due, steps)
}

fn why(case: &Case<'_>, calendar: Calendar, day: NaiveDate) -> String {
    match case.facts.holidays.name(calendar, day) {
        Some(name) => format!("a public holiday ({name})"),
        None if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => format!("a {}", day.format("%A")),
        None => "not a working day".to_owned(),
    }
}

fn listed(calendars: &[Calendar]) -> String {
    let words: Vec<&str> = calendars.iter().map(|calendar| calendar.words()).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and in {last}", rest.join(", in ")),
        _ => words.concat(),
    }
}
