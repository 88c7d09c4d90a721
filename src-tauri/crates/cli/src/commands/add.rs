//! Files in.

use std::sync::atomic::AtomicBool;

use recourse_contract::types::{Filing, Kept, MailboxFilter};
use recourse_organiser::{evidence, mailbox, reading, records};

use super::{Manner, mailboxes};
use crate::arguments::{self, Add};
use crate::outcome::{Outcome, Trouble};
use crate::progress::Meter;
use crate::say;

/// Keeps files and folders.
pub fn add(manner: &Manner, order: &Add) -> Result<Outcome, Trouble> {
    let session = manner.open(&order.vault)?;
    let claim = manner.claim(&session)?;
    let to = match order.to {
        Some(reference) => Some(records::find(&session, reference)?.id),
        None => None,
    };
    let filing = order.filing.map(|filing| {
        recourse_contract::filing(match filing {
            arguments::Filing::Notice => Filing::Notice,
            arguments::Filing::Letter => Filing::Letter,
            arguments::Filing::Evidence => Filing::Evidence,
            arguments::Filing::Contact => Filing::Contact,
            arguments::Filing::Reply => Filing::Reply,
        })
    });
    let filter = recourse_contract::mailbox::filter(&MailboxFilter {
        from: order.mails.mail_from.clone(),
        to: order.mails.mail_to.clone(),
        words: order.mails.mail_words.clone(),
        since: order.mails.since.clone(),
        until: order.mails.until.clone(),
    })?;
    let asks = order.mails.survey || !filter.is_empty();
    let (mailboxes, sources) = evidence_or_mailboxes(order, asks);
    if asks && (mailboxes.is_empty() || !sources.is_empty()) {
        let other = sources.first().map(evidence::Source::shown).unwrap_or_default();
        return Err(Trouble::Usage(format!("{other} is not a mailbox. Nothing was kept.")));
    }
    let mut all_kept = true;
    if order.mails.survey {
        for mailbox in &mailboxes {
            mailboxes::survey(manner, &session, mailbox, &filter)?;
        }
        session.lock()?;
        return Ok(Outcome::Done);
    }
    for mailbox in &mailboxes {
        let wanted = mailbox::Order { claim, filter: filter.clone(), keep_whole: filter.is_empty(), filing };
        all_kept &= mailboxes::take(manner, &session, mailbox, &wanted)?;
    }
    let meter = Meter::new();
    let mut tell = |step: evidence::Step<'_>| meter.tell("Keeping files", step.index as u64, step.of as u64);
    let wanted = evidence::Order { claim, to, filing };
    let results = evidence::keep(&session, wanted, &sources, &mut tell, &AtomicBool::new(false));
    drop(meter);
    let mut gave_up = None;
    for result in results {
        all_kept &= result.kept;
        if let Some(error) = result.error.as_ref().filter(|error| stops_everything(error.code())) {
            gave_up.get_or_insert_with(|| recourse_contract::failure(error));
        }
        let kept = recourse_contract::kept(&session, result)?;
        if manner.json { say::json(&kept) } else { say::line(&in_words(&kept)) }?;
    }
    let waiting = reading::tally(&session)?.waiting;
    session.lock()?;
    if waiting > 0 {
        let files = if waiting == 1 { "1 file waits".to_owned() } else { format!("{waiting} files wait") };
        eprintln!("{files} to be read by machine: recourse read {}", order.vault.display());
    }
    match gave_up {
        Some(failure) => Err(failure.into()),
        None if all_kept => Ok(Outcome::Done),
        None => Ok(Outcome::No),
    }
}

/// Mailboxes apart from everything else. What is laid beside a record is laid there as it is.
fn evidence_or_mailboxes(order: &Add, asks: bool) -> (Vec<mailbox::Mailbox>, Vec<evidence::Source>) {
    match order.to {
        Some(_) if !asks => (Vec::new(), evidence::expand(&order.paths)),
        _ => mailbox::set_aside(&order.paths),
    }
}

/// Whether an error is about the vault rather than about one file.
fn stops_everything(code: &str) -> bool {
    matches!(code, "disk-full" | "read-only" | "no-permission" | "vault-busy" | "records-damaged")
}

pub(super) fn in_words(kept: &Kept) -> String {
    let path = say::name(&kept.path);
    match (&kept.reference, &kept.duplicate_of, &kept.problem) {
        (_, Some(twin), _) => format!("{path}: already here as {twin}"),
        (Some(reference), None, None) => format!("{path}: kept as {reference}"),
        (Some(reference), None, Some(problem)) => format!("{path}: kept as {reference}. {problem}"),
        (None, None, problem) => format!("{path}: not kept. {}", problem.as_deref().unwrap_or_default()),
    }
}
