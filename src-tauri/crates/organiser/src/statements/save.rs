//! Entering a statement, with the place where its words stand.

use recourse_domain::records::{Entry, EvidenceLink, Statement};
use recourse_domain::{FileId, RecordId, RecordKind};
use recourse_store::{NewEntry, StoreError, Writing};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Where words stand in a kept file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// The file; none where they stand in typed words.
    pub file: Option<FileId>,
    /// Its page, from 1.
    pub page: Option<u32>,
}

/// Enters a statement or replaces its fields, with its place. A new one is about the incidents of the record it stands in.
/// How it stands to others is left as it is ([`super::tie`] changes that).
///
/// # Errors
/// A statement without words, one said in a record that is not there or cannot hold words, a page that the file does not
/// have, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    statement: Statement,
    place: Place,
) -> Result<Entry<Statement>> {
    if statement.words.trim().is_empty() {
        return Err(wrong("words", "Put in the words, exactly as they were said."));
    }
    let new = session.new_record_id()?;
    session.write(if id.is_some() { "edit" } else { "add" }, |records| {
        check(records, claim, &statement)?;
        let link = link(records, &statement, place)?;
        let Some(id) = id else {
            let mut entry = NewEntry::new(new, Some(claim), session.now(), statement);
            if let Some(said_in) = entry.body.said_in {
                entry.incidents = records::links(records, said_in)?.0;
            }
            entry.evidence = link.into_iter().collect();
            return Ok(records.insert(entry)?);
        };
        let before =
            records.get::<Statement>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: RecordKind::Statement })?;
        let old = Some(before.body.words);
        let mut evidence: Vec<EvidenceLink> = before.evidence.into_iter().filter(|link| link.quote != old).collect();
        evidence.extend(link);
        let mut entry = records.update(id, Statement { links: before.body.links, ..statement })?;
        records.set_links(id, &entry.incidents, &evidence)?;
        entry.evidence = evidence;
        Ok(entry)
    })
}

fn check(records: &Writing<'_>, claim: RecordId, statement: &Statement) -> Result<()> {
    if let Some(id) = statement.said_in {
        let heading = records.heading(id)?.filter(|heading| heading.claim == Some(claim));
        let kind = heading.map(|heading| heading.reference.kind);
        match kind {
            Some(
                RecordKind::Notice | RecordKind::Correspondence | RecordKind::SuspiciousContact | RecordKind::Evidence,
            ) => {}
            Some(_) => return Err(wrong("said_in", "Words stand in a notice, a letter, a contact or in evidence.")),
            None => return Err(wrong("said_in", "The record that these words stand in is not in this claim.")),
        }
    }
    if let Some(id) = statement.speaker {
        let heading = records.heading(id)?.filter(|heading| heading.claim == Some(claim));
        if heading.is_none_or(|heading| heading.reference.kind != RecordKind::Party) {
            return Err(wrong("speaker", "The one who said this is not among the people and organisations on record."));
        }
    }
    Ok(())
}

/// The link to the evidence that the words stand in, with the words themselves.
fn link(records: &Writing<'_>, statement: &Statement, place: Place) -> Result<Option<EvidenceLink>> {
    let quote = Some(statement.words.clone());
    if let Some(id) = place.file {
        let file = records.file(id)?.ok_or(StoreError::NoSuchFile(id))?;
        if let Some(page) = place.page
            && (page == 0 || file.pages.is_some_and(|pages| page > pages.max(1)))
        {
            return Err(wrong("page", &format!("This document has no page {page}.")));
        }
        return Ok(Some(EvidenceLink { evidence: file.evidence, file: Some(id), page: place.page, quote }));
    }
    let Some(said_in) = statement.said_in else { return Ok(None) };
    let kind = records.heading(said_in)?.map(|heading| heading.reference.kind);
    let own = kind == Some(RecordKind::Evidence);
    Ok(own.then_some(EvidenceLink { evidence: said_in, file: None, page: place.page, quote }))
}

fn wrong(field: &'static str, message: &str) -> Error {
    Error::Field { field, message: message.to_owned() }
}
