//! Evidence: files in, their order, and what a thing in the inbox becomes.

mod file;
mod guess;
mod keep;
mod sources;

use recourse_domain::choices::EvidenceKind;
use recourse_domain::records::{Entry, Evidence, EvidenceFile};
use recourse_domain::{FileId, RecordId};
use recourse_store::Heading;

use crate::Result;
use crate::session::{Session, Unlocked};

pub use file::file_as;
pub(crate) use file::{file_as_read, letter_of};
pub use guess::{Filing, people};
pub(crate) use guess::{date, evidence_kind, title};
pub use keep::{Kept, Order, Step, keep, read};
pub(crate) use keep::{already_here, bare_file, came_attached, note_file};
pub use sources::{Source, expand};

/// What a mail is as evidence.
pub(crate) const MAIL: EvidenceKind = EvidenceKind::Mail;

/// What came attached to an item, in the order it came.
///
/// # Errors
/// What the records said.
pub fn brought(session: &Session<Unlocked>, evidence: RecordId) -> Result<Vec<Heading>> {
    session.read(|records| Ok(records.brought_by(evidence)?))
}

/// The files of an evidence item, in order.
///
/// # Errors
/// What the records said.
pub fn files(session: &Session<Unlocked>, evidence: RecordId) -> Result<Vec<EvidenceFile>> {
    session.read(|records| Ok(records.files_of(evidence)?))
}

/// Puts the files of an item in another order; the bytes stay as they are.
///
/// # Errors
/// Where the files are not exactly those of the item.
pub fn order_files(session: &Session<Unlocked>, evidence: RecordId, order: &[FileId]) -> Result<()> {
    session.write("order files", |records| Ok(records.order_files(evidence, order)?))
}

/// What a thing that waits seems to be.
///
/// # Errors
/// What the records said.
pub fn guess_of(session: &Session<Unlocked>, item: &Entry<Evidence>) -> Result<Option<Filing>> {
    if !item.body.waiting {
        return Ok(None);
    }
    file::guess_from_record(session, item).map(Some)
}
