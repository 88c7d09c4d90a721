//! How long after the claimant left their data was still in play: plain distances between dates, each with its uncertainty.

use recourse_domain::choices::{Addressed, Certainty};
use recourse_domain::membership::held;
use recourse_domain::records::Notice;
use recourse_domain::timeline::certainty;
use recourse_domain::{RecordId, StatedDate};

use super::Records;

/// One such distance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFact {
    /// The record that shows it.
    pub record: RecordId,
    /// A sentence.
    pub text: String,
}

/// What the dates bear, the longest first known first: incidents, then the first notice to the claimant of each. Where the dates do not show
/// that something came after leaving, nothing is said.
pub fn held_facts(records: &Records, incident: Option<RecordId>) -> Vec<HeldFact> {
    let left = &records.claim.body.relationship.to;
    if left.is_undated() {
        return Vec::new();
    }
    let with = records.organisation();
    let with = if with.is_empty() { "the organisation" } else { with };
    let ended = format!("the relationship with {with} ended ({})", left.in_words());
    let mut facts = Vec::new();
    let mut say = |record: RecordId, date: &StatedDate, what: String| {
        if let Some(months) = held(left, date).and_then(|held| held.in_words()) {
            facts.push(HeldFact { record, text: format!("{what} ({}), {months} after {ended}.", date.in_words()) });
        }
    };
    let to_me = |notice: &Notice| notice.addressed == Addressed::ToMe;
    for entry in records.incidents.iter().filter(|entry| incident.is_none_or(|wanted| wanted == entry.id)) {
        let body = &entry.body;
        let about = |links: &[_]| certainty(links, entry.id) == Some(Certainty::Sure);
        let mine = records.notices.iter().any(|notice| to_me(&notice.body) && about(&notice.incidents));
        // An incident bears on the claimant's data only where somebody told the claimant of it.
        if mine || !body.claimant_told.is_undated() {
            say(entry.id, &body.occurred, format!("“{}” happened", body.name));
            say(entry.id, &body.controller_told, format!("The organisation was told of “{}”", body.name));
        }
    }
    let about = |links: &[_]| incident.is_none_or(|wanted| certainty(links, wanted).is_some());
    let first = records
        .notices
        .iter()
        .find(|notice| to_me(&notice.body) && about(&notice.incidents) && !notice.body.listed_on().is_undated());
    if let Some(notice) = first {
        say(notice.id, notice.body.listed_on(), format!("{} was addressed to the claimant", notice.reference));
    }
    facts
}
