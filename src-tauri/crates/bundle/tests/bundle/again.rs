//! Originals are read once to be looked at and once more to be copied; in between they may change.

use crate::support::{day, document, file, pdf};
use recourse_bundle::compose::{ComposeError, compose_files, in_process};
use recourse_bundle::model::{Content, Document, FileSource, Opener};
use recourse_bundle::progress::unwatched;
use recourse_bundle::report::Way;
use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// A PDF that is opened as added the first time, and as `then` says from the second time on.
fn fickle(then: impl Fn() -> io::Result<Vec<u8>> + Send + Sync + 'static) -> Document {
    let (bytes, opened) = (pdf(2, "letter"), AtomicUsize::new(0));
    let steady = file("letter.pdf", "application/pdf", bytes.clone());
    let open: Opener = Arc::new(move || {
        let bytes = if opened.fetch_add(1, Ordering::Relaxed) == 0 { bytes.clone() } else { then()? };
        Ok(Box::new(Cursor::new(bytes)) as Box<dyn Read + Send>)
    });
    document("E-001", "Letter", vec![FileSource { open, ..steady }], Content::Files)
}

#[test]
fn an_original_that_changes_while_the_bundle_is_made_is_named_and_nothing_is_left() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("b.pdf");
    let documents = vec![fickle(|| Ok(pdf(2, "lettuce")))];
    let failed = compose_files("T", day(), documents, &out, &mut in_process, unwatched());
    assert!(
        matches!(&failed, Err(ComposeError::Changed { reference, name }) if reference == "E-001" && name == "letter.pdf"),
        "{failed:?}"
    );
    assert_eq!(folder.path().read_dir().expect("a folder").count(), 0);
}

#[test]
fn an_original_that_cannot_be_read_again_gets_a_slip_sheet() {
    let folder = TempDir::new().expect("a folder");
    let documents = vec![fickle(|| Err(io::Error::other("the disk was taken out")))];
    let report = compose_files("T", day(), documents, &folder.path().join("b.pdf"), &mut in_process, unwatched())
        .expect("a bundle");
    assert_eq!(report.documents[0].way, Way::SlipSheet);
    assert!(report.documents[0].reasons[0].contains("the disk was taken out"), "{:?}", report.documents[0].reasons);
}

#[test]
fn the_same_original_twice_is_written_once() {
    let scan = pdf(40, &"the same words ".repeat(40));
    let size = |references: &[&str]| {
        let folder = TempDir::new().expect("a folder");
        let files = || vec![file("scan.pdf", "application/pdf", scan.clone())];
        let documents =
            references.iter().map(|reference| document(reference, "Scan", files(), Content::Files)).collect();
        compose_files("T", day(), documents, &folder.path().join("b.pdf"), &mut in_process, unwatched())
            .expect("a bundle")
            .bytes
    };
    let (once, twice) = (size(&["E-001"]), size(&["E-001", "E-002"]));
    assert!(twice < once + scan.len() as u64 / 2, "{once} and {twice}");
}
