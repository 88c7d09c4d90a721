//! Putting a batch of mails on record: every mail with all that hangs on it, in one transaction.

use std::sync::atomic::AtomicBool;

use chrono::{DateTime, SecondsFormat, Utc};
use recourse_domain::records::{Entry, Evidence, EvidenceLink};
use recourse_domain::{FileId, RecordId, Reference};
use recourse_intake::Reading;
use recourse_intake::mailbox::{BatchMail, BatchPart};
use recourse_store::{NewEntry, Writing};
use recourse_vault::{Attached, BatchItem, Facts};

use super::names::{file_name, spoken};
use super::source::Mailbox;
use super::take::{Numbered, Read, Taken};
use crate::Result;
use crate::evidence::{self, Filing, Kept};
use crate::session::{Session, Unlocked};

/// What stays the same from batch to batch.
pub(super) struct Work<'a> {
    pub(super) session: &'a Session<Unlocked>,
    pub(super) claim: RecordId,
    pub(super) filing: Option<Filing>,
    /// The claimant's own addresses.
    pub(super) own: Vec<String>,
    pub(super) mailbox: &'a Mailbox,
    pub(super) name: String,
    /// Mails in the mailbox.
    pub(super) total: u64,
}

/// One mail with the names under which it goes on record.
struct Unit {
    mail: Numbered,
    name: String,
    read: BatchMail,
    evidence: RecordId,
    file: FileId,
    letter: RecordId,
    parts: Vec<(RecordId, FileId)>,
}

/// Mails that lie in the vault, durably, and are still to be put on record.
pub(super) struct Sealed {
    /// How many.
    pub(super) mails: u64,
    /// Their bytes.
    pub(super) bytes: u64,
    units: Vec<Unit>,
    attached: Vec<Attached>,
    /// A mail too large to be held in memory, not yet in the vault.
    large: Option<Numbered>,
}

impl Sealed {
    /// Takes in the batch that follows; gives it back where one of the two must stay alone.
    pub(super) fn join(&mut self, mut more: Self) -> Option<Self> {
        if self.large.is_some() || more.large.is_some() {
            return Some(more);
        }
        self.mails += more.mails;
        self.bytes += more.bytes;
        self.units.append(&mut more.units);
        self.attached.append(&mut more.attached);
        None
    }
}

/// What a batch brought, counted only once it is durable.
#[derive(Default)]
struct Brought {
    taken: Taken,
    entries: Vec<(Entry<Evidence>, Reading)>,
}

