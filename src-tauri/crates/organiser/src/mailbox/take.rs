//! Taking mails out of a mailbox: while one batch is put on record, the next is hashed and sealed, and a worker reads the one after it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use chrono::SecondsFormat;
use recourse_domain::RecordId;
use recourse_domain::records::{Evidence, EvidenceFile};
use recourse_intake::mailbox::BatchMail;
use recourse_store::NewEntry;
use recourse_vault::Facts;

use super::names::spoken;
use super::source::{Mailbox, Mails, Place};
use super::survey::{LARGE, batch, look};
use super::unit::Sealed;
use super::{Filter, Step, unit};
use crate::evidence::{self, Filing, Kept};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, claims};

/// Which mails are to be taken in, and what is to become of them.
#[derive(Debug, Clone)]
pub struct Order {
    /// The claim they belong to.
    pub claim: RecordId,
    /// The mails wanted.
    pub filter: Filter,
    /// Whether the mailbox file itself is kept too.
    pub keep_whole: bool,
    /// What to make of each mail; none leaves them waiting in the inbox.
    pub filing: Option<Filing>,
}

/// What became of a mailbox.
#[derive(Debug, Default)]
pub struct Taken {
    /// Mails newly kept.
    pub mails: u64,
    /// Attachments newly kept as evidence of their own.
    pub attachments: u64,
    /// Mails whose very bytes were here already.
    pub already_here: u64,
    /// Mails newly kept of which another copy with other bytes is here.
    pub linked: u64,
    /// The evidence item of the mailbox file itself.
    pub whole: Option<Kept>,
    /// What could not be kept or not be read, each with its sentence.
    pub problems: Vec<Kept>,
    /// Whether the person stopped it.
    pub stopped: bool,
}

/// A mail of the mailbox with its number in it.
#[derive(Clone)]
pub(super) struct Numbered {
    pub(super) number: u64,
    pub(super) place: Place,
}

/// Mails with everything that a worker found in them.
pub(super) struct Read {
    pub(super) mails: Vec<(Numbered, Vec<u8>, BatchMail)>,
    /// A mail too large to be held in memory.
    pub(super) large: Option<Numbered>,
}

/// Takes mails into the vault. What it counts is durable; stopped in the middle, it leaves whole mails with all that hangs on
/// them, and those not yet come to are not there.
///
/// # Errors
/// Where the mailbox cannot be read, the disk is full, or the records refuse; what was taken until then is kept.
pub fn take(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    order: &Order,
    progress: &mut dyn FnMut(Step),
    cancel: &AtomicBool,
) -> Result<Taken> {
    let mut taken = Taken::default();
    let _keeping = session.keeping();
    match session.as_one(|| take_into(session, mailbox, order, &mut taken, progress, cancel)) {
        Err(Error::Cancelled | Error::Vault(recourse_vault::VaultError::Cancelled)) => taken.stopped = true,
        other => other?,
    }
    Ok(taken)
}

fn take_into(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    order: &Order,
    taken: &mut Taken,
    progress: &mut dyn FnMut(Step),
    cancel: &AtomicBool,
) -> Result<()> {
    if order.keep_whole && mailbox.is_file() {
        taken.whole = Some(keep_whole(session, mailbox, order.claim, progress, cancel)?);
    }
    let (wanted, total) = wanted(session, mailbox, &order.filter, progress, cancel)?;
    let places: Vec<Place> = wanted.iter().map(|mail| mail.place.clone()).collect();
    let work = unit::Work {
        session,
        claim: order.claim,
        filing: order.filing,
        own: claims::own_addresses(session, order.claim)?,
        mailbox,
        name: mailbox.name(),
        total,
    };
    let of_bytes = places.iter().map(Place::length).sum();
    let (mut done, mut bytes) = (0, 0);
    thread::scope(|scope| {
        // One batch at most is at each of the three places. Between the last two one may wait, because the bytes of its mails are gone by then.
        let (read_to, read) = sync_channel(0);
        let (sealed_to, sealed) = sync_channel(1);
        let (places, wanted, work) = (&places, &wanted, &work);
        scope.spawn(move || read_ahead(session, mailbox, places, wanted, cancel, &read_to));
        scope.spawn(move || seal_ahead(work, &read, cancel, &sealed_to));
        // What is sealed is put on record whatever the person says meanwhile, so that nothing lies in the vault without a record.
        let mut waiting = None;
        while let Some(batch) = next(&sealed, &mut waiting) {
            let batch = batch?;
            let (count, length) = (batch.mails, batch.bytes);
            work.keep(batch, taken, cancel)?;
            done += count;
            bytes += length;
            progress(Step { done, total: wanted.len() as u64, bytes, of_bytes });
        }
        if cancel.load(Ordering::Relaxed) && done < wanted.len() as u64 { Err(Error::Cancelled) } else { Ok(()) }
    })?;
    if mailbox.unchanged() {
        return Ok(());
    }
    taken.problems.push(Kept {
        path: mailbox.name(),
        problem: Some("The mailbox changed while it was being read. Close the mail program and add it again.".into()),
        ..Kept::default()
    });
    Ok(())
}

