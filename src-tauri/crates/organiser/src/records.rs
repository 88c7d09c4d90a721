//! What can be done with a record of any kind.

use recourse_domain::records::{Entry, Evidence, EvidenceLink, IncidentLink, Marks};
use recourse_domain::{RecordId, Reference};
pub use recourse_store::{Change, ChangeKind, Heading, Stored};
use recourse_store::{Filter, NewEntry, StoreError, Writing};

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Does something with the body type of a kind of record.
macro_rules! for_kind {
    ($kind:expr, $body:ident => $work:expr) => {
        for_kind!(@each $kind, $body => $work; Claim, Party, Incident, Notice, Evidence, Correspondence, SuspiciousContact, Statement,
            Question, DataAssertion, Event, Request, Loss, TimeSpent, DiaryEntry, ProtectiveStep)
    };
    (@each $kind:expr, $body:ident => $work:expr; $($one:ident),+) => {
        match $kind {
            $(recourse_domain::RecordKind::$one => {
                type $body = recourse_domain::records::$one;
                $work
            })+
        }
    };
}
pub(crate) use for_kind;

/// One record of a known kind.
///
/// # Errors
/// Where there is none with this id.
pub fn get<T: Stored>(session: &Session<Unlocked>, id: RecordId) -> Result<Entry<T>> {
    session.read(|records| Ok(records.get(id)?.ok_or(StoreError::NoSuchRecord { id, kind: T::KIND })?))
}

