//! Makes the bundle: the PDF first, then the ZIP around it. What is not whole never gets its name.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use recourse_bundle::bag::{self, BagReport};
use recourse_bundle::compose;
use recourse_bundle::model::BundleModel;
use recourse_bundle::progress::{Progress, Stage, Watch};
use recourse_bundle::report::BuildReport;
use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_vault::VaultError;
use serde_json::json;

use super::staging::Staging;
use super::{jobs, model, redaction, selection, supplement};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// What the two are called while they are made.
const PDF: &str = "bundle.pdf";
const ZIP: &str = "bundle.zip";

/// What bundle is wanted.
#[derive(Debug, Clone)]
pub struct Order {
    /// The claim.
    pub claim: RecordId,
    /// The reader.
    pub audience: Audience,
    /// The day it carries.
    pub date: NaiveDate,
    /// The folder to put it in; made where it is not there.
    pub folder: PathBuf,
    /// Only the PDF, no ZIP.
    pub pdf_only: bool,
    /// The ZIP, or its folder, of a bundle that has gone out: then a supplement to it is made, with what has come since.
    pub after: Option<PathBuf>,
}

/// How far it has come.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// What is being done.
    pub words: &'a str,
    /// How much is done.
    pub done: u64,
    /// Out of how much; 0 where it is not known.
    pub of: u64,
    /// Of what.
    pub unit: Unit,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Pages.
    Pages,
    /// Documents to be read, or lists to be set.
    Parts,
    /// Bytes.
    Bytes,
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The folder it lies in.
    pub folder: PathBuf,
    /// The PDF.
    pub pdf: PathBuf,
    /// The ZIP.
    pub zip: Option<PathBuf>,
    /// SHA-256 of the ZIP, lower-case hexadecimal.
    pub zip_sha256: Option<String>,
    /// What the pages hold and how each document went in.
    pub build: BuildReport,
    /// What is in the ZIP.
    pub bag: Option<BagReport>,
    /// What stands behind every page number: nothing, or `-A` in a supplement.
    pub mark: String,
}

/// What a stage of the work is called.
pub const fn words(stage: Stage) -> &'static str {
    match stage {
        Stage::Arriving => "Looking at the files",
        Stage::Reading => "Reading the pages of the documents",
        Stage::Setting => "Setting the pages",
        Stage::Joining => "Joining and numbering the pages",
        Stage::Packing => "Packing the ZIP",
        Stage::Checking => "Checking",
    }
}

