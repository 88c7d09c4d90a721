//! Statements.

use recourse_domain::RecordId;
use recourse_domain::records::Statement;
use recourse_organiser::records;
use recourse_organiser::statements::{self, Listed, Place, Selected};

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The statements of a claim, undated first.
pub fn statement_list(room: &Room, request: ClaimRef) -> Answer<Vec<StatementRow>> {
    let listed = statements::list(room, request.claim)?;
    let (undated, dated): (Vec<_>, Vec<_>) = listed.iter().partition(|one| one.entry.body.said.is_undated());
    Ok(undated.into_iter().chain(dated).map(row).collect())
}

/// One statement.
pub fn statement_get(room: &Room, request: RecordRef) -> Answer<StatementView> {
    shown(room, request.id)
}

/// Enters a statement or changes it.
pub fn statement_save(room: &Room, request: StatementSave) -> Answer<StatementView> {
    let form = request.form;
    // The date of the record that the words stand in is taken over as it is, not read again from its words.
    let before = match (request.id, form.said_in) {
        (Some(id), _) => records::get::<Statement>(room, id)?.body.said,
        (None, Some(said_in)) => statements::date_of(room, said_in)?,
        (None, None) => Default::default(),
    };
    let body = Statement {
        words: form.words,
        speaker: form.speaker,
        speaker_shown: form.speaker_shown,
        said_in: form.said_in,
        said: read(&form.said, Some(&before), room.today(), "said")?,
        topic: form.topic,
        breach_types: form.breach_types,
        whose_data: form.whose_data,
        grade: form.grade,
        links: Vec::new(),
    };
    let place = Place { file: form.file, page: form.page };
    let saved = statements::save(room, request.claim, request.id, body, place)?;
    shown(room, saved.id)
}

/// The form of a new statement, filled in from where its words were selected.
pub fn statement_from(room: &Room, request: StatementFrom) -> Answer<StatementForm> {
    let selected = Selected { record: request.record, file: request.file, words: request.words };
    let body = statements::drafted(room, request.claim, selected)?;
    Ok(form(&body, Place { file: request.file, page: request.page }))
}

/// Says how a statement stands to another.
pub fn statement_tie(room: &Room, request: StatementTieSave) -> Answer<StatementView> {
    statements::tie(room, request.statement, request.other, request.tie, request.both_true, request.note)?;
    shown(room, request.statement)
}

/// The pairs that do not seem to fit or correct each other.
pub fn pair_list(room: &Room, request: ClaimRef) -> Answer<Vec<PairView>> {
    let pairs = statements::pairs(room, request.claim)?.into_iter();
    Ok(pairs
        .map(|pair| PairView {
            tie: pair.link.tie,
            first: row(&pair.first),
            second: row(&pair.second),
            both_true: pair.link.both_true,
            note: pair.link.note,
            differ: pair.differ,
        })
        .collect())
}

/// A statement as lists show it.
pub(super) fn row(listed: &Listed) -> StatementRow {
    let body = &listed.entry.body;
    StatementRow {
        id: listed.entry.id,
        reference: listed.entry.reference.to_string(),
        words: body.words.clone(),
        speaker: listed.speaker.clone(),
        topic: body.topic,
        grade: body.grade,
        breach_types: body.breach_types.clone(),
        date: view(&body.said),
        said_in: listed.said_in.as_ref().map(record::link),
        page: listed.place().page,
        corrected: listed.corrected,
        conflicts: listed.conflicts,
    }
}

fn shown(room: &Room, id: RecordId) -> Answer<StatementView> {
    let (this, links) = statements::get(room, id)?;
    let links = links.iter().map(|link| StatementLinkView {
        tie: link.link.tie,
        forward: link.forward,
        other: row(&link.other),
        both_true: link.link.both_true,
        note: link.link.note.clone(),
    });
    Ok(StatementView {
        head: record::head(room, &this.entry)?,
        form: form(&this.entry.body, this.place()),
        said: view(&this.entry.body.said),
        row: row(&this),
        links: links.collect(),
        answers: statements::answers(room, &this.entry)?.iter().map(record::link).collect(),
    })
}

fn form(body: &Statement, place: Place) -> StatementForm {
    StatementForm {
        words: body.words.clone(),
        speaker: body.speaker,
        speaker_shown: body.speaker_shown.clone(),
        said_in: body.said_in,
        file: place.file,
        page: place.page,
        said: input(&body.said),
        topic: body.topic,
        breach_types: body.breach_types.clone(),
        whose_data: body.whose_data.clone(),
        grade: body.grade,
    }
}
