//! Questions to the store.

use recourse_domain::records::{Entry, EvidenceFile, EvidenceLink, IncidentLink, PageText};
use recourse_domain::{FileId, RecordId, Reference};
use recourse_vault::Secret;
use rusqlite::Connection;

use crate::table::{
    body, change, draft, evidence_file, evidence_link, file_text, incident_link, machine_page, machine_state, record,
    record_words, setting,
};
use crate::{
    ChainCheck, ChainHead, Change, Count, Draft, Filter, Heading, Hit, MachinePage, MachineState, MachineTally, Result,
    Stored, TextSource, chain,
};

/// Answers questions. Within a transaction it sees what the transaction has done so far.
///
/// Every method fails only with what the database said: [`StoreError::Damaged`](crate::StoreError::Damaged),
/// [`StoreError::Unreadable`](crate::StoreError::Unreadable) or a failure of the disk.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'c> {
    conn: &'c Connection,
}

#[allow(clippy::missing_errors_doc, reason = "the same for all methods and said once, above")]
impl<'c> Reading<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn }
    }

    /// A record, if it is there and of this kind.
    pub fn get<T: Stored>(&self, id: RecordId) -> Result<Option<Entry<T>>> {
        let Some((heading, body)) = body::get(self.conn, id)? else { return Ok(None) };
        let incidents = incident_link::of_record(self.conn, id)?;
        let evidence = evidence_link::of_record(self.conn, id)?;
        Ok(Some(entry(heading, incidents, evidence, body)))
    }

    /// A record by its readable name, if it is there and of this kind.
    pub fn by_reference<T: Stored>(&self, reference: Reference) -> Result<Option<Entry<T>>> {
        match self.find(reference)? {
            Some(id) => self.get(id),
            None => Ok(None),
        }
    }

    /// The inner name behind a readable one.
    pub fn find(&self, reference: Reference) -> Result<Option<RecordId>> {
        record::find(self.conn, reference)
    }

    /// What a record of any kind has in common with all others.
    pub fn heading(&self, id: RecordId) -> Result<Option<Heading>> {
        record::get(self.conn, id)
    }

    /// Records of one kind by first day, last day and order of entry; undated ones come last.
    pub fn list<T: Stored>(&self, filter: Filter) -> Result<Vec<Entry<T>>> {
        let mut incidents = incident_link::of_kind(self.conn, T::KIND)?;
        let mut evidence = evidence_link::of_kind(self.conn, T::KIND)?;
        let rows = body::list(self.conn, filter)?;
        Ok(rows
            .into_iter()
            .map(|(heading, body)| {
                let id = heading.id;
                let incidents = incidents.remove(&id).unwrap_or_default();
                entry(heading, incidents, evidence.remove(&id).unwrap_or_default(), body)
            })
            .collect())
    }

    /// Records of all kinds in the order of [`list`](Self::list).
    pub fn headings(&self, filter: Filter) -> Result<Vec<Heading>> {
        record::all(self.conn, filter)
    }

    /// The records that rest on this evidence item or are about this incident, archived ones too.
    pub fn linked_to(&self, id: RecordId) -> Result<Vec<Heading>> {
        record::linked_to(self.conn, id)
    }

    /// How many records of each kind there are, in the domain's order, in one claim or in all.
    pub fn counts(&self, claim: Option<RecordId>) -> Result<Vec<Count>> {
        record::counts(self.conn, claim)
    }

    /// The files of an evidence item, in order.
    pub fn files_of(&self, evidence: RecordId) -> Result<Vec<EvidenceFile>> {
        evidence_file::of_evidence(self.conn, evidence)
    }

    /// One kept file.
    pub fn file(&self, id: FileId) -> Result<Option<EvidenceFile>> {
        evidence_file::get(self.conn, id)
    }

    /// Every kept file of the vault, by item and order: what must lie in the vault's object folder.
    pub fn all_files(&self) -> Result<Vec<EvidenceFile>> {
        evidence_file::all(self.conn)
    }

    /// The files with these bytes, by SHA-256 in lower-case hexadecimal.
    pub fn find_object(&self, sha256: &str) -> Result<Vec<EvidenceFile>> {
        evidence_file::by_sha256(self.conn, sha256)
    }

    /// The words of a file by page; within a page the person's own first, then the file's, then a program's.
    pub fn file_text(&self, file: FileId) -> Result<Vec<(PageText, TextSource)>> {
        file_text::of_file(self.conn, file)
    }

    /// How far a machine has come with a file, and why not further; none for a file that needs none.
    pub fn machine_state(&self, file: FileId) -> Result<Option<(MachineState, Option<String>)>> {
        machine_state::get(self.conn, file)
    }

    /// The file that a machine is to read next: of those that wait, the one added last.
    pub fn machine_next(&self) -> Result<Option<FileId>> {
        machine_state::next(self.conn)
    }

    /// How far a machine has come with the whole vault.
    pub fn machine_tally(&self) -> Result<MachineTally> {
        machine_state::tally(self.conn)
    }

    /// What a machine read on the pages of a file, in order.
    pub fn machine_pages(&self, file: FileId) -> Result<Vec<MachinePage>> {
        machine_page::of_file(self.conn, file)
    }

    /// The places where all of these words are, or words that begin with them, best first, at most `limit`.
    /// Capitals and accents make no difference.
    pub fn search(&self, words: &str, filter: Filter, limit: u32) -> Result<Vec<Hit>> {
        record_words::search(self.conn, words, filter, limit)
    }

    /// The unsaved words of a form.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>> {
        draft::get(self.conn, key)
    }

    /// The unsaved words of all forms, by key.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        draft::all(self.conn)
    }

    /// A setting of this vault.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        setting::get(self.conn, key)
    }

    /// The history of a record, oldest first.
    pub fn history(&self, record: RecordId) -> Result<Vec<Change>> {
        change::of_record(self.conn, record)
    }

    /// At most `limit` entries of the whole history after number `seq`, oldest first.
    pub fn changes_after(&self, seq: u64, limit: u32) -> Result<Vec<Change>> {
        change::after(self.conn, seq, limit)
    }

    /// The end of the history, without following it.
    pub fn chain_head(&self) -> Result<ChainHead> {
        chain::head(self.conn)
    }

    /// The last entry of the history that changed a record or a setting; events such as an export after it are left aside.
    pub fn last_change(&self) -> Result<ChainHead> {
        let last = change::last_change(self.conn)?;
        Ok(last.map_or_else(ChainHead::default, |(seq, hash)| ChainHead { seq: seq.unsigned_abs(), hash }))
    }

    /// Follows the whole history with the vault's change key.
    pub fn verify_chain(&self, change_key: &Secret<[u8; 32]>) -> Result<ChainCheck> {
        chain::verify(self.conn, change_key)
    }
}

fn entry<T>(heading: Heading, incidents: Vec<IncidentLink>, evidence: Vec<EvidenceLink>, body: T) -> Entry<T> {
    let Heading { id, reference, claim, created_at, archived_at, marks, title: _, listed: _ } = heading;
    Entry { id, reference, claim, created_at, archived_at, marks, incidents, evidence, body }
}