impl Work<'_> {
    /// Makes a batch durable in the vault.
    pub(super) fn seal(&self, read: Read) -> Result<Sealed> {
        let here = read.mails.iter().map(|(mail, ..)| mail).chain(&read.large);
        let (mails, bytes) = here.fold((0, 0), |(mails, bytes), mail| (mails + 1, bytes + mail.place.length()));
        let (mut units, mut originals) = (Vec::new(), Vec::new());
        for (mail, original, read) in read.mails {
            units.push(self.unit(mail, read)?);
            originals.push(original);
        }
        self.read_the_rest(&mut units)?;
        let attached = self.attach(&units, &originals)?;
        for part in units.iter_mut().flat_map(|unit| &mut unit.read.parts) {
            // What is sealed need not wait in memory for the records.
            part.bytes = Vec::new();
        }
        Ok(Sealed { mails, bytes, units, attached, large: read.large })
    }

    /// Puts a sealed batch on record, and counts it only then.
    pub(super) fn keep(&self, sealed: Sealed, taken: &mut Taken, cancel: &AtomicBool) -> Result<()> {
        if let Some(mail) = sealed.large {
            return self.keep_large(&mail, taken, cancel);
        }
        let Sealed { units, attached, .. } = sealed;
        let now = self.session.now();
        let brought = self
            .session
            .write("take in mails", |records| records.together(|| self.put_on_record(records, now, units, attached)))?;
        taken.mails += brought.taken.mails;
        taken.attachments += brought.taken.attachments;
        taken.already_here += brought.taken.already_here;
        taken.linked += brought.taken.linked;
        taken.problems.extend(brought.taken.problems);
        // A letter is entered in the same step as its mail; what else a mail may become is entered as for a single one.
        if let Some(filing) = self.filing.filter(|filing| !matches!(filing, Filing::Letter | Filing::Evidence)) {
            for (entry, reading) in brought.entries {
                evidence::file_as_read(self.session, &entry, filing, None, Some(&reading))?;
            }
        }
        Ok(())
    }

    fn unit(&self, mail: Numbered, read: BatchMail) -> Result<Unit> {
        let ids = |_: &BatchPart| Ok((self.session.new_record_id()?, self.session.new_file_id()?));
        Ok(Unit {
            name: file_name(read.reading.mail.as_ref()),
            evidence: self.session.new_record_id()?,
            file: self.session.new_file_id()?,
            letter: self.session.new_record_id()?,
            parts: read.parts.iter().map(ids).collect::<Result<_>>()?,
            mail,
            read,
        })
    }

    /// Attachments that the batch's worker left for one of their own.
    fn read_the_rest(&self, units: &mut [Unit]) -> Result<()> {
        for part in units.iter_mut().flat_map(|unit| &mut unit.read.parts) {
            if part.reading.is_none() {
                part.reading = Some(self.session.worker().read(&part.name, part.bytes.as_slice())?);
            }
        }
        Ok(())
    }

    /// All bytes of the batch in the vault, durably: each mail followed by its attachments.
    fn attach(&self, units: &[Unit], originals: &[Vec<u8>]) -> Result<Vec<Attached>> {
        let kept_at = self.session.now().to_rfc3339_opts(SecondsFormat::Secs, true);
        let facts = |name: &str, reading: Option<&Reading>| Facts {
            name: name.to_owned(),
            media_type: reading.map(|reading| reading.media_type.to_string()).unwrap_or_default(),
            kept_at: kept_at.clone(),
        };
        let mut items = Vec::new();
        for (unit, bytes) in units.iter().zip(originals) {
            items.push(BatchItem { bytes, facts: facts(&unit.name, Some(&unit.read.reading)) });
            for part in &unit.read.parts {
                items.push(BatchItem { bytes: &part.bytes, facts: facts(&part.name, part.reading.as_ref()) });
            }
        }
        Ok(self.session.vault().attach_batch(&items)?)
    }

    fn put_on_record(
        &self,
        records: &Writing<'_>,
        now: DateTime<Utc>,
        units: Vec<Unit>,
        attached: Vec<Attached>,
    ) -> Result<Brought> {
        let mut brought = Brought::default();
        let mut attached = attached.into_iter();
        for mut unit in units {
            let mail = attached.next();
            let parts: Vec<Attached> = attached.by_ref().take(unit.parts.len()).collect();
            let Some(mail) = mail else { continue };
            if !records.find_object(&mail.sha256.to_string())?.is_empty() {
                brought.taken.already_here += 1;
                continue;
            }
            let parts =
                parts.into_iter().zip(std::mem::take(&mut unit.read.parts)).zip(std::mem::take(&mut unit.parts));
            let entry = self.enter_mail(records, now, &unit, &mail, &mut brought.taken)?;
            for ((attached, part), ids) in parts {
                self.enter_part(records, now, &entry, &attached, &part, ids, &mut brought.taken)?;
            }
            brought.entries.push((entry, unit.read.reading));
        }
        Ok(brought)
    }

    fn enter_mail(
        &self,
        records: &Writing<'_>,
        now: DateTime<Utc>,
        unit: &Unit,
        attached: &Attached,
        taken: &mut Taken,
    ) -> Result<Entry<Evidence>> {
        let reading = &unit.read.reading;
        let body = Evidence {
            title: evidence::title(reading, &unit.name),
            kind: evidence::MAIL,
            date: evidence::date(reading),
            obtained_from: self.place_of(&unit.mail),
            waiting: !matches!(self.filing, Some(Filing::Letter | Filing::Evidence)),
            ..Evidence::default()
        };
        let entry = records.insert(NewEntry::new(unit.evidence, Some(self.claim), now, body))?;
        let message_id = reading.mail.as_ref().and_then(|mail| mail.message_id.as_deref());
        if message_id.is_some_and(|id| records.files_with_message_id(id).is_ok_and(|files| !files.is_empty())) {
            taken.linked += 1;
        }
        evidence::note_file(
            records,
            &evidence::bare_file(unit.file, entry.id, now, &unit.name, attached, reading),
            reading,
        )?;
        if self.filing == Some(Filing::Letter) {
            let letter = evidence::letter_of(&entry, reading, &self.own);
            records.insert(NewEntry {
                evidence: vec![EvidenceLink::to(entry.id)],
                ..NewEntry::new(unit.letter, Some(self.claim), now, letter)
            })?;
        }
        taken.mails += 1;
        let path = self.place_of(&unit.mail);
        if let Some(problem) = &reading.problem {
            taken.problems.push(named(&path, (entry.id, entry.reference), problem.sentence.clone()));
        }
        for name in &unit.read.left_inside {
            let sentence = format!("The attachment “{name}” could not be taken out. It is still inside the mail.");
            taken.problems.push(named(&path, (entry.id, entry.reference), sentence));
        }
        Ok(entry)
    }

    #[allow(clippy::too_many_arguments, reason = "one attachment, its two names, its mail and where it goes")]
    fn enter_part(
        &self,
        records: &Writing<'_>,
        now: DateTime<Utc>,
        mail: &Entry<Evidence>,
        attached: &Attached,
        part: &BatchPart,
        (id, file): (RecordId, FileId),
        taken: &mut Taken,
    ) -> Result<()> {
        let Some(reading) = &part.reading else { return Ok(()) };
        if !records.find_object(&attached.sha256.to_string())?.is_empty() {
            return Ok(());
        }
        let body = Evidence {
            title: evidence::title(reading, &part.name),
            kind: evidence::evidence_kind(reading.kind),
            date: evidence::date(reading),
            how_obtained: evidence::came_attached(mail),
            came_with: Some(mail.id),
            ..Evidence::default()
        };
        let entry = records.insert(NewEntry::new(id, Some(self.claim), now, body))?;
        evidence::note_file(records, &evidence::bare_file(file, id, now, &part.name, attached, reading), reading)?;
        taken.attachments += 1;
        if let Some(problem) = &reading.problem {
            taken.problems.push(named(&part.name, (entry.id, entry.reference), problem.sentence.clone()));
        }
        Ok(())
    }

    /// A mail that is too large for memory is kept as a single file is.
    fn keep_large(&self, mail: &Numbered, taken: &mut Taken, cancel: &AtomicBool) -> Result<()> {
        let source = self.mailbox.open(&mail.place).map_err(|source| self.mailbox.unreadable(source))?;
        let name = format!("mail {}.eml", mail.number);
        let order = evidence::Order { claim: self.claim, to: None, filing: self.filing };
        let source = evidence::Source::Reader { name, reader: std::sync::Mutex::new(source) };
        for mut kept in evidence::keep(self.session, order, &[source], &mut |_| {}, cancel) {
            if let Some(error) = kept.error.take() {
                return Err(error);
            }
            kept.path = self.place_of(mail);
            taken.already_here += u64::from(kept.duplicate_of.is_some());
            taken.mails += u64::from(kept.duplicate_of.is_none());
            if kept.problem.is_some() {
                taken.problems.push(kept);
            }
        }
        Ok(())
    }

    /// Which mail of which mailbox, in words.
    fn place_of(&self, mail: &Numbered) -> String {
        format!("Mailbox {}, mail {} of {}", self.name, spoken(mail.number), spoken(self.total))
    }
}

fn named(path: &str, evidence: (RecordId, Reference), problem: String) -> Kept {
    Kept { path: path.to_owned(), kept: true, evidence: Some(evidence), problem: Some(problem), ..Kept::default() }
}
