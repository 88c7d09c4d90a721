//! The chronology of a bundle: the rows of the timeline, made of the records that go.

use recourse_bundle::model::{Certainty, ChronologyRow};
use recourse_domain::dates::Basis;

use super::selection::Preview;
use crate::timeline::{Material, Row, remembered, rows as timeline_rows};

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
        statements: &[],
        questions: &[],
        events: &[],
    });
    (1..).zip(timeline.dated.into_iter().chain(timeline.undated)).map(|(no, row)| printed(no, row)).collect()
}

fn printed(no: u32, row: Row) -> ChronologyRow {
    ChronologyRow {
        no,
        normalised: (!row.date.is_undated()).then(|| row.date.in_words()),
        earliest: row.date.earliest,
        latest: row.date.latest,
        // Typed without saying what it rests on: a document where one is beside it, else what the person remembers.
        certainty: match row.date.basis {
            Some(Basis::Inference) => Certainty::Inference,
            _ if remembered(&row) => Certainty::Recollection,
            _ => Certainty::Document,
        },
        date_as_stated: row.date.as_stated,
        event: row.what,
        who: row.who,
        source: row.source.map(|source| source.to_string()),
    }
}
