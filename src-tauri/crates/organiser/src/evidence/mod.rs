//! Evidence: files in, their order, and what a thing in the inbox becomes.

mod arrange;
mod file;
mod guess;
mod keep;
mod lists;
mod sources;
mod twins;

use recourse_domain::records::{Entry, Evidence, EvidenceFile};
use recourse_domain::{FileId, RecordId};

use crate::Result;
use crate::session::{Session, Unlocked};

pub use arrange::{join, split, turn};
pub use file::file_as;
pub use guess::{Filing, people};
pub use keep::{Kept, Order, Step, keep, read};
pub use lists::{Listed, listed};
pub use sources::{Source, expand};
pub use twins::{Reason, Twin, settle, twins};

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
