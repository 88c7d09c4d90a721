//! A bundle straight from files, with no vault: for a solicitor, or anybody who wants one numbered PDF.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use recourse_bundle::compose::{compose_files, loose_document};
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
    let mut documents = Vec::new();
    for source in expand(paths) {
        if let Source::File(path) | Source::Part { path, .. } = source {
            let number = documents.len() + 1;
            documents.push(document(worker, &path, number)?);
        }
    }
    let watch = |progress: Progress<'_>| tell(Step::of(&progress));
    Ok(compose_files(title, date, documents, out, &mut jobs::isolate(worker), &watch)?)
}

fn document(worker: &Worker, path: &Path, number: usize) -> Result<Document> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let failed = |source: io::Error| Error::Input { path: path.to_owned(), source };
    let mut document = loose_document(path, number.to_string(), name.clone()).map_err(failed)?;
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
    Ok(document)
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
