//! Requests, what happened to them, and their clocks.

use recourse_domain::records::{Entry, Question, Request, RequestEvent};
use recourse_organiser::requests::{self, Opened};
use recourse_organiser::{claims, records};

use super::clock::clock;
use super::{Answer, Room, question, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The requests of a claim with their clocks, by the day they were sent.
pub fn request_list(room: &Room, request: ClaimRef) -> Answer<Vec<RequestView>> {
    let questions = records::list::<Question>(room, request.claim)?;
    requests::list(room, request.claim)?.iter().map(|opened| shown(room, opened, &questions)).collect()
}

/// One request with its clock.
pub fn request_get(room: &Room, request: RecordRef) -> Answer<RequestView> {
    let opened = requests::get(room, request.id)?;
    let questions = match opened.entry.claim {
        Some(claim) => records::list::<Question>(room, claim)?,
        None => Vec::new(),
    };
    shown(room, &opened, &questions)
}

/// What a letter that was sent seems to ask for, to begin a form with.
pub fn request_from(room: &Room, request: RecordRef) -> Answer<RequestForm> {
    Ok(form(&requests::from_letter(room, request.id)?))
}

/// Enters a request or changes it.
pub fn request_save(room: &Room, request: RequestSave) -> Answer<RequestView> {
    let before = match request.id {
        Some(id) => records::get::<Request>(room, id)?.body,
        None => Request::default(),
    };
    let form = request.form;
    let body = Request {
        kind: form.kind,
        sent_to: form.sent_to,
        sent_by: form.sent_by,
        address_used: form.address_used,
        channel: form.channel,
        sent: read(&form.sent, Some(&before.sent), room.today(), "sent")?,
        letter: form.letter,
        calendar: form.calendar,
        their_reference: form.their_reference,
        events: before.events,
        complete: form.complete,
        missing: form.missing,
        next_step: form.next_step,
    };
    let saved = requests::save(room, request.claim, request.id, body)?;
    request_get(room, RecordRef { id: saved.id })
}

/// Enters something that happened to a request, changes it, or takes it away.
pub fn request_event_save(room: &Room, request: RequestEventSave) -> Answer<RequestView> {
    let events = records::get::<Request>(room, request.request)?.body.events;
    let place = request.index.map(|index| usize::try_from(index).unwrap_or(usize::MAX));
    let before = place.and_then(|place| events.get(place));
    let event = match request.form {
        Some(form) => Some(RequestEvent {
            kind: form.kind,
            on: read(&form.on, before.map(|event| &event.on), room.today(), "on")?,
            letter: form.letter,
            words: form.words,
        }),
        None => None,
    };
    let saved = requests::save_event(room, request.request, place, event)?;
    request_get(room, RecordRef { id: saved.id })
}

/// The dates ahead of a claim as the bytes of a calendar file (RFC 5545).
///
/// # Errors
/// Where there is no such claim.
pub fn calendar_file(room: &Room, request: ClaimRef) -> Answer<Vec<u8>> {
    Ok(claims::calendar(room, request.claim)?)
}

fn form(body: &Request) -> RequestForm {
    RequestForm {
        kind: body.kind,
        sent_to: body.sent_to,
        sent_by: body.sent_by.clone(),
        address_used: body.address_used.clone(),
        channel: body.channel,
        sent: input(&body.sent),
        letter: body.letter,
        calendar: body.calendar,
        their_reference: body.their_reference.clone(),
        complete: body.complete,
        missing: body.missing.clone(),
        next_step: body.next_step.clone(),
    }
}

fn shown(room: &Room, opened: &Opened, questions: &[Entry<Question>]) -> Answer<RequestView> {
    let (entry, body) = (&opened.entry, &opened.entry.body);
    let linked = |id| -> Answer<RecordLink> { Ok(record::link(&records::heading(room, id)?)) };
    let event = |event: &RequestEvent| -> Answer<RequestEventView> {
        Ok(RequestEventView {
            form: RequestEventForm {
                kind: event.kind,
                on: input(&event.on),
                letter: event.letter,
                words: event.words.clone(),
            },
            on: view(&event.on),
            letter: event.letter.map(linked).transpose()?,
        })
    };
    let asked = requests::questions_of(body, questions);
    Ok(RequestView {
        head: record::head(room, entry)?,
        form: form(body),
        sent: view(&body.sent),
        sent_to: body.sent_to.map(linked).transpose()?.map(|party| party.title).unwrap_or_default(),
        letter: body.letter.map(linked).transpose()?,
        events: body.events.iter().map(event).collect::<Answer<_>>()?,
        questions: asked.into_iter().map(|one| question::row(room, one)).collect::<Answer<_>>()?,
        clock: clock(&opened.clock, room.today()),
    })
}
