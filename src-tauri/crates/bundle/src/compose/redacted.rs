//! Documents of which something is blacked out: the pages that they have of themselves, to paint on, and the painted ones in their place.

use std::sync::Arc;

use super::ahead::Ahead;
use super::error::ComposeError;
use super::place::{self, Isolate, Placing};
use super::plan::Plan;
use super::read::unreadable;
use super::settle::{Sources, Stuck, settle};
use super::unit::Placed;
use crate::model::{BundleModel, Document, Redacted, Section};
use crate::pdf::{self, PdfBytes};
use crate::progress::unwatched;
use crate::report::Way;

/// Some pages of a document, as a PDF.
#[derive(Clone)]
pub struct OwnPages {
    /// The PDF.
    pub pdf: PdfBytes,
    /// How many pages it has.
    pub pages: usize,
}

/// The pages of one document as they would stand in a bundle, unnumbered, as PDFs one after the other. Pages that this program sets name no
/// page of the bundle, so that they look the same wherever the document stands.
///
/// # Errors
/// As [`super::compose`]. A document that cannot be shown has a slip sheet for a page.
pub fn own_pages(document: Document, isolate: Isolate<'_>) -> Result<Vec<OwnPages>, ComposeError> {
    let mut placed = place::place(&document, (0, ""), None, &mut Ahead::default(), isolate)?;
    let model = BundleModel {
        sections: vec![Section { title: String::new(), documents: vec![document] }],
        ..BundleModel::empty("", chrono::NaiveDate::MIN)
    };
    let settled = loop {
        let plan = Plan::of_one(placed.units);
        match settle(&Sources { model: &model, plan: &plan, paths: None }, unwatched()) {
            Ok(settled) => break settled,
            Err(Stuck::Whole(error)) => return Err(error),
            Err(Stuck::Formatting { why, .. }) => {
                let document = &model.sections[0].documents[0];
                placed = place::place(document, (0, ""), Some(why), &mut Ahead::default(), isolate)?;
            }
        }
    };
    let own = settled.parts.into_iter().map(|part| {
        let pdf = part.pdf.read().map_err(|error| ComposeError::Join(unreadable(&error)))?;
        Ok(OwnPages { pages: part.inspected.pages.len(), pdf })
    });
    own.collect()
}

/// The painted pages of a document, in place of its own.
///
/// # Errors
/// [`ComposeError::Join`] where they are no PDF after all: nothing of the document itself is shown then.
pub(super) fn place(
    document: &Document,
    number: usize,
    section: &str,
    redacted: &Redacted,
) -> Result<Placed, ComposeError> {
    let mut placing = Placing::new(document, number, section, Way::Raster);
    for pages in &redacted.pages {
        let pdf = PdfBytes::from(Arc::clone(pages).to_vec());
        let inspected = pdf::inspect(&pdf).map_err(|refused| ComposeError::Join(refused.reason))?;
        placing.ready(pdf.into(), Arc::new(inspected));
    }
    placing.said(&redacted.said);
    Ok(placing.finish())
}
