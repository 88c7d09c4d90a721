//! The chronology of a bundle: the rows of the timeline, made of the records that go.

use recourse_bundle::model::{Certainty, ChronologyRow};
use recourse_domain::StatedDate;
use recourse_domain::dates::Basis;
use recourse_domain::records::EvidenceLink;

use super::selection::{Chosen, Preview};
use super::told::{self, InFull};
use crate::timeline::{Material, Row, rows as timeline_rows};

/// The chronology of what goes into a bundle, dated rows by date and undated ones after them.
pub fn rows(preview: &Preview, organisation: &str) -> Vec<ChronologyRow> {
    let chosen = &preview.chosen;
    let timeline = timeline_rows(&Material {
        claim: &preview.claim,
        organisation,
        parties: &chosen.parties,
        incidents: &chosen.incidents,
        notices: &chosen.notices,
        letters: &chosen.letters,
        contacts: &chosen.contacts,
        evidence: chosen.evidence.iter().map(|(item, _)| item).collect(),
        statements: &chosen.statements,
        questions: &chosen.questions,
        events: &chosen.events,
        requests: &chosen.requests,
        losses: &chosen.losses,
        times: &chosen.times,
        diary: &chosen.diary,
        steps: &chosen.steps,
    });
    (1..).zip(timeline.dated.into_iter().chain(timeline.undated)).map(|(no, row)| printed(no, row, chosen)).collect()
}

fn printed(no: u32, row: Row, chosen: &Chosen) -> ChronologyRow {
    let InFull { event, who, source } = told::in_full(chosen, row.record, row.reference.kind).unwrap_or_else(|| {
        InFull { event: row.what, who: row.who, source: row.source.map(|source| source.to_string()) }
    });
    ChronologyRow {
        no,
        normalised: (!row.date.is_undated()).then(|| row.date.in_words()),
        flag: told::flag(&row.date),
        earliest: row.date.earliest,
        latest: row.date.latest,
        certainty: certainty(&row.date, source.as_deref()),
        date_as_stated: row.date.as_stated,
        event,
        who,
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
