//! One change to how a bundle is arranged, and taking it back.

use recourse_domain::RecordId;
use recourse_domain::choices::{Audience, BundleSection};
use recourse_domain::records::{Arrangement, PlacedIn, Wording};
use recourse_store::StoreError;

use super::order::tidied;
use super::said;
use crate::bundles::selection::{Picked, Preview, preview};
use crate::bundles::staying::PutIn;
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// What the person does to a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Puts a document into a section, before another document of it or at its end.
    Move {
        /// The document.
        document: RecordId,
        /// The section it is to stand in.
        section: BundleSection,
        /// The document it is to stand before; at the end when none.
        before: Option<RecordId>,
    },
    /// Puts a section before another or at the end.
    MoveSection {
        /// The section.
        section: BundleSection,
        /// The section it is to stand before; at the end when none.
        before: Option<BundleSection>,
    },
    /// Leaves a document out of this bundle.
    LeaveOut {
        /// The document.
        record: RecordId,
    },
    /// Puts in what stays out.
    PutIn {
        /// The record.
        record: RecordId,
        /// Whether the person was asked and said yes; needed for what they marked to stay out.
        sure: bool,
    },
    /// Prints another title or date for a document in this bundle.
    Word {
        /// The document.
        document: RecordId,
        /// The title; the usual one when empty.
        title: String,
        /// The date in words; none is printed when empty.
        date: String,
    },
    /// Goes back to the usual bundle.
    Reset,
}

/// The longest title or date that is printed, in characters.
const LONGEST: usize = 300;

/// Changes how the bundles of a claim for a reader are arranged.
///
/// # Errors
/// Where the claim or the document is not there, or the person has to say something first.
pub fn arrange(session: &Session<Unlocked>, claim: RecordId, audience: Audience, change: &Change) -> Result<()> {
    let preview = preview(session, claim, audience)?;
    let next = tidied(&preview.usual, changed(&preview, change)?);
    let said = said::sentence(&preview, change, &next);
    session.write("arrange bundle", |records| Ok(records.set_arrangement(claim, audience, &next, &said)?))
}

fn changed(preview: &Preview, change: &Change) -> Result<Arrangement> {
    let mut next = preview.arrangement.clone();
    match change {
        Change::Move { document, section, before } => place(preview, &mut next, *document, *section, *before)?,
        Change::MoveSection { section, before } => {
            let there = preview.sections.iter().map(|section| section.key);
            let others = BundleSection::ALL.iter().copied();
            let mut order: Vec<BundleSection> = there.collect();
            order.extend(others.filter(|other| preview.sections.iter().all(|section| section.key != *other)));
            order.retain(|other| other != section);
            let at = before.and_then(|before| order.iter().position(|other| *other == before)).unwrap_or(order.len());
            order.insert(at, *section);
            next.sections = order;
        }
        Change::LeaveOut { record } => {
            document(preview, *record)?;
            // What was put in by hand stays out again for its own reason.
            if take_away(&mut next.put_in, *record).is_none() {
                next.left_out.push(*record);
            }
        }
        Change::PutIn { record, sure } => put_in(preview, &mut next, *record, *sure)?,
        Change::Word { document, title, date } => word(preview, &mut next, *document, (title, date))?,
        Change::Reset => next = Arrangement::default(),
    }
    Ok(next)
}

/// A document that goes.
pub(super) fn document(preview: &Preview, id: RecordId) -> Result<&Picked> {
    Ok(preview.document(id).ok_or(StoreError::NoRecord(id))?)
}

fn place(
    preview: &Preview,
    next: &mut Arrangement,
    id: RecordId,
    section: BundleSection,
    before: Option<RecordId>,
) -> Result<()> {
    document(preview, id)?;
    let there = preview.sections.iter().filter(|one| one.key == section).flat_map(|one| &one.documents);
    let mut documents: Vec<RecordId> = there.map(|one| one.id).filter(|other| *other != id).collect();
    let at = before.and_then(|before| documents.iter().position(|other| *other == before)).unwrap_or(documents.len());
    documents.insert(at, id);
    for placed in &mut next.placed {
        placed.documents.retain(|other| *other != id);
    }
    next.placed.retain(|placed| placed.section != section && !placed.documents.is_empty());
    next.placed.push(PlacedIn { section, documents });
    Ok(())
}

fn put_in(preview: &Preview, next: &mut Arrangement, record: RecordId, sure: bool) -> Result<()> {
    if take_away(&mut next.left_out, record).is_some() {
        return Ok(());
    }
    let left = preview.left_out.iter().find(|left| left.id == record).ok_or(StoreError::NoRecord(record))?;
    let refused = |message: &str| Err(Error::Field { field: "record", message: message.to_owned() });
    match left.put_in() {
        PutIn::No => refused("It rests on something that stays out. Put that in first."),
        PutIn::Ask if !sure => refused("You marked it to stay out. Say first that it is to go in."),
        PutIn::Ask | PutIn::AtOnce => {
            next.put_in.push(record);
            Ok(())
        }
    }
}

fn word(preview: &Preview, next: &mut Arrangement, id: RecordId, (title, date): (&str, &str)) -> Result<()> {
    let picked = document(preview, id)?;
    for (field, words) in [("title", title), ("date", date)] {
        if words.chars().count() > LONGEST {
            let message = format!("Use at most {LONGEST} letters, so that it fits the index.");
            return Err(Error::Field { field, message });
        }
    }
    let title: Vec<&str> = title.split_whitespace().collect();
    let (title, date) = (title.join(" "), date.trim().to_owned());
    let wording = Wording {
        document: id,
        title: (!title.is_empty() && title != picked.usual_title).then_some(title),
        date: (date != picked.usual_date()).then_some(date),
    };
    next.wordings.retain(|other| other.document != id);
    if wording.title.is_some() || wording.date.is_some() {
        next.wordings.push(wording);
    }
    Ok(())
}

fn take_away(list: &mut Vec<RecordId>, id: RecordId) -> Option<RecordId> {
    let at = list.iter().position(|other| *other == id)?;
    Some(list.remove(at))
}
