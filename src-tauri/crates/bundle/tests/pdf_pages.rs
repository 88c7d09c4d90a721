//! Pages: what they inherit, how they are turned, the number printed on them, and content that leaves things open.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod pdf_support;

use pdf_support::*;
use recourse_bundle::pdf::{PdfBytes, inspect};

#[test]
fn inherited_attributes_are_written_out_in_the_sources_own_characters() {
    let source = Builder::default()
        .object(1, "<</Type/Catalog/Pages 2 0 R>>")
        .object(2, "<</Type/Pages/Count 1/Kids[6 0 R]/MediaBox[0 0 400.00 300.125]/Rotate 90/Resources<</Font<</F1 5 0 R>>>>>>")
        .object(6, "<</Type/Pages/Parent 2 0 R/Count 1/Kids[3 0 R]/CropBox 7 0 R>>")
        .object(7, "[10 10 390.50 8 0 R]")
        .object(8, "290")
        .object(3, "<</Type/Page/Parent 6 0 R/Contents 4 0 R>>")
        .stream(4, "", "BT /F1 12 Tf 50 50 Td (inherited) Tj ET")
        .object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        .build();
    let found = inspect(&PdfBytes::from(source.clone())).unwrap();
    assert_eq!((found.pages[0].width, found.pages[0].height, found.pages[0].rotation), (280.0, 380.5, 90));
    assert!(found.is_sound() && found.pages[0].has_text_operators);
    let out = merged(vec![source]);
    assert!(contains(&out, "/MediaBox [0 0 400.00 300.125]/CropBox [10 10 390.50 290]/Rotate 90"));
    assert_clean(&out);
    if let Some(texts) = page_texts(&out) {
        assert_eq!(texts, ["inherited\n1"]);
    }
}

#[test]
fn the_number_is_upright_at_the_bottom_right_however_the_page_is_turned() {
    let turns = [
        "",
        "/Rotate 90",
        "/Rotate 180",
        "/Rotate 270",
        "/Rotate -90",
        "/CropBox[100 100 500 700]/Rotate 90",
        "/UserUnit 2",
    ];
    let parts = turns.iter().map(|turn| part("turned", one_page(&text("words"), turn, "").build())).collect();
    let mut assembly = assembly(parts, Vec::new());
    assembly.first_number = 1001;
    let (out, _) = bundle(&assembly);
    assert_clean(&out);
    let Some((_, words)) = tool("pdftotext", &["-bbox", "-cropbox", "{}", "-"], &out) else { return };
    // As displayed; the tool states the size before turning, and knows no user unit.
    let (upright, lying) = ((595.0, 842.0), (842.0, 595.0));
    let sizes = [upright, lying, upright, lying, lying, (600.0, 400.0), upright];
    let mut numbers = 0;
    for line in words.lines() {
        let value = |key: &str| -> f64 {
            let from = line.find(&format!("{key}=\"")).unwrap() + key.len() + 2;
            line[from..].split('"').next().unwrap().parse().unwrap()
        };
        if line.contains(">10") {
            let size: (f64, f64) = sizes[numbers];
            numbers += 1;
            let (left, right, top, bottom) = (value("xMin"), value("xMax"), value("yMin"), value("yMax"));
            assert!(right - left > bottom - top, "four digits in a row are wider than high: {line}");
            assert!(left > size.0 / 2.0 && right < size.0 && top > size.1 * 0.9 && bottom < size.1, "{size:?} {line}");
        }
    }
    assert_eq!(numbers, turns.len());
}

#[test]
fn content_that_leaves_things_open_does_not_swallow_the_number() {
    let open = [
        "q q 0.1 0 0 0.1 0 0 cm 0 0 5 5 re W n (left open) pop",
        "Q Q 3 0 0 3 0 0 cm Q",
        "/Span BMC BT /F1 12 Tf 72 700 Td (open text) Tj",
        "BT /F1 12 Tf 72 700 Td (whole) Tj ET q (an open string",
        "BT /F1 12 Tf 72 700 Td (whole) Tj ET [(an open",
        "",
    ];
    let out = merged(open.iter().map(|content| one_page(content, "", "").build()).collect());
    assert_clean(&out);
    let Some(texts) = page_texts(&out) else { return };
    for (index, text) in texts.iter().enumerate() {
        assert_eq!(text.lines().last(), Some((index + 1).to_string().as_str()), "page {}: {text:?}", index + 1);
    }
    assert_eq!(texts.len(), open.len());
    let Some((_, words)) = tool("pdftotext", &["-bbox", "{}", "-"], &out) else { return };
    // Wherever the source left its matrix, the number stands at the same height on all pages.
    let places: std::collections::BTreeSet<&str> = words
        .lines()
        .filter(|line| (1..=6).any(|n| line.contains(&format!(">{n}<"))))
        .filter_map(|line| line.split("yMax").nth(1)?.split('"').nth(1))
        .collect();
    assert_eq!(places.len(), 1, "{words}");
}

#[test]
fn what_is_not_a_stream_is_taken_out_of_the_contents() {
    let source = one_page("", "", "")
        .object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents[4 0 R null 9 0 R 5 0 R (x) 99 0 R 8 0 R]>>")
        .stream(4, "", "BT /F1 12 Tf 72 700 Td (first) Tj ET")
        .stream(8, "", "BT /F1 12 Tf 72 600 Td (second) Tj ET")
        .object(9, "42")
        .build();
    let out = merged(vec![source]);
    assert_clean(&out);
    if let Some(texts) = page_texts(&out) {
        assert_eq!(texts, ["first\nsecond\n1"]);
    }
}

#[test]
fn a_page_listed_twice_is_two_pages() {
    let source = pages("word", 2)
        .object(2, "<</Type/Pages/Count 3/Kids[10 0 R 12 0 R 10 0 R]/MediaBox[0 0 595 842]/Resources 6 0 R>>")
        .build();
    let found = inspect(&PdfBytes::from(source.clone())).unwrap();
    assert!(found.is_sound(), "{:?}", found.trust);
    let out = merged(vec![source]);
    assert_clean(&out);
    if let Some(texts) = page_texts(&out) {
        assert_eq!(texts, ["word 1\n1", "word 2\n2", "word 1\n3"]);
    }
}

#[test]
fn printed_number_label_and_page_agree_and_the_view_opens_at_full_size() {
    let out = merged(vec![pages("a", 40).build(), pages("b", 3).build()]);
    let reader = reread(&out);
    assert_eq!(reader.get_pages().len(), 43);
    let catalog = reader.catalog().unwrap();
    let labels = catalog.get(b"PageLabels").unwrap().as_dict().unwrap().get(b"Nums").unwrap().as_array().unwrap();
    let label = labels[1].as_dict().unwrap();
    assert_eq!(
        (
            labels[0].as_i64().unwrap(),
            label.get(b"S").unwrap().as_name().unwrap(),
            label.get(b"St").unwrap().as_i64().unwrap()
        ),
        (0, &b"D"[..], 1)
    );
    let open = catalog.get(b"OpenAction").unwrap().as_array().unwrap();
    assert_eq!(open[0].as_reference().unwrap(), reader.get_pages()[&1]);
    assert_eq!((open[1].as_name().unwrap(), open[4].as_float().unwrap()), (&b"XYZ"[..], 1.0));
    let Some(texts) = page_texts(&out) else { return };
    for (index, text) in texts.iter().enumerate() {
        assert_eq!(text.lines().last().unwrap(), (index + 1).to_string());
    }
}
