//! What a thing in the inbox becomes once the person has said what it is.

use std::collections::HashSet;

use recourse_domain::RecordId;
use recourse_domain::choices::Direction;
use recourse_domain::records::{Correspondence, Entry, Evidence, EvidenceLink};
use recourse_intake::Reading;
use recourse_store::{MailHeaders, NewEntry, StoreError, Stored};

use super::guess::{self, Filing, Guess};
use super::head::headers_of;
use super::weigh::{Known, guess_from_words};
use crate::reading::best_words;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, claims, documents, records};

/// How many pages of a file are weighed for a guess; what a thing is stands at its beginning.
const PAGES_WEIGHED: usize = 3;

/// Makes of an evidence item what the person says it is, and answers with the record that now stands for it. The item itself stays.
/// `answers` is, for a reply, the claimant's own letter that it answers; none finds it by what the mail itself says.
///
/// # Errors
/// Where there is no such item, where the letter answered is not one that the claimant sent, or what the records said.
pub fn file_as(
    session: &Session<Unlocked>,
    evidence: RecordId,
    filing: Filing,
    answers: Option<RecordId>,
) -> Result<RecordId> {
    let item = records::get::<Evidence>(session, evidence)?;
    let first = super::files(session, item.id)?.into_iter().next();
    let reading = match first.filter(|_| filing != Filing::Evidence) {
        Some(file) => Some(documents::reading(session, &file)?),
        None => None,
    };
    file_as_read(session, &item, filing, answers, reading.as_ref())
}

/// The same for an item whose first file has just been read.
pub(crate) fn file_as_read(
    session: &Session<Unlocked>,
    item: &Entry<Evidence>,
    filing: Filing,
    answers: Option<RecordId>,
    reading: Option<&Reading>,
) -> Result<RecordId> {
    let claim = item.claim.ok_or(StoreError::NoRecord(item.id))?;
    match filing {
        Filing::Evidence => {
            session.write("file as evidence", |records| records::settle(records, item.id))?;
            Ok(item.id)
        }
        Filing::Notice => {
            let mut body = reading.map(guess::notice).unwrap_or_default();
            title_if_none(&mut body.subject, item);
            enter(session, claim, item, body)
        }
        Filing::Letter => enter(session, claim, item, letter(session, claim, item, reading)?),
        Filing::Reply => {
            let answers = match answers {
                Some(own) => Some(sent(session, claim, own)?),
                None => answered(session, claim, reading)?,
            };
            let read = letter(session, claim, item, reading)?;
            enter(session, claim, item, Correspondence { direction: Direction::Received, answers, ..read })
        }
        Filing::Contact => {
            let words = words_of(session, item)?;
            let mut body = reading.map(|reading| guess::contact(reading, words, session.today())).unwrap_or_default();
            title_if_none(&mut body.subject, item);
            enter(session, claim, item, body)
        }
    }
}

fn letter(
    session: &Session<Unlocked>,
    claim: RecordId,
    item: &Entry<Evidence>,
    reading: Option<&Reading>,
) -> Result<Correspondence> {
    let own = claims::own_addresses(session, claim)?;
    Ok(match reading {
        Some(reading) => letter_of(item, reading, &own),
        None => Correspondence { subject: item.body.title.clone(), ..Correspondence::default() },
    })
}

/// A letter that may be answered: one that the claimant sent, in the same claim.
fn sent(session: &Session<Unlocked>, claim: RecordId, own: RecordId) -> Result<RecordId> {
    let letter = records::get::<Correspondence>(session, own)?;
    if letter.claim == Some(claim) && letter.body.direction == Direction::Sent {
        return Ok(own);
    }
    Err(Error::Field {
        field: "answers",
        message: format!("{} is not a letter that you sent, so nothing can answer it.", letter.reference),
    })
}

