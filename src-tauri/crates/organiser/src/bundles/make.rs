//! Makes the bundle: the PDF first, then the ZIP around it. What is not whole never gets its name.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use recourse_bundle::bag::{self, BagReport};
use recourse_bundle::compose;
use recourse_bundle::progress::{Progress, Stage};
use recourse_bundle::report::BuildReport;
use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use serde_json::json;

use super::staging::Staging;
use super::{jobs, model, selection};
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
}

/// What a stage of the work is called.
pub const fn words(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "Reading the documents",
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
    let preview = selection::preview(session, order.claim, order.audience)?;
    let model = model::build(session, &preview, order.date)?;
    std::fs::create_dir_all(&order.folder)
        .map_err(|source| Error::Write { what: "The folder for the bundle", source })?;
    let written = |source| Error::Write { what: "The bundle", source };
    let staging = Staging::begin(&order.folder).map_err(written)?;
    let pdf = staging.path(PDF);
    let watch =
        |progress: Progress<'_>| tell(Step { words: words(progress.stage), done: progress.done, of: progress.of });
    let build = compose::compose(&model, &pdf, &mut jobs::isolate(session.worker()), &watch).map_err(Error::from)?;
    let mut made = Made { folder: order.folder.clone(), pdf, zip: None, zip_sha256: None, build, bag: None };
    let (pdf, zip) = free_names(&order.folder, &bag::bag_name(&model));
    if !order.pdf_only {
        made.bag = Some(bag::pack(&model, &made.build, &made.pdf, &staging.path(ZIP), &watch)?);
        made.zip_sha256 = Some(hash_of(&staging.path(ZIP))?);
        staging.release(ZIP, &zip).map_err(written)?;
        made.zip = Some(zip);
    }
    staging.release(PDF, &pdf).map_err(written)?;
    made.pdf = pdf;
    note(session, order, &preview, &made)?;
    Ok(made)
}

/// Names for PDF and ZIP that nothing has yet: a bundle that was made before is never written over.
fn free_names(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    let both = |stem: String| (folder.join(format!("{stem}.pdf")), folder.join(format!("{stem}.zip")));
    let later = (2..).map(|n| both(format!("{name}-{n}")));
    let mut names = std::iter::once(both(name.to_owned())).chain(later);
    names.find(|(pdf, zip)| !pdf.exists() && !zip.exists()).unwrap_or_else(|| both(name.to_owned()))
}

fn hash_of(path: &Path) -> Result<String> {
    let failed = |source| Error::Read { what: "The finished ZIP", source };
    let mut file = std::fs::File::open(path).map_err(failed)?;
    let tally = recourse_bundle::digest::copy_hashed(&mut file, &mut std::io::sink(), |_| Ok(())).map_err(failed)?;
    Ok(tally.sha256)
}

/// The history says which bundle was made, for whom, what was in and what stayed out.
fn note(session: &Session<Unlocked>, order: &Order, preview: &selection::Preview, made: &Made) -> Result<()> {
    let documents: Vec<String> = made.build.documents.iter().map(|document| document.reference.clone()).collect();
    let left_out: Vec<String> = preview.left_out.iter().map(|left| left.reference.to_string()).collect();
    let what = json!({
        "bundle": {
            "audience": order.audience.code(),
            "date": order.date,
            "pages": made.build.pages,
            "pdf_sha256": made.build.sha256,
            "zip_sha256": made.zip_sha256,
            "documents": documents,
            "left_out": left_out,
        }
    });
    session.write("make bundle", |records| Ok(records.event(Some(order.claim), &what)?))
}