/// The batch to be put on record next, together with one that waits behind it: fewer transactions write less.
fn next(sealed: &Receiver<Result<Sealed>>, waiting: &mut Option<Result<Sealed>>) -> Option<Result<Sealed>> {
    let mut batch = match waiting.take().or_else(|| sealed.recv().ok())? {
        Ok(batch) => batch,
        failed => return Some(failed),
    };
    match sealed.try_recv() {
        Ok(Ok(more)) => {
            if let Some(apart) = batch.join(more) {
                *waiting = Some(Ok(apart));
            }
        }
        Ok(failed) => *waiting = Some(failed),
        Err(_) => {}
    }
    Some(Ok(batch))
}

/// The mails that the filter lets through, and how many there are in all.
fn wanted(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    filter: &Filter,
    progress: &mut dyn FnMut(Step),
    cancel: &AtomicBool,
) -> Result<(Vec<Numbered>, u64)> {
    let mut seen = mailbox.seen(progress, cancel)?;
    let all = filter.is_empty();
    if !all {
        look(session, mailbox, &mut seen, &filter.words, progress, cancel)?;
    }
    let numbered = (1..).zip(&seen.mails).map(|(number, place)| Numbered { number, place: place.clone() });
    let total = seen.mails.len() as u64;
    let wanted = if all {
        numbered.collect()
    } else {
        let hits = numbered.zip(&seen.heads).filter(|(_, head)| filter.lets_through(head));
        hits.map(|(mail, _)| mail).collect()
    };
    Ok((wanted, total))
}

/// Reads batch after batch and hands each on; waits while the one before is still being kept.
fn read_ahead(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    places: &[Place],
    wanted: &[Numbered],
    cancel: &AtomicBool,
    to: &SyncSender<Result<Read>>,
) {
    let (mut rest, mut places, mut mails) = (wanted, places, mailbox.mails());
    while !places.is_empty() {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        let (numbered, after) = rest.split_at(batch(&mut places).len());
        rest = after;
        let read = read_batch(session, &mut mails, numbered);
        let failed = read.is_err();
        // Nobody listens any more once keeping has failed.
        if to.send(read).is_err() || failed {
            return;
        }
    }
}

/// Seals batch after batch and hands each on; waits while the one before is still being put on record.
fn seal_ahead(
    work: &unit::Work<'_>,
    read: &Receiver<Result<Read>>,
    cancel: &AtomicBool,
    to: &SyncSender<Result<Sealed>>,
) {
    for read in read {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        let sealed = read.and_then(|read| work.seal(read));
        let failed = sealed.is_err();
        if to.send(sealed).is_err() || failed {
            return;
        }
    }
}

fn read_batch(session: &Session<Unlocked>, mails: &mut Mails<'_>, batch: &[Numbered]) -> Result<Read> {
    if let [mail] = batch
        && mail.place.length() > LARGE
    {
        return Ok(Read { mails: Vec::new(), large: Some(mail.clone()) });
    }
    let bytes: Vec<Vec<u8>> = batch.iter().map(|mail| mails.whole(&mail.place)).collect::<Result<_>>()?;
    let slices: Vec<&[u8]> = bytes.iter().map(Vec::as_slice).collect();
    let found = session.worker().mails(&slices)?;
    let mails = batch.iter().cloned().zip(bytes).zip(found).map(|((mail, bytes), read)| (mail, bytes, read)).collect();
    Ok(Read { mails, large: None })
}

/// Keeps the mailbox file as one evidence item, without reading what is in it.
fn keep_whole(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    claim: RecordId,
    progress: &mut dyn FnMut(Step),
    cancel: &AtomicBool,
) -> Result<Kept> {
    let (name, media_type, of_bytes) = (mailbox.name(), "application/mbox".to_owned(), mailbox.bytes());
    let now = session.now();
    let facts = Facts {
        name: name.clone(),
        media_type: media_type.clone(),
        kept_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
    };
    let mut tell = |bytes| progress(Step { done: 0, total: 0, bytes, of_bytes });
    let attached = session.vault().attach(mailbox.path(), &facts, &mut tell, cancel)?;
    let mut kept = Kept {
        path: mailbox.path().to_string_lossy().into_owned(),
        kept: true,
        sha256: Some(attached.sha256.to_string()),
        bytes: Some(attached.size),
        media_type: Some(media_type.clone()),
        ..Kept::default()
    };
    if let Some(there) = evidence::already_here(session, &attached)? {
        kept.evidence = Some(there);
        kept.duplicate_of = Some(there.1);
        return Ok(kept);
    }
    let (id, file_id) = (session.new_record_id()?, session.new_file_id()?);
    let title = format!("Mailbox {name}, {} bytes", spoken(attached.size));
    let body = Evidence { title, kind: evidence::MAIL, ..Evidence::default() };
    let entry = session.write("keep mailbox", |records| {
        let entry = records.insert(NewEntry::new(id, Some(claim), now, body))?;
        records.add_file(&EvidenceFile {
            id: file_id,
            evidence: id,
            position: 0,
            object: attached.object_id.to_string(),
            sha256: attached.sha256.to_string(),
            size: attached.size,
            name,
            media_type,
            added_at: now,
            file_modified: attached.modified_unix.and_then(|at| chrono::DateTime::from_timestamp(at, 0)),
            taken_at: None,
            pages: None,
            seconds: None,
            rotation: 0,
            problem: None,
        })?;
        Ok(entry)
    })?;
    kept.evidence = Some((entry.id, entry.reference));
    Ok(kept)
}
