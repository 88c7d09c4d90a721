//! Looking into a mailbox before anything of it is kept.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use recourse_intake::mailbox::{MailHead, MailWords};

use super::source::{Mailbox, Mails, Place, Seen};
use super::{Filter, Step};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Most bytes of mails that one worker is given.
pub(super) const BATCH_BYTES: u64 = 8 << 20;
/// Most mails that one worker is given.
pub(super) const BATCH_MAILS: usize = 500;
/// Most mails whose headers alone one worker is given.
const BATCH_HEADS: usize = 5000;
/// Longer mails are never held in memory whole.
pub(super) const LARGE: u64 = 32 << 20;
/// Mails and senders that a survey shows.
const SHOWN: usize = 50;

/// What a mailbox holds; all but `mails` is of those that the filter lets through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey {
    /// Mails in all.
    pub mails: u64,
    /// Mails that the filter lets through.
    pub matching: u64,
    /// Their bytes.
    pub matching_bytes: u64,
    /// How many have no date that can be read.
    pub undated: u64,
    /// Day of the oldest.
    pub first: Option<NaiveDate>,
    /// Day of the newest.
    pub last: Option<NaiveDate>,
    /// Addresses they are from with the number of mails, the most frequent first.
    pub senders: Vec<(String, u64)>,
    /// Some of them, newest first.
    pub preview: Vec<Line>,
}

/// One mail in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Sender as it shows.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// Day that it was sent.
    pub day: Option<NaiveDate>,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Counts the mails that a filter lets through. Keeps nothing; what was read once is remembered, so that only other words need
/// another look.
///
/// # Errors
/// Where the mailbox cannot be read, no reading process can be started, or the person stopped it.
pub fn survey(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    filter: &Filter,
    progress: &mut dyn FnMut(Step),
    cancel: &AtomicBool,
) -> Result<Survey> {
    let mut seen = mailbox.seen(progress, cancel)?;
    look(session, mailbox, &mut seen, &filter.words, progress, cancel)?;
    let wanted: Vec<(&Place, &MailHead)> =
        seen.mails.iter().zip(&seen.heads).filter(|(_, head)| filter.lets_through(head)).collect();
    let days = || wanted.iter().filter_map(|(_, head)| head.day);
    let mut senders = HashMap::<&str, u64>::new();
    for (_, head) in &wanted {
        *senders.entry(&head.address).or_default() += 1;
    }
    let mut senders: Vec<(String, u64)> =
        senders.into_iter().map(|(address, mails)| (address.to_owned(), mails)).collect();
    senders.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    senders.truncate(SHOWN);
    let mut newest = wanted.clone();
    newest.sort_by_key(|(_, head)| (head.at.is_none(), Reverse(head.at)));
    let line = |(place, head): &(&Place, &MailHead)| Line {
        from: head.from.clone(),
        subject: head.problem.clone().unwrap_or_else(|| head.subject.clone()),
        day: head.day,
        bytes: place.length(),
    };
    Ok(Survey {
        mails: seen.mails.len() as u64,
        matching: wanted.len() as u64,
        matching_bytes: wanted.iter().map(|(place, _)| place.length()).sum(),
        undated: wanted.iter().filter(|(_, head)| head.day.is_none()).count() as u64,
        first: days().min(),
        last: days().max(),
        senders,
        preview: newest.iter().take(SHOWN).map(line).collect(),
    })
}

/// Reads the heads, unless they are known for these words.
pub(super) fn look(
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    seen: &mut Seen,
    words: &str,
    progress: &mut dyn FnMut(Step),
    cancel: &AtomicBool,
) -> Result<()> {
    let words = words.trim();
    if seen.heads.len() == seen.mails.len() && seen.words == words {
        return Ok(());
    }
    let asked = MailWords::of(words);
    let total = seen.mails.len() as u64;
    let of_bytes = seen.mails.iter().map(Place::length).sum();
    let (mut heads, mut bytes) = (Vec::with_capacity(seen.mails.len()), 0);
    let mut mails = mailbox.mails();
    let mut rest = seen.mails.as_slice();
    while !rest.is_empty() {
        if cancel.load(Ordering::Relaxed) {
            return Err(Error::Cancelled);
        }
        progress(Step { done: heads.len() as u64, total, bytes, of_bytes });
        let before = rest;
        if asked.is_empty() {
            let read = heads_of(&mut mails, &mut rest)?;
            heads.append(&mut ask(session, &read, &asked)?);
        } else {
            let batch = batch(&mut rest);
            if let [place] = batch
                && place.length() > LARGE
            {
                heads.push(MailHead { problem: Some("A very large mail.".to_owned()), ..MailHead::default() });
            } else {
                let read: Vec<Vec<u8>> = batch.iter().map(|place| mails.whole(place)).collect::<Result<_>>()?;
                heads.append(&mut ask(session, &read, &asked)?);
            }
        }
        bytes += before[..before.len() - rest.len()].iter().map(Place::length).sum::<u64>();
    }
    seen.heads = heads;
    words.clone_into(&mut seen.words);
    Ok(())
}

fn ask(session: &Session<Unlocked>, mails: &[Vec<u8>], asked: &MailWords) -> Result<Vec<MailHead>> {
    let slices: Vec<&[u8]> = mails.iter().map(Vec::as_slice).collect();
    let mut found = session.worker().mail_heads(&slices, asked)?;
    for head in found.iter_mut().filter(|head| head.problem.is_some()) {
        // What cannot be read matches only where nothing is asked of its words.
        head.matches = asked.is_empty();
    }
    Ok(found)
}

/// The headers of as many of the next mails as one worker can be given.
fn heads_of(mails: &mut Mails<'_>, rest: &mut &[Place]) -> Result<Vec<Vec<u8>>> {
    let (mut heads, mut bytes) = (Vec::new(), 0);
    while let Some((place, after)) = rest.split_first()
        && heads.len() < BATCH_HEADS
        && bytes < BATCH_BYTES
    {
        // One without a blank line soon after its beginning may be very long.
        let head = if place.length() > LARGE { mails.beginning(place)? } else { mails.head(place)? };
        bytes += head.len() as u64;
        heads.push(head);
        *rest = after;
    }
    Ok(heads)
}

/// The next mails that one worker can be given; a large one is a portion of its own.
pub(super) fn batch<'a>(rest: &mut &'a [Place]) -> &'a [Place] {
    let mut bytes = 0;
    let mut fits = |place: &Place| {
        bytes += place.length();
        bytes <= BATCH_BYTES
    };
    let many = rest.iter().take(BATCH_MAILS).take_while(|place| fits(place)).count().max(1).min(rest.len());
    let (batch, after) = rest.split_at(many);
    *rest = after;
    batch
}
