//! Files in: each is kept, hashed and sealed first; only then is it read, and asked about.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, SecondsFormat, Utc};
use recourse_domain::records::{Entry, Evidence, EvidenceFile, EvidenceLink};
use recourse_domain::{FileId, RecordId, RecordKind, Reference};
use recourse_intake::{Kind, Reading, SNIFF_BYTES, sniff};
use recourse_store::{NewEntry, StoreError, TextSource, Writing};
use recourse_vault::{Attached, Facts, ObjectId};

use super::attached::came_attached;
use super::guess::{self, Filing};
use super::head::headers_of;
use super::sources::Source;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, reading as machine, records};

/// What is to happen with the files given.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// The claim they belong to.
    pub claim: RecordId,
    /// The record to lay them beside, or the evidence item whose files they become; none puts them into the inbox.
    pub to: Option<RecordId>,
    /// What to make of each; none leaves them waiting in the inbox.
    pub filing: Option<Filing>,
}

/// What became of one file.
#[derive(Debug, Default)]
pub struct Kept {
    /// The path or name it was given as.
    pub path: String,
    /// Whether it is safe in the vault.
    pub kept: bool,
    /// The evidence item it is in.
    pub evidence: Option<(RecordId, Reference)>,
    /// The record made from it.
    pub made: Option<RecordId>,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: Option<String>,
    /// Length in bytes.
    pub bytes: Option<u64>,
    /// IANA media type.
    pub media_type: Option<String>,
    /// Number of pages.
    pub pages: Option<u32>,
    /// Letters of text found in it.
    pub text_chars: Option<u64>,
    /// The evidence item that already held the same bytes.
    pub duplicate_of: Option<Reference>,
    /// Items that seem to hold the same thing with other bytes.
    pub twins: Vec<Reference>,
    /// What it seems to be.
    pub guess: Option<Filing>,
    /// Why it could not be kept, or not be read, in a sentence.
    pub problem: Option<String>,
    /// The error behind a file that could not be kept.
    pub error: Option<Error>,
}

/// How far keeping has come.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Which file, from 0.
    pub index: usize,
    /// Out of how many.
    pub of: usize,
    /// Its name.
    pub name: &'a str,
    /// Bytes of it taken so far.
    pub bytes: u64,
}