/// The records of one kind in a claim, those put away left out: by date, undated last.
///
/// # Errors
/// What the records said.
pub fn list<T: Stored>(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Entry<T>>> {
    session.read(|records| Ok(records.list(Filter { claim: Some(claim), ..Filter::default() })?))
}

/// Enters a record, with the evidence it rests on.
///
/// # Errors
/// What the records said.
pub fn add<T: Stored>(
    session: &Session<Unlocked>,
    claim: RecordId,
    body: T,
    evidence: &[RecordId],
) -> Result<Entry<T>> {
    let id = session.new_record_id()?;
    let mut new = NewEntry::new(id, Some(claim), session.now(), body);
    new.evidence = evidence.iter().copied().map(EvidenceLink::to).collect();
    session.write("add", |records| {
        for item in evidence {
            settle(records, *item)?;
        }
        Ok(records.insert(new)?)
    })
}

/// Replaces a record's own fields.
///
/// # Errors
/// Where there is no such record.
pub fn update<T: Stored>(session: &Session<Unlocked>, id: RecordId, body: T) -> Result<Entry<T>> {
    session.write("edit", |records| Ok(records.update(id, body)?))
}

/// What a record has in common with all others.
///
/// # Errors
/// Where there is no such record.
pub fn heading(session: &Session<Unlocked>, id: RecordId) -> Result<Heading> {
    session.read(|records| Ok(records.heading(id)?.ok_or(StoreError::NoRecord(id))?))
}

/// The record with a readable name.
///
/// # Errors
/// Where there is none.
pub fn find(session: &Session<Unlocked>, reference: Reference) -> Result<Heading> {
    session.read(|records| {
        let id = records.find(reference)?.ok_or_else(|| Error::NoSuchReference(reference.to_string()))?;
        Ok(records.heading(id)?.ok_or(StoreError::NoRecord(id))?)
    })
}

/// The records that rest on an evidence item or are about an incident.
///
/// # Errors
/// What the records said.
pub fn linked_to(session: &Session<Unlocked>, id: RecordId) -> Result<Vec<Heading>> {
    session.read(|records| Ok(records.linked_to(id)?))
}

/// Most letters that a thread shows.
const LONGEST_THREAD: usize = 500;

/// The letters of the thread that a letter is in, oldest first, itself among them; none where it stands alone.
///
/// # Errors
/// What the records said.
pub fn thread(session: &Session<Unlocked>, letter: RecordId) -> Result<Vec<Heading>> {
    let all = session.read(|records| Ok(records.thread_of(letter, LONGEST_THREAD)?))?;
    Ok(if all.len() > 1 { all } else { Vec::new() })
}

/// Lays an evidence item beside a record. It no longer waits in the inbox then.
///
/// # Errors
/// Where either is not there.
pub fn tie(session: &Session<Unlocked>, record: RecordId, evidence: RecordId) -> Result<()> {
    session.write("lay evidence beside", |records| {
        settle(records, evidence)?;
        add_link(records, record, EvidenceLink::to(evidence))
    })
}

/// Takes an evidence item away from a record. Both stay.
///
/// # Errors
/// Where the record is not there.
pub fn untie(session: &Session<Unlocked>, record: RecordId, evidence: RecordId) -> Result<()> {
    session.write("take evidence away", |records| {
        let (incidents, mut links) = links(records, record)?;
        links.retain(|link| link.evidence != evidence);
        Ok(records.set_links(record, &incidents, &links)?)
    })
}

/// Says which incidents a record is about.
///
/// # Errors
/// Where the record or an incident is not there.
pub fn set_incidents(session: &Session<Unlocked>, record: RecordId, incidents: &[IncidentLink]) -> Result<()> {
    session.write("say which incident", |records| {
        let (_, evidence) = links(records, record)?;
        Ok(records.set_links(record, incidents, &evidence)?)
    })
}

/// Sets the note, the labels, privilege and inclusion of a record.
///
/// # Errors
/// Where the record is not there.
pub fn set_marks(session: &Session<Unlocked>, record: RecordId, marks: Marks) -> Result<()> {
    session.write("mark", |records| mark(records, record, marks))
}

pub(crate) fn mark(records: &Writing<'_>, id: RecordId, marks: Marks) -> Result<()> {
    let kind = records.heading(id)?.ok_or(StoreError::NoRecord(id))?.reference.kind;
    for_kind!(kind, T => records.set_marks::<T>(id, marks).map(drop)).map_err(Error::from)
}

/// Puts a record away. Nothing is deleted.
///
/// # Errors
/// Where the record is not there.
pub fn archive(session: &Session<Unlocked>, record: RecordId) -> Result<()> {
    session.write("put away", |records| Ok(records.archive(record)?))
}

/// Takes a record back.
///
/// # Errors
/// Where the record is not there.
pub fn restore(session: &Session<Unlocked>, record: RecordId) -> Result<()> {
    session.write("take back", |records| Ok(records.unarchive(record)?))
}

/// Every change to a record, oldest first.
///
/// # Errors
/// What the records said.
pub fn history(session: &Session<Unlocked>, record: RecordId) -> Result<Vec<Change>> {
    session.read(|records| Ok(records.history(record)?))
}

/// Adds a link within a transaction; one that is there already is left as it is.
pub(crate) fn add_link(records: &Writing<'_>, record: RecordId, link: EvidenceLink) -> Result<()> {
    let (incidents, mut evidence) = links(records, record)?;
    if evidence.contains(&link) {
        return Ok(());
    }
    evidence.push(link);
    Ok(records.set_links(record, &incidents, &evidence)?)
}

/// An evidence item that has found its place no longer waits in the inbox.
pub(crate) fn settle(records: &Writing<'_>, evidence: RecordId) -> Result<()> {
    let item = records.get::<Evidence>(evidence)?.ok_or(StoreError::NoRecord(evidence))?;
    if item.body.waiting {
        records.update(evidence, Evidence { waiting: false, ..item.body })?;
    }
    Ok(())
}

/// The links of a record of any kind.
pub(crate) fn links(records: &Writing<'_>, id: RecordId) -> Result<(Vec<IncidentLink>, Vec<EvidenceLink>)> {
    fn of<T: Stored>(records: &Writing<'_>, id: RecordId) -> Result<(Vec<IncidentLink>, Vec<EvidenceLink>)> {
        let entry = records.get::<T>(id)?.ok_or(StoreError::NoRecord(id))?;
        Ok((entry.incidents, entry.evidence))
    }
    let kind = records.heading(id)?.ok_or(StoreError::NoRecord(id))?.reference.kind;
    for_kind!(kind, T => of::<T>(records, id))
}
