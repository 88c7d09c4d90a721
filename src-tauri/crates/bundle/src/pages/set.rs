//! Runs the typesetter once.

use super::spots::{Spot, collect};
use super::words::tidy;
use super::world::PageWorld;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// Pages that were set.
#[derive(Debug, Clone)]
pub(crate) struct SetPages {
    /// The pages as a PDF without links.
    pub(crate) pdf: Vec<u8>,
    /// How many there are.
    pub(crate) pages: usize,
    /// Where links belong.
    pub(crate) spots: Vec<Spot>,
    /// Characters no font could show.
    pub(crate) missing: BTreeSet<char>,
}

/// The typesetter refused. This is a fault of this program, or words beyond all measure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the page “{page}” could not be set: {reason}")]
pub struct SetError {
    /// Which kind of page.
    pub page: String,
    /// What the typesetter said.
    pub reason: String,
}

/// How many results of former runs are kept in memory.
const KEEP: usize = 4;

/// Sets the pages that `data` describes (`page` names the kind; see the template).
///
/// # Errors
/// [`SetError`] when the typesetter refuses.
pub(crate) fn set(data: Value) -> Result<SetPages, SetError> {
    run(data, &[], false)
}

/// The same with pictures that the pages show by [`super::world::picture_name`].
///
/// # Errors
/// [`SetError`] when the typesetter refuses.
pub(crate) fn set_with(data: Value, pictures: &[Arc<[u8]>]) -> Result<SetPages, SetError> {
    run(data, pictures, false)
}

/// The same with the structure of the words in the PDF, for pages that stand by themselves: joining pages would lose it.
///
/// # Errors
/// [`SetError`] when the typesetter refuses.
pub(crate) fn set_tagged(data: Value) -> Result<SetPages, SetError> {
    run(data, &[], true)
}

fn run(mut data: Value, pictures: &[Arc<[u8]>], tagged: bool) -> Result<SetPages, SetError> {
    tidy(&mut data);
    let page = data["page"].as_str().unwrap_or_default().to_owned();
    let fail = |reason: String| SetError { page: page.clone(), reason };
    let json = serde_json::to_vec(&data).map_err(|e| fail(e.to_string()))?;
    let world = PageWorld::new(json, pictures).ok_or_else(|| fail("the fonts are missing".to_owned()))?;
    let laid = typst::compile::<PagedDocument>(&world).output.map_err(|e| fail(said(&e)))?;
    let found = collect(&laid);
    let options = PdfOptions {
        ident: Smart::Custom("recourse".to_owned()),
        creator: Smart::Custom(None),
        tagged,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&found.document, &options).map_err(|e| fail(said(&e)))?;
    typst::comemo::evict(KEEP);
    Ok(SetPages { pdf, pages: found.document.pages().len(), spots: found.spots, missing: found.missing })
}

fn said(errors: &[typst::diag::SourceDiagnostic]) -> String {
    let said: Vec<&str> = errors.iter().map(|e| e.message.as_str()).collect();
    said.join("; ")
}
