//! Files that lie, loop, nest without end, or hide their content behind a space. None may crash; none may go blank in silence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod pdf_support;

use pdf_support::*;
use recourse_bundle::pdf::{
    Entry, PdfBytes, RasterLimits, Refused, RefusedKind, Trust, Way, inspect, ladder, rasterise,
    rewrite_with_second_engine,
};

fn isolate(way: Way, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    match way {
        Way::Raster => rasterise(bytes, RasterLimits::default()),
        _ => rewrite_with_second_engine(bytes),
    }
}

/// The trap that made blank pages without a word: white space between `stream` and the end of the line.
fn spaced() -> Vec<u8> {
    let source = one_page(&text("do not lose me"), "", "").build();
    let at = source.windows(7).position(|w| w == b"stream\n").unwrap() + 6;
    let mut bytes = source[..at].to_vec();
    bytes.extend(b"  ");
    bytes.extend(&source[at..]);
    bytes
}

/// A page whose content says it is compressed and is not.
fn unreadable() -> Vec<u8> {
    one_page("", "", "").stream(4, "/Filter/FlateDecode", "this was never compressed").build()
}

#[test]
fn blanks_after_the_word_stream_are_noticed_and_mended() {
    let bytes = PdfBytes::from(spaced());
    let found = inspect(&bytes).unwrap();
    let Trust::Doubtful(reasons) = &found.trust else { panic!("a blank page was trusted") };
    assert!(reasons.iter().any(|reason| reason.contains("content of page 1")), "{reasons:?}");
    let Entry::Pages { way, pdf, notes, .. } = ladder(&bytes, &mut isolate) else { panic!("it got in no way at all") };
    assert_eq!(way, Way::EngineOne);
    assert!(notes[0].contains("mended"), "{notes:?}");
    let out = merged(vec![pdf.as_slice().to_vec()]);
    assert_clean(&out);
    if let Some(texts) = page_texts(&out) {
        assert_eq!(texts, ["do not lose me\n1"]);
    }
}

#[test]
fn where_no_reader_finds_the_content_a_slip_sheet_says_so() {
    let mut failing = |_: Way, _: &[u8]| Err(Refused { kind: RefusedKind::Failed, reason: "worker stopped".into() });
    for mut isolate in [&mut failing as &mut dyn FnMut(Way, &[u8]) -> _, &mut isolate] {
        match ladder(&PdfBytes::from(unreadable()), &mut isolate) {
            Entry::SlipSheet(refused) => assert!(refused.reason.contains("content of page 1"), "{refused}"),
            Entry::Pages { way, .. } => panic!("a blank page got in by {way:?}"),
        }
    }
}

#[test]
fn a_sound_document_never_bothers_the_worker() {
    let mut asked = 0;
    let entry = ladder(&PdfBytes::from(pages("w", 2).build()), &mut |_, _| {
        asked += 1;
        Err(Refused { kind: RefusedKind::Failed, reason: String::new() })
    });
    assert!(matches!(entry, Entry::Pages { way: Way::EngineOne, ref notes, .. } if notes.is_empty()));
    assert_eq!(asked, 0);
}

#[test]
fn pages_become_pictures_of_their_displayed_size() {
    let source = one_page("1 0 0 rg 0 0 300 421 re f", "/Rotate 90", "").build();
    let drawn = rasterise(&source, RasterLimits { dpi: 36.0, ..RasterLimits::default() }).unwrap();
    let found = inspect(&PdfBytes::from(drawn.clone())).unwrap();
    assert!(found.is_sound(), "{:?}", found.trust);
    assert_eq!((found.pages[0].width, found.pages[0].height), (842.0, 595.0));
    assert!(contains(&drawn, "/DeviceRGB") && contains(&drawn, "/Width 421/"));
    assert_clean(&drawn);
}

#[test]
fn a_filter_nobody_knows_is_lost_content_and_the_number_is_seen_all_the_same() {
    let source = one_page("", "", "").stream(4, "/Filter/FlaetDecode", "(".repeat(40)).build();
    let found = inspect(&PdfBytes::from(source.clone())).unwrap();
    assert!(
        matches!(found.trust, Trust::Doubtful(ref reasons) if reasons[0].contains("content of page 1")),
        "{:?}",
        found.trust
    );
    if let Some(texts) = page_texts(&merged(vec![source])) {
        assert_eq!(texts, ["1"]);
    }
}

