//! What to draw of a clock: its days in their order.

use super::{Answer, Case, Point};
use crate::choices::RequestEventKind as Kind;
use crate::rules::ids::{COMPLAINT_ACT, FIRST_REPLY, REGULATOR_REVIEW, REGULATOR_WINDOW, SAR_EXTENDED};
use crate::rules::span::Span;

/// Each day that is known at one end at least.
pub fn of(case: &Case<'_>, answer: &Answer) -> Vec<Point> {
    let mut points = Vec::new();
    let mut add = |label: &str, span: Span| {
        if !span.is_unknown() {
            points.push(Point { label: label.to_owned(), span });
        }
    };
    add("Sent", Span::of(&case.history.sent));
    if case.arrival.sent != Span::of(&case.history.sent) {
        add("Sent again", case.arrival.sent);
    }
    add("Came back", case.arrival.bounced.unwrap_or_default());
    add(if case.arrival.assumed { "Received, if on the day it was sent" } else { "Received" }, case.arrival.received);
    for (kind, label) in EVENTS {
        for event in case.history.of(kind) {
            add(label, event.span);
        }
    }
    for worked in &answer.deadlines {
        add(due_label(&worked.rule.id), worked.due);
    }
    points.sort_by_key(|point| (point.span.earliest.or(point.span.latest), point.span.latest));
    points
}

/// What stands beside a day that was worked out.
fn due_label(rule: &str) -> &'static str {
    match rule {
        SAR_EXTENDED => "Due with more time",
        COMPLAINT_ACT => "Due as the Act counts",
        FIRST_REPLY => "A first reply is hoped for",
        REGULATOR_WINDOW => "Write to the regulator by",
        REGULATOR_REVIEW => "Ask the regulator to look again by",
        _ => "Due",
    }
}

/// The events that are drawn, with what stands beside them.
const EVENTS: [(Kind, &str); 11] = [
    (Kind::Acknowledged, "They confirmed it"),
    (Kind::IdAsked, "Asked who I am"),
    (Kind::IdGiven, "Proof given"),
    (Kind::FeeAsked, "Asked for a fee"),
    (Kind::FeePaid, "Fee paid"),
    (Kind::ClarificationAsked, "Paused from"),
    (Kind::ClarificationGiven, "Paused to"),
    (Kind::Extended, "Told of more time"),
    (Kind::Progress, "Told how it stands"),
    (Kind::Answered, "Answered"),
    (Kind::Withdrawn, "Taken back"),
];
