//! Everything in order, who knew when, and how long data was held: from all records of a claim.

mod export;
mod held;
mod picture;
mod records;
mod rows;
mod words;

use std::collections::HashMap;

use recourse_domain::choices::Certainty;
use recourse_domain::records::{Entry, Event, Incident};
use recourse_domain::timeline::{self, Rung, Scale, Timeline};
use recourse_domain::{RecordId, Reference};

pub use export::{Export, Format, Picture, export, save};
pub use held::{HeldFact, held_facts};
pub use records::Records;
pub use rows::{Material, Row, rows};

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Which part of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The claim.
    pub claim: RecordId,
    /// Only what is about this incident, sure or unsure.
    pub incident: Option<RecordId>,
    /// Only these kinds of record, by code; all when empty.
    pub kinds: Vec<String>,
    /// Only rows with all of these words; all when empty.
    pub words: String,
}

/// A timeline.
#[derive(Debug)]
pub struct Opened {
    /// The rows.
    pub timeline: Timeline<Row>,
    /// The stretch of days that its picture shows.
    pub scale: Option<Scale>,
    /// Who knew when, for each incident.
    pub ladders: Vec<Ladder>,
    /// How long after leaving.
    pub held: Vec<HeldFact>,
    /// The incidents by their inner names.
    pub incidents: HashMap<RecordId, (Reference, String)>,
    /// What the claim is called.
    pub title: String,
}

/// Who knew when, for one incident.
#[derive(Debug)]
pub struct Ladder {
    /// The incident.
    pub incident: RecordId,
    /// The rungs, each with the words under it and what it rests on.
    pub steps: Vec<Step>,
    /// The stretch of days that its picture shows.
    pub scale: Option<Scale>,
}

/// One rung with its words.
#[derive(Debug)]
pub struct Step {
    /// The rung.
    pub rung: Rung,
    /// The date in words, and the days since the organisation was told.
    pub under: String,
    /// What it rests on; may be empty.
    pub source: String,
}

/// Reads the records and puts them in order.
///
/// # Errors
/// Where there is no such claim.
pub fn open(session: &Session<Unlocked>, question: &Question) -> Result<Opened> {
    let records = Records::of(session, question.claim)?;
    let all = rows(&records.material());
    let wanted = |row: &Row| wanted(row, question);
    let timeline = Timeline {
        dated: all.dated.into_iter().filter(wanted).collect(),
        undated: all.undated.into_iter().filter(wanted).collect(),
    };
    let incidents = records.incidents.iter().filter(|one| question.incident.is_none_or(|wanted| wanted == one.id));
    Ok(Opened {
        scale: Scale::over(timeline.dated.iter().map(|row| &row.date)),
        timeline,
        ladders: incidents.map(|incident| ladder(&records, incident)).collect(),
        held: held_facts(&records, question.incident),
        incidents: records.incidents.iter().map(|one| (one.id, (one.reference, one.body.name.clone()))).collect(),
        title: records.claim.body.title.clone(),
    })
}

/// Whether the person is not sure that a row belongs to the incident asked for, or to any where none was.
pub fn unsure(row: &Row, incident: Option<RecordId>) -> bool {
    match incident {
        Some(incident) => row.about(incident) == Some(Certainty::Unsure),
        None => row.incidents.iter().any(|link| link.certainty == Certainty::Unsure),
    }
}

/// The rungs of one incident, with words and sources.
pub fn ladder(records: &Records, incident: &Entry<Incident>) -> Ladder {
    let organisation = (records.claim.body.organisation, records.organisation());
    let rungs = timeline::ladder(incident, &records.events, &records.parties, organisation);
    let reference = |id: RecordId| records.evidence.iter().find(|item| item.id == id).map(|item| item.reference);
    let source = |rung: &Rung| {
        let event = records.events.iter().find(|event| event.id == rung.record);
        let beside = event.and_then(|event| event.evidence.first()).map(|link| link.evidence);
        match rung.date.basis_evidence.or(beside).and_then(reference) {
            Some(reference) => reference.to_string(),
            None if rung.date.is_undated() || rung.date.basis.is_none() => String::new(),
            None => words::basis(rung.date.basis).to_owned(),
        }
    };
    let told = &incident.body.controller_told;
    Ladder {
        incident: incident.id,
        scale: Scale::over(rungs.iter().map(|rung| &rung.date)),
        steps: rungs.into_iter().map(|rung| Step { under: rung.in_words(told), source: source(&rung), rung }).collect(),
    }
}

fn wanted(row: &Row, question: &Question) -> bool {
    let kind = row.reference.kind.code();
    if !question.kinds.is_empty() && !question.kinds.iter().any(|wanted| wanted == kind) {
        return false;
    }
    if question.incident.is_some_and(|incident| row.about(incident).is_none()) {
        return false;
    }
    if question.words.trim().is_empty() {
        return true;
    }
    let parts = [&row.what, &row.who, &row.title, &row.date.as_stated, &row.date.in_words(), &row.source_in_words()];
    let text = parts.map(|part| part.to_lowercase()).join("\n");
    question.words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Enters an event or replaces its fields. A new one is laid beside the evidence named.
///
/// # Errors
/// An event with nothing in it, or what the records said.
pub fn save_event(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    event: Event,
    evidence: &[RecordId],
) -> Result<Entry<Event>> {
    if event.title.trim().is_empty() {
        return Err(Error::Field { field: "title", message: "Say in one line what happened.".into() });
    }
    match id {
        Some(id) => crate::records::update(session, id, event),
        None => crate::records::add(session, claim, event, evidence),
    }
}
