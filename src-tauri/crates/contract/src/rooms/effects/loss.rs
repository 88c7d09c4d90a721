//! Losses.

use recourse_domain::categories::category;
use recourse_domain::records::{Entry, Loss};
use recourse_organiser::{effects, records};

use super::super::{Answer, Room, record};
use super::{before, count, undated_first};
use crate::dates::{input, read, view};
use crate::money;
use crate::types::*;

/// The losses of a claim, undated first.
pub fn loss_list(room: &Room, request: ClaimRef) -> Answer<Vec<LossRow>> {
    Ok(undated_first(room, request.claim)?.iter().map(row).collect())
}

/// One loss.
pub fn loss_get(room: &Room, request: RecordRef) -> Answer<LossView> {
    shown(room, &records::get::<Loss>(room, request.id)?)
}

/// Enters a loss or changes it.
pub fn loss_save(room: &Room, request: LossSave) -> Answer<LossView> {
    let before: Loss = before(room, request.id)?;
    let form = request.form;
    let body = Loss {
        happened: read(&form.happened, Some(&before.happened), room.today(), "happened")?,
        amount: money::read(&form.amount, "amount")?,
        reimbursed: money::read(&form.reimbursed, "reimbursed")?,
        reported: read(&form.reported, Some(&before.reported), room.today(), "reported")?,
        title: form.title,
        head: form.head,
        paid_to: form.paid_to,
        reimbursed_by: form.reimbursed_by,
        traces_to: form.traces_to,
        why: form.why,
        other_cause: form.other_cause,
        reported_to: form.reported_to,
        report_reference: form.report_reference,
    };
    shown(room, &effects::save_loss(room, request.claim, request.id, body, &request.evidence)?)
}

fn row(entry: &Entry<Loss>) -> LossRow {
    LossRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: entry.body.title.clone(),
        head: entry.body.head,
        date: view(&entry.body.happened),
        amount: money::view(entry.body.amount.as_ref()),
        evidence: count(entry.evidence.len()),
    }
}

fn shown(room: &Room, entry: &Entry<Loss>) -> Answer<LossView> {
    let body = &entry.body;
    Ok(LossView {
        head: record::head(room, entry)?,
        happened: view(&body.happened),
        reported: view(&body.reported),
        traces_to: category(&body.traces_to).map_or(body.traces_to.as_str(), |known| known.label).to_owned(),
        form: LossForm {
            title: body.title.clone(),
            happened: input(&body.happened),
            head: body.head,
            amount: money::view(body.amount.as_ref()),
            paid_to: body.paid_to.clone(),
            reimbursed_by: body.reimbursed_by.clone(),
            reimbursed: money::view(body.reimbursed.as_ref()),
            traces_to: body.traces_to.clone(),
            why: body.why.clone(),
            other_cause: body.other_cause.clone(),
            reported_to: body.reported_to.clone(),
            reported: input(&body.reported),
            report_reference: body.report_reference.clone(),
        },
    })
}
