//! A whole export without a vault: `export FOLDER FILE…` makes `bundle.pdf` and `bundle.zip` in the folder, with cover, index and list of
//! evidence, and says how long each step took. For timing; `cargo xtask bench bundle` runs it.
#![allow(clippy::print_stdout, clippy::expect_used)]

use std::path::PathBuf;
use std::time::Instant;

use chrono::NaiveDate;
use recourse_bundle::bag::pack;
use recourse_bundle::compose::{compose, in_process, loose};
use recourse_bundle::model::{BundleModel, Document, EvidenceRow, Section};
use recourse_bundle::progress::unwatched;

fn main() {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = args.next().expect("FOLDER FILE…");
    let started = Instant::now();
    let paths: Vec<PathBuf> = args.collect();
    let mut documents = loose(&paths, unwatched()).expect("readable files").documents;
    (1..).zip(&mut documents).for_each(|(number, document)| name(document, number));
    let arrived = started.elapsed();
    let date = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let model = BundleModel {
        claimant: "A. Person".into(),
        organisation: "Northfold Society".into(),
        evidence: documents.iter().map(evidence).collect(),
        sections: vec![Section { title: "Letters and e-mails".into(), documents }],
        ..BundleModel::empty("Person and Northfold Society", date)
    };
    let pdf = folder.join("bundle.pdf");
    let made = compose(&model, &pdf, &mut in_process, unwatched()).expect("a bundle");
    let composed = started.elapsed();
    pack(&model, &made, &pdf, &folder.join("bundle.zip"), unwatched()).expect("a ZIP");
    println!(
        "{} pages: documents hashed on arrival {:.2?}, bundle.pdf {:.2?}, ZIP {:.2?}",
        made.pages,
        arrived,
        composed - arrived,
        started.elapsed() - composed
    );
}

fn name(document: &mut Document, number: usize) {
    document.reference = format!("E-{number:03}");
    document.title = format!("Letter number {number} about the breach");
    document.date_as_stated = format!("{} March 2024", 1 + number % 28);
    document.kind = "letter".into();
}

fn evidence(document: &Document) -> EvidenceRow {
    let file = &document.files[0];
    EvidenceRow {
        reference: document.reference.clone(),
        title: document.title.clone(),
        how_obtained: "By post".into(),
        added: "4 May 2024".into(),
        file_name: file.name.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
    }
}
