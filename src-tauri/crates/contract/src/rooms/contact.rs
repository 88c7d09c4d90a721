//! Suspicious contacts.

use recourse_domain::records::{Body, Entry, SuspiciousContact};
use recourse_organiser::{contacts, records};

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The suspicious contacts of a claim, undated first.
pub fn contact_list(room: &Room, request: ClaimRef) -> Answer<Vec<ContactRow>> {
    let (undated, dated): (Vec<_>, Vec<_>) = records::list::<SuspiciousContact>(room, request.claim)?
        .into_iter()
        .partition(|entry| entry.body.happened.is_undated());
    Ok(undated.iter().chain(&dated).map(row).collect())
}

/// One suspicious contact.
pub fn contact_get(room: &Room, request: RecordRef) -> Answer<ContactView> {
    shown(room, &records::get::<SuspiciousContact>(room, request.id)?)
}

/// Enters a suspicious contact or changes it.
pub fn contact_save(room: &Room, request: ContactSave) -> Answer<ContactView> {
    let before = match request.id {
        Some(id) => records::get::<SuspiciousContact>(room, id)?.body,
        None => SuspiciousContact::default(),
    };
    let form = request.form;
    let body = SuspiciousContact {
        happened: read(&form.happened, Some(&before.happened), room.today(), "happened")?,
        channel: form.channel,
        sender_shown: form.sender_shown,
        subject: form.subject,
        text: form.text,
        knew: form.knew,
        asked_for: form.asked_for,
        kept_copy: form.kept_copy,
        reported_to: form.reported_to,
        acted_on: form.acted_on,
    };
    let saved = contacts::save(room, request.claim, request.id, body, &request.evidence)?;
    shown(room, &saved)
}

fn row(entry: &Entry<SuspiciousContact>) -> ContactRow {
    ContactRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: entry.body.title(),
        channel: entry.body.channel,
        date: view(&entry.body.happened),
        evidence: u32::try_from(entry.evidence.len()).unwrap_or(u32::MAX),
    }
}

fn shown(room: &Room, entry: &Entry<SuspiciousContact>) -> Answer<ContactView> {
    let body = &entry.body;
    Ok(ContactView {
        head: record::head(room, entry)?,
        happened: view(&body.happened),
        form: ContactForm {
            happened: input(&body.happened),
            channel: body.channel,
            sender_shown: body.sender_shown.clone(),
            subject: body.subject.clone(),
            text: body.text.clone(),
            knew: body.knew.clone(),
            asked_for: body.asked_for.clone(),
            kept_copy: body.kept_copy,
            reported_to: body.reported_to.clone(),
            acted_on: body.acted_on.clone(),
        },
    })
}
