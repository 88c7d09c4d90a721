//! A bundle straight from files, with no vault: for a solicitor, or anybody who wants one numbered PDF.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use recourse_bundle::compose;
use recourse_bundle::model::{Document, Opener, StandIn};
use recourse_bundle::progress::Progress;
use recourse_bundle::report::BuildReport;
use recourse_intake::worker::WorkerError;

use super::formatting::{self, Beside};
use super::make::Step;
use super::{content, jobs};
use crate::evidence::{Source, expand};
use crate::worker::Worker;
use crate::{Error, Result};

/// Makes one numbered, linked PDF of files and the files in folders, in the order given.
///
/// # Errors
/// Where a file cannot be read or the PDF cannot be written; nothing half-done is left then. A file that cannot be shown as pages is no error: a
/// slip sheet stands for it and says why.
pub fn from_files(
    worker: &Worker,
    title: &str,
    date: NaiveDate,
    paths: &[PathBuf],
    out: &Path,
    tell: &dyn Fn(Step<'_>) -> ControlFlow<()>,
) -> Result<BuildReport> {
    let files = expand(paths).into_iter().filter_map(|source| match source {
        Source::File(path) | Source::Part { path, .. } => Some(path),
        Source::Bytes { .. } | Source::Reader { .. } => None,
    });
    let files: Vec<PathBuf> = files.collect();
    let watch = |progress: Progress<'_>| tell(Step::of(&progress));
    let mut loose = compose::loose(&files, &watch)?;
    for (document, path) in loose.documents.iter_mut().zip(&files) {
        fill(worker, path, document)?;
    }
    Ok(compose::compose_loose((title, date), loose, out, &mut jobs::isolate(worker), &watch)?)
}

/// Gives a document the words and pictures that only the worker reads.
fn fill(worker: &Worker, path: &Path, document: &mut Document) -> Result<()> {
    let name = document.title.clone();
    let failed = |source: io::Error| Error::Input { path: path.to_owned(), source };
    let wordy = document.files.first().is_some_and(|file| content::speaks_in_words(&file.media_type));
    if wordy {
        let reading = worker.read(&name, std::fs::File::open(path).map_err(failed)?)?;
        let ask = || worker.rich(&name, std::fs::File::open(path).map_err(WorkerError::Input)?, Vec::<Beside>::new());
        let found = formatting::of(&reading, &[], ask)?;
        document.content = content::from_reading(&reading, found, |_, _| None);
    }
    for file in document.files.iter_mut().filter(|file| file.media_type == "image/heic") {
        file.stand_ins.push(photograph(worker, path));
    }
    Ok(())
}

/// A phone's picture, made into one that the bundle can read when it is needed.
fn photograph(worker: &Worker, path: &Path) -> StandIn {
    let (worker, path) = (worker.clone(), path.to_owned());
    let open: Opener = Arc::new(move || {
        let picture = worker.picture(content::PAGE_EDGE, std::fs::File::open(&path)?).map_err(io::Error::other)?;
        Ok(Box::new(io::Cursor::new(picture.bytes)) as Box<dyn io::Read + Send>)
    });
    StandIn { media_type: "image/jpeg".to_owned(), open }
}
