//! A clock as the window shows it: its line, its dates and how each was worked out.

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::rules::{self, Badge, Clock, Point, Rule, Side, Span, Worked};
use recourse_domain::timeline::Scale;
use recourse_organiser::requests::{in_words, stated};

use super::timeline::{bar, ticks};
use crate::types::*;

/// The clock of a request on a day.
pub(super) fn clock(clock: &Clock, today: NaiveDate) -> ClockView {
    let dates: Vec<StatedDate> = clock.points.iter().map(|point| stated(point.span)).collect();
    let now = StatedDate::day(today);
    let any = dates.iter().any(|date| !date.is_undated());
    let scale = any.then(|| Scale::over(dates.iter().chain(std::iter::once(&now)))).flatten();
    ClockView {
        state: clock.state,
        sentence: clock.sentence.clone(),
        mine: clock.side == Side::Mine,
        due: clock.due.map(span),
        paused_since: clock.paused_since.map(|day| day.to_string()),
        assumed_received: clock.assumed_received,
        deadlines: clock.deadlines.iter().map(worked).collect(),
        points: clock.points.iter().zip(&dates).map(|(one, date)| point(one, date, scale)).collect(),
        ticks: ticks(scale),
        today: scale.map(|scale| scale.at(today)),
        on: today.to_string(),
        next: clock.next,
    }
}

pub(super) fn span(span: Span) -> SpanView {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    SpanView { earliest: day(span.earliest), latest: day(span.latest), words: in_words(span) }
}

fn point(point: &Point, date: &StatedDate, scale: Option<Scale>) -> ClockPoint {
    ClockPoint { label: point.label.clone(), days: span(point.span), bar: bar(scale, date) }
}

pub(super) fn worked(worked: &Worked) -> WorkedView {
    let rule = worked.rule;
    let badges = &worked.badges;
    WorkedView {
        rule: rule.id.clone(),
        title: rule.title.clone(),
        text: rule.text.clone(),
        summary: worked.summary.clone(),
        due: span(worked.due),
        inputs: worked
            .inputs
            .iter()
            .map(|one| WorkedInput { name: one.name.clone(), said: one.said.clone(), days: in_words(one.span) })
            .collect(),
        steps: worked.steps.clone(),
        calendars: worked.calendars.iter().map(|calendar| calendar.words().to_owned()).collect(),
        citations: citations(rule),
        confidence: match rule.confidence {
            rules::Confidence::High => "high",
            rules::Confidence::Medium => "medium",
            rules::Confidence::Low => "low",
        }
        .to_owned(),
        checked_on: rule.checked_on.to_string(),
        unchecked: badges.contains(&Badge::Unchecked),
        may_have_changed: badges.contains(&Badge::MayHaveChanged),
        provisional: badges.contains(&Badge::HolidaysProvisional),
    }
}

/// What a rule rests on.
pub(super) fn citations(rule: &Rule) -> Vec<CitationView> {
    let each = rule.citations.iter();
    each.map(|one| CitationView { reference: one.reference.clone(), note: one.note.clone() }).collect()
}
