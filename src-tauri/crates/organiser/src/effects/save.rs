//! Entering losses, time, diary entries and protective steps.

use recourse_domain::RecordId;
use recourse_domain::records::{DiaryEntry, Entry, Loss, ProtectiveStep, TimeSpent};
use recourse_store::Stored;

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// Enters a loss or replaces its fields.
///
/// # Errors
/// A loss that does not say what it was, or what the records said.
pub fn save_loss(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    loss: Loss,
    evidence: &[RecordId],
) -> Result<Entry<Loss>> {
    said(&loss.title, "title", "Say in one line what was lost or paid.")?;
    put(session, claim, id, loss, evidence)
}

/// Enters time spent or replaces its fields.
///
/// # Errors
/// Time that does not say what it was spent on, or what the records said.
pub fn save_time(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    time: TimeSpent,
    evidence: &[RecordId],
) -> Result<Entry<TimeSpent>> {
    said(&time.activity, "activity", "Say in a few words what the time was spent on.")?;
    put(session, claim, id, time, evidence)
}

/// Enters a diary entry or replaces its fields. When it was written stays the moment at which it was entered.
///
/// # Errors
/// An entry without words, or what the records said.
pub fn save_entry(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    entry: DiaryEntry,
    evidence: &[RecordId],
) -> Result<Entry<DiaryEntry>> {
    said(&entry.text, "text", "There are no words yet.")?;
    put(session, claim, id, entry, evidence)
}

/// Enters a protective step or replaces its fields.
///
/// # Errors
/// A step that does not say what was done, or what the records said.
pub fn save_step(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    step: ProtectiveStep,
    evidence: &[RecordId],
) -> Result<Entry<ProtectiveStep>> {
    said(&step.title, "title", "Say in one line what was done.")?;
    put(session, claim, id, step, evidence)
}

fn said(words: &str, field: &'static str, message: &str) -> Result<()> {
    if words.trim().is_empty() { Err(Error::Field { field, message: message.to_owned() }) } else { Ok(()) }
}

fn put<T: Stored>(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    body: T,
    evidence: &[RecordId],
) -> Result<Entry<T>> {
    match id {
        Some(id) => records::update(session, id, body),
        None => records::add(session, claim, body, evidence),
    }
}
