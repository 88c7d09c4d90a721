//! The bin, and deleting for good.

use std::collections::BTreeSet;

use recourse_domain::choices::Audience;
use recourse_domain::records::{
    Arrangement, Correspondence, DataAssertion, DiaryEntry, Event, Evidence, Incident, Loss, Notice, Party,
    ProtectiveStep, Question, Request, Statement, SuspiciousContact, TimeSpent,
};
use recourse_domain::{RecordId, RecordKind};
use serde_json::json;

use super::Writing;
use crate::chain::Left;
use crate::table::{arrangement, body, change_turn, forget, leaving, record};
use crate::{ChangeKind, Heading, Result, StoreError, Stored};

/// What was deleted for good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many files went with it.
    pub files: usize,
    /// How many entries of the history lost their words.
    pub entries: usize,
}

impl Writing<'_> {
    /// Moves a record to the bin: out of lists, search, bundles and counts. Nothing is deleted. One that lies there already is left as it is.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`], [`StoreError::Deleted`], [`StoreError::ClaimStays`], or what the database said.
    pub fn bin(&self, id: RecordId) -> Result<()> {
        self.step(|| {
            let heading = self.there(id)?;
            if heading.reference.kind == RecordKind::Claim {
                return Err(StoreError::ClaimStays);
            }
            if heading.binned_at.is_some() {
                return Ok(());
            }
            record::bin(self.conn, id, self.occasion.at)?;
            self.log(ChangeKind::Binned, Some(id), None, None)
        })
    }

    /// Takes a record out of the bin, as it was before.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`], [`StoreError::Deleted`], or what the database said.
    pub fn unbin(&self, id: RecordId) -> Result<()> {
        self.step(|| {
            if self.there(id)?.binned_at.is_none() {
                return Ok(());
            }
            record::unbin(self.conn, id)?;
            self.log(ChangeKind::Unbinned, Some(id), None, None)
        })
    }

    /// Deletes a record of the bin for good: its words and files go from every table, from the indexes, and from earlier entries of the history. Its reference stays
    /// taken, and what points to it points to a record without words. Objects that no file needs any more are noted as leaving; the caller removes them
    /// from the vault's folder once this is on the disk.
    ///
    /// # Errors
    /// [`StoreError::NoRecord`], [`StoreError::Deleted`], [`StoreError::NotInBin`], or what the database said.
    pub fn erase(&self, id: RecordId) -> Result<Erased> {
        self.step(|| {
            let heading = self.there(id)?;
            if heading.binned_at.is_none() {
                return Err(StoreError::NotInBin(id));
            }
            let files = self.files_of(id)?;
            let named: Vec<String> = files.iter().map(|file| file.id.to_string()).chain([id.to_string()]).collect();
            self.forget_in_arrangements(id)?;
            for file in &files {
                self.index_pages(forget::file(self.conn, file.id)?);
                if !forget::is_needed(self.conn, &file.sha256)? {
                    leaving::note(self.conn, &file.object)?;
                }
            }
            forget::record(self.conn, id)?;
            self.empty_body(id, heading.reference.kind)?;
            record::empty(self.conn, id, self.occasion.at)?;
            self.index_nothing(id, heading.reference.kind);
            self.erased.set(true);
            let entries = self.erase_words(&heading, &named, files.len())?;
            Ok(Erased { files: files.len(), entries })
        })
    }

    /// Refuses a record that was deleted for good.
    pub(super) fn is_not_deleted(&self, id: RecordId) -> Result<()> {
        match self.heading(id)? {
            Some(heading) if heading.deleted_at.is_some() => Err(StoreError::Deleted(id)),
            _ => Ok(()),
        }
    }

    fn there(&self, id: RecordId) -> Result<Heading> {
        self.is_not_deleted(id)?;
        self.heading(id)?.ok_or(StoreError::NoRecord(id))
    }

    /// Erases the words of a record in the history and says so there, without any of them.
    fn erase_words(&self, heading: &Heading, named: &[String], files: usize) -> Result<usize> {
        let which: BTreeSet<i64> = change_turn::with_words_of(self.conn, heading.id, named)?;
        let mut left = Left::new();
        for link in change_turn::links(self.conn, &which)? {
            left.add(&link);
        }
        let said = json!({
            "reference": heading.reference, "files": files, "entries": which.len(), "left": left.in_words(),
        });
        let by = self.log_entry(ChangeKind::Erased, Some(heading.id), None, Some(said))?;
        change_turn::erase(self.conn, &which, by)?;
        Ok(which.len())
    }

    /// Takes a record out of what the person arranged by hand: a title that was typed for it is one of its words.
    fn forget_in_arrangements(&self, id: RecordId) -> Result<()> {
        for (claim, audience) in forget::arrangements_with(self.conn, id)? {
            let Some(audience) = Audience::from_code(&audience) else { continue };
            let mut arranged: Arrangement = self.arrangement(claim, audience)?;
            arranged.wordings.retain(|wording| wording.document != id);
            arranged.left_out.retain(|other| *other != id);
            arranged.put_in.retain(|other| *other != id);
            for placed in &mut arranged.placed {
                placed.documents.retain(|other| *other != id);
            }
            arrangement::set(self.conn, claim, audience, &arranged)?;
        }
        Ok(())
    }

    fn empty_body(&self, id: RecordId, kind: RecordKind) -> Result<()> {
        match kind {
            RecordKind::Claim => Err(StoreError::ClaimStays),
            RecordKind::Party => self.empty_as::<Party>(id),
            RecordKind::Incident => self.empty_as::<Incident>(id),
            RecordKind::Notice => self.empty_as::<Notice>(id),
            RecordKind::Evidence => self.empty_as::<Evidence>(id),
            RecordKind::Correspondence => self.empty_as::<Correspondence>(id),
            RecordKind::SuspiciousContact => self.empty_as::<SuspiciousContact>(id),
            RecordKind::Statement => self.empty_as::<Statement>(id),
            RecordKind::Question => self.empty_as::<Question>(id),
            RecordKind::DataAssertion => self.empty_as::<DataAssertion>(id),
            RecordKind::Event => self.empty_as::<Event>(id),
            RecordKind::Request => self.empty_as::<Request>(id),
            RecordKind::Loss => self.empty_as::<Loss>(id),
            RecordKind::TimeSpent => self.empty_as::<TimeSpent>(id),
            RecordKind::DiaryEntry => self.empty_as::<DiaryEntry>(id),
            RecordKind::ProtectiveStep => self.empty_as::<ProtectiveStep>(id),
        }
    }

    fn empty_as<T: Stored + Default>(&self, id: RecordId) -> Result<()> {
        body::save(self.conn, id, &T::default())
    }
}