/// Makes a bundle and notes in the history what was made.
///
/// # Errors
/// Where a document has changed, the folder cannot be written, or the person stopped it; nothing that looks like a bundle is left then.
pub fn make(
    session: &Arc<Session<Unlocked>>,
    order: &Order,
    tell: &dyn Fn(Step<'_>) -> ControlFlow<()>,
) -> Result<Made> {
    // What was made is noted in the history, so a bundle needs a vault that can be written.
    if session.is_for_reading() {
        return Err(VaultError::OpenForReading.into());
    }
    let mut preview = selection::preview(session, order.claim, order.audience)?;
    let supplement = order.after.as_deref().map(|earlier| supplement::only_new(&mut preview, earlier)).transpose()?;
    let carried = redaction::carry_out(session, preview)?;
    let mut model = model::build(session, &carried.preview, order.date)?;
    let pages = pages_before(&carried.preview);
    carried.into_model(&mut model);
    if let Some(supplement) = supplement {
        supplement::mark(&mut model, supplement);
    }
    std::fs::create_dir_all(&order.folder)
        .map_err(|source| Error::Write { what: "The folder for the bundle", source })?;
    let staging = Staging::begin(&order.folder).map_err(written)?;
    let pdf = staging.path(PDF);
    let watch = |progress: Progress<'_>| tell(Step::by_pages(&progress, &pages));
    let build = compose::compose(&model, &pdf, &mut jobs::isolate(session.worker()), &watch).map_err(Error::from)?;
    let mut made =
        Made { folder: order.folder.clone(), pdf, zip: None, zip_sha256: None, build, bag: None, mark: model.mark() };
    if !order.pdf_only {
        let zip = staging.path(ZIP);
        made.bag = Some(bag::pack(&model, &made.build, &made.pdf, &zip, &watch)?);
        made.zip_sha256 = Some(hash_of(&zip, &watch)?);
        made.zip = Some(zip);
    }
    release(&staging, order, &model, &mut made)?;
    let noted = note(session, order, &model, &made);
    if noted.is_err() {
        // A bundle that the history does not know is not what was asked for; the error is what the person must know.
        for path in made.zip.iter().chain([&made.pdf]) {
            let _ = std::fs::remove_file(path);
        }
    }
    noted.map(|()| made)
}

fn written(source: std::io::Error) -> Error {
    Error::Write { what: "The bundle", source }
}

/// Gives the whole PDF, and the ZIP around it, names that nothing has yet.
fn release(staging: &Staging, order: &Order, model: &BundleModel, made: &mut Made) -> Result<()> {
    let (pdf, zip) = free_names(&order.folder, &bag::bag_name(model));
    if made.zip.is_some() {
        staging.release(ZIP, &zip).map_err(written)?;
        made.zip = Some(zip);
    }
    staging.release(PDF, &pdf).map_err(written)?;
    made.pdf = pdf;
    Ok(())
}

/// Pages known before each document is read, and all of them at the end. A document whose pages nobody has counted yet has one at least.
fn pages_before(preview: &selection::Preview) -> Vec<u64> {
    let documents = preview.sections.iter().flat_map(|section| &section.documents);
    let mut sum = 0;
    let mut before = vec![0];
    for picked in documents {
        sum += u64::from(picked.known_pages().unwrap_or(1).max(1));
        before.push(sum);
    }
    before
}

impl Step<'_> {
    /// As the bundle tells it.
    pub(super) fn of(progress: &Progress<'_>) -> Self {
        let unit = match progress.stage {
            Stage::Arriving | Stage::Reading | Stage::Setting => Unit::Parts,
            Stage::Joining => Unit::Pages,
            Stage::Packing | Stage::Checking => Unit::Bytes,
        };
        Step { words: words(progress.stage), done: progress.done, of: progress.of, unit }
    }

    /// The same, with documents that are read counted by their pages.
    fn by_pages(progress: &Progress<'_>, before: &[u64]) -> Self {
        let step = Step::of(progress);
        if progress.stage != Stage::Reading {
            return step;
        }
        let all = before.last().copied().unwrap_or_default();
        // Some documents are looked at before they are placed, so a step is less than a document.
        let documents = before.len() as u64 - 1;
        let read = progress.done.checked_mul(documents).and_then(|done| done.checked_div(progress.of));
        let read = read.and_then(|at| before.get(usize::try_from(at).ok()?));
        Step { done: read.copied().unwrap_or(all), of: all, unit: Unit::Pages, ..step }
    }
}

/// Names for PDF and ZIP that nothing has yet: a bundle that was made before is never written over.
fn free_names(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    let both = |stem: String| (folder.join(format!("{stem}.pdf")), folder.join(format!("{stem}.zip")));
    let later = (2..).map(|n| both(format!("{name}-{n}")));
    let mut names = std::iter::once(both(name.to_owned())).chain(later);
    names.find(|(pdf, zip)| !pdf.exists() && !zip.exists()).unwrap_or_else(|| both(name.to_owned()))
}

fn hash_of(path: &Path, watch: Watch<'_>) -> Result<String> {
    let failed = |source| Error::Read { what: "The finished ZIP", source };
    let mut file = std::fs::File::open(path).map_err(failed)?;
    let of = file.metadata().map_err(failed)?.len();
    let (mut done, mut stopped) = (0, false);
    let tally = recourse_bundle::digest::copy_hashed(&mut file, &mut std::io::sink(), |n| {
        done += n;
        stopped = watch(Progress { stage: Stage::Checking, done, of, what: "" }).is_break();
        if stopped { Err(std::io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    });
    match tally {
        Ok(tally) => Ok(tally.sha256),
        Err(_) if stopped => Err(Error::Cancelled),
        Err(source) => Err(failed(source)),
    }
}

/// The history says which bundle was made, for whom, what was in and what stayed out.
fn note(session: &Session<Unlocked>, order: &Order, model: &BundleModel, made: &Made) -> Result<()> {
    let documents: Vec<String> = made.build.documents.iter().map(|document| document.reference.clone()).collect();
    let left_out: Vec<&str> = model.left_out.iter().map(|left| left.reference.as_str()).collect();
    let redacted: Vec<_> =
        model.redacted.iter().map(|one| json!({"document": one.reference, "said": one.said})).collect();
    let mut what = json!({
        "bundle": {
            "audience": order.audience.code(),
            "date": order.date,
            "pages": made.build.pages,
            "pdf_sha256": made.build.sha256,
            "zip_sha256": made.zip_sha256,
            "documents": documents,
            "left_out": left_out,
            "blacked_out": redacted,
        }
    });
    if let Some(supplement) = &model.supplement {
        what["bundle"]["supplement"] = json!(supplement.letter);
    }
    session.write("make bundle", |records| Ok(records.event(Some(order.claim), &what)?))
}
