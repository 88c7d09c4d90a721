//! What a thing in the inbox becomes once the person has said what it is.

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, Evidence, EvidenceLink};
use recourse_intake::Reading;
use recourse_store::{NewEntry, StoreError};
use recourse_vault::ObjectId;

use super::guess::{self, Filing};
use super::keep;
use crate::session::{Session, Unlocked};
use crate::{Result, claims, records};

/// Makes of an evidence item what the person says it is, and answers with the record that now stands for it. The item itself stays.
///
/// # Errors
/// Where there is no such item, or what the records said.
pub fn file_as(session: &Session<Unlocked>, evidence: RecordId, filing: Filing) -> Result<RecordId> {
    let item = records::get::<Evidence>(session, evidence)?;
    let claim = item.claim.ok_or(StoreError::NoRecord(evidence))?;
    if filing == Filing::Evidence {
        session.write("file as evidence", |records| records::settle(records, evidence))?;
        return Ok(evidence);
    }
    let own = claims::own_addresses(session, claim)?;
    let reading = first_reading(session, &item)?;
    let id = session.new_record_id()?;
    let now = session.now();
    let links = vec![EvidenceLink::to(evidence)];
    session.write("file", |records| {
        records::settle(records, evidence)?;
        if filing == Filing::Notice {
            let mut body = reading.as_ref().map(guess::notice).unwrap_or_default();
            if body.subject.trim().is_empty() {
                body.subject.clone_from(&item.body.title);
            }
            records.insert(NewEntry {
                evidence: links,
                incidents: item.incidents.clone(),
                ..NewEntry::new(id, Some(claim), now, body)
            })?;
        } else {
            let mut body = reading.as_ref().map(|reading| guess::letter(reading, &own)).unwrap_or_default();
            if body.subject.trim().is_empty() {
                body.subject.clone_from(&item.body.title);
            }
            records.insert(NewEntry {
                evidence: links,
                incidents: item.incidents.clone(),
                ..NewEntry::new(id, Some(claim), now, body)
            })?;
        }
        Ok(id)
    })
}

/// What the first file of an item says, read anew from the vault.
fn first_reading(session: &Session<Unlocked>, item: &Entry<Evidence>) -> Result<Option<Reading>> {
    let Some(file) = super::files(session, item.id)?.into_iter().next() else {
        return Ok(None);
    };
    match file.object.parse::<ObjectId>() {
        Ok(object) => keep::read(session, &object, &file.name).map(Some),
        Err(_) => Ok(None),
    }
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
