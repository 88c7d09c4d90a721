//! Questions to the store.

use std::collections::{BTreeSet, HashMap};

use recourse_domain::choices::Audience;
use recourse_domain::records::{Arrangement, Entry, EvidenceFile, EvidenceLink, IncidentLink, PageText, Redaction};
use recourse_domain::{FileId, RecordId, Reference};
use recourse_vault::Secret;
use rusqlite::Connection;

use crate::table::{
    arrangement, body, change, change_turn, correspondence, draft, evidence, evidence_file, evidence_link, file_text,
    guess, incident_link, leaving, machine_page, machine_state, mail, picture_print, record, redaction, setting, twin,
    upkeep,
};
use crate::{
    ChainCheck, ChainHead, Change, Count, Draft, FilesOf, Filter, Found, Heading, MachinePage, MachineState,
    MachineTally, MailHeaders, Question, Result, Sought, Stored, TextSource, Turn, chain, search,
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

    pub(crate) fn connection(&self) -> &'c Connection {
        self.conn
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

    /// How many files each item of the vault has, and what is wrong with them; items without files are left out.
    pub fn files_in_lists(&self) -> Result<HashMap<RecordId, FilesOf>> {
        evidence_file::in_lists(self.conn)
    }

    /// What evidence items seem to be, where that is known.
    pub fn guesses(&self) -> Result<HashMap<RecordId, String>> {
        guess::all(self.conn)
    }

    /// The print of a picture.
    pub fn picture_print(&self, file: FileId) -> Result<Option<String>> {
        picture_print::get(self.conn, file)
    }

    /// The pictures whose print `alike` says yes to, in the order in which they were kept.
    pub fn similar_pictures(&self, alike: impl Fn(&str) -> bool) -> Result<Vec<FileId>> {
        picture_print::similar(self.conn, alike)
    }

    /// What the person said of two files: whether they are the same thing.
    pub fn twins_said(&self, one: FileId, other: FileId) -> Result<Option<bool>> {
        twin::said(self.conn, (one, other))
    }

    /// One kept file.
    pub fn file(&self, id: FileId) -> Result<Option<EvidenceFile>> {
        evidence_file::get(self.conn, id)
    }

    /// Every kept file of the vault, by item and order: what must lie in the vault's object folder.
    pub fn all_files(&self) -> Result<Vec<EvidenceFile>> {
        evidence_file::all(self.conn)
    }

    /// The files with these bytes, by SHA-256 in lower-case hexadecimal; those in the bin are left out.
    pub fn find_object(&self, sha256: &str) -> Result<Vec<EvidenceFile>> {
        evidence_file::by_sha256(self.conn, sha256)
    }

    /// The words of a file by page; within a page the person's own first, then the file's, then a program's.
    pub fn file_text(&self, file: FileId) -> Result<Vec<(PageText, TextSource)>> {
        file_text::of_file(self.conn, file)
    }

    /// The letters of a claim that the claimant sent under this `Message-ID`, those put away left out.
    pub fn sent_as(&self, claim: RecordId, message_id: &str) -> Result<Vec<RecordId>> {
        correspondence::sent_as(self.conn, claim, message_id)
    }

    /// What the headers of a kept mail say, if the file is a mail that was read.
    pub fn mail_headers(&self, file: FileId) -> Result<Option<MailHeaders>> {
        mail::get(self.conn, file)
    }

    /// The files that hold a mail with this `Message-ID` (without angle brackets), oldest id first.
    pub fn files_with_message_id(&self, message_id: &str) -> Result<Vec<FileId>> {
        mail::by_message_id(self.conn, message_id)
    }

    /// The letters of the thread that a letter is in, itself among them, in the order of lists; at most `limit`.
    pub fn thread_of(&self, letter: RecordId, limit: usize) -> Result<Vec<Heading>> {
        let mut found = BTreeSet::from([letter]);
        let mut asked = BTreeSet::new();
        let mut open = vec![letter];
        while let Some(one) = open.pop() {
            let mut near = mail::answers(self.conn, one)?;
            for message in mail::named_by(self.conn, one)? {
                if asked.insert(message.clone()) {
                    near.extend(mail::naming(self.conn, &message)?);
                }
            }
            open.extend(near.into_iter().filter(|id| found.len() < limit && found.insert(*id)));
        }
        let mut headings = Vec::new();
        for id in found {
            headings.extend(record::get(self.conn, id)?.filter(|heading| heading.binned_at.is_none()));
        }
        headings.sort_by_key(|heading| {
            (heading.listed.is_none(), heading.listed, heading.created_at, heading.reference.number)
        });
        Ok(headings)
    }

    /// The evidence items that came attached to this one, in the order they came.
    pub fn brought_by(&self, evidence: RecordId) -> Result<Vec<Heading>> {
        evidence::came_with(self.conn, evidence)
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

    /// The places where what is asked for is, at most `limit`: the record that was named, then records with the words in their title, then the rest, best
    /// first where there are few and newest first where there are many. Capitals and accents make no difference.
    pub fn search(&self, question: Question<'_>, limit: usize) -> Result<Found> {
        search::run(self.conn, question, limit)
    }

    /// What of a document is blacked out for a reader of a claim's bundle; nothing where there is none.
    pub fn redaction(&self, claim: RecordId, audience: Audience, document: RecordId) -> Result<Redaction> {
        redaction::get(self.conn, claim, audience, document)
    }

    /// The documents of which something is blacked out for a reader of a claim's bundle.
    pub fn redactions(&self, claim: RecordId, audience: Audience) -> Result<HashMap<RecordId, Redaction>> {
        redaction::of_claim(self.conn, claim, audience)
    }

    /// The unsaved words of a form.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>> {
        draft::get(self.conn, key)
    }

    /// The unsaved words of all forms, by key.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        draft::all(self.conn)
    }

    /// What was noted about the care of this vault.
    pub fn upkeep(&self, key: &str) -> Result<Option<String>> {
        upkeep::get(self.conn, key)
    }

    /// Whether the history has this entry.
    pub fn has_entry(&self, entry: &ChainHead) -> Result<bool> {
        Ok(entry.seq == 0 || change::hash_at(self.conn, entry.seq)? == Some(entry.hash))
    }

    /// A setting of this vault.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        setting::get(self.conn, key)
    }

    /// How the bundles of a claim for one reader are arranged by hand; empty where they are not.
    pub fn arrangement(&self, claim: RecordId, audience: Audience) -> Result<Arrangement> {
        arrangement::get(self.conn, claim, audience)
    }

    /// The history of a record, oldest first.
    pub fn history(&self, record: RecordId) -> Result<Vec<Change>> {
        change::of_record(self.conn, record)
    }

    /// At most `limit` entries of the whole history after number `seq`, oldest first.
    pub fn changes_after(&self, seq: u64, limit: u32) -> Result<Vec<Change>> {
        change::after(self.conn, seq, limit)
    }

    /// At most `limit` entries of those asked for, newest first.
    pub fn changes(&self, sought: &Sought, limit: u32) -> Result<Vec<Change>> {
        change::page(self.conn, sought, limit)
    }

    /// At most `limit` turns before number `before`, newest first. What versions before schema 6 wrote has none.
    pub fn turns_before(&self, before: u64, limit: u32) -> Result<Vec<Turn>> {
        change_turn::newest(self.conn, before, limit)
    }

    /// The entries of a turn, the last first.
    pub fn changes_of_turn(&self, turn: u64) -> Result<Vec<Change>> {
        change_turn::of_turn(self.conn, turn)
    }

    /// What lies in the bin, the last first.
    pub fn bin(&self) -> Result<Vec<Heading>> {
        record::in_bin(self.conn)
    }

    /// Objects that no record needs any more and that may still lie in the vault.
    pub fn leaving(&self) -> Result<Vec<String>> {
        leaving::all(self.conn)
    }

    /// The end of the history, without following it.
    pub fn chain_head(&self) -> Result<ChainHead> {
        chain::head(self.conn)
    }

    /// The last entry of the history that changed a record or a setting; exports and the order of bundles after it are left aside.
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
    let Heading { id, reference, claim, created_at, archived_at, marks, .. } = heading;
    Entry { id, reference, claim, created_at, archived_at, marks, incidents, evidence, body }
}
