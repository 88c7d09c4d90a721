//! Model in, `bundle.pdf` out: every document finds its way in, the pages are numbered, linked and joined, and the file
//! appears under its name when it is whole.

mod ahead;
mod behind;
mod error;
mod kinds;
mod loose;
mod place;
mod plan;
mod proof;
mod read;
mod redacted;
mod settle;
mod unit;
mod upright;
mod write;

pub use error::ComposeError;
pub use loose::{Loose, loose};
pub use place::Isolate;
pub use proof::{Proof, ProofDocument, lay_out, show};
pub use redacted::{OwnPages, own_pages};

use crate::bag::original_paths;
use crate::model::{BundleModel, Document, Section};
use crate::pdf::{self, RasterLimits, Refused};
use crate::progress::{Progress, Stage, Watch, report};
use crate::report::BuildReport;
use ahead::Ahead;
use chrono::NaiveDate;
use plan::{Plan, Shape};
use settle::{Settled, Stuck};
use std::collections::HashSet;
use std::path::Path;
use unit::Placed;

/// Makes the bundle of a claim at `out`.
///
/// # Errors
/// See [`ComposeError`]; nothing is left behind then. A document that cannot be shown is no error: it gets a slip sheet.
pub fn compose(
    model: &BundleModel,
    out: &Path,
    isolate: Isolate<'_>,
    watch: Watch<'_>,
) -> Result<BuildReport, ComposeError> {
    build(model, Shape::Claim, Ahead::default(), out, (isolate, watch))
}

/// Makes a bundle straight from documents: an index, the documents, slip sheets where there are no pages.
///
/// # Errors
/// As [`compose`].
pub fn compose_files(
    title: &str,
    date: NaiveDate,
    documents: Vec<Document>,
    out: &Path,
    isolate: Isolate<'_>,
    watch: Watch<'_>,
) -> Result<BuildReport, ComposeError> {
    compose_loose((title, date), Loose { documents, ahead: Ahead::default() }, out, isolate, watch)
}

/// The same from files that [`loose`] has looked at.
///
/// # Errors
/// As [`compose`].
pub fn compose_loose(
    (title, date): (&str, NaiveDate),
    Loose { documents, ahead }: Loose,
    out: &Path,
    isolate: Isolate<'_>,
    watch: Watch<'_>,
) -> Result<BuildReport, ComposeError> {
    let model = BundleModel {
        sections: vec![Section { title: "Documents".to_owned(), documents }],
        ..BundleModel::empty(title, date)
    };
    build(&model, Shape::Files, ahead, out, (isolate, watch))
}

/// The other ways in, run here and now. Where a worker process is at hand, hand in that instead.
///
/// # Errors
/// Whatever the engine says.
pub fn in_process(way: pdf::Way, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    match way {
        pdf::Way::Raster => pdf::rasterise(bytes, RasterLimits::default()),
        pdf::Way::EngineOne | pdf::Way::EngineTwo => pdf::rewrite_with_second_engine(bytes),
    }
}

fn build(
    model: &BundleModel,
    shape: Shape,
    ahead: Ahead,
    out: &Path,
    (isolate, watch): (Isolate<'_>, Watch<'_>),
) -> Result<BuildReport, ComposeError> {
    let mut seen = HashSet::new();
    for (_, document) in model.documents() {
        if !seen.insert(document.reference.as_str()) {
            return Err(ComposeError::Twice(document.reference.clone()));
        }
    }
    let mut placed = place_all(model, ahead, isolate, watch)?;
    let paths = original_paths(model);
    let paths = (shape == Shape::Claim).then_some(paths.as_slice());
    loop {
        let (plan, settled) = laid_out(model, &mut placed, (shape, paths), isolate, watch)?;
        match write::write(model, &plan, settled, &placed, out, watch)? {
            write::Outcome::Whole(report) => return Ok(report),
            // A document that passed inspection and failed all the same: it gets a slip sheet, and the rest is done again.
            write::Outcome::Failed { document, why } => {
                let Some((section, failed)) = model.documents().nth(document) else {
                    return Err(ComposeError::Join(why));
                };
                if placed[document].way == crate::report::Way::SlipSheet {
                    return Err(ComposeError::Join(why));
                }
                placed[document] = place::all_slip(failed, document, section, why);
            }
        }
    }
}

/// Plans a bundle and sets its pages. A document whose formatting the typesetter does not take is placed again from its plain words.
fn laid_out(
    model: &BundleModel,
    placed: &mut [Placed],
    (shape, paths): (Shape, Option<&[Vec<String>]>),
    isolate: Isolate<'_>,
    watch: Watch<'_>,
) -> Result<(Plan, Settled), ComposeError> {
    loop {
        let plan = plan::plan(model, placed, shape);
        match settle::settle(&settle::Sources { model, plan: &plan, paths }, watch) {
            Ok(settled) => return Ok((plan, settled)),
            Err(Stuck::Whole(error)) => return Err(error),
            Err(Stuck::Formatting { document, why }) => {
                let Some((section, failed)) = model.documents().nth(document) else {
                    return Err(ComposeError::Join(why));
                };
                let ahead = &mut Ahead::default();
                placed[document] = place::place(failed, (document, section), Some(why), ahead, isolate)?;
            }
        }
    }
}

fn place_all(
    model: &BundleModel,
    mut ahead: Ahead,
    isolate: Isolate<'_>,
    watch: Watch<'_>,
) -> Result<Vec<Placed>, ComposeError> {
    let count = model.documents().count() as u64;
    // A document that is painted over does not open.
    let documents: Vec<(usize, &Document)> = (0..)
        .zip(model.documents().map(|(_, document)| document))
        .filter(|(_, document)| model.painted(&document.reference).is_none())
        .collect();
    ahead.look(&documents, count, watch)?;
    let seen = ahead.len();
    model
        .documents()
        .zip(0..)
        .map(|((section, document), i)| {
            let done = seen + i as u64;
            report(watch, Progress { stage: Stage::Reading, done, of: seen + count, what: &document.title })?;
            match model.painted(&document.reference) {
                Some(redacted) => redacted::place(document, i, section, redacted),
                None => place::place(document, (i, section), None, &mut ahead, isolate),
            }
        })
        .collect()
}
