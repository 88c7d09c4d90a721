//! Notices.

use recourse_domain::records::{Body, Entry, Notice};
use recourse_organiser::{notices, records};

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The notices of a claim, undated first.
pub fn notice_list(room: &Room, request: ClaimRef) -> Answer<Vec<NoticeRow>> {
    let (undated, dated): (Vec<_>, Vec<_>) = records::list::<Notice>(room, request.claim)?
        .into_iter()
        .partition(|entry| entry.body.listed_on().is_undated());
    Ok(undated.iter().chain(&dated).map(row).collect())
}

/// One notice.
pub fn notice_get(room: &Room, request: RecordRef) -> Answer<NoticeView> {
    shown(room, &records::get::<Notice>(room, request.id)?)
}

/// Logs a notice or changes it.
pub fn notice_save(room: &Room, request: NoticeSave) -> Answer<NoticeView> {
    let before = match request.id {
        Some(id) => records::get::<Notice>(room, id)?.body,
        None => Notice::default(),
    };
    let form = request.form;
    let today = room.today();
    let body = Notice {
        from_party: before.from_party,
        from: form.from,
        channel: form.channel,
        addressed: form.addressed,
        on_document: read(&form.on_document, Some(&before.on_document), today, "on_document")?,
        received: read(&form.received, Some(&before.received), today, "received")?,
        first_seen: read(&form.first_seen, Some(&before.first_seen), today, "first_seen")?,
        subject: form.subject,
        text: form.text,
        their_reference: form.their_reference,
        asked_not_to_comment: form.asked_not_to_comment,
        offer: form.offer,
        offer_until: read(&form.offer_until, Some(&before.offer_until), today, "offer_until")?,
        what_i_did_next: form.what_i_did_next,
        checks: before.checks,
        version_of: before.version_of,
    };
    let saved = notices::save(room, request.claim, request.id, body, &request.evidence)?;
    shown(room, &saved)
}

/// Makes a form out of pasted words; only what stands in them is filled in.
pub fn notice_from_paste(room: &Room, request: Pasted) -> Answer<NoticeForm> {
    Ok(form(&notices::from_words(&request.text, room.today())))
}

fn row(entry: &Entry<Notice>) -> NoticeRow {
    let body = &entry.body;
    NoticeRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: body.title(),
        from: body.from.clone(),
        channel: body.channel,
        addressed: body.addressed,
        date: view(body.listed_on()),
        first_seen: view(&body.first_seen),
        evidence: u32::try_from(entry.evidence.len()).unwrap_or(u32::MAX),
    }
}

fn shown(room: &Room, entry: &Entry<Notice>) -> Answer<NoticeView> {
    let body = &entry.body;
    Ok(NoticeView {
        head: record::head(room, entry)?,
        form: form(body),
        on_document: view(&body.on_document),
        received: view(&body.received),
        first_seen: view(&body.first_seen),
        offer_until: view(&body.offer_until),
    })
}

fn form(body: &Notice) -> NoticeForm {
    NoticeForm {
        from: body.from.clone(),
        channel: body.channel,
        addressed: body.addressed,
        on_document: input(&body.on_document),
        received: input(&body.received),
        first_seen: input(&body.first_seen),
        subject: body.subject.clone(),
        text: body.text.clone(),
        their_reference: body.their_reference.clone(),
        asked_not_to_comment: body.asked_not_to_comment,
        offer: body.offer.clone(),
        offer_until: input(&body.offer_until),
        what_i_did_next: body.what_i_did_next.clone(),
    }
}
