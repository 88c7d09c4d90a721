//! Joins the parts into the file and says what was done.

use super::error::ComposeError;
use super::plan::Plan;
use super::read::{changed, unreadable};
use super::settle::Settled;
use super::unit::Placed;
use crate::digest::Hasher;
use crate::model::BundleModel;
use crate::pdf::{AssembleError, Assembled, Assembly, assemble, left_out_words};
use crate::progress::{Progress, Stage, Stopped, Watch};
use crate::report::{BuildReport, BuiltDocument, MissingGlyphs};
use crate::whole::WholeFile;
use chrono::NaiveTime;
use std::io::{self, Write};
use std::path::Path;

/// How the joining ended.
pub(super) enum Outcome {
    /// The file is there.
    Whole(BuildReport),
    /// A document failed; nothing is there.
    Failed {
        /// Number of the document.
        document: usize,
        /// What happened.
        why: String,
    },
}

/// Writes the bundle.
///
/// # Errors
/// [`ComposeError::Write`], [`ComposeError::Join`], [`ComposeError::Stopped`].
pub(super) fn write(
    model: &BundleModel,
    plan: &Plan,
    settled: Settled,
    placed: &[Placed],
    out: &Path,
    watch: Watch<'_>,
) -> Result<Outcome, ComposeError> {
    let mut assembly = Assembly {
        parts: settled.parts,
        links: settled.links,
        title: model.title.clone(),
        author: model.claimant.clone(),
        date: model.date.and_time(NaiveTime::MIN).and_utc(),
        first_number: 1,
        mark: model.mark(),
    };
    let mut file = Hashed { inner: WholeFile::begin(out).map_err(ComposeError::Write)?, hasher: Hasher::default() };
    let done = assemble(&assembly, &mut file, &mut |done, of| {
        watch(Progress { stage: Stage::Joining, done: done as u64, of: of as u64, what: "" })
    });
    let assembled = match done {
        Ok(assembled) => assembled,
        Err(AssembleError::Write(error)) => return Err(ComposeError::Write(error)),
        Err(AssembleError::Cancelled) => return Err(Stopped.into()),
        Err(AssembleError::Part { part, refused, .. }) => return failed(plan, part, refused.reason),
        Err(AssembleError::Read { part, error, .. }) => {
            return match changed(&error) {
                Some(name) => Err(ComposeError::Changed { reference: reference(model, plan, part), name }),
                None => failed(plan, part, unreadable(&error)),
            };
        }
        Err(other) => return Err(ComposeError::Join(other.to_string())),
    };
    let tally = file.hasher.finish();
    file.inner.finish().map_err(ComposeError::Write)?;
    let counts: Vec<usize> = assembly.parts.drain(..).map(|p| p.inspected.pages.len()).collect();
    Ok(Outcome::Whole(BuildReport {
        pages: small(assembled.pages),
        bytes: tally.bytes,
        sha256: tally.sha256,
        documents: documents(model, plan, placed, &assembled, &counts),
        missing_glyphs: settled
            .missing
            .into_iter()
            .map(|(unit, characters)| MissingGlyphs { place: place_name(model, plan, unit), characters })
            .collect(),
    }))
}

/// A part that could not be joined: a document's gets a slip sheet, one of this program's own is a fault.
fn failed(plan: &Plan, part: usize, why: String) -> Result<Outcome, ComposeError> {
    match plan.documents.iter().position(|units| units.contains(&part)) {
        Some(document) => Ok(Outcome::Failed { document, why }),
        None => Err(ComposeError::Join(why)),
    }
}

fn reference(model: &BundleModel, plan: &Plan, unit: usize) -> String {
    let number = plan.documents.iter().position(|units| units.contains(&unit));
    number.and_then(|i| model.documents().nth(i)).map(|(_, document)| document.reference.clone()).unwrap_or_default()
}

fn documents(
    model: &BundleModel,
    plan: &Plan,
    placed: &[Placed],
    assembled: &Assembled,
    counts: &[usize],
) -> Vec<BuiltDocument> {
    model
        .documents()
        .zip(placed)
        .zip(&plan.documents)
        .map(|(((section, document), placed), units)| BuiltDocument {
            reference: document.reference.clone(),
            title: document.title.clone(),
            section: section.to_owned(),
            first_page: small(assembled.first_page_of_part[units.start] + 1),
            pages: small(counts[units.clone()].iter().sum()),
            way: placed.way,
            reasons: placed.reasons.clone(),
            dropped: assembled
                .left_out
                .iter()
                .filter(|(part, ..)| units.contains(part))
                .map(|(_, what, count)| left_out_words(*what, *count))
                .collect(),
        })
        .collect()
}

fn place_name(model: &BundleModel, plan: &Plan, unit: usize) -> String {
    plan.documents
        .iter()
        .position(|units| units.contains(&unit))
        .and_then(|i| model.documents().nth(i))
        .map_or_else(|| plan.units[unit].title.to_lowercase(), |(_, d)| d.reference.clone())
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Hashes what is written.
struct Hashed {
    inner: WholeFile,
    hasher: Hasher,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.inner.write(bytes)?;
        self.hasher.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
