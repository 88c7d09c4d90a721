//! A bundle before it is made: how long it is and where everything stands, and the pages of one document as they will be.

use super::ahead::Ahead;
use super::error::ComposeError;
use super::place::{self, Isolate};
use super::plan::Shape;
use super::settle::Settled;
use super::{laid_out, place_all};
use crate::bag::original_paths;
use crate::model::{BundleModel, Document, Section};
use crate::pdf::{AssembleError, Assembly, assemble};
use crate::progress::{Progress, Stage, Stopped, Watch};
use crate::report::Way;
use chrono::NaiveTime;
use std::ops::Range;

/// A bundle that was laid out and not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Pages in all.
    pub pages: u32,
    /// Bytes of what the PDF would be joined from, close to its size.
    pub bytes: u64,
    /// The documents, in order.
    pub documents: Vec<ProofDocument>,
}

/// One document of a bundle that was laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofDocument {
    /// Its reference.
    pub reference: String,
    /// The page of the bundle it would start on, from 1.
    pub first_page: u32,
    /// How many pages it would take.
    pub pages: u32,
    /// How it would come in.
    pub way: Way,
}

/// Lays a bundle out without writing it.
///
/// # Errors
/// As [`compose`](super::compose), less what has to do with writing.
pub fn lay_out(model: &BundleModel, isolate: Isolate<'_>, watch: Watch<'_>) -> Result<Proof, ComposeError> {
    let mut placed = place_all(model, Ahead::default(), isolate, watch)?;
    let paths = original_paths(model);
    let (plan, settled) = laid_out(model, &mut placed, (Shape::Claim, Some(&paths)), isolate, watch)?;
    let counts: Vec<usize> = settled.parts.iter().map(|part| part.inspected.pages.len()).collect();
    let count = |units: Range<usize>| small(counts[units].iter().sum());
    let documents = model.documents().zip(&placed).zip(&plan.documents);
    Ok(Proof {
        pages: count(0..counts.len()),
        bytes: settled.parts.iter().map(|part| part.pdf.length()).sum(),
        documents: documents
            .map(|(((_, document), placed), units)| ProofDocument {
                reference: document.reference.clone(),
                first_page: count(0..units.start) + 1,
                pages: count(units.clone()),
                way: placed.way,
            })
            .collect(),
    })
}

/// The pages of one document as they will be, as a PDF of their own, numbered from `first_number`. Links to other documents are left out.
///
/// # Errors
/// As [`compose`](super::compose), less what has to do with files.
pub fn show(
    model: &BundleModel,
    document: Document,
    first_number: u64,
    isolate: Isolate<'_>,
    watch: Watch<'_>,
) -> Result<Vec<u8>, ComposeError> {
    let title = document.title.clone();
    let alone = BundleModel {
        claimant: model.claimant.clone(),
        organisation: model.organisation.clone(),
        redacted: model.redacted.clone(),
        sections: vec![Section { title: title.clone(), documents: vec![document] }],
        ..BundleModel::empty(&title, model.date)
    };
    let mut placed = place_all(&alone, Ahead::default(), isolate, watch)?;
    loop {
        let paths = original_paths(&alone);
        let (plan, settled) = laid_out(&alone, &mut placed, (Shape::Files, Some(&paths)), isolate, watch)?;
        let units = plan.documents.first().cloned().unwrap_or_default();
        match cut(&alone, settled, units, first_number, watch) {
            Ok(bytes) => return Ok(bytes),
            Err(AssembleError::Cancelled) => return Err(Stopped.into()),
            Err(AssembleError::Part { refused, .. }) if placed.iter().all(|one| one.way != Way::SlipSheet) => {
                let slips =
                    alone.documents().map(|(section, one)| place::all_slip(one, 0, section, refused.reason.clone()));
                placed = slips.collect();
            }
            Err(other) => return Err(ComposeError::Join(other.to_string())),
        }
    }
}

/// Joins some of the parts alone.
fn cut(
    model: &BundleModel,
    settled: Settled,
    units: Range<usize>,
    first_number: u64,
    watch: Watch<'_>,
) -> Result<Vec<u8>, AssembleError> {
    let assembly = Assembly {
        parts: settled.parts.into_iter().skip(units.start).take(units.len()).collect(),
        links: Vec::new(),
        title: model.title.clone(),
        author: model.claimant.clone(),
        date: model.date.and_time(NaiveTime::MIN).and_utc(),
        first_number,
        mark: String::new(),
    };
    let mut bytes = Vec::new();
    assemble(&assembly, &mut bytes, &mut |done, of| {
        watch(Progress { stage: Stage::Joining, done: done as u64, of: of as u64, what: "" })
    })?;
    Ok(bytes)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
