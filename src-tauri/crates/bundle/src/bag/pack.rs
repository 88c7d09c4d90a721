//! Puts the bag together.

use super::error::BagError;
use super::info::{BAGIT, bag_info};
use super::layout::{bag_name, original_paths};
use super::readme::readme;
use super::record;
use super::streams::{Marked, Meter, sort_out};
use super::writer::{BagWriter, PackedFile};
use crate::model::{BundleModel, Document, FileSource, Redacted};
use crate::progress::Watch;
use crate::report::BuildReport;
use crate::whole::WholeFile;
use serde::Serialize;
use std::fs::File;
use std::path::Path;

/// A finished ZIP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BagReport {
    /// The one folder at the top of the ZIP.
    pub root: String,
    /// Every file in it, payload first.
    pub files: Vec<PackedFile>,
    /// SHA-256 of `tagmanifest-sha256.txt`. It stands for every byte of the bag, however it is zipped again.
    pub seal: String,
}

/// Writes the ZIP `out` with the finished bundle `pdf`, the originals and the record.
///
/// Originals are read once, hashed while they are written, and compared with the hash they had on arrival.
/// `out` appears only when it is whole.
///
/// # Errors
/// See [`BagError`]; nothing is left behind then.
pub fn pack(
    model: &BundleModel,
    build: &BuildReport,
    pdf: &Path,
    out: &Path,
    watch: Watch<'_>,
) -> Result<BagReport, BagError> {
    let root = bag_name(model);
    let paths = original_paths(model);
    let file = WholeFile::begin(out).map_err(BagError::Write)?;
    let mut bag = BagWriter::begin(file, root.clone(), model.date);
    let packed = model.documents().filter(|(_, document)| model.redacted(&document.reference).is_none());
    let originals: u64 = packed.flat_map(|(_, document)| &document.files).map(|file| file.size).sum();
    let mut meter = Meter::new(watch, originals + build.bytes);

    bag.bytes("README.txt", readme(model).as_bytes())?;
    bag.bytes("bagit.txt", BAGIT.as_bytes())?;
    add_pdf(&mut bag, build, pdf, &mut meter)?;
    for ((_, document), paths) in model.documents().zip(&paths) {
        for (file, path) in document.files.iter().zip(paths) {
            match model.redacted(&document.reference) {
                Some(redacted) => bag.bytes(path, withheld(redacted, file).as_bytes())?,
                None => add_original(&mut bag, document, file, path, &mut meter)?,
            }
        }
    }
    for (path, bytes) in record::files(model, build, &paths)? {
        bag.bytes(&path, &bytes)?;
    }
    let info = bag_info(model, bag.payload());
    bag.bytes("bag-info.txt", info.as_bytes())?;
    let (files, seal, whole) = bag.finish()?;
    whole.finish().map_err(BagError::Write)?;
    Ok(BagReport { root, files, seal })
}

/// What lies in place of an original.
fn withheld(redacted: &Redacted, file: &FileSource) -> String {
    let text = format!(
        "This note lies in place of an original of {}.\n{}\n\nSHA-256 of the original: {}\nSize in bytes: {}\nType: {}\n",
        redacted.reference,
        redacted.said.join("\n"),
        file.sha256,
        file.size,
        file.media_type,
    );
    text.replace('\n', "\r\n")
}

/// The finished bundle. It must be the one the report speaks of.
fn add_pdf(bag: &mut BagWriter, build: &BuildReport, pdf: &Path, meter: &mut Meter<'_>) -> Result<(), BagError> {
    let unreadable = |cause| BagError::Read { reference: "bundle".to_owned(), name: "bundle.pdf".to_owned(), cause };
    let mut from = Marked(File::open(pdf).map_err(unreadable)?);
    let tally = bag
        .stream("data/bundle.pdf", false, build.bytes, &mut from, |n| meter.add(n, "bundle.pdf"))
        .map_err(|e| sort_out(e, unreadable))?;
    if tally.sha256 == build.sha256 {
        Ok(())
    } else {
        Err(BagError::Changed { reference: "bundle".to_owned(), name: "bundle.pdf".to_owned() })
    }
}

fn add_original(
    bag: &mut BagWriter,
    document: &Document,
    file: &FileSource,
    path: &str,
    meter: &mut Meter<'_>,
) -> Result<(), BagError> {
    let unreadable = |cause| BagError::Read { reference: document.reference.clone(), name: file.name.clone(), cause };
    let mut from = Marked((file.open)().map_err(unreadable)?);
    let tally = bag
        .stream(path, squeezes(&file.media_type), file.size, &mut from, |n| meter.add(n, &file.name))
        .map_err(|e| sort_out(e, unreadable))?;
    if tally.sha256.eq_ignore_ascii_case(&file.sha256) {
        Ok(())
    } else {
        Err(BagError::Changed { reference: document.reference.clone(), name: file.name.clone() })
    }
}

/// Whether deflating is worth the time: pictures, PDF, sound and office files are packed already.
fn squeezes(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || media_type.starts_with("message/")
        || matches!(
            media_type,
            "application/json" | "application/xml" | "application/mbox" | "image/svg+xml" | "image/bmp" | "image/tiff"
        )
}
