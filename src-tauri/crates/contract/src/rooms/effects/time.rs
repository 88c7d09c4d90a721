//! Time spent.

use recourse_domain::records::{Body, Entry, TimeSpent};
use recourse_organiser::{effects, records};

use super::super::{Answer, Room, record};
use super::{before, count, length_of, undated_first};
use crate::dates::{input, read, view};
use crate::types::*;

/// The time spent in a claim, undated first.
pub fn time_list(room: &Room, request: ClaimRef) -> Answer<Vec<TimeRow>> {
    Ok(undated_first(room, request.claim)?.iter().map(row).collect())
}

/// One entry of time.
pub fn time_get(room: &Room, request: RecordRef) -> Answer<TimeView> {
    shown(room, &records::get::<TimeSpent>(room, request.id)?)
}

/// Enters time spent or changes it.
pub fn time_save(room: &Room, request: TimeSave) -> Answer<TimeView> {
    let before: TimeSpent = before(room, request.id)?;
    let form = request.form;
    let body = TimeSpent {
        happened: read(&form.happened, Some(&before.happened), room.today(), "happened")?,
        note_written: read(&form.note_written, Some(&before.note_written), room.today(), "note_written")?,
        activity: form.activity,
        minutes: form.minutes,
        text: form.text,
    };
    shown(room, &effects::save_time(room, request.claim, request.id, body, &request.evidence)?)
}

fn row(entry: &Entry<TimeSpent>) -> TimeRow {
    TimeRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: entry.body.title(),
        date: view(&entry.body.happened),
        length: length_of(entry.body.minutes),
        evidence: count(entry.evidence.len()),
    }
}

fn shown(room: &Room, entry: &Entry<TimeSpent>) -> Answer<TimeView> {
    let body = &entry.body;
    Ok(TimeView {
        head: record::head(room, entry)?,
        happened: view(&body.happened),
        note_written: view(&body.note_written),
        length: length_of(body.minutes),
        form: TimeForm {
            activity: body.activity.clone(),
            happened: input(&body.happened),
            minutes: body.minutes,
            note_written: input(&body.note_written),
            text: body.text.clone(),
        },
    })
}
