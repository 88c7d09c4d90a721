//! Areas of a document that a reader is not to see: set on its pages as they would stand in the bundle, painted over when the bundle is made. The
//! document in the vault never changes.

mod carry;
mod elsewhere;
mod pages;
mod veil;
mod words;

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
pub use recourse_domain::records::{Area, Redaction};
pub use recourse_intake::worker::Picture;

pub(super) use carry::{carry_out, of_one};
pub use elsewhere::Elsewhere;

use super::selection::{self, Picked, Preview, Section};
use super::staying::{LeftOut, Why};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};
use pages::Pages;
use words::Words;

/// A document of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The claim.
    pub claim: RecordId,
    /// The reader.
    pub audience: Audience,
    /// The evidence item, or the record whose words were typed.
    pub document: RecordId,
}

/// A document with what is blacked out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Its readable name.
    pub reference: String,
    /// Its title as the index prints it, without names and numbers that are under the areas.
    pub title: String,
    /// How many pages it takes in a bundle.
    pub pages: u32,
    /// The areas, in order.
    pub areas: Vec<Area>,
    /// Whether its pages look different from when the areas were set.
    pub changed: bool,
    /// What else says words that are under the areas.
    pub elsewhere: Vec<Elsewhere>,
}

fn look_again(reference: &str) -> Error {
    let message = format!(
        "The pages of {reference} do not look as they did when areas of them were blacked out, so an area could lie in another place than it should. Open \
         “Black out” for {reference}, look at each page, and save."
    );
    Error::Field { field: "areas", message }
}

/// Opens a document for blacking out.
///
/// # Errors
/// Where the document is not in the bundle for this reader, or an original is missing or damaged.
pub fn open(session: &Session<Unlocked>, subject: Subject) -> Result<Opened> {
    let preview = selection::preview(session, subject.claim, subject.audience)?;
    let picked = find(&preview, subject.document)?;
    let pages = Pages::of(session, picked, &preview)?;
    let redaction = session.read(|r| Ok(r.redaction(subject.claim, subject.audience, subject.document)?))?;
    let changed = !redaction.areas.is_empty() && pages.looks(session, &redaction.pages())? != redaction.seen;
    let words = Words::of(session, picked, &pages, &redaction.areas)?;
    let found = Found { pages: pages.count(), words, changed };
    opened(session, preview, subject.document, redaction.areas, found)
}

/// What was found out about a document.
struct Found {
    pages: u32,
    words: Words,
    changed: bool,
}

fn opened(
    session: &Session<Unlocked>,
    mut preview: Preview,
    document: RecordId,
    areas: Vec<Area>,
    found: Found,
) -> Result<Opened> {
    let mut hidden = veil::Hidden::new();
    if !areas.is_empty() {
        hidden.insert(document, found.words);
        veil::draw(session, &mut preview, &hidden)?;
    }
    let elsewhere = match hidden.get(&document) {
        Some(words) => elsewhere::find(session, &preview, document, words)?,
        None => Vec::new(),
    };
    let picked = find(&preview, document)?;
    let (reference, title) = (picked.reference.to_string(), picked.title.clone());
    Ok(Opened { reference, title, pages: found.pages, areas, changed: found.changed, elsewhere })
}

/// One page (from 1) of a document as a picture, as it stands in the bundle: with these areas painted over by the way that makes the bundle, or with
/// none as it is.
///
/// # Errors
/// As [`open`]; where there is no such page; where an area cannot be.
pub fn page(
    session: &Session<Unlocked>,
    subject: Subject,
    page: u32,
    areas: Vec<Area>,
    max_edge: u32,
) -> Result<Picture> {
    let preview = selection::preview(session, subject.claim, subject.audience)?;
    let pages = Pages::of(session, find(&preview, subject.document)?, &preview)?;
    let areas = sorted(areas, &pages)?;
    if areas.is_empty() {
        return pages.picture(session, page, max_edge);
    }
    pages.painted(session, &areas)?.pages.picture(session, page, max_edge)
}

/// Says what of a document is blacked out for a reader; with no areas, nothing is any more.
///
/// # Errors
/// As [`open`]; where an area cannot be.
pub fn save(session: &Session<Unlocked>, subject: Subject, areas: Vec<Area>) -> Result<Opened> {
    let preview = selection::preview(session, subject.claim, subject.audience)?;
    let picked = find(&preview, subject.document)?;
    let pages = Pages::of(session, picked, &preview)?;
    let mut redaction = Redaction { areas: sorted(areas, &pages)?, seen: String::new() };
    if !redaction.areas.is_empty() {
        redaction.seen = pages.looks(session, &redaction.pages())?;
    }
    session.write("black out", |records| {
        Ok(records.set_redaction(subject.claim, subject.audience, subject.document, &redaction)?)
    })?;
    let words = Words::of(session, picked, &pages, &redaction.areas)?;
    let found = Found { pages: pages.count(), words, changed: false };
    opened(session, preview, subject.document, redaction.areas, found)
}

/// Names the documents of which something is blacked out among what stays.
pub(super) fn list(
    session: &Session<Unlocked>,
    (claim, audience): (RecordId, Audience),
    sections: &[Section],
    left_out: &mut Vec<LeftOut>,
) -> Result<()> {
    let redactions = session.read(|records| Ok(records.redactions(claim, audience)?))?;
    let documents = sections.iter().flat_map(|section| &section.documents);
    left_out.extend(documents.filter(|document| redactions.contains_key(&document.id)).map(|document| LeftOut {
        id: document.id,
        reference: document.reference,
        title: document.title.clone(),
        why: Why::InParts,
    }));
    Ok(())
}

fn sorted(areas: Vec<Area>, pages: &Pages) -> Result<Vec<Area>> {
    Redaction::sorted(areas, pages.count())
        .map_err(|problem| Error::Field { field: "areas", message: problem.to_string() })
}

fn find(preview: &Preview, document: RecordId) -> Result<&Picked> {
    let mut documents = preview.sections.iter().flat_map(|section| &section.documents);
    documents.find(|picked| picked.id == document).ok_or_else(|| Error::Field {
        field: "document",
        message: "This document does not go into the bundle for this reader, so there is nothing to black out."
            .to_owned(),
    })
}
