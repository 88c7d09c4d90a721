//! "I sent this": the letter goes on record, with the request it makes and the questions it asks; and all of it taken back.

use recourse_domain::choices::{Channel, Direction, LetterOutKind, RequestEventKind};
use recourse_domain::records::{Correspondence, Entry, IncidentLink, Marks, Question, Request, RequestEvent};
use recourse_domain::{RecordId, StatedDate};
use recourse_store::{Filter, NewEntry, Writing};

use super::{Form, file};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, records, told};

/// A letter that was sent.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The claim.
    pub claim: RecordId,
    /// What letter.
    pub kind: LetterOutKind,
    /// Its words as they went out.
    pub form: Form,
    /// When it was sent.
    pub sent: StatedDate,
    /// By what route.
    pub channel: Channel,
    /// The exact address or number that was used.
    pub address_used: String,
    /// The name its words were kept under; they are forgotten, being on record now.
    pub draft: Option<String>,
}

/// What was put on record.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The letter.
    pub letter: Entry<Correspondence>,
    /// The request it makes.
    pub request: Option<RecordId>,
    /// The request it asks again about.
    pub chased: Option<RecordId>,
}

/// What is taken back.
#[derive(Debug, Clone)]
pub struct Undo {
    /// The letter.
    pub letter: RecordId,
    /// The request it made.
    pub request: Option<RecordId>,
    /// The request it asked again about.
    pub chased: Option<RecordId>,
    /// The words it had before it was sent, by the name they were kept under.
    pub draft: Option<(String, String)>,
}

/// Puts a letter on record as sent: the letter, the request it makes, the questions it asks, and for a chaser that the request was asked about
/// again. All of it or nothing.
///
/// # Errors
/// A letter without words, or what the records said.
pub fn sent(session: &Session<Unlocked>, order: Sending) -> Result<Sent> {
    if order.form.text.trim().is_empty() {
        return Err(Error::Field { field: "text", message: "There are no words in this letter yet.".to_owned() });
    }
    let (new_letter, new_request, now) = (session.new_record_id()?, session.new_record_id()?, session.now());
    let incidents = incidents(session, &order)?;
    let body = letter(session, &order)?;
    let privileged = order.kind == LetterOutKind::SolicitorNote;
    session.write("say that a letter was sent", |records| {
        let marks = Marks { privileged, ..Marks::default() };
        let new = NewEntry::new(new_letter, Some(order.claim), now, body);
        let letter = records.insert(NewEntry { incidents: incidents.clone(), marks, ..new })?;
        let request = match order.kind.request() {
            Some(kind) => {
                let body = Request {
                    kind,
                    sent_to: order.form.party,
                    address_used: order.address_used.clone(),
                    channel: order.channel,
                    sent: order.sent.clone(),
                    letter: Some(letter.id),
                    ..Request::default()
                };
                let new = NewEntry::new(new_request, Some(order.claim), now, body);
                Some(records.insert(NewEntry { incidents, ..new })?.id)
            }
            None => None,
        };
        let chased = match order.form.letter {
            Some(asked) => chase(records, order.claim, asked, &letter)?,
            None => None,
        };
        told::ask_in(records, &letter, &order.form.questions)?;
        if let Some(key) = &order.draft {
            records.remove_draft(key)?;
        }
        Ok(Sent { letter, request, chased })
    })
}

/// Takes back that a letter was sent. The letter and its request are put away, its questions are open again, and its words are a draft as before.
///
/// # Errors
/// What the records said.
pub fn unsent(session: &Session<Unlocked>, undo: &Undo) -> Result<()> {
    session.write("take back that a letter was sent", |records| {
        if let Some(letter) = records.get::<Correspondence>(undo.letter)? {
            told::ask_in(records, &letter, &[])?;
        }
        if let Some(chased) = undo.chased
            && let Some(request) = records.get::<Request>(chased)?
        {
            let mut body = request.body;
            body.events.retain(|event| event.kind != RequestEventKind::Chased || event.letter != Some(undo.letter));
            records.update(chased, body)?;
        }
        for record in std::iter::once(undo.letter).chain(undo.request) {
            records.archive(record)?;
        }
        if let Some((key, body)) = &undo.draft {
            records.save_draft(key, body)?;
        }
        Ok(())
    })
}

fn letter(session: &Session<Unlocked>, order: &Sending) -> Result<Correspondence> {
    let form = &order.form;
    let first = |text: &str| text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned();
    let by_mail = order.channel == Channel::Email;
    Ok(Correspondence {
        direction: Direction::Sent,
        party: form.party,
        from: first(&form.from),
        to: first(&form.to),
        channel: order.channel,
        sent: order.sent.clone(),
        subject: form.subject.trim().to_owned(),
        text: form.text.trim_end().to_owned(),
        address_used: order.address_used.trim().to_owned(),
        in_reply_to: if by_mail { file::follows(session, form.letter)? } else { None },
        ..Correspondence::default()
    })
}

/// The breaches a letter is about: those of the questions it asks and of the letter it asks again about.
fn incidents(session: &Session<Unlocked>, order: &Sending) -> Result<Vec<IncidentLink>> {
    let mut all: Vec<IncidentLink> = Vec::new();
    let mut add = |links: Vec<IncidentLink>| {
        for link in links {
            if all.iter().all(|known| known.incident != link.incident) {
                all.push(link);
            }
        }
    };
    for question in &order.form.questions {
        add(records::get::<Question>(session, *question)?.incidents);
    }
    if let Some(asked) = order.form.letter {
        add(records::get::<Correspondence>(session, asked)?.incidents);
    }
    Ok(all)
}

/// Notes on the request that a letter made that it was asked about again.
fn chase(
    records: &Writing<'_>,
    claim: RecordId,
    asked: RecordId,
    letter: &Entry<Correspondence>,
) -> Result<Option<RecordId>> {
    let all = records.list::<Request>(Filter { claim: Some(claim), ..Filter::default() })?;
    let Some(request) = all.into_iter().find(|request| request.body.letter == Some(asked)) else {
        return Ok(None);
    };
    let mut body = request.body;
    body.events.push(RequestEvent {
        kind: RequestEventKind::Chased,
        on: letter.body.sent.clone(),
        letter: Some(letter.id),
        words: String::new(),
    });
    Ok(Some(records.update(request.id, body)?.id))
}
