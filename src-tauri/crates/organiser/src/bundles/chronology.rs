//! One event a row, in neutral words, every row with its source or marked as recollection.

use recourse_bundle::model::{Certainty, ChronologyRow};
use recourse_domain::choices::{Channel, Direction};
use recourse_domain::dates::Basis;
use recourse_domain::records::{Claim, Entry, EvidenceLink, Incident};
use recourse_domain::{RecordId, StatedDate};

use super::selection::{Chosen, Preview};
use super::told;

/// The chronology of what goes into a bundle, dated rows by date and undated ones after them.
pub fn rows(preview: &Preview, organisation: &str) -> Vec<ChronologyRow> {
    let chosen = &preview.chosen;
    let mut rows = Vec::new();
    relationship(&preview.claim.body, organisation, chosen, &mut rows);
    for incident in &chosen.incidents {
        incident_rows(incident, chosen, &mut rows);
    }
    for notice in &chosen.notices {
        let body = &notice.body;
        let about = format!("Notice {}: “{}”", notice.reference, notice_title(&body.subject, &body.from));
        let source = source(&notice.evidence, chosen, &notice.reference.to_string());
        let mut event = |date: &StatedDate, what: &str, wanted: bool| {
            if wanted {
                rows.push(row(date, format!("{about} {what}"), &body.from, source.clone(), chosen));
            }
        };
        let dated = !body.on_document.is_undated();
        event(&body.on_document, if dated { "is dated" } else { "carries no date" }, true);
        let differs = body.received.sort_key() != body.on_document.sort_key();
        event(&body.received, "was received", !body.received.is_undated() && differs);
        event(&body.first_seen, "was first seen", !body.first_seen.is_undated());
    }
    for letter in &chosen.letters {
        let body = &letter.body;
        let title = notice_title(&body.subject, &body.from);
        let event = match (body.channel, body.direction) {
            (Channel::Call, _) => format!("Call {}: {title}", letter.reference),
            (_, Direction::Sent) => format!("{} sent to {}: “{title}”", letter.reference, known(&body.to)),
            (_, Direction::Received) => format!("{} received from {}: “{title}”", letter.reference, known(&body.from)),
        };
        let who = if body.direction == Direction::Sent { "the claimant" } else { &body.from };
        let source = source(&letter.evidence, chosen, &letter.reference.to_string());
        rows.push(row(body.listed_on(), event, who, source, chosen));
    }
    for contact in &chosen.contacts {
        let body = &contact.body;
        let title = notice_title(&body.subject, &body.sender_shown);
        let event = format!("Suspicious contact {}: “{title}”", contact.reference);
        let source = source(&contact.evidence, chosen, &contact.reference.to_string());
        rows.push(row(&body.happened, event, &body.sender_shown, source, chosen));
    }
    told::chronology(chosen, &mut rows);
    for (item, _) in &chosen.evidence {
        let used = chosen.notices.iter().any(|n| rests_on(&n.evidence, item.id))
            || chosen.letters.iter().any(|l| rests_on(&l.evidence, item.id))
            || chosen.contacts.iter().any(|c| rests_on(&c.evidence, item.id));
        if !used && !item.body.date.is_undated() {
            let event = format!("{}: {}", item.reference, item.body.title);
            rows.push(row(&item.body.date, event, "", Some(item.reference.to_string()), chosen));
        }
    }
    rows.sort_by_key(|row| {
        let undated = row.normalised.is_none();
        (undated, row.earliest.unwrap_or(chrono::NaiveDate::MIN), row.latest.unwrap_or(chrono::NaiveDate::MAX))
    });
    for (number, row) in (1..).zip(&mut rows) {
        row.no = number;
    }
    rows
}

fn relationship(claim: &Claim, organisation: &str, chosen: &Chosen, rows: &mut Vec<ChronologyRow>) {
    let with = if organisation.is_empty() { "the organisation" } else { organisation };
    for (date, what) in [(&claim.relationship.from, "began"), (&claim.relationship.to, "ended")] {
        if !date.is_undated() {
            rows.push(row(
                date,
                format!("The claimant’s relationship with {with} {what}"),
                "the claimant",
                None,
                chosen,
            ));
        }
    }
}

fn incident_rows(incident: &Entry<Incident>, chosen: &Chosen, rows: &mut Vec<ChronologyRow>) {
    let body = &incident.body;
    for (date, what) in [
        (&body.occurred, "it happened"),
        (&body.discovered, "it was discovered"),
        (&body.controller_told, "the organisation was told"),
        (&body.regulator_told, "the regulator was told"),
        (&body.public_told, "the public was told"),
        (&body.claimant_told, "the claimant was told"),
    ] {
        if !date.is_undated() {
            rows.push(row(date, format!("Incident “{}”, as stated: {what}", body.name), "", None, chosen));
        }
    }
}

pub(super) fn row(
    date: &StatedDate,
    event: String,
    who: &str,
    source: Option<String>,
    chosen: &Chosen,
) -> ChronologyRow {
    let from_basis = date.basis_evidence.and_then(|id| chosen.reference_of(id)).map(|reference| reference.to_string());
    let source = source.or(from_basis);
    ChronologyRow {
        no: 0,
        date_as_stated: date.as_stated.clone(),
        normalised: (!date.is_undated()).then(|| date.in_words()),
        flag: told::flag(date),
        earliest: date.earliest,
        latest: date.latest,
        event,
        who: who.to_owned(),
        certainty: certainty(date, source.as_deref()),
        source,
    }
}

/// How sure a date is that rests on this document, if on any.
pub(super) fn certainty(date: &StatedDate, source: Option<&str>) -> Certainty {
    match date.basis {
        Some(Basis::Recollection) => Certainty::Recollection,
        Some(Basis::Inference) => Certainty::Inference,
        Some(Basis::Document) => Certainty::Document,
        // Typed without saying what it rests on: a document where one is beside it, else what the person remembers.
        None if source.is_some() => Certainty::Document,
        None => Certainty::Recollection,
    }
}

/// The document that a record rests on; the record's own page where its words were typed.
pub(super) fn source(links: &[EvidenceLink], chosen: &Chosen, own: &str) -> Option<String> {
    let evidence = links.iter().find_map(|link| chosen.reference_of(link.evidence));
    Some(evidence.map_or_else(|| own.to_owned(), |reference| reference.to_string()))
}

fn rests_on(links: &[EvidenceLink], evidence: RecordId) -> bool {
    links.iter().any(|link| link.evidence == evidence)
}

fn notice_title<'a>(subject: &'a str, from: &'a str) -> &'a str {
    if subject.trim().is_empty() { known(from) } else { subject }
}

fn known(name: &str) -> &str {
    if name.trim().is_empty() { "an unnamed party" } else { name }
}
