//! Entering a request, and what happened to it.

use recourse_domain::RecordId;
use recourse_domain::StatedDate;
use recourse_domain::choices::{CameBack, Channel, Direction, RequestEventKind};
use recourse_domain::records::{Correspondence, Entry, Party, Request, RequestEvent};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Enters a request or replaces its fields. What happened to it stays as it was. A new one that was sent in a letter takes the letter's day
/// and address where it has none of its own, and what came back to the letter is the first thing that happened to it.
///
/// # Errors
/// A letter that the claimant did not send, a party that is not there, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    mut request: Request,
) -> Result<Entry<Request>> {
    if let Some(party) = request.sent_to {
        records::get::<Party>(session, party)?;
    }
    let letter = request.letter.map(|letter| sent_letter(session, letter)).transpose()?;
    if let Some(letter) = &letter {
        if request.sent.is_undated() {
            request.sent = letter.body.listed_on().clone();
        }
        if request.address_used.trim().is_empty() {
            request.address_used.clone_from(&letter.body.address_used);
        }
    }
    match id {
        Some(id) => records::update(session, id, request),
        None => {
            if let Some(letter) = letter.filter(|_| request.events.is_empty()) {
                request.events.extend(came_back(&letter));
            }
            records::add(session, claim, request, &[])
        }
    }
}

/// A letter that the claimant sent; another is asked about.
pub(super) fn sent_letter(session: &Session<Unlocked>, letter: RecordId) -> Result<Entry<Correspondence>> {
    let letter = records::get::<Correspondence>(session, letter)?;
    if letter.body.direction == Direction::Sent {
        return Ok(letter);
    }
    Err(Error::Field { field: "letter", message: "Choose a letter that you sent.".to_owned() })
}

/// What came back to the letter, as something that happened to the request. Its day is the letter's own only where both are one moment.
fn came_back(letter: &Entry<Correspondence>) -> Option<RequestEvent> {
    let body = &letter.body;
    let at_once = matches!(body.channel, Channel::Email | Channel::Form | Channel::Text | Channel::InPerson);
    let (kind, on) = match body.came_back {
        CameBack::Delivered if !body.received.is_undated() => (RequestEventKind::Received, body.received.clone()),
        CameBack::Delivered if at_once => (RequestEventKind::Received, body.listed_on().clone()),
        CameBack::Delivered => (RequestEventKind::Received, StatedDate::undated()),
        CameBack::Bounced => (RequestEventKind::Bounced, StatedDate::undated()),
        CameBack::AutoReply => (RequestEventKind::AutoReply, StatedDate::undated()),
        CameBack::Nothing | CameBack::Unknown => return None,
    };
    let words = format!("As noted with {}.", letter.reference);
    Some(RequestEvent { kind, on, letter: None, words })
}

/// Enters something that happened to a request, changes it, or takes it away. One that names a letter and no day happened on the letter's.
///
/// # Errors
/// A place that no event has, a letter that is not there, or what the records said.
pub fn save_event(
    session: &Session<Unlocked>,
    request: RecordId,
    place: Option<usize>,
    event: Option<RequestEvent>,
) -> Result<Entry<Request>> {
    let mut body = records::get::<Request>(session, request)?.body;
    let event = match event {
        Some(event) => Some(dated(session, event)?),
        None => None,
    };
    match (place, event) {
        (None, Some(event)) => body.events.push(event),
        (Some(place), Some(event)) if place < body.events.len() => body.events[place] = event,
        (Some(place), None) if place < body.events.len() => drop(body.events.remove(place)),
        _ => {
            let message = "This is no longer among what happened. Open the request again.".to_owned();
            return Err(Error::Field { field: "index", message });
        }
    }
    records::update(session, request, body)
}

fn dated(session: &Session<Unlocked>, event: RequestEvent) -> Result<RequestEvent> {
    let Some(letter) = event.letter else { return Ok(event) };
    let letter = records::get::<Correspondence>(session, letter)?;
    if !event.on.is_undated() {
        return Ok(event);
    }
    Ok(RequestEvent { on: day_of(&letter.body).clone(), ..event })
}

/// The day on which a letter did what it did: a received one when it arrived, a sent one when it was sent.
pub(super) fn day_of(letter: &Correspondence) -> &StatedDate {
    match letter.direction {
        Direction::Received if !letter.received.is_undated() => &letter.received,
        Direction::Received | Direction::Sent => letter.listed_on(),
    }
}
