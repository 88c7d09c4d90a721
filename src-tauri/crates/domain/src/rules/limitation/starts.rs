//! The days from which time may be counted, with what they are the days of.

use super::{IncidentFacts, LimitationFacts};
use crate::dates::{DateKind, StatedDate};
use crate::rules::span::Span;

/// What a start is the day of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The breach itself.
    Happened,
    /// Somebody came to know of it.
    Known,
}

/// One start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    pub what: What,
    /// Which one it is.
    pub name: String,
    /// The words it was stated in.
    pub said: String,
    /// Whether nobody stated it, and it only follows from the others that it was not after them.
    pub inferred: bool,
    pub span: Span,
    /// Whether it lasted, so that its end may be the start.
    pub lasted: bool,
}

/// Every start, breach by breach, then the notices.
pub fn of(facts: &LimitationFacts) -> Vec<Start> {
    let notices = facts.notices.iter().map(|(reference, date)| known(format!("The date of notice {reference}"), date));
    facts.incidents.iter().flat_map(|incident| of_incident(incident, facts)).chain(notices.flatten()).collect()
}

fn of_incident(incident: &IncidentFacts, facts: &LimitationFacts) -> Vec<Start> {
    let name =
        |what: &str| if incident.name.is_empty() { what.to_owned() } else { format!("{what} ({})", incident.name) };
    let mut starts = vec![happened(incident, facts, name("When it happened"))];
    let later = [
        ("When it was found", &incident.discovered),
        ("When the organisation was told", &incident.controller_told),
        ("When you were told", &incident.claimant_told),
    ];
    starts.extend(later.into_iter().filter_map(|(what, date)| known(name(what), date)));
    starts.retain(|start| !start.span.is_unknown());
    starts
}

/// When it happened. Where that is not known, it was not after the first day on which anybody knew of it.
fn happened(incident: &IncidentFacts, facts: &LimitationFacts, name: String) -> Start {
    let stated = Span::of(&incident.occurred);
    let known = [&incident.discovered, &incident.controller_told, &incident.claimant_told];
    let by = known.into_iter().filter_map(StatedDate::latest_with_tolerance).min();
    // A notice speaks of the only breach there is, or it cannot be told of which.
    let alone = facts.incidents.len() == 1;
    let noticed = facts.notices.iter().filter(|_| alone).filter_map(|(_, date)| date.latest_with_tolerance()).min();
    let latest = stated.latest.or_else(|| by.into_iter().chain(noticed).min());
    let lasted = incident.occurred.kind == DateKind::Span;
    let span = Span {
        earliest: stated.earliest,
        latest: latest.filter(|latest| stated.earliest.is_none_or(|first| first <= *latest)),
    };
    Start {
        what: What::Happened,
        name,
        said: incident.occurred.as_stated.clone(),
        inferred: incident.occurred.is_undated(),
        span,
        lasted,
    }
}

fn known(name: String, date: &StatedDate) -> Option<Start> {
    let span = Span::of(date);
    let start = Start { what: What::Known, name, said: date.as_stated.clone(), inferred: false, span, lasted: false };
    Some(start).filter(|start| !start.span.is_unknown())
}