#[test]
fn circles_end() {
    let sources = [
        one_page(&text("w"), "/Annots 20 0 R", "/Outlines 21 0 R/AcroForm 22 0 R")
            .object(20, "[23 0 R 20 0 R 23 0 R]")
            .object(21, "<</First 21 0 R/Last 21 0 R/Title(x)/Next 21 0 R>>")
            .object(22, "<</Fields[23 0 R 24 0 R]>>")
            .object(
                23,
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/Kids[23 0 R 24 0 R]/Parent 24 0 R/P 3 0 R>>",
            )
            .object(24, "<</T(b)/Kids[23 0 R 24 0 R]/Parent 23 0 R>>"),
        one_page(&text("w"), "", "").object(2, "<</Type/Pages/Count 1/Kids[2 0 R 3 0 R 2 0 R]/Parent 2 0 R>>"),
        one_page(&text("w"), "/UserUnit 30 0 R/Group 31 0 R", "").object(30, "31 0 R").object(31, "30 0 R"),
    ];
    for source in sources {
        let out = merged(vec![source.build()]);
        assert_eq!(reread(&out).get_pages().len(), 1);
        if let Some(texts) = page_texts(&out) {
            assert_eq!(texts, ["w\n1"]);
        }
    }
}

#[test]
fn nesting_without_end_is_survived() {
    let deep = |open: &str, close: &str, times: usize| [open.repeat(times), close.repeat(times)].concat();
    for times in [150, 400, 60_000] {
        for (open, close) in [("[", "]"), ("<</A ", ">>"), ("[<</A ", ">>]")] {
            let source = one_page(&text("w"), "/Group 20 0 R", "").object(20, deep(open, close, times)).build();
            let bytes = PdfBytes::from(source);
            if let Entry::Pages { pdf, .. } = ladder(&bytes, &mut isolate) {
                let out = merged(vec![pdf.as_slice().to_vec()]);
                assert_eq!(reread(&out).get_pages().len(), 1, "{open} × {times}");
            }
        }
    }
}

#[test]
fn a_page_tree_that_repeats_itself_is_refused() {
    let mut source = one_page(&text("w"), "", "").object(2, "<</Type/Pages/Count 1/Kids[20 0 R]>>");
    for level in 20..40 {
        let next = format!("{} 0 R ", level + 1).repeat(10);
        source = source.object(level, format!("<</Type/Pages/Kids[{next}]>>"));
    }
    let source = source.object(40, "<</Type/Pages/Kids[3 0 R]>>").build();
    assert_eq!(inspect(&PdfBytes::from(source)).unwrap_err().kind, RefusedKind::TooDeep);
}

#[test]
fn rubbish_is_refused_in_words() {
    for bytes in [&b""[..], b"%PDF-1.7", b"hello", &[0xFF; 4096]] {
        match ladder(&PdfBytes::from(bytes.to_vec()), &mut isolate) {
            Entry::SlipSheet(refused) => assert!(refused.reason.ends_with('.'), "{refused}"),
            Entry::Pages { .. } => panic!("pages out of nothing"),
        }
    }
    let none = one_page("", "", "").object(2, "<</Type/Pages/Count 0/Kids[]>>").object(3, "null").build();
    assert_eq!(inspect(&PdfBytes::from(none)).unwrap_err().kind, RefusedKind::NoPages);
}

#[test]
fn a_wrong_page_count_is_noticed() {
    let source = pages("w", 2).object(2, "<</Type/Pages/Count 5/Kids[10 0 R 12 0 R]/MediaBox[0 0 9 9]>>").build();
    let found = inspect(&PdfBytes::from(source)).unwrap();
    assert!(
        matches!(found.trust, Trust::Doubtful(ref reasons) if reasons[0].contains("5 pages; 2")),
        "{:?}",
        found.trust
    );
}

#[test]
fn a_file_cut_anywhere_is_pages_or_a_reason() {
    let whole = pages("word", 3).build();
    for cut in (0..whole.len()).step_by(37) {
        if let Entry::Pages { pdf, .. } = ladder(&PdfBytes::from(whole[..cut].to_vec()), &mut isolate) {
            reread(&merged(vec![pdf.as_slice().to_vec()]));
        }
    }
}