/// Keeps files one after another. Each is whole in the vault before the next begins; what stops one does not stop the rest, except a full disk and
/// the person's own stop.
pub fn keep(
    session: &Session<Unlocked>,
    order: Order,
    sources: &[Source],
    progress: &mut dyn FnMut(Step<'_>),
    cancel: &AtomicBool,
) -> Vec<Kept> {
    let _keeping = session.keeping();
    session.as_one(|| keep_all(session, order, sources, progress, cancel))
}

fn keep_all(
    session: &Session<Unlocked>,
    order: Order,
    sources: &[Source],
    progress: &mut dyn FnMut(Step<'_>),
    cancel: &AtomicBool,
) -> Vec<Kept> {
    let mut results: Vec<Kept> = Vec::with_capacity(sources.len());
    for (index, source) in sources.iter().enumerate() {
        let name = source.name();
        let mut bytes_so_far = |bytes| progress(Step { index, of: sources.len(), name: &name, bytes });
        bytes_so_far(0);
        let outcome = if cancel.load(Ordering::Relaxed) {
            Err(Error::Cancelled)
        } else {
            let order = beside_its_page(order, source, &results);
            keep_one(session, order, source, &mut bytes_so_far, cancel)
        };
        results.push(outcome.unwrap_or_else(|error| Kept {
            path: source.shown(),
            problem: Some(error.to_string()),
            error: Some(error),
            ..Kept::default()
        }));
    }
    results
}

/// A file of a saved page goes where the page went.
fn beside_its_page(order: Order, source: &Source, results: &[Kept]) -> Order {
    let Source::Part { page, .. } = source else { return order };
    let page = results.iter().rev().find(|kept| Path::new(&kept.path) == page && kept.duplicate_of.is_none());
    match page.and_then(|kept| kept.evidence) {
        Some((evidence, _)) => Order { to: Some(evidence), filing: None, ..order },
        None => order,
    }
}

fn keep_one(
    session: &Session<Unlocked>,
    order: Order,
    source: &Source,
    progress: &mut dyn FnMut(u64),
    cancel: &AtomicBool,
) -> Result<Kept> {
    let name = source.name();
    let arrived = arrive(session, source, &name, progress, cancel)?;
    let mut kept = Kept {
        path: source.shown(),
        kept: true,
        sha256: Some(arrived.attached.sha256.to_string()),
        bytes: Some(arrived.attached.size),
        media_type: Some(arrived.media_type.clone()),
        ..Kept::default()
    };
    if let Some((evidence, reference)) = already_here(session, &arrived.attached)? {
        let part = matches!(source, Source::Part { .. });
        if let Some(record) = order.to.filter(|record| *record != evidence && !part) {
            records::tie(session, record, evidence)?;
        }
        kept.evidence = Some((evidence, reference));
        kept.duplicate_of = Some(reference);
        return Ok(kept);
    }
    let reading = read(session, &arrived.attached.object_id, &name)?;
    let guessed = super::file::guess_from_reading(session, order.claim, &reading)?;
    let entry = record(session, order, &name, &arrived, &reading, None)?;
    kept.evidence = Some((entry.id, entry.reference));
    kept.media_type = Some(reading.media_type.to_string());
    kept.pages = pages(&reading);
    kept.text_chars = Some(reading.text.iter().map(|page| page.text.chars().count() as u64).sum());
    kept.guess = Some(guessed.filing);
    kept.problem = reading.problem.as_ref().map(|problem| problem.sentence.clone());
    kept.twins = super::twins(session, entry.id)?.into_iter().map(|twin| twin.other.reference).collect();
    super::attached::keep_attachments(session, order, &entry, &arrived.attached.object_id, &reading, cancel)?;
    if let Some(filing) = order.filing.filter(|_| order.to.is_none()) {
        kept.made = Some(super::file::file_as_read(session, &entry, filing, None, Some(&reading))?);
    }
    Ok(kept)
}

/// Bytes that are safe in the vault, and what is known of them without reading them.
pub(super) struct Arrived {
    pub(super) attached: Attached,
    media_type: String,
    modified: Option<DateTime<Utc>>,
}

pub(super) fn arrive(
    session: &Session<Unlocked>,
    source: &Source,
    name: &str,
    progress: &mut dyn FnMut(u64),
    cancel: &AtomicBool,
) -> Result<Arrived> {
    let first = match source {
        Source::Bytes { bytes, .. } => bytes.iter().copied().take(SNIFF_BYTES).collect(),
        Source::Reader { .. } => Vec::new(),
        Source::File(path) | Source::Part { path, .. } => first_bytes(path),
    };
    let media_type = sniff(name, &first).media_type.to_string();
    let facts = Facts {
        name: name.to_owned(),
        media_type: media_type.clone(),
        kept_at: session.now().to_rfc3339_opts(SecondsFormat::Secs, true),
    };
    let attached = match source {
        Source::File(path) | Source::Part { path, .. } => session.vault().attach(path, &facts, progress, cancel)?,
        Source::Bytes { bytes, .. } => session.vault().attach_bytes(bytes, &facts)?,
        Source::Reader { reader, .. } => {
            let mut reader = reader.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            session.vault().attach_reader(&mut *reader, &facts, progress, cancel)?
        }
    };
    let modified = attached.modified_unix.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    Ok(Arrived { attached, media_type, modified })
}

/// The beginning of an ordinary file. Whatever else it is, attaching it will say why it cannot be taken.
fn first_bytes(path: &Path) -> Vec<u8> {
    let mut first = Vec::new();
    if std::fs::symlink_metadata(path).is_ok_and(|facts| facts.is_file())
        && let Ok(file) = File::open(path)
        && file.take(SNIFF_BYTES as u64).read_to_end(&mut first).is_err()
    {
        first.clear();
    }
    first
}

/// The item that already holds these bytes.
pub(crate) fn already_here(session: &Session<Unlocked>, attached: &Attached) -> Result<Option<(RecordId, Reference)>> {
    session.read(|records| {
        let Some(file) = records.find_object(&attached.sha256.to_string())?.into_iter().next() else {
            return Ok(None);
        };
        let heading = records.heading(file.evidence)?;
        Ok(heading.map(|heading| (heading.id, heading.reference)))
    })
}

/// Reads an object that is already in the vault: what is read is what was kept.
pub fn read(session: &Session<Unlocked>, object: &ObjectId, name: &str) -> Result<Reading> {
    let original = session.vault().open_object(object)?;
    Ok(session.worker().read(name, original)?)
}

/// Puts the file on record: as a new evidence item, which may have come with a mail, or as one more file of the item that was named.
pub(super) fn record(
    session: &Session<Unlocked>,
    order: Order,
    name: &str,
    arrived: &Arrived,
    reading: &Reading,
    with: Option<&Entry<Evidence>>,
) -> Result<Entry<Evidence>> {
    let (evidence_id, file_id) = (session.new_record_id()?, session.new_file_id()?);
    let now = session.now();
    session.write("keep file", |records| {
        let beside = match order.to {
            Some(id) => records.heading(id)?,
            None => None,
        };
        let entry = match beside {
            Some(heading) if heading.reference.kind == RecordKind::Evidence => {
                records.get::<Evidence>(heading.id)?.ok_or(StoreError::NoRecord(heading.id))?
            }
            other => {
                let body = Evidence {
                    title: guess::title(reading, name),
                    kind: guess::evidence_kind(reading.kind),
                    date: guess::date(reading),
                    obtained_from: reading.address.clone().unwrap_or_default(),
                    how_obtained: with.map(came_attached).unwrap_or_default(),
                    came_with: with.map(|mail| mail.id),
                    waiting: other.is_none() && order.filing.is_none(),
                    ..Evidence::default()
                };
                let entry = records.insert(NewEntry::new(evidence_id, Some(order.claim), now, body))?;
                if let Some(heading) = other {
                    records::add_link(records, heading.id, EvidenceLink::to(entry.id))?;
                }
                entry
            }
        };
        let position = u32::try_from(records.files_of(entry.id)?.len()).unwrap_or(u32::MAX);
        let modified = arrived.modified;
        let bare = bare_file(file_id, entry.id, now, name, &arrived.attached, reading);
        note_file(records, &EvidenceFile { position, file_modified: modified, ..bare }, reading)?;
        Ok(entry)
    })
}

/// The record of a file that was never one on disk and is the first of its item.
pub(crate) fn bare_file(
    id: FileId,
    evidence: RecordId,
    now: DateTime<Utc>,
    name: &str,
    attached: &Attached,
    reading: &Reading,
) -> EvidenceFile {
    EvidenceFile {
        id,
        evidence,
        position: 0,
        object: attached.object_id.to_string(),
        sha256: attached.sha256.to_string(),
        size: attached.size,
        name: name.to_owned(),
        media_type: reading.media_type.to_string(),
        added_at: now,
        file_modified: None,
        taken_at: reading.picture.as_ref().and_then(|p| p.taken_at.as_ref()).map(|taken| taken.stated.clone()),
        pages: pages(reading),
        seconds: reading.seconds,
        rotation: 0,
        problem: reading.problem.as_ref().map(|problem| problem.sentence.clone()),
    }
}

/// A picture is one page where it does not say that it is more.
pub(crate) fn pages(reading: &Reading) -> Option<u32> {
    reading.pages.or((reading.kind == Kind::Picture).then_some(1))
}

/// Notes a kept file and everything that was read in it.
pub(crate) fn note_file(records: &Writing<'_>, file: &EvidenceFile, reading: &Reading) -> Result<()> {
    records.add_file(file)?;
    set_text(records, file.id, reading)?;
    if let Some(mail) = &reading.mail {
        records.set_mail_headers(file.id, &headers_of(mail))?;
    }
    if let Some(print) = reading.picture.as_ref().and_then(|picture| picture.print.as_deref()) {
        records.set_picture_print(file.id, print)?;
    }
    machine::wait_if_needed(records, file.id, reading)?;
    Ok(())
}

pub(crate) fn set_text(records: &Writing<'_>, file: FileId, reading: &Reading) -> Result<()> {
    let pages: Vec<recourse_domain::records::PageText> = reading
        .text
        .iter()
        .map(|page| recourse_domain::records::PageText { page: page.page, text: page.text.clone() })
        .collect();
    if !pages.is_empty() {
        records.set_file_text(file, TextSource::Extracted, &pages)?;
    }
    Ok(())
}
