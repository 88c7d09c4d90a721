//! Protective steps.

use recourse_domain::records::{Entry, ProtectiveStep};
use recourse_organiser::{effects, records};

use super::super::{Answer, Room, record};
use super::{before, count, length_of, undated_first};
use crate::dates::{input, read, view};
use crate::money;
use crate::types::*;

/// The protective steps of a claim, undated first.
pub fn step_list(room: &Room, request: ClaimRef) -> Answer<Vec<StepRow>> {
    Ok(undated_first(room, request.claim)?.iter().map(row).collect())
}

/// One protective step.
pub fn step_get(room: &Room, request: RecordRef) -> Answer<StepView> {
    shown(room, &records::get::<ProtectiveStep>(room, request.id)?)
}

/// Enters a protective step or changes it.
pub fn step_save(room: &Room, request: StepSave) -> Answer<StepView> {
    let before: ProtectiveStep = before(room, request.id)?;
    let form = request.form;
    let body = ProtectiveStep {
        done: read(&form.done, Some(&before.done), room.today(), "done")?,
        cost: money::read(&form.cost, "cost")?,
        again: read(&form.again, Some(&before.again), room.today(), "again")?,
        title: form.title,
        prompted_by: form.prompted_by,
        minutes: form.minutes,
        outcome: form.outcome,
    };
    shown(room, &effects::save_step(room, request.claim, request.id, body, &request.evidence)?)
}

fn row(entry: &Entry<ProtectiveStep>) -> StepRow {
    StepRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: entry.body.title.clone(),
        date: view(&entry.body.done),
        cost: money::view(entry.body.cost.as_ref()),
        evidence: count(entry.evidence.len()),
    }
}

fn shown(room: &Room, entry: &Entry<ProtectiveStep>) -> Answer<StepView> {
    let body = &entry.body;
    let prompt = body.prompted_by.map(|id| records::heading(room, id)).transpose()?;
    Ok(StepView {
        head: record::head(room, entry)?,
        done: view(&body.done),
        again: view(&body.again),
        prompted_by: prompt.as_ref().map(record::link),
        length: length_of(body.minutes),
        form: StepForm {
            title: body.title.clone(),
            done: input(&body.done),
            prompted_by: body.prompted_by,
            cost: money::view(body.cost.as_ref()),
            minutes: body.minutes,
            outcome: body.outcome.clone(),
            again: input(&body.again),
        },
    })
}
