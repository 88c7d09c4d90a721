//! The ordinary time for going to court, as candidates: each day from which it may be counted, with where it ends. Never a verdict, because
//! only a court decides when time starts.

mod candidates;
mod sentence;
mod starts;

use chrono::NaiveDate;

use super::ids::{CONCEALED, DISABILITY};
use super::rule::{Rule, rule};
use super::span::Span;
use super::worked::Worked;
use crate::choices::Jurisdiction;
use crate::dates::StatedDate;

/// The dates of one breach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IncidentFacts {
    /// What the person calls it.
    pub name: String,
    /// When it happened.
    pub occurred: StatedDate,
    /// When it was found.
    pub discovered: StatedDate,
    /// When the organisation was told.
    pub controller_told: StatedDate,
    /// When the person was told.
    pub claimant_told: StatedDate,
}

/// What the candidates are worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitationFacts {
    /// Where the claim would be brought; where nobody knows, all three parts of the United Kingdom are shown.
    pub jurisdiction: Option<Jurisdiction>,
    /// The day for which it is asked.
    pub today: NaiveDate,
    /// The breaches of the claim.
    pub incidents: Vec<IncidentFacts>,
    /// The notices, each with its reference and its date.
    pub notices: Vec<(String, StatedDate)>,
    /// Whether the claim includes harm to health.
    pub personal_injury: bool,
    /// Whether it is against a public body.
    pub public_authority: bool,
}

/// One day from which time may be counted, with where that ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The rule.
    pub rule: &'static Rule,
    /// Which start, with the words it was stated in.
    pub from: String,
    /// The last day under the rule, with its working.
    pub worked: Worked,
    /// The last day that is safe whichever way the first day is counted; the earlier end counts.
    pub working: Span,
}

/// The candidates, and what can be said about all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limitation {
    /// The candidates, those that end first before the others.
    pub candidates: Vec<Candidate>,
    /// The earliest working day of the ordinary period; its beginning is open where a start may lie before every day that is known.
    pub working: Span,
    /// Rules that can move all of this and from which nothing is ever counted.
    pub pointers: Vec<&'static Rule>,
    /// What can be said, with who decides.
    pub sentence: String,
}

/// Works out the candidates.
pub fn limitation(facts: &LimitationFacts) -> Limitation {
    let mut candidates = candidates::of(facts);
    candidates.sort_by_key(|candidate| (candidate.working.earliest, candidate.working.latest));
    let working = earliest(candidates.iter().filter(|candidate| candidates::is_ordinary(candidate.rule)));
    let pointed = [CONCEALED, DISABILITY].into_iter().filter_map(rule);
    let pointers = pointed.filter(|rule| candidates::applies(rule, facts.jurisdiction)).collect();
    let sentence = sentence::of(facts, &candidates, &working);
    Limitation { candidates, working, pointers, sentence }
}

/// The earliest of several ends: its first day is open where that of any is, and its last day is the first of their last days.
fn earliest<'c>(candidates: impl Iterator<Item = &'c Candidate>) -> Span {
    let spans: Vec<Span> = candidates.map(|candidate| candidate.working).collect();
    let first: Option<Vec<NaiveDate>> = spans.iter().map(|span| span.earliest).collect();
    Span {
        earliest: first.and_then(|days| days.into_iter().min()),
        latest: spans.iter().filter_map(|span| span.latest).min(),
    }
}
