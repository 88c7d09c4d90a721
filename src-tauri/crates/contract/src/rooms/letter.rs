//! Letters, mails, forms and calls.

use recourse_domain::choices::{Channel, Direction};
use recourse_domain::records::{Body, Call, Correspondence, Entry, Promise};
use recourse_organiser::records;

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The field of the form that holds by when something was promised.
const PROMISED_BY: &str = "promised_by";

/// The letters of a claim, undated first.
pub fn letter_list(room: &Room, request: ClaimRef) -> Answer<Vec<LetterRow>> {
    let (undated, dated): (Vec<_>, Vec<_>) = records::list::<Correspondence>(room, request.claim)?
        .into_iter()
        .partition(|entry| entry.body.listed_on().is_undated());
    Ok(undated.iter().chain(&dated).map(row).collect())
}

/// One letter.
pub fn letter_get(room: &Room, request: RecordRef) -> Answer<LetterView> {
    shown(room, &records::get::<Correspondence>(room, request.id)?)
}

/// Enters a letter or changes it.
pub fn letter_save(room: &Room, request: LetterSave) -> Answer<LetterView> {
    let before = match request.id {
        Some(id) => records::get::<Correspondence>(room, id)?.body,
        None => Correspondence::default(),
    };
    let form = request.form;
    let today = room.today();
    let call_before = before.call.clone().unwrap_or_default();
    let call = Call {
        minutes: form.call_minutes,
        who: form.call_who,
        note_written: read(&form.note_written, Some(&call_before.note_written), today, "note_written")?,
    };
    let promises = form.promises.into_iter().filter(|promise| !promise.words.trim().is_empty());
    let promise = |(place, promise): (usize, PromiseForm)| -> Answer<Promise> {
        let by_before = before.promises.get(place).map(|promise| &promise.by);
        let by = read(&promise.by, by_before, today, PROMISED_BY)?;
        Ok(Promise { words: promise.words, by, done: promise.done })
    };
    let promises = promises.enumerate().map(promise).collect::<Answer<_>>()?;
    let body = Correspondence {
        direction: form.direction,
        from: form.from,
        to: form.to,
        cc: form.cc,
        channel: form.channel,
        sent: read(&form.sent, Some(&before.sent), today, "sent")?,
        received: read(&form.received, Some(&before.received), today, "received")?,
        subject: form.subject,
        text: form.text,
        address_used: form.address_used,
        came_back: form.came_back,
        their_reference: form.their_reference,
        answers: form.answers,
        call: (form.channel == Channel::Call || call != Call::default()).then_some(call),
        promises,
        ..before
    };
    let saved = match request.id {
        Some(id) => records::update(room, id, body)?,
        None => records::add(room, request.claim, body, &request.evidence)?,
    };
    shown(room, &saved)
}

pub(super) fn row(entry: &Entry<Correspondence>) -> LetterRow {
    let body = &entry.body;
    LetterRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: body.title(),
        direction: body.direction,
        other: match body.direction {
            Direction::Received => body.from.clone(),
            Direction::Sent => body.to.clone(),
        },
        channel: body.channel,
        date: view(body.listed_on()),
        came_back: body.came_back,
        evidence: u32::try_from(entry.evidence.len()).unwrap_or(u32::MAX),
    }
}

fn promise_form(promise: &Promise) -> PromiseForm {
    PromiseForm { words: promise.words.clone(), by: input(&promise.by), done: promise.done }
}

fn shown(room: &Room, entry: &Entry<Correspondence>) -> Answer<LetterView> {
    let body = &entry.body;
    let call = body.call.clone().unwrap_or_default();
    Ok(LetterView {
        head: record::head(room, entry)?,
        sent: view(&body.sent),
        received: view(&body.received),
        promised: body.promises.iter().map(|promise| view(&promise.by)).collect(),
        answers: body.answers.map(|id| records::heading(room, id).map(|heading| record::link(&heading))).transpose()?,
        thread: records::thread(room, entry.id)?.iter().map(record::link).collect(),
        form: LetterForm {
            direction: body.direction,
            from: body.from.clone(),
            to: body.to.clone(),
            cc: body.cc.clone(),
            channel: body.channel,
            sent: input(&body.sent),
            received: input(&body.received),
            subject: body.subject.clone(),
            text: body.text.clone(),
            address_used: body.address_used.clone(),
            came_back: body.came_back,
            their_reference: body.their_reference.clone(),
            answers: body.answers,
            call_minutes: call.minutes,
            call_who: call.who,
            note_written: input(&call.note_written),
            promises: body.promises.iter().map(promise_form).collect(),
        },
    })
}
