//! The ways in, one after the other: engine one, engine two, pictures of the pages, a slip sheet. No document is dropped in silence.

use std::sync::Arc;

use super::bytes::PdfBytes;
use super::inspect::{Inspected, Trust, inspect};
use super::mend::mend;
use super::refused::{Refused, RefusedKind};

/// A way into the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As it is.
    EngineOne,
    /// Written anew by the second engine.
    EngineTwo,
    /// As pictures of its pages.
    Raster,
}

/// How a document gets in.
#[derive(Clone, Debug)]
pub enum Entry {
    /// As pages.
    Pages {
        /// The way that worked.
        way: Way,
        /// The bytes to assemble from: the original's, or the stand-in's.
        pdf: PdfBytes,
        /// What engine one found in these bytes.
        inspected: Arc<Inspected>,
        /// What the build report should say, one plain sentence each. Empty when all went well.
        notes: Vec<String>,
    },
    /// No page of it can be shown: a slip sheet stands for it.
    SlipSheet(Refused),
}

/// Runs another way in on the bytes of a document, best in a worker process, and returns the stand-in.
pub type Isolate<'a> = dyn FnMut(Way, &[u8]) -> Result<Vec<u8>, Refused> + 'a;

/// Finds the way in for one document.
///
/// `isolate` runs [`super::rewrite_with_second_engine`] ([`Way::EngineTwo`]) or [`super::rasterise`] ([`Way::Raster`]) on the
/// bytes, best in a worker process, and returns the stand-in. It is not called for a document that engine one can be trusted with.
pub fn ladder(bytes: &PdfBytes, isolate: &mut Isolate<'_>) -> Entry {
    ladder_from(bytes, inspect(bytes), isolate)
}

/// [`ladder`] for a document that was inspected before, for example with many others by [`super::inspect_all`].
pub fn ladder_from(bytes: &PdfBytes, first: Result<Inspected, Refused>, isolate: &mut Isolate<'_>) -> Entry {
    let doubts = match &first {
        Ok(inspected) => match &inspected.trust {
            Trust::Sound => return pages(Way::EngineOne, bytes.clone(), inspected.clone(), Vec::new()),
            Trust::Doubtful(reasons) => reasons.clone(),
        },
        // Nobody here has the password; the other readers have none either.
        Err(refused) if refused.kind == RefusedKind::Encrypted => return Entry::SlipSheet(refused.clone()),
        Err(refused) => vec![refused.reason.clone()],
    };
    if let Some(mended) = mend(bytes.as_slice()).map(PdfBytes::from)
        && let Ok(found) = inspect(&mended)
        && found.is_sound()
    {
        let notes =
            vec!["A slip in how the file was written was mended for the bundle; the original is unchanged.".into()];
        return pages(Way::EngineOne, mended, found, notes);
    }
    let second =
        isolate(Way::EngineTwo, bytes.as_slice()).map(PdfBytes::from).and_then(|pdf| Ok((inspect(&pdf)?, pdf)));
    match (first, second) {
        (Ok(one), Ok((two, pdf))) if shows_more(&two, &one, content_lost(&doubts)) => {
            pages(Way::EngineTwo, pdf, two, doubts)
        }
        (Ok(one), _) if one.pages.iter().any(|page| page.draws_something) || !content_lost(&doubts) => {
            pages(Way::EngineOne, bytes.clone(), one, doubts)
        }
        (Err(_), Ok((two, pdf))) => pages(Way::EngineTwo, pdf, two, doubts),
        (first, _) => {
            match isolate(Way::Raster, bytes.as_slice()).map(PdfBytes::from).and_then(|pdf| Ok((inspect(&pdf)?, pdf))) {
                Ok((drawn, pdf)) if first.is_err() => pages(Way::Raster, pdf, drawn, doubts),
                _ => Entry::SlipSheet(first.err().unwrap_or_else(|| Refused::damaged(doubts.join(" ")))),
            }
        }
    }
}

/// Whether the second engine's stand-in is to be preferred: no fewer pages, and more of them that draw; or as many and no doubts.
/// Where content was lost it must draw more: dropping what cannot be read also leaves no doubt.
fn shows_more(two: &Inspected, one: &Inspected, lost: bool) -> bool {
    let drawn = |inspected: &Inspected| inspected.pages.iter().filter(|page| page.draws_something).count();
    let fewer = two.pages.len() < one.pages.len();
    !fewer && (two.is_sound() && !lost && drawn(two) >= drawn(one) || drawn(two) > drawn(one))
}

fn content_lost(doubts: &[String]) -> bool {
    doubts.iter().any(|doubt| doubt.starts_with("The content of page"))
}

fn pages(way: Way, pdf: PdfBytes, inspected: Inspected, mut notes: Vec<String>) -> Entry {
    match way {
        Way::EngineOne => {}
        Way::EngineTwo => notes.push("Read with the second reader.".into()),
        Way::Raster => notes.push("Its pages are pictures here: links and text are only in the original.".into()),
    }
    Entry::Pages { way, pdf, inspected: Arc::new(inspected), notes }
}
