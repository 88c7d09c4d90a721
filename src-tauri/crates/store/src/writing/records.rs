//! Entering and changing records.

use recourse_domain::records::{Entry, EvidenceLink, IncidentLink, Marks};
use recourse_domain::{RecordId, RecordKind, Reference};
use serde_json::json;

use super::Writing;
use crate::table::{body, counter, evidence_link, incident_link, record};
use crate::{ChangeKind, Heading, NewEntry, Result, StoreError, Stored};

impl Writing<'_> {
    /// Enters a record and gives it the next reference of its kind.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the id is taken, [`StoreError::BrokenLink`] when something it points to is not there or it has no claim, or what
    /// the database said.
    pub fn insert<T: Stored>(&self, new: NewEntry<T>) -> Result<Entry<T>> {
        if new.claim.is_none() != (T::KIND == RecordKind::Claim) {
            return Err(StoreError::BrokenLink);
        }
        self.step(|| {
            let number = counter::next(self.conn, T::KIND)?;
            let NewEntry { id, claim, created_at, marks, incidents, evidence, body } = new;
            let reference = Reference { kind: T::KIND, number };
            let entry = Entry { id, reference, claim, created_at, archived_at: None, marks, incidents, evidence, body };
            let item = record::insert(self.conn, &heading(&entry), entry.body.form())?;
            body::save(self.conn, id, &entry.body)?;
            if !entry.incidents.is_empty() {
                incident_link::replace(self.conn, id, &entry.incidents)?;
            }
            if !entry.evidence.is_empty() {
                evidence_link::replace(self.conn, id, &entry.evidence)?;
            }
            self.index_new(&entry, item);
            self.log(ChangeKind::Added, Some(id), None, Some(serde_json::to_value(&entry)?))?;
            Ok(entry)
        })
    }

    /// Replaces a record's own fields.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRecord`], [`StoreError::BrokenLink`], or what the database said.
    pub fn update<T: Stored>(&self, id: RecordId, body: T) -> Result<Entry<T>> {
        self.step(|| {
            self.is_not_deleted(id)?;
            let mut entry = self.get::<T>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: T::KIND })?;
            if entry.body == body {
                return Ok(entry);
            }
            let before = std::mem::replace(&mut entry.body, body);
            body::save(self.conn, id, &entry.body)?;
            record::set_listed(self.conn, &heading(&entry), entry.body.form())?;
            self.index(&entry);
            self.log_difference(ChangeKind::Edited, id, &before, &entry.body)?;
            Ok(entry)
        })
    }

    /// Replaces a record's note, tags, privilege and inclusion.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRecord`], or what the database said.
    pub fn set_marks<T: Stored>(&self, id: RecordId, marks: Marks) -> Result<Entry<T>> {
        self.step(|| {
            self.is_not_deleted(id)?;
            let mut entry = self.get::<T>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: T::KIND })?;
            record::set_marks(self.conn, id, &marks)?;
            let before = std::mem::replace(&mut entry.marks, marks);
            self.index(&entry);
            self.log_difference(ChangeKind::Marked, id, &before, &entry.marks)?;
            Ok(entry)
        })
    }

    /// Replaces a record's links, whatever its kind.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`]; [`StoreError::BrokenLink`] when an incident, an item or a file of that item is not there; [`StoreError::Conflict`]
    /// when an incident is named twice; or what the database said.
    pub fn set_links(&self, id: RecordId, incidents: &[IncidentLink], evidence: &[EvidenceLink]) -> Result<()> {
        self.step(|| {
            self.heading(id)?.ok_or(StoreError::NoRecord(id))?;
            self.is_not_deleted(id)?;
            let before = json!({
                "incidents": incident_link::of_record(self.conn, id)?,
                "evidence": evidence_link::of_record(self.conn, id)?,
            });
            incident_link::replace(self.conn, id, incidents)?;
            evidence_link::replace(self.conn, id, evidence)?;
            self.log_difference(ChangeKind::Linked, id, &before, &json!({"incidents": incidents, "evidence": evidence}))
        })
    }

    /// Puts a record away. Nothing is deleted, and its reference stays taken. One that is away already is left as it is.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`], or what the database said.
    pub fn archive(&self, id: RecordId) -> Result<()> {
        self.step(|| {
            self.is_not_deleted(id)?;
            if self.heading(id)?.ok_or(StoreError::NoRecord(id))?.archived_at.is_some() {
                return Ok(());
            }
            record::set_archived(self.conn, id, Some(self.occasion.at))?;
            self.log(ChangeKind::Archived, Some(id), None, None)
        })
    }

    /// Takes a record back.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`], or what the database said.
    pub fn unarchive(&self, id: RecordId) -> Result<()> {
        self.step(|| {
            let heading = self.heading(id)?.ok_or(StoreError::NoRecord(id))?;
            if heading.archived_at.is_none() || heading.binned_at.is_some() {
                return Ok(());
            }
            record::set_archived(self.conn, id, None)?;
            self.log(ChangeKind::Unarchived, Some(id), None, None)
        })
    }
}

fn heading<T: Stored>(entry: &Entry<T>) -> Heading {
    Heading {
        id: entry.id,
        reference: entry.reference,
        claim: entry.claim,
        created_at: entry.created_at,
        archived_at: entry.archived_at,
        binned_at: None,
        deleted_at: None,
        marks: entry.marks.clone(),
        title: entry.body.title(),
        listed: entry.body.listed_on().and_then(recourse_domain::StatedDate::sort_key),
    }
}