/// The one letter that a mail says it answers: the mail it replies to, else the only one of its thread that the claimant sent.
fn answered(session: &Session<Unlocked>, claim: RecordId, reading: Option<&Reading>) -> Result<Option<RecordId>> {
    let Some(head) = reading.and_then(|reading| reading.mail.as_ref()).map(headers_of) else {
        return Ok(None);
    };
    let one = |ids: &mut dyn Iterator<Item = &str>| -> Result<Option<RecordId>> {
        let mut found = HashSet::new();
        for id in ids {
            found.extend(session.read(|records| Ok(records.sent_as(claim, id)?))?);
        }
        Ok(found.iter().next().copied().filter(|_| found.len() == 1))
    };
    match one(&mut head.in_reply_to.iter().map(String::as_str))? {
        Some(own) => Ok(Some(own)),
        None => one(&mut head.answers()),
    }
}

/// The letter that an item makes.
pub(crate) fn letter_of(item: &Entry<Evidence>, reading: &Reading, own: &[String]) -> Correspondence {
    let mut body = guess::letter(reading, own);
    title_if_none(&mut body.subject, item);
    body
}

fn title_if_none(subject: &mut String, item: &Entry<Evidence>) {
    if subject.trim().is_empty() {
        subject.clone_from(&item.body.title);
    }
}

/// Enters the record, resting on the item and about the same incidents.
fn enter<T: Stored>(session: &Session<Unlocked>, claim: RecordId, item: &Entry<Evidence>, body: T) -> Result<RecordId> {
    let id = session.new_record_id()?;
    let now = session.now();
    session.write("file", |records| {
        records::settle(records, item.id)?;
        records.insert(NewEntry {
            evidence: vec![EvidenceLink::to(item.id)],
            incidents: item.incidents.clone(),
            ..NewEntry::new(id, Some(claim), now, body)
        })?;
        Ok(id)
    })
}

/// The best words kept of each page of an item's files.
fn words_of(session: &Session<Unlocked>, item: &Entry<Evidence>) -> Result<String> {
    let mut words = Vec::new();
    for file in super::files(session, item.id)? {
        words.extend(best_words(session, file.id)?.into_iter().map(|(page, _)| page.text));
    }
    Ok(words.join("\n\n"))
}

/// A guess for something that has just been read.
pub(super) fn guess_from_reading(session: &Session<Unlocked>, claim: RecordId, reading: &Reading) -> Result<Guess> {
    let known = super::known(session, claim)?;
    let head = reading.mail.as_ref().map(headers_of);
    let answers_own = answers_own(session, Some(claim), head.as_ref())?;
    let pages: Vec<&str> = reading.text.iter().take(PAGES_WEIGHED).map(|page| page.text.as_str()).collect();
    let kind = guess::evidence_kind(reading.kind);
    Ok(guess_from_words(kind, &pages.join("\n\n"), head.as_ref(), answers_own, &known))
}

/// A guess without reading the file again: from the item's kind, and the words and headers kept with its files.
pub(super) fn guess_from_record(session: &Session<Unlocked>, known: &Known, item: &Entry<Evidence>) -> Result<Guess> {
    let (mut words, mut head) = (Vec::new(), None);
    for file in super::files(session, item.id)? {
        let pages = best_words(session, file.id)?.into_iter().take(PAGES_WEIGHED);
        words.extend(pages.map(|(page, _)| page.text));
        if head.is_none() {
            head = session.read(|records| Ok(records.mail_headers(file.id)?))?;
        }
    }
    let answers_own = answers_own(session, item.claim, head.as_ref())?;
    Ok(guess_from_words(item.body.kind, &words.join("\n\n"), head.as_ref(), answers_own, known))
}

fn answers_own(session: &Session<Unlocked>, claim: Option<RecordId>, head: Option<&MailHeaders>) -> Result<bool> {
    let (Some(claim), Some(head)) = (claim, head) else { return Ok(false) };
    session.read(|records| {
        for id in head.answers() {
            if !records.sent_as(claim, id)?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    })
}
