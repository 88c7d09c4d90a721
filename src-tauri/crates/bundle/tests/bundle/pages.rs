use crate::support::{built, day, document, file, jpeg, make_pdf, model, pdf, tool};
use lopdf::{Document as Pdf, Object};
use recourse_bundle::compose::{ComposeError, compose, compose_files, in_process};
use recourse_bundle::model::{Content, Opener, StandIn};
use recourse_bundle::progress::{Stage, unwatched};
use recourse_bundle::report::Way;
use std::collections::HashMap;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

#[test]
fn every_document_is_in_by_the_way_that_fits() {
    let ways: Vec<(&str, Way, u32)> =
        built().report.documents.iter().map(|d| (d.reference.as_str(), d.way, d.pages)).collect();
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
    assert!(built().report.documents.iter().all(|d| (d.way == Way::SlipSheet) != d.reasons.is_empty()));
}

#[test]
fn outside_programs_read_it() {
    let path = built().pdf();
    if let Some((sound, said)) = tool("qpdf", &[&"--check", &path]) {
        assert!(sound, "{said}");
    }
    let Some((_, said)) = tool("pdftotext", &[&"-layout", &path, &"-"]) else { return };
    let pages: Vec<&str> = said.trim_end_matches('\u{C}').split('\u{C}').collect();
    assert_eq!(pages.len(), built().report.pages as usize);
    for (i, page) in pages.iter().enumerate() {
        let printed = page.split_whitespace().last();
        assert_eq!(printed, Some((i + 1).to_string().as_str()), "the number on page {}", i + 1);
    }
    for words in [
        "It is not legal advice.",
        "a company that keeps records on our behalf",
        "1 item: marked as privileged.",
        "data/originals/E-003-cmd-call.m4a",
        "The notice does not say which data was involved.",
    ] {
        assert!(said.contains(words), "{words}");
    }
    assert!(!said.contains("Advice about the claim"), "what is held back is not named");
}

#[test]
fn every_index_link_lands_on_the_page_printed_beside_it() {
    let report = &built().report;
    let checked = follow_index(&built().pdf(), 3);
    let mut expected: Vec<u32> = report.documents.iter().map(|d| d.first_page).collect();
    expected.retain(|page| !checked.contains(page));
    assert_eq!(expected, [] as [u32; 0], "every document has a line; found {checked:?}");
}

#[test]
fn the_same_claim_gives_the_same_bytes() {
    let again = make_pdf();
    assert!(std::fs::read(built().pdf()).expect("one") == std::fs::read(again.pdf()).expect("two"));
    assert_eq!(built().report, again.report);
}

#[test]
fn characters_without_a_glyph_are_reported() {
    let missing: String = built().report.missing_glyphs.iter().map(|m| m.characters.as_str()).collect();
    assert!(missing.contains('🙂'), "{missing}");
    assert!(!missing.chars().any(|c| "Łódźŷرسالة".contains(c)), "{missing}");
}

#[test]
fn a_long_index_is_set_in_pieces_and_still_leads_right() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("long.pdf");
    let one = pdf(1, "Page");
    let documents = (1..=505)
        .map(|i| {
            document(
                &format!("D-{i:03}"),
                "A page",
                vec![file("one.pdf", "application/pdf", one.clone())],
                Content::Files,
            )
        })
        .collect();
    let report = compose_files("Long", day(), documents, &out, &mut in_process, unwatched()).expect("a bundle");
    let front = report.documents[0].first_page - 1;
    assert_eq!(report.pages, front + 505);
    assert!(front > 10);
    let checked = follow_index(&out, front);
    assert!(checked.contains(&report.pages), "the last line leads to the last page");
}

#[test]
fn a_stopped_build_leaves_nothing() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("bundle.pdf");
    let stop = |p: recourse_bundle::progress::Progress<'_>| {
        if p.stage == Stage::Joining { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let answer = compose(&model(), &out, &mut in_process, &stop);
    assert!(matches!(answer, Err(ComposeError::Stopped(_))));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn one_reference_for_two_documents_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let twin = || document("E-001", "One", vec![], Content::Files);
    let answer =
        compose_files("T", day(), vec![twin(), twin()], &folder.path().join("b.pdf"), &mut in_process, unwatched());
    assert!(matches!(answer, Err(ComposeError::Twice(r)) if r == "E-001"));
}

