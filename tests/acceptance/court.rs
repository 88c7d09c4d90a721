//! The whole bundle of a claim against the court's guidance, and in front of readers that nobody here wrote.

use std::fs;

use recourse_testkit::photo::Shot;
use recourse_testkit::sheet::{Face, Page, Sheet};
use recourse_tests::{have_tesseract, path_of, script};
use serde_json::Value;

use crate::terminal::{Terminal, prints, text};

/// Words of the letter that is scanned and photographed.
const IN_THE_LETTER: &str = "Okafor";

/// A PDF of one page that is only a JPEG, which was put into the scanner on its side.
fn scan(jpeg: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let mut object = |out: &mut Vec<u8>, head: &str, stream: &[u8]| {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n{head}\n", offsets.len()).bytes());
        if !stream.is_empty() {
            out.extend([b"stream\n", stream, b"\nendstream\n"].concat());
        }
        out.extend(b"endobj\n");
    };
    let content = b"q 595 0 0 842 0 0 cm /P Do Q";
    object(&mut out, "<</Type/Catalog/Pages 2 0 R>>", b"");
    object(&mut out, "<</Type/Pages/Count 1/Kids[3 0 R]>>", b"");
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>";
    object(&mut out, page, b"");
    object(&mut out, &format!("<</Length {}>>", content.len()), content);
    let picture = format!(
        "<</Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length {}>>",
        jpeg.len()
    );
    object(&mut out, &picture, jpeg);
    let start = out.len();
    out.extend(b"xref\n0 6\n0000000000 65535 f \n");
    for offset in &offsets {
        out.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

/// Width and height of a JPEG, from its frame header.
fn size_of(jpeg: &[u8]) -> (u32, u32) {
    let frame = jpeg.windows(2).position(|mark| mark == [0xFF, 0xC0]).expect("a frame header");
    let number = |at: usize| u32::from(jpeg[frame + at]) << 8 | u32::from(jpeg[frame + at + 1]);
    (number(7), number(5))
}

/// What the person has besides the sample: a scan, a photograph finer than a court wants, one taken sideways, a landscape sheet, a document with links of its own.
fn more_documents(person: &Terminal) {
    let letter = Shot::named("flat-150").unwrap().jpeg().unwrap();
    let (width, height) = size_of(&letter);
    fs::write(person.path("scan.pdf"), scan(&letter, width, height)).unwrap();
    fs::write(person.path("fine.jpg"), Shot::named("flat-300").unwrap().jpeg().unwrap()).unwrap();
    fs::write(person.path("sideways.jpg"), Shot::named("on-its-side-200").unwrap().jpeg().unwrap()).unwrap();
    let wide =
        Page::new(842.0, 595.0, 60.0, 80.0).lines(Face::Sans, 14.0, "A wide table of payments\nfrom left to right");
    fs::write(person.path("wide.pdf"), Sheet { title: "Wide", pages: vec![wide] }.bytes()).unwrap();
    fs::write(person.path("one.txt"), "The first of two texts.\n").unwrap();
    fs::write(person.path("two.txt"), "The second of two texts.\n").unwrap();
    person.does(&[
        "bundle",
        "--out",
        &person.at("linked.pdf"),
        "--title",
        "Linked",
        "--date",
        "2026-11-01",
        &person.at("one.txt"),
        &person.at("two.txt"),
    ]);
    let files = ["scan.pdf", "fine.jpg", "sideways.jpg", "wide.pdf", "linked.pdf"].map(|name| person.at(name));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    person.does(&[&["add", &person.vault()], &files[..]].concat());
}

/// The first page of the document with this title.
fn first_page(report: &Value, title: &str) -> usize {
    let documents = report["documents"].as_array().unwrap();
    let found = documents.iter().find(|document| document["title"].as_str().unwrap().contains(title));
    found.unwrap_or_else(|| panic!("{title} is not in {documents:#?}"))["first_page"].as_u64().unwrap() as usize
}

#[test]
fn the_bundle_keeps_the_courts_rules_and_every_reader_opens_it() {
    let person = Terminal::with_the_sample();
    more_documents(&person);
    let read = have_tesseract();
    if read {
        person.does(&["read", &person.vault()]);
    }
    let export = |out: &str| {
        let report = person.json(&["export", &person.vault(), "--out", &person.at(out), "--date", "2026-11-21"]);
        fs::write(person.path(&format!("{out}.json")), report.to_string()).unwrap();
        report
    };
    let report = export("out");
    let pdf = report["pdf"].as_str().unwrap().to_owned();
    if let Some(found) = script("court.py", &[&pdf, &person.at("out.json")]) {
        assert_eq!(found["problems"], serde_json::json!([]), "{found:#}");
        for count in ["numbered", "index links", "bookmarks", "upright", "pictures", "links"] {
            assert!(found["counts"][count].as_u64().unwrap() > 0, "{count}: {found:#}");
        }
        if read {
            assert_eq!(found["without_words"], serde_json::json!([]), "a page has no words to be found by");
        }
        let size = &found["sizes"][first_page(&report, "Wide") - 1];
        assert!(size[0].as_f64() > size[1].as_f64(), "a wide page stays wide: {size}");
    }

    let links = |path: &str, first: usize| -> Option<Vec<u64>> {
        let counts: Vec<u64> = serde_json::from_value(script("links.py", &[path])?[path].clone()).unwrap();
        Some(counts[first..].to_vec())
    };
    let linked = person.at("linked.pdf");
    if let (Some(before), Some(after)) = (links(&linked, 0), links(&pdf, first_page(&report, "Linked") - 1)) {
        assert!(before[0] > 0 && after.starts_with(&before), "{before:?} {after:?}");
    }

    let pages = |said: &str| said.split('\u{c}').map(str::to_owned).collect::<Vec<_>>();
    let poppler = pages(&prints("pdftotext", &[&pdf, "-"]));
    let mut readers = vec![("poppler", poppler)];
    let words = |found: Value| -> Vec<String> { serde_json::from_value(found["words"].clone()).unwrap() };
    if let Some(found) = script("readers.py", &[&pdf]) {
        readers.push(("PDFium", words(found)));
    }
    let pdfjs = path_of("ui/node_modules/pdfjs-dist/legacy/build/pdf.mjs");
    if pdfjs.is_file()
        && let Some(found) = script("readers.mjs", &[&text(&pdfjs), &pdf])
    {
        assert_eq!(found["complaints"], serde_json::json!([]), "pdf.js");
        readers.push(("pdf.js", words(found)));
    }
    readers.push(("mupdf", pages(&mupdf(&["-F", "txt"], &pdf))));
    mupdf(&["-r", "20"], &pdf);
    let total = report["pages"].as_u64().unwrap() as usize;
    for (reader, pages) in readers {
        let pages: Vec<&String> = pages.iter().take(total).collect();
        assert_eq!(pages.len(), total, "{reader}");
        for title in ["scan", "fine", "sideways"].into_iter().filter(|_| read) {
            let page = pages[first_page(&report, title) - 1];
            assert!(page.contains(IN_THE_LETTER), "{reader} does not find the words of the page of “{title}”:\n{page}");
        }
    }

    let again = export("again");
    for file in ["pdf", "zip"] {
        let bytes = |report: &Value| fs::read(report[file].as_str().unwrap()).unwrap();
        assert!(bytes(&report) == bytes(&again), "the {file} made again from the same record has other bytes");
    }
}

/// What mupdf makes of every page; it must not complain.
fn mupdf(words: &[&str], pdf: &str) -> String {
    let output =
        std::process::Command::new("mutool").args(["draw", "-q", "-o", "-"]).args(words).arg(pdf).output().unwrap();
    // Debian builds it without colour management, and it says so.
    let said = String::from_utf8_lossy(&output.stderr).replace("warning: ICC support is not available\n", "");
    assert!(output.status.success() && said.is_empty(), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
