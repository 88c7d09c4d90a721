//! The dates of the incidents, who told whom, and who was named later.

use recourse_bundle::model::{IncidentDate, IncidentDates, NamedLater, Telling};
use recourse_domain::StatedDate;
use recourse_domain::records::{Entry, Event, Incident};
use recourse_domain::timeline::{Timeline, gap};

use super::{View, say};
use crate::bundles::chronology::certainty;

/// Every incident with each of its dates, those that are not on record too.
pub(super) fn incidents(view: &View<'_>) -> Vec<IncidentDates> {
    view.chosen.incidents.iter().map(|incident| dates(view, incident)).collect()
}

fn dates(view: &View<'_>, incident: &Entry<Incident>) -> IncidentDates {
    let body = &incident.body;
    let told = &body.controller_told;
    let rows = [
        ("it happened", &body.occurred),
        ("it was discovered", &body.discovered),
        ("the organisation was told", told),
        ("the regulator was told", &body.regulator_told),
        ("the public was told", &body.public_told),
        ("the claimant was told", &body.claimant_told),
    ];
    let dates = rows
        .into_iter()
        .map(|(what, date)| {
            let source = source_of(view, date);
            let later = ["the regulator was told", "the public was told", "the claimant was told"].contains(&what);
            IncidentDate {
                what: what.to_owned(),
                date: say::date(date),
                after: if later { counted(told, date) } else { String::new() },
                certainty: (!date.is_undated()).then(|| certainty(date, source.as_deref())),
                source,
            }
        })
        .collect();
    IncidentDates { name: body.name.clone(), kind_as_told: body.kind_as_told.clone(), dates }
}

/// "5 days after the organisation was told": a count always names the field from which it counts.
fn counted(told: &StatedDate, date: &StatedDate) -> String {
    if told.is_undated() || date.is_undated() {
        return String::new();
    }
    gap(told, date).in_words().map(|days| format!("{days} after the organisation was told")).unwrap_or_default()
}

fn source_of(view: &View<'_>, date: &StatedDate) -> Option<String> {
    date.basis_evidence.and_then(|id| view.chosen.reference_of(id)).map(|reference| reference.to_string())
}

/// Parties that were not named at first.
pub(super) fn named(view: &View<'_>) -> Vec<NamedLater> {
    let parties = view.chosen.parties.iter();
    parties
        .filter_map(|party| {
            let known = party.body.identified_as.as_ref()?;
            Some(NamedLater {
                shown: party.body.name.clone(),
                name: view.chosen.party(known.party)?.body.name.clone(),
                by: if known.named_by.trim().is_empty() {
                    "somebody who is not on record".to_owned()
                } else {
                    known.named_by.clone()
                },
                date: say::date(&known.on),
                authority: known.authority.clone(),
                source: source_of(view, &known.on),
            })
        })
        .collect()
}

/// Who told whom, in order of time; those without a date after them.
pub(super) fn tellings(view: &View<'_>) -> Vec<Telling> {
    let told = view.chosen.events.iter().filter(|event| event.body.told_by.is_some() || event.body.told_to.is_some());
    let ordered = Timeline::new(told, |event| &event.body.happened, |event| event.reference.number);
    ordered.dated.into_iter().chain(ordered.undated).map(|event| telling(view, event)).collect()
}

fn telling(view: &View<'_>, event: &Entry<Event>) -> Telling {
    let body = &event.body;
    let source = view.chosen.rests_in(&event.evidence, None).or_else(|| source_of(view, &body.happened));
    Telling {
        date: say::date(&body.happened),
        what: body.title.clone(),
        from: view.chosen.named(body.told_by),
        to: view.chosen.named(body.told_to),
        text: body.text.clone(),
        certainty: certainty(&body.happened, source.as_deref()),
        source,
    }
}
