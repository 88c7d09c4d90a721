//! What a thing in the inbox becomes once the person has said what it is.

use recourse_domain::RecordId;
use recourse_domain::records::{Correspondence, Entry, Evidence, EvidenceLink};
use recourse_intake::Reading;
use recourse_store::{NewEntry, StoreError, Stored};

use super::guess::{self, Filing};
use crate::session::{Session, Unlocked};
use crate::{Result, claims, documents, records};

/// Makes of an evidence item what the person says it is, and answers with the record that now stands for it. The item itself stays.
///
/// # Errors
/// Where there is no such item, or what the records said.
pub fn file_as(session: &Session<Unlocked>, evidence: RecordId, filing: Filing) -> Result<RecordId> {
    let item = records::get::<Evidence>(session, evidence)?;
    let first = super::files(session, item.id)?.into_iter().next();
    let reading = match first.filter(|_| filing != Filing::Evidence) {
        Some(file) => Some(documents::reading(session, &file)?),
        None => None,
    };
    file_as_read(session, &item, filing, reading.as_ref())
}

/// The same for an item whose first file has just been read.
pub(crate) fn file_as_read(
    session: &Session<Unlocked>,
    item: &Entry<Evidence>,
    filing: Filing,
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
        Filing::Letter | Filing::Contact | Filing::Reply => {
            let own = claims::own_addresses(session, claim)?;
            let mut body = reading.map(|reading| letter_of(item, reading, &own)).unwrap_or_default();
            title_if_none(&mut body.subject, item);
            enter(session, claim, item, body)
        }
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

/// A guess without reading the file again: from its kind and the words kept with it.
pub(super) fn guess_from_record(session: &Session<Unlocked>, item: &Entry<Evidence>) -> Result<Filing> {
    let words = session.read(|records| {
        let mut words = String::new();
        for file in records.files_of(item.id)? {
            for (page, _) in records.file_text(file.id)?.into_iter().take(3) {
                words.push_str(&page.text);
            }
        }
        Ok(words)
    })?;
    Ok(guess::guess_from_words(item.body.kind, &words))
}
