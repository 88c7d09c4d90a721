//! Mailboxes: what is in one, and mails out of one.

use std::sync::atomic::AtomicBool;

use recourse_contract::types::{MailboxSurvey, MailboxTaken};
use recourse_organiser::mailbox::{self, Filter, Mailbox, Order, Step};
use recourse_organiser::session::{Session, Unlocked};
use serde_json::json;

use super::{Manner, add};
use crate::outcome::Trouble;
use crate::progress::Meter;
use crate::say;

/// Says what a mailbox holds; keeps nothing.
pub(super) fn survey(
    manner: &Manner,
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    filter: &Filter,
) -> Result<(), Trouble> {
    let meter = Meter::new();
    let mut tell = |step: Step| meter.tell("Looking into the mailbox", step.done, step.total);
    let found = mailbox::survey(session, mailbox, filter, &mut tell, &AtomicBool::new(false))?;
    drop(meter);
    let found = recourse_contract::mailbox::survey(found);
    if manner.json { say::json(&found) } else { survey_in_words(&mailbox.name(), &found) }
}

fn survey_in_words(name: &str, found: &MailboxSurvey) -> Result<(), Trouble> {
    say::line(&format!(
        "{name}: {} mails, {} of them wanted, {} bytes.",
        found.mails, found.matching, found.matching_bytes
    ))?;
    if let (Some(first), Some(last)) = (&found.first, &found.last) {
        say::line(&format!("Sent from {first} to {last}; {} without a date that can be read.", found.undated))?;
    }
    for sender in found.senders.iter().take(10) {
        say::line(&format!("{:>8}  {}", sender.mails, sender.address))?;
    }
    say::line("Nothing was kept.")
}

/// Takes mails in and says what became of them; whether all could be kept.
pub(super) fn take(
    manner: &Manner,
    session: &Session<Unlocked>,
    mailbox: &Mailbox,
    order: &Order,
) -> Result<bool, Trouble> {
    let meter = Meter::new();
    let mut tell = |step: Step| match step.total {
        0 => meter.tell("Reading the mailbox", step.bytes >> 20, step.of_bytes >> 20),
        total => meter.tell("Keeping mails", step.done, total),
    };
    let mut taken = mailbox::take(session, mailbox, order, &mut tell, &AtomicBool::new(false))?;
    drop(meter);
    let whole = taken.whole.take();
    let reference = whole.as_ref().and_then(|whole| whole.evidence).map(|(_, reference)| reference.to_string());
    if let Some(whole) = whole {
        let kept = recourse_contract::kept(session, whole)?;
        if manner.json { say::json(&kept) } else { say::line(&add::in_words(&kept)) }?;
    }
    let taken = MailboxTaken { whole: reference, ..recourse_contract::mailbox::taken(session, taken)? };
    for problem in &taken.problems {
        if manner.json { say::json(problem) } else { say::line(&add::in_words(problem)) }?;
    }
    if manner.json {
        say::json(&json!({ "path": mailbox.path(), "mailbox": taken }))?;
    } else {
        say::line(&in_words(&mailbox.name(), &taken))?;
    }
    Ok(taken.problems.iter().all(|problem| problem.kept))
}

fn in_words(name: &str, taken: &MailboxTaken) -> String {
    let mut words = format!("{name}: {} mails and {} attachments kept", taken.mails, taken.attachments);
    if taken.already_here > 0 {
        words += &format!(", {} mails were already here", taken.already_here);
    }
    if taken.linked > 0 {
        words += &format!(", {} are other copies of mails that are here", taken.linked);
    }
    match &taken.whole {
        Some(reference) => words + &format!(". The mailbox itself is {reference}."),
        None => words + ". The mailbox itself was not kept.",
    }
}
