//! Words behind pages that are pictures: where they were read, found by other readers, and never seen.

use crate::support::{day, document, file, jpeg, jpeg_turned, pdf, tool};
use recourse_bundle::compose::{compose_files, in_process};
use recourse_bundle::model::{Content, Document, FileSource, PageWords, SeenWord, Wanted};
use recourse_bundle::progress::unwatched;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

fn word(text: &str, line: u32, left: f32, top: f32) -> SeenWord {
    SeenWord { text: text.into(), line, left, top, width: 0.2, height: 0.03 }
}

fn with_words(mut file: FileSource, pages: Vec<PageWords>) -> FileSource {
    file.words = Some(Arc::new(move |_| Ok(pages.clone())));
    file
}

fn bundle(documents: Vec<Document>) -> (TempDir, PathBuf, Vec<u32>) {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("b.pdf");
    let report = compose_files("Scans", day(), documents, &out, &mut in_process, unwatched()).expect("a bundle");
    (folder, out, report.documents.iter().map(|document| document.first_page).collect())
}

/// Words of a page with the middle of each, in points from the upper left corner, as poppler sees them.
fn seen(path: &Path, page: u32) -> Option<Vec<(String, f64, f64)>> {
    let page = page.to_string();
    let (_, out) = tool("pdftotext", &[&"-bbox", &"-f", &page, &"-l", &page, &path, &"-"])?;
    let side = |line: &str, name: &str| -> f64 {
        let from = line.find(name).expect("a place") + name.len() + 2;
        line[from..].split('"').next().expect("a number").parse().expect("a number")
    };
    let words = out.lines().filter(|line| line.contains("<word")).map(|line| {
        let text = line.split('>').nth(1).expect("a word").trim_end_matches("</word");
        let middle = |low: &str, high: &str| (side(line, low) + side(line, high)) / 2.0;
        (text.to_owned(), middle("xMin", "xMax"), middle("yMin", "yMax"))
    });
    Some(words.collect())
}

fn assert_near(found: &[(String, f64, f64)], text: &str, place: (f64, f64)) {
    let (_, x, y) =
        found.iter().find(|(word, ..)| word == text).unwrap_or_else(|| panic!("{text} is not in {found:?}"));
    assert!((x - place.0).abs() < 3.0 && (y - place.1).abs() < 3.0, "{text} at {x}, {y} instead of {place:?}");
}

