//! Evidence: files in, their order, and what a thing in the inbox becomes.

mod adopt;
mod arrange;
mod attached;
mod file;
mod guess;
mod head;
mod keep;
mod lists;
mod phrases;
mod sources;
mod twins;
mod weigh;

use recourse_domain::choices::{EvidenceKind, PartyKind};
use recourse_domain::records::{Entry, Evidence, EvidenceFile, Party};
use recourse_domain::{FileId, RecordId};
use recourse_store::Heading;

use crate::session::{Session, Unlocked};
use crate::{Result, claims, records};

pub(crate) use adopt::adopt;
pub use arrange::{join, split, turn};
pub(crate) use attached::came_attached;
pub use file::file_as;
pub(crate) use file::{file_as_read, letter_of};
pub use guess::{Filing, Guess, people};
pub(crate) use guess::{date, evidence_kind, title};
pub use keep::{Kept, Order, Step, keep, read};
pub(crate) use keep::{already_here, bare_file, note_file, pages, set_text};
pub use lists::{Listed, listed};
pub use sources::{Source, expand};
pub use twins::{Reason, Twin, settle, twins};
pub use weigh::{Known, KnownOrganisation};

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

/// What is on record in a claim and bears on guesses; read once for a whole list.
///
/// # Errors
/// What the records said.
pub fn known(session: &Session<Unlocked>, claim: RecordId) -> Result<Known> {
    let organisation = |party: Entry<Party>| KnownOrganisation { name: party.body.name, contact: party.body.contact };
    Ok(Known {
        own_addresses: claims::own_addresses(session, claim)?,
        organisations: records::list::<Party>(session, claim)?
            .into_iter()
            .filter(|party| party.body.kind == PartyKind::Organisation)
            .map(organisation)
            .collect(),
    })
}

/// What a thing that waits seems to be. No file is read: what was kept of it on arrival is enough.
///
/// # Errors
/// What the records said.
pub fn guess_of(session: &Session<Unlocked>, known: &Known, item: &Entry<Evidence>) -> Result<Option<Guess>> {
    if !item.body.waiting {
        return Ok(None);
    }
    file::guess_from_record(session, known, item).map(Some)
}
