//! Evidence: files in, their order, and what a thing in the inbox becomes.

mod file;
mod guess;
mod head;
mod keep;
mod phrases;
mod sources;
mod weigh;

use recourse_domain::choices::PartyKind;
use recourse_domain::records::{Entry, Evidence, EvidenceFile, Party};
use recourse_domain::{FileId, RecordId};

use crate::session::{Session, Unlocked};
use crate::{Result, claims, records};

pub use file::file_as;
pub use guess::{Filing, Guess, people};
pub use keep::{Kept, Order, Step, keep, read};
pub use sources::{Source, expand};
pub use weigh::{Known, KnownOrganisation};

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
