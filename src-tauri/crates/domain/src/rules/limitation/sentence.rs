//! What can be said of all candidates together: where they lie, never whether a claim is in time.

use chrono::NaiveDate;

use super::candidates::is_ordinary;
use super::{Candidate, LimitationFacts};
use crate::choices::Jurisdiction;
use crate::rules::say;
use crate::rules::span::Span;

/// Stands under every list of candidates.
const WHO_DECIDES: &str = "Courts decide when time starts. If any date here is near or past, speak to a solicitor now. This is not legal advice.";

pub fn of(facts: &LimitationFacts, candidates: &[Candidate], working: &Span) -> String {
    if facts.jurisdiction == Some(Jurisdiction::Other) {
        return format!("Recourse knows the periods of the United Kingdom only. {WHO_DECIDES}");
    }
    let ends: Vec<Span> =
        candidates.iter().filter(|candidate| is_ordinary(candidate.rule)).map(|candidate| candidate.working).collect();
    format!("{} {WHO_DECIDES}", where_they_lie(facts, &ends, working))
}

fn where_they_lie(facts: &LimitationFacts, ends: &[Span], working: &Span) -> String {
    let today = facts.today;
    let Some(first) = working.latest.or(working.earliest) else {
        return "No date is noted from which a period could be counted.".to_owned();
    };
    let place = match facts.jurisdiction {
        Some(Jurisdiction::Scotland) => "in Scotland ",
        Some(Jurisdiction::NorthernIreland) => "in Northern Ireland ",
        Some(Jurisdiction::EnglandWales) => "in England and Wales ",
        _ => "",
    };
    let over = |span: &Span| span.latest.is_some_and(|latest| latest < today);
    if ends.iter().all(over) {
        return format!(
            "On the dates you gave, the ordinary period {place}seems to have ended. Exceptions exist and only a lawyer can say. Ask now."
        );
    }
    match working.earliest {
        Some(earliest) if earliest < today => {
            let last = ends.iter().filter_map(|span| span.latest).max().filter(|last| *last >= today);
            let others = last.map_or("on others it may still run".to_owned(), |last| {
                format!("on others it runs to {}", say::day(last))
            });
            format!(
                "On some of the dates you gave, the ordinary period {place}seems to have ended on {}; {others}. Ask now.",
                say::day(earliest)
            )
        }
        Some(earliest) => runs(place, earliest, &format!("work to {}", say::day(earliest))),
        None if first < today => format!(
            "On some of the dates you gave, the ordinary period {place}seems to have ended by {}. Ask now.",
            say::day(first)
        ),
        None => runs(
            place,
            first,
            &format!(
                "{} at the very latest, earlier if the breach came before the first day somebody knew of it",
                say::day(first)
            ),
        ),
    }
}

fn runs(place: &str, into: NaiveDate, until: &str) -> String {
    format!(
        "On what was said, the ordinary period {place}appears to run into {}: {until}. Act well before.",
        say::month(into)
    )
}
