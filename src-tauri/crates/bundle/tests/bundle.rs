//! A small claim becomes a PDF, and outside programs agree with what it is said to be.

mod support;

use recourse_bundle::compose::{compose, in_process};
use recourse_bundle::progress::unwatched;
use recourse_bundle::report::{BuildReport, Way};
use std::path::Path;
use std::sync::OnceLock;
use support::{model, tool};
use tempfile::TempDir;

fn built() -> &'static (TempDir, BuildReport) {
    static BUILT: OnceLock<(TempDir, BuildReport)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = TempDir::new().expect("a folder");
        let report = make(&folder.path().join("bundle.pdf"));
        if let Some(keep) = std::env::var_os("RECOURSE_KEEP_BUNDLE") {
            std::fs::copy(folder.path().join("bundle.pdf"), keep).expect("a copy");
        }
        (folder, report)
    })
}

fn make(out: &Path) -> BuildReport {
    compose(&model(), out, &mut in_process, unwatched()).expect("a bundle")
}

#[test]
fn every_document_is_in_by_the_way_that_fits() {
    let (_, report) = built();
    let ways: Vec<(&str, Way, u32)> =
        report.documents.iter().map(|d| (d.reference.as_str(), d.way, d.pages)).collect();
    assert_eq!(
        ways,
        [
            ("N-001", Way::Generated, 1),
            ("N-002", Way::Generated, 1),
            ("E-001", Way::Generated, 2),
            ("E-002", Way::EngineOne, 3),
            ("E-003", Way::SlipSheet, 1),
            ("E-004", Way::SlipSheet, 1),
        ]
    );
}
