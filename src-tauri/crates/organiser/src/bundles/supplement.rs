//! A supplement: only what has come since a bundle that has gone out, so that nothing in it has to be numbered anew.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use recourse_bundle::model::{BundleModel, Gone, Supplement};
use recourse_bundle::verify;
use serde::Deserialize;

use super::selection::{Picked, Preview};
use crate::{Error, Result};

/// What is read of the record of a bundle that has gone out.
#[derive(Deserialize)]
struct Earlier {
    audience: String,
    date: String,
    bundle: Pdf,
    documents: Vec<Document>,
    supplement: Option<EarlierSupplement>,
    record: Record,
}

#[derive(Deserialize)]
struct Pdf {
    pages: u64,
    sha256: String,
}

#[derive(Deserialize)]
struct Document {
    reference: String,
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    sha256: String,
}

#[derive(Deserialize)]
struct EarlierSupplement {
    letter: char,
    gone: Vec<EarlierGone>,
}

#[derive(Deserialize)]
struct EarlierGone {
    reference: String,
    files: Vec<String>,
}

#[derive(Deserialize)]
struct Record {
    claim: Claim,
}

#[derive(Deserialize)]
struct Claim {
    id: String,
}

const NOT_WHOLE: &str =
    "That bundle is not whole or was changed, so nothing can be added to it. Check it with “verify”.";
const NO_RECORD: &str = "That is not a claim bundle of Recourse: choose the ZIP that was made with the PDF.";
const OTHER_READER: &str = "That bundle was made for another reader. Choose one that was made for the same.";
const OTHER_CLAIM: &str = "That bundle is of another claim.";
const NOTHING_NEW: &str = "Nothing has come since that bundle, so there is nothing to add.";
const NO_LETTER: &str = "There are 26 supplements to that bundle already. Make a whole new bundle.";

/// Looks at the bundle that has gone out and leaves in the preview only what was not in it or has changed since.
///
/// # Errors
/// [`Error::Earlier`] with a sentence: not whole, no claim bundle, another claim or reader, nothing new.
pub(super) fn only_new(preview: &mut Preview, earlier: &Path) -> Result<Supplement> {
    let no = |why| Err(Error::Earlier(why));
    if !super::verify(earlier)?.whole {
        return no(NOT_WHOLE);
    }
    let read = verify::claim_json(earlier).map_err(|source| Error::Input { path: earlier.to_owned(), source })?;
    let Some(found) = read.and_then(|bytes| serde_json::from_slice::<Earlier>(&bytes).ok()) else {
        return no(NO_RECORD);
    };
    if found.record.claim.id != preview.claim.id.to_string() {
        return no(OTHER_CLAIM);
    }
    if found.audience != preview.audience.code() {
        return no(OTHER_READER);
    }
    let letter = match found.supplement.as_ref().map(|one| one.letter) {
        None => 'A',
        Some(last @ 'A'..='Y') => char::from(last as u8 + 1),
        Some(_) => return no(NO_LETTER),
    };
    let (to_date, to_pages, to_sha256) = (found.date, found.bundle.pages, found.bundle.sha256);
    let gone = gone(found.supplement, found.documents);
    keep_new(preview, &gone);
    if preview.sections.is_empty() {
        return no(NOTHING_NEW);
    }
    Ok(Supplement { letter, to_date, to_pages, to_sha256, gone })
}

/// All that has gone out, a document that went again as it was the last time.
fn gone(before: Option<EarlierSupplement>, documents: Vec<Document>) -> Vec<Gone> {
    let mut gone: Vec<Gone> = before
        .into_iter()
        .flat_map(|one| one.gone)
        .map(|one| Gone { reference: one.reference, files: one.files })
        .collect();
    for document in documents {
        let files = document.files.into_iter().map(|file| file.sha256).collect();
        gone.retain(|one| one.reference != document.reference);
        gone.push(Gone { reference: document.reference, files });
    }
    gone
}

fn keep_new(preview: &mut Preview, gone: &[Gone]) {
    let gone: HashMap<&str, HashSet<&str>> =
        gone.iter().map(|one| (one.reference.as_str(), one.files.iter().map(String::as_str).collect())).collect();
    let is_new = |picked: &Picked| match gone.get(picked.reference.to_string().as_str()) {
        None => true,
        Some(files) => picked.files.iter().any(|file| !files.contains(file.sha256.as_str())),
    };
    for section in &mut preview.sections {
        section.documents.retain(is_new);
    }
    preview.sections.retain(|section| !section.documents.is_empty());
}

/// Makes a model that of a supplement: the list of evidence names its own documents only. `claim.json` still holds the whole record.
pub(super) fn mark(model: &mut BundleModel, supplement: Supplement) {
    let here: HashSet<String> = model.documents().map(|(_, document)| document.reference.clone()).collect();
    model.evidence.retain(|row| here.contains(&row.reference));
    model.supplement = Some(supplement);
}
