//! Unsent words of forms: kept encrypted, so that they survive a lock and a crash.

use crate::Result;
use crate::session::{Session, Unlocked};

/// Keeps the words of a form.
///
/// # Errors
/// What the records said.
pub fn put(session: &Session<Unlocked>, key: &str, body: &str) -> Result<()> {
    session.write("keep draft", |records| Ok(records.save_draft(key, body)?))
}

/// The words of a form, if any were kept.
///
/// # Errors
/// What the records said.
pub fn get(session: &Session<Unlocked>, key: &str) -> Result<Option<String>> {
    session.read(|records| Ok(records.draft(key)?.map(|draft| draft.body)))
}

/// Forgets the words of a form.
///
/// # Errors
/// What the records said.
pub fn drop(session: &Session<Unlocked>, key: &str) -> Result<()> {
    session.write("drop draft", |records| Ok(records.remove_draft(key)?))
}
