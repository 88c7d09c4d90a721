//! The bin: records that are out of everything and can come back, until they are deleted for good.

use recourse_domain::RecordId;
pub use recourse_store::Heading;
use recourse_vault::ObjectId;

use crate::Result;
use crate::session::{Session, Unlocked};

/// What was deleted for good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Emptied {
    /// How many records.
    pub records: usize,
    /// How many files went with them.
    pub files: usize,
    /// Whether some originals are still sealed in the vault's folder; they go when the vault is opened next.
    pub still_there: bool,
}

/// Moves a record to the bin.
///
/// # Errors
/// Where there is no such record, or it is a claim.
pub fn put(session: &Session<Unlocked>, record: RecordId) -> Result<()> {
    session.write("move to the bin", |records| Ok(records.bin(record)?))
}

/// Takes a record out of the bin.
///
/// # Errors
/// Where there is no such record, or it was deleted for good.
pub fn take_out(session: &Session<Unlocked>, record: RecordId) -> Result<()> {
    session.write("take out of the bin", |records| Ok(records.unbin(record)?))
}

/// What lies in the bin, the last first.
///
/// # Errors
/// What the records said.
pub fn list(session: &Session<Unlocked>) -> Result<Vec<Heading>> {
    session.read(|records| Ok(records.bin()?))
}

/// Deletes records of the bin for good: first on record, all or none, then their originals in the vault's folder.
///
/// # Errors
/// Where one of them does not lie in the bin, or what the records said; nothing is deleted then.
pub fn empty(session: &Session<Unlocked>, which: &[RecordId]) -> Result<Emptied> {
    let mut emptied = session.write("delete for good", |records| {
        records.together(|| {
            let mut emptied = Emptied::default();
            for id in which {
                emptied.files += records.erase(*id)?.files;
                emptied.records += 1;
            }
            Ok(emptied)
        })
    })?;
    // The words are in there too.
    session.forget_records_before_updates();
    emptied.still_there = !sweep(session).unwrap_or(false);
    Ok(emptied)
}

/// Removes the originals that no record needs any more, and says whether all are gone. Does nothing while files come in.
///
/// # Errors
/// What the disk said; what was not removed is tried again when the vault is opened.
pub(crate) fn sweep(session: &Session<Unlocked>) -> Result<bool> {
    let leaving = session.read(|records| Ok(records.leaving()?))?;
    if leaving.is_empty() {
        return Ok(true);
    }
    let Some(_alone) = session.not_keeping() else { return Ok(false) };
    // One that was needed again in the meantime is no longer in the list.
    for object in session.read(|records| Ok(records.leaving()?))? {
        if let Ok(id) = object.parse::<ObjectId>() {
            session.vault().remove_object(&id)?;
        }
        session.write("delete for good", |records| Ok(records.has_left(&object)?))?;
    }
    Ok(true)
}
