//! Words that would keep the typesetter busy without end, and content of pages that swells: all of it ends, and nothing goes missing in silence.

use crate::support::{day, document, file};
use recourse_bundle::compose::{compose_files, in_process};
use recourse_bundle::model::{Content, TextPage};
use recourse_bundle::progress::unwatched;
use recourse_bundle::report::{BuildReport, Way};
use std::io::Write;
use tempfile::TempDir;

fn bundle_of(documents: Vec<(&str, String)>) -> BuildReport {
    let folder = TempDir::new().expect("a folder");
    let documents = documents
        .into_iter()
        .enumerate()
        .map(|(n, (title, text))| {
            let files = vec![file("words.txt", "text/plain", text.clone())];
            let content = Content::Text(TextPage { text, ..TextPage::default() });
            document(&format!("E-{n:03}"), title, files, content)
        })
        .collect();
    compose_files("Words", day(), documents, &folder.path().join("bundle.pdf"), &mut in_process, unwatched())
        .expect("a bundle")
}

#[test]
fn words_of_every_hostile_kind_are_set() {
    let report = bundle_of(vec![
        ("marks on one letter", format!("a{}", "\u{301}".repeat(60_000))),
        ("marks on every letter", format!("a{}", "\u{301}".repeat(40)).repeat(1_000)),
        ("no place to break", "\u{e9}".repeat(20_000)),
        ("nothing to see", "\u{200b}\u{200d}\u{ad}\u{feff}".repeat(10_000)),
        ("turns of direction", "\u{202e}words\u{2066}\u{2067}".repeat(3_000)),
        ("letters no font has", "\u{12000}".repeat(5_000)),
    ]);
    for document in &report.documents {
        assert_eq!(document.way, Way::Generated, "{document:?}");
        assert!((1..60).contains(&document.pages), "{document:?}");
    }
}

#[test]
fn words_without_end_are_printed_in_part_and_a_sheet_says_so() {
    let report = bundle_of(vec![("short lines", "x\n".repeat(2_000_000))]);
    let document = &report.documents[0];
    assert_eq!(document.way, Way::SlipSheet);
    assert!((50..300).contains(&document.pages), "{document:?}");
    assert!(document.reasons[0].contains("too many to be printed: the first "), "{document:?}");
    assert!(document.reasons[0].contains(" of 4000000 bytes"), "{document:?}");
}

#[test]
fn content_that_swells_is_not_unpacked_here() {
    let pack = |bytes: &[u8]| {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).expect("packed");
        packed.finish().expect("packed")
    };
    let blanks = pack(&vec![b' '; 65 << 20]);
    for (filter, content) in [("/FlateDecode", blanks.clone()), ("[/FlateDecode/FlateDecode]", pack(&blanks))] {
        let mut pdf =
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"
                .to_vec();
        pdf.extend(format!("4 0 obj<</Filter{filter}/Length {}>>stream\n", content.len()).bytes());
        pdf.extend(content);
        pdf.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n");
        let folder = TempDir::new().expect("a folder");
        let documents = vec![document("E-001", "A bomb", vec![file("a.pdf", "application/pdf", pdf)], Content::Files)];
        let mut asked = 0;
        let mut isolate = |_, _: &[u8]| {
            asked += 1;
            in_process(recourse_bundle::pdf::Way::Raster, b"not a PDF")
        };
        let out = folder.path().join("bundle.pdf");
        let report =
            compose_files("Swells", day(), documents, &out, &mut isolate, unwatched()).expect("a bundle").documents;
        assert_eq!((report[0].way, report[0].pages), (Way::SlipSheet, 1), "{report:?}");
        assert!(asked > 0, "the readers in a process of their own were not asked");
    }
}
