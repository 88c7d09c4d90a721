//! Pairs of statements that do not seem to fit, or of which one corrects the other, and what differs between them.

use recourse_domain::choices::{BreachType, SourceGrade, StatementTie};
use recourse_domain::records::{Statement, StatementLink};
use recourse_domain::{RecordId, StatedDate};

use super::{Listed, list};
use crate::Result;
use crate::session::{Session, Unlocked};

/// Two statements, and what was said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// What the first says of the second.
    pub link: StatementLink,
    /// The one that says it.
    pub first: Listed,
    /// The other.
    pub second: Listed,
    /// What differs between them beside the words, a sentence each.
    pub differ: Vec<String>,
}

/// The pairs of a claim. Two statements that each are said not to fit with the other make one pair.
///
/// # Errors
/// What the records said.
pub fn pairs(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Pair>> {
    let all = list(session, claim)?;
    let mut found: Vec<Pair> = Vec::new();
    for first in &all {
        for link in &first.entry.body.links {
            let fits = matches!(link.tie, StatementTie::Corrects | StatementTie::ConflictsWith);
            let Some(second) = all.iter().find(|one| fits && one.entry.id == link.statement) else { continue };
            let said_already = found.iter().any(|pair| {
                pair.link.tie == StatementTie::ConflictsWith
                    && link.tie == StatementTie::ConflictsWith
                    && pair.first.entry.id == second.entry.id
                    && pair.second.entry.id == first.entry.id
            });
            if !said_already {
                let differ = differ(first, second);
                found.push(Pair { link: link.clone(), first: first.clone(), second: second.clone(), differ });
            }
        }
    }
    Ok(found)
}

fn differ(first: &Listed, second: &Listed) -> Vec<String> {
    let (one, two) = (&first.entry.body, &second.entry.body);
    let named = [(&first.entry.reference, one), (&second.entry.reference, two)]
        .map(|(reference, body)| (reference.to_string(), body));
    [sources(first, second), grades(&named), times(&named), owners(&named), kinds(&named)]
        .into_iter()
        .flatten()
        .collect()
}

type Named<'s> = [(String, &'s Statement); 2];

fn sources(first: &Listed, second: &Listed) -> Option<String> {
    let (one, two) = (first.speaker.trim(), second.speaker.trim());
    let same_party = first.entry.body.speaker.is_some() && first.entry.body.speaker == second.entry.body.speaker;
    let known = !one.is_empty() && !two.is_empty();
    (known && !same_party && !one.eq_ignore_ascii_case(two))
        .then(|| format!("They come from different sources: {one} and {two}."))
}

fn grades([(one, first), (two, second)]: &Named<'_>) -> Option<String> {
    let words = |grade| match grade {
        SourceGrade::OwnDocument => "a document of the organisation itself",
        SourceGrade::Official => "a public body",
        SourceGrade::Press => "the press",
        SourceGrade::Hearsay => "somebody who had it from somebody else",
    };
    (first.grade != second.grade)
        .then(|| format!("{one} comes from {}, {two} from {}.", words(first.grade), words(second.grade)))
}

fn times([(one, first), (two, second)]: &Named<'_>) -> Option<String> {
    let undated = |date: &StatedDate| date.is_undated();
    match (undated(&first.said), undated(&second.said)) {
        (true, true) => None,
        (true, false) => Some(format!("{one} carries no date; {two} was said {}.", when(&second.said))),
        (false, true) => Some(format!("{two} carries no date; {one} was said {}.", when(&first.said))),
        (false, false) => (first.said.edtf != second.said.edtf).then(|| {
            format!("They were said at different times: {one} {}, {two} {}.", when(&first.said), when(&second.said))
        }),
    }
}

/// "on 3 November 2021", "in November 2021", or the words as they are where they bring their own preposition.
fn when(date: &StatedDate) -> String {
    let words = date.in_words();
    let day = date.earliest.is_some() && date.earliest == date.latest;
    match words.chars().next() {
        Some(first) if first.is_ascii_digit() && day => format!("on {words}"),
        Some(first) if first.is_ascii_digit() || first.is_ascii_uppercase() => format!("in {words}"),
        _ => words,
    }
}

fn owners([(one, first), (two, second)]: &Named<'_>) -> Option<String> {
    let (mine, theirs) = (first.whose_data.trim(), second.whose_data.trim());
    match (mine.is_empty(), theirs.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("{two} covers “{theirs}”; {one} does not say whose data it covers.")),
        (false, true) => Some(format!("{one} covers “{mine}”; {two} does not say whose data it covers.")),
        (false, false) => (!mine.eq_ignore_ascii_case(theirs))
            .then(|| format!("They differ in whose data they cover: {one} “{mine}”, {two} “{theirs}”.")),
    }
}

fn kinds([(one, first), (two, second)]: &Named<'_>) -> Option<String> {
    let kinds = |body: &Statement| {
        let mut kinds = body.breach_types.clone();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let (mine, theirs) = (kinds(first), kinds(second));
    if mine == theirs || mine.is_empty() || theirs.is_empty() {
        return None;
    }
    Some(format!("{one} speaks of data {}; {two} of data {}.", told(&mine), told(&theirs)))
}

fn told(kinds: &[BreachType]) -> String {
    let words: Vec<&str> = kinds
        .iter()
        .map(|kind| match kind {
            BreachType::Confidentiality => "that was seen or taken",
            BreachType::Integrity => "that was altered",
            BreachType::Availability => "that could not be reached",
        })
        .collect();
    words.join(" and ")
}