/// Three grey pictures of eight by eight in one file; the second is a reduced copy, the third is broken off.
fn tiff(whole: bool) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    for number in 0..3_u32 {
        let start = u32::try_from(out.len()).expect("small");
        let pixels = start + 2 + 9 * 12 + 4;
        let last = number == 2;
        let pixels = if last && !whole { 900_000 } else { pixels };
        let entries = [
            (254, u32::from(number == 1)),
            (256, 8),
            (257, 8),
            (258, 8),
            (259, 1),
            (262, 1),
            (273, pixels),
            (278, 8),
            (279, 64),
        ];
        out.extend(9_u16.to_le_bytes());
        for (tag, value) in entries {
            out.extend(u16::to_le_bytes(tag));
            out.extend([4, 0, 1, 0, 0, 0]);
            out.extend(u32::to_le_bytes(value));
        }
        out.extend(if last { 0 } else { start + 2 + 9 * 12 + 4 + 64 }.to_le_bytes());
        out.extend((0..64).map(|n| n * 4));
    }
    out
}

#[test]
fn every_picture_of_a_file_is_a_page_and_others_stand_in_where_it_cannot_be_read() {
    let folder = TempDir::new().expect("a folder");
    let mut photo = file("IMG_1.HEIC", "image/heic", b"not to be read here".to_vec());
    let open: Opener = Arc::new(|| Ok(Box::new(Cursor::new(jpeg(40, 30)))));
    photo.stand_ins = vec![StandIn { media_type: "image/jpeg".to_owned(), open }; 2];
    let mut gone = file("IMG_2.HEIC", "image/heic", b"nor this".to_vec());
    let open: Opener = Arc::new(|| Err(std::io::Error::other("This picture is broken.")));
    gone.stand_ins = vec![StandIn { media_type: "image/jpeg".to_owned(), open }];
    let documents = vec![
        document("E-001", "A fax", vec![file("fax.tif", "image/tiff", tiff(true))], Content::Files),
        document("E-002", "A cut fax", vec![file("cut.tif", "image/tiff", tiff(false))], Content::Files),
        document("E-003", "A photo", vec![photo], Content::Files),
        document("E-004", "Another", vec![gone], Content::Files),
    ];
    let out = folder.path().join("b.pdf");
    let report = compose_files("Pictures", day(), documents, &out, &mut in_process, unwatched()).expect("a bundle");
    let found: Vec<(u32, &[String])> = report.documents.iter().map(|one| (one.pages, one.reasons.as_slice())).collect();
    assert_eq!(found[0], (2, &[][..]));
    assert_eq!(found[1].0, 2, "one page and the sheet that says what is missing");
    assert_eq!(found[1].1, ["Of the 2 pictures in the file, these could not be read: 2."]);
    assert_eq!(found[2], (2, &[][..]));
    assert_eq!(found[3], (1, &["This picture is broken.".to_owned()][..]));
}

/// Follows the links of the index that has a number beside them, on the pages up to `last` (sampled when there are many).
/// Returns the pages they lead to.
fn follow_index(path: &Path, last: u32) -> Vec<u32> {
    let pdf = Pdf::load(path).expect("a PDF");
    let numbers: HashMap<_, _> = pdf.get_pages().into_iter().map(|(number, id)| (id, number)).collect();
    let mut links = Vec::new();
    for (number, id) in pdf.get_pages().into_iter().take(last as usize) {
        for annotation in pdf.get_page_annotations(id).expect("annotations") {
            let Ok(dest) = annotation.get(b"Dest").and_then(Object::as_array) else { continue };
            let target = numbers[&dest[0].as_reference().expect("a page")];
            let rect: Vec<f32> = annotation
                .get(b"Rect")
                .and_then(Object::as_array)
                .expect("a place")
                .iter()
                .map(|n| n.as_float().expect("a number"))
                .collect();
            links.push((number, rect, target));
        }
    }
    assert!(!links.is_empty());
    let step = links.len().div_ceil(40);
    let end = links.len() - 1;
    let mut found = Vec::new();
    for (i, (number, rect, target)) in links.into_iter().enumerate() {
        if i % step != 0 && i != end {
            continue;
        }
        let page = number.to_string();
        let at = |v: f32| v.round().to_string();
        let crop =
            [at(rect[0] - 2.0), at(842.0 - rect[3] - 1.0), at(rect[2] - rect[0] + 4.0), at(rect[3] - rect[1] + 2.0)];
        let Some((_, said)) = tool(
            "pdftotext",
            &[
                &"-layout", &"-r", &"72", &"-f", &page, &"-l", &page, &"-x", &crop[0], &"-y", &crop[1], &"-W",
                &crop[2], &"-H", &crop[3], &path, &"-",
            ],
        ) else {
            found.push(target);
            continue;
        };
        let first = said.lines().next().unwrap_or_default();
        if let Some(printed) = first.split_whitespace().last().and_then(|w| w.parse::<u32>().ok()) {
            assert_eq!(printed, target, "beside “{first}” on page {number}");
            found.push(target);
        }
    }
    found
}
