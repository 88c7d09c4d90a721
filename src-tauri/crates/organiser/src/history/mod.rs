//! The history as a whole: reading it, taking things back, the bin, and deleting for good.

pub mod bin;
mod swap;
pub mod undo;

use recourse_domain::RecordId;
pub use recourse_store::{BrokenChain, ChainCheck, ChainHead, Change, ChangeKind, Sought};

use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// At most `limit` entries of those asked for, newest first.
///
/// # Errors
/// What the records said.
pub fn page(session: &Session<Unlocked>, sought: &Sought, limit: u32) -> Result<Vec<Change>> {
    session.read(|records| Ok(records.changes(sought, limit)?))
}

/// Follows the whole chain with the vault's key.
///
/// # Errors
/// What the disk said; a broken chain is an answer, not an error.
pub fn check(session: &Session<Unlocked>) -> Result<ChainCheck> {
    session.read(|records| Ok(records.verify_chain(session.vault().change_key())?))
}

/// The end of the chain.
///
/// # Errors
/// What the records said.
pub fn head(session: &Session<Unlocked>) -> Result<ChainHead> {
    session.read(|records| Ok(records.chain_head()?))
}

/// What a record is called: its reference and its title, or that it was deleted.
///
/// # Errors
/// Where there is no such record.
pub fn named(session: &Session<Unlocked>, id: RecordId) -> Result<String> {
    let heading = records::heading(session, id)?;
    let title = if heading.deleted_at.is_some() { "deleted" } else { &heading.title };
    Ok(format!("{} {title}", heading.reference).trim_end().to_owned())
}