/// A page of 200 by 100 points that is one grey picture, turned for display by so many degrees; its content leaves a state open.
fn scan(rotate: u16) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Rotate {rotate}/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>"),
        "<</Length 29>>\nstream\nq 200 0 0 100 0 0 cm q /P Do Q\nendstream".to_owned(),
        "<</Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 2>>\nstream\n@~\nendstream".to_owned(),
    ];
    let mut table = String::from("xref\n0 6\n0000000000 65535 f \n");
    for (number, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let start = out.len();
    out.extend(format!("{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

fn scanned(rotate: u16, words: Vec<SeenWord>) -> FileSource {
    with_words(file("scan.pdf", "application/pdf", scan(rotate)), vec![PageWords { page: 1, words }])
}

#[test]
fn a_scan_is_found_by_its_words_at_their_places_however_the_page_is_turned() {
    let documents = [0, 90, 180, 270].map(|rotate| {
        let words = vec![word("Dear", 1, 0.1, 0.2), word("Ruth", 1, 0.5, 0.2), word("thanks", 2, 0.1, 0.6)];
        document(&format!("E-{rotate:03}"), "A scan", vec![scanned(rotate, words)], Content::Files)
    });
    let (_folder, out, firsts) = bundle(documents.to_vec());
    if let Some((sound, said)) = tool("qpdf", &[&"--check", &out]) {
        assert!(sound && !said.contains("WARNING"), "{said}");
    }
    for (first, (width, height)) in
        firsts.into_iter().zip([(200.0, 100.0), (100.0, 200.0), (200.0, 100.0), (100.0, 200.0)])
    {
        let Some(found) = seen(&out, first) else { return };
        assert_near(&found, "Dear", (0.2 * width, 0.215 * height));
        assert_near(&found, "Ruth", (0.6 * width, 0.215 * height));
        assert_near(&found, "thanks", (0.2 * width, 0.615 * height));
    }
}

#[test]
fn words_that_were_read_upside_down_or_sideways_come_in_their_order() {
    let ways = [
        ("upside-down", [("first", 0.7, 0.8), ("second", 0.4, 0.8), ("third", 0.1, 0.8)]),
        ("downwards", [("first", 0.8, 0.05), ("second", 0.8, 0.35), ("third", 0.8, 0.65)]),
        ("upwards", [("first", 0.2, 0.65), ("second", 0.2, 0.35), ("third", 0.2, 0.05)]),
    ];
    let documents: Vec<Document> = ways
        .iter()
        .map(|(name, words)| {
            let (width, height) = if *name == "upside-down" { (0.2, 0.1) } else { (0.06, 0.3) };
            let words = words.iter().map(|(text, left, top)| SeenWord { width, height, ..word(text, 1, *left, *top) });
            let words = words.collect();
            document(name, "A scan", vec![scanned(0, words)], Content::Files)
        })
        .collect();
    let (_folder, out, firsts) = bundle(documents);
    for first in firsts {
        let page = first.to_string();
        let Some((_, said)) = tool("pdftotext", &[&"-raw", &"-f", &page, &"-l", &page, &out, &"-"]) else { return };
        let words: Vec<&str> = said.split_whitespace().filter(|word| word.len() > 2).collect();
        assert_eq!(words, ["first", "second", "third"], "{said}");
    }
}

#[test]
fn a_photograph_has_its_words_where_the_picture_stands() {
    let read = |page| PageWords { page, words: vec![word("corner", 1, 0.0, 0.0), word("middle", 2, 0.4, 0.485)] };
    let upright = with_words(file("1.jpg", "image/jpeg", jpeg(300, 400)), vec![read(1)]);
    let turned = with_words(file("2.jpg", "image/jpeg", jpeg_turned(400, 300, 6)), vec![read(1)]);
    let (_folder, out, firsts) =
        bundle(vec![document("E-001", "Two photographs", vec![upright, turned], Content::Files)]);
    for page in [firsts[0], firsts[0] + 1] {
        let Some(found) = seen(&out, page) else { return };
        // Both are shown 225 by 300 points large, at the top of a sheet of A4, 36 points below its edge.
        let left = (595.276 - 225.0) / 2.0;
        assert_near(&found, "corner", (left + 22.5, 36.0 + 4.5));
        assert_near(&found, "middle", (left + 112.5, 36.0 + 150.0));
    }
}

#[test]
fn words_behind_a_page_change_nothing_that_is_seen_and_come_out_the_same_each_time() {
    let words = || vec![word("Dear", 1, 0.1, 0.2), word("Łukasz🙂", 1, 0.5, 0.2)];
    let make = |words| bundle(vec![document("E-001", "A scan", vec![scanned(90, words)], Content::Files)]);
    let ((_one, with, firsts), (_two, again, _), (_three, without, _)) =
        (make(words()), make(words()), make(Vec::new()));
    assert!(fs::read(&with).expect("one") == fs::read(&again).expect("two"));
    let page = firsts[0].to_string();
    let picture = |path: &Path| tool("pdftoppm", &[&"-r", &"72", &"-f", &page, &"-l", &page, &"-gray", &path]);
    let (Some(one), Some(other)) = (picture(&with), picture(&without)) else { return };
    assert!(one == other, "the page looks otherwise with words behind it");
    let Some((_, said)) = tool("pdftotext", &[&"-raw", &"-f", &page, &"-l", &page, &with, &"-"]) else { return };
    assert!(said.contains("Dear") && said.contains("Łukasz"), "{said}");
}

#[test]
fn a_page_that_shows_its_own_words_gets_them_once() {
    let mut text = file("text.pdf", "application/pdf", pdf(2, "Question"));
    text.words = Some(Arc::new(|wanted| {
        let page = |page| PageWords { page, words: vec![word("Question", 1, 0.1, 0.2)] };
        Ok(if wanted == Wanted::All { vec![page(1), page(2)] } else { vec![page(2)] })
    }));
    let (_folder, out, firsts) = bundle(vec![document("E-001", "Text", vec![text], Content::Files)]);
    for (page, times) in [(firsts[0], 1), (firsts[0] + 1, 2)] {
        let page = page.to_string();
        let Some((_, said)) = tool("pdftotext", &[&"-f", &page, &"-l", &page, &out, &"-"]) else { return };
        assert_eq!(said.matches("Question").count(), times, "{said}");
    }
}

#[test]
fn words_that_cannot_be_fetched_leave_a_slip_sheet_that_says_so() {
    let mut scan = file("scan.pdf", "application/pdf", scan(0));
    scan.words = Some(Arc::new(|_| Err(std::io::Error::other("the records are closed"))));
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("b.pdf");
    let documents = vec![document("E-001", "A scan", vec![scan], Content::Files)];
    let report = compose_files("Scans", day(), documents, &out, &mut in_process, unwatched()).expect("a bundle");
    assert_eq!(
        report.documents[0].reasons,
        ["The words read on its pages could not be fetched: the records are closed"]
    );
}

#[test]
fn a_photograph_taken_upside_down_is_shown_upright_with_its_words_in_place() {
    // Three lines of three words that run from right to left and from the bottom up.
    let lines = (0..9_u8).map(|n| SeenWord {
        text: format!("word{n}"),
        line: u32::from(n / 3),
        left: 0.7 - 0.25 * f32::from(n % 3),
        top: 0.8 - 0.1 * f32::from(n / 3),
        width: 0.2,
        height: 0.03,
    });
    let photo =
        with_words(file("1.jpg", "image/jpeg", jpeg(300, 400)), vec![PageWords { page: 1, words: lines.collect() }]);
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("b.pdf");
    let documents = vec![document("E-001", "A photograph", vec![photo], Content::Files)];
    let report = compose_files("Scans", day(), documents, &out, &mut in_process, unwatched()).expect("a bundle");
    let said = &report.documents[0].reasons;
    assert_eq!(said, &["A picture is turned here so that its writing is upright; the original is as it was."]);
    let first = report.documents[0].first_page;
    let Some(found) = seen(&out, first) else { return };
    let left = (595.276 - 225.0) / 2.0;
    assert_near(&found, "word0", (left + 225.0 * 0.2, 36.0 + 300.0 * 0.185));
    let page = first.to_string();
    // The dark bar at the top of the picture as it is stored lies at its foot now.
    let lit = |y: &str| {
        let (_, said) = tool(
            "pdftoppm",
            &[
                &"-r", &"72", &"-f", &page, &"-l", &page, &"-x", &"250", &"-y", &y, &"-W", &"20", &"-H", &"1",
                &"-gray", &out,
            ],
        )?;
        Some(said.chars().rev().take(15).all(|c| c == '\u{fffd}' || u32::from(c) > 128))
    };
    assert_eq!((lit("50"), lit("325")), (Some(true), Some(false)));
}
