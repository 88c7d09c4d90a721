//! Real and broken PDFs of strangers: every one is in or refused with a reason, and the bundle of them all holds together.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod pdf_support;

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use pdf_support::*;
use recourse_bundle::pdf::{Entry, Part, PdfBytes, RasterLimits, Way, ladder, rasterise, rewrite_with_second_engine};
use recourse_testkit::readers::{complaints, pictures};

/// Page counts on which all three readers agreed.
fn agreed(corpus: &Path) -> HashMap<String, usize> {
    let table = std::fs::read_to_string(corpus.join("pdf-expected.tsv")).unwrap();
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row[3] == "3").map(|row| (row[0].to_owned(), row[1].parse().unwrap())).collect()
}

fn files(corpus: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(corpus.join("pdf")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "pdf"));
    files.sort();
    files
}

/// All documents that got in, with their files.
fn admitted(corpus: &Path) -> Vec<(PathBuf, Part, Way)> {
    let agreed = agreed(corpus);
    let mut parts = Vec::new();
    let mut wrong = Vec::new();
    for path in files(corpus) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = PdfBytes::from_file(&File::open(&path).unwrap()).unwrap();
        let mut isolate = |way: Way, bytes: &[u8]| match way {
            Way::Raster => rasterise(bytes, RasterLimits::default()),
            _ => rewrite_with_second_engine(bytes),
        };
        match ladder(&bytes, &mut isolate) {
            Entry::Pages { way, pdf, inspected, notes } => {
                if agreed.get(&name).is_some_and(|pages| *pages != inspected.pages.len()) {
                    wrong.push(format!(
                        "{name}: {} pages, the readers agree on {}",
                        inspected.pages.len(),
                        agreed[&name]
                    ));
                }
                if !notes.is_empty() {
                    println!("{name}: {way:?}: {}", notes.join(" "));
                }
                parts.push((path, Part { title: name, section: None, pdf: pdf.into(), inspected, stamp: true }, way));
            }
            Entry::SlipSheet(refused) => {
                println!("{name}: slip sheet: {refused}");
                assert!(refused.reason.len() > 10, "{name} has no reason");
                if agreed.contains_key(&name) && !refused.reason.contains("password") {
                    wrong.push(format!("{name}: {refused}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    parts
}

#[test]
fn every_file_is_in_or_refused_with_a_reason_and_the_bundle_holds_together() {
    let Some(corpus) = corpus() else { return };
    let admitted = admitted(&corpus);
    let links: usize = admitted.iter().map(|(_, part, _)| part.inspected.links).sum();
    let parts: Vec<Part> = admitted.iter().map(|(_, part, _)| part.clone()).collect();
    let assembly = assembly(parts, Vec::new());
    let (out, done) = bundle(&assembly);
    println!("{} documents, {} pages, {links} inner links", admitted.len(), done.pages);
    assert!(bundle(&assembly).0 == out, "the same input gives the same bytes");
    if let Some(texts) = page_texts(&out) {
        assert_eq!(texts.len(), done.pages);
        for (index, text) in texts.iter().enumerate() {
            // Fields and notes are drawn after the page, so the number is not always the last line.
            let number = (index + 1).to_string();
            assert!(text.lines().any(|line| line.split(' ').next_back() == Some(&number)), "page {number}: {text}");
        }
    }
    let reader = reread(&out);
    let annots = reader.objects.values().filter_map(|object| object.as_dict().ok());
    let kept = annots.filter(|dict| {
        dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Link") && dict.has(b"Dest")
    });
    assert_eq!(kept.count(), links);
}

#[test]
fn no_document_complains_more_in_the_bundle_than_alone() {
    let Some(corpus) = corpus() else { return };
    for (path, part, way) in admitted(&corpus) {
        let folder = tempfile::tempdir().unwrap();
        let merged = folder.path().join("b.pdf");
        let title = part.title.clone();
        std::fs::write(&merged, bundle(&assembly(vec![part], Vec::new())).0).unwrap();
        let (Some(before), Some(after)) = (complaints(&path), complaints(&merged)) else { return };
        assert!(after.len() <= before.len() || way != Way::EngineOne, "{title}: {after:#?} against {before:#?}");
    }
}

#[test]
fn the_first_two_pages_look_as_they_did() {
    let Some(corpus) = corpus() else { return };
    let admitted = admitted(&corpus);
    let parts: Vec<Part> = admitted.iter().map(|(_, part, _)| part.clone()).collect();
    let (out, done) = bundle(&assembly(parts, Vec::new()));
    let folder = tempfile::tempdir().unwrap();
    let merged = folder.path().join("b.pdf");
    std::fs::write(&merged, out).unwrap();
    let Some(ours) = pictures(&merged, 1, done.pages) else { return };
    assert_eq!(ours.len(), done.pages);
    let mut wrong = Vec::new();
    let mut compared = 0;
    for ((path, part, way), first) in admitted.iter().zip(&done.first_page_of_part) {
        // What poppler cannot open, or reads otherwise than the stand-in, says nothing about the copy.
        let Some(theirs) = pictures(path, 1, 2).filter(|_| *way == Way::EngineOne) else { continue };
        for (page, picture) in theirs.iter().enumerate().take(part.inspected.pages.len()) {
            compared += 1;
            let pixels = picture.different(&ours[first + page]);
            if pixels > 3 {
                wrong.push(format!("{} page {}: {pixels} pixels differ", part.title, page + 1));
            }
        }
    }
    println!("{compared} pages compared");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 100);
}
