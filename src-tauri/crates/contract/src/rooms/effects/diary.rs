//! The diary.

use recourse_domain::records::{Body, DiaryEntry, Entry};
use recourse_organiser::effects::{self, Wording};
use recourse_organiser::records;

use super::super::{Answer, Room, record};
use super::{before, undated_first};
use crate::dates::{input, read, view};
use crate::types::*;

/// The diary of a claim, undated first.
pub fn diary_list(room: &Room, request: ClaimRef) -> Answer<Vec<DiaryRow>> {
    Ok(undated_first(room, request.claim)?.iter().map(row).collect())
}

/// One diary entry.
pub fn diary_get(room: &Room, request: RecordRef) -> Answer<DiaryView> {
    shown(room, &records::get::<DiaryEntry>(room, request.id)?)
}

/// Enters a diary entry or changes it.
pub fn diary_save(room: &Room, request: DiarySave) -> Answer<DiaryView> {
    let before: DiaryEntry = before(room, request.id)?;
    let form = request.form;
    let body = DiaryEntry {
        happened: read(&form.happened, Some(&before.happened), room.today(), "happened")?,
        text: form.text,
        effect: form.effect,
        other_causes: form.other_causes,
        help_sought: form.help_sought,
        witness: form.witness,
    };
    shown(room, &effects::save_entry(room, request.claim, request.id, body, &request.evidence)?)
}

fn written_after(entry: &Entry<DiaryEntry>) -> Option<u32> {
    let days = effects::written_after(&entry.body.happened, entry.created_at.date_naive())?;
    u32::try_from(days).ok()
}

fn row(entry: &Entry<DiaryEntry>) -> DiaryRow {
    DiaryRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: entry.body.title(),
        date: view(&entry.body.happened),
        written_after: written_after(entry),
    }
}

fn shown(room: &Room, entry: &Entry<DiaryEntry>) -> Answer<DiaryView> {
    let body = &entry.body;
    let mut wordings = effects::wordings(room, entry.id)?;
    let since = wordings.pop().map_or(entry.created_at, |now| now.since);
    let wording = |Wording { since, text }: Wording| DiaryWording { since: since.to_rfc3339(), text };
    Ok(DiaryView {
        head: record::head(room, entry)?,
        happened: view(&body.happened),
        written_after: written_after(entry),
        before: wordings.into_iter().map(wording).collect(),
        since: since.to_rfc3339(),
        form: DiaryForm {
            happened: input(&body.happened),
            text: body.text.clone(),
            effect: body.effect.clone(),
            other_causes: body.other_causes.clone(),
            help_sought: body.help_sought.clone(),
            witness: body.witness.clone(),
        },
    })
}
