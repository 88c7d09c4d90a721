//! The bundle as a whole: forms, layers, identical documents, locked ones, the same bytes again, stopping.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod pdf_support;

use std::ops::ControlFlow;
use std::process::Command;

use pdf_support::*;
use recourse_bundle::pdf::{AssembleError, LeftOut, PdfBytes, RefusedKind, assemble, inspect, inspect_all};

fn form() -> Vec<u8> {
    one_page(&text("form"), "/Annots[20 0 R 22 0 R]", "/AcroForm<</Fields[20 0 R 21 0 R]/DA(/Helv 10 Tf)/DR<</Font<</Helv 5 0 R>>>>/NeedAppearances true/XFA[]>>")
        .object(20, "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Alex)/Rect[72 500 300 520]/P 3 0 R/AA<</K<</S/JavaScript/JS(1)>>>>>>")
        .object(21, "<</FT/Sig/T(signed)/V<</Type/Sig/Contents<00>>>/Kids[22 0 R]>>")
        .object(22, "<</Type/Annot/Subtype/Widget/Parent 21 0 R/Rect[72 400 300 420]/P 3 0 R>>")
        .build()
}

#[test]
fn fields_of_two_documents_with_one_name_stay_apart() {
    let found = inspect(&PdfBytes::from(form())).unwrap();
    for what in [LeftOut::Signature, LeftOut::Xfa, LeftOut::Action] {
        assert!(found.left_out.contains(&(what, 1)), "{what:?} in {:?}", found.left_out);
    }
    assert!(found.left_out.contains(&(LeftOut::FormKept, 2)), "{:?}", found.left_out);
    let out = merged(vec![form(), pages("between", 1).build(), form()]);
    assert_clean(&out);
    assert!(!contains(&out, "/XFA") && !contains(&out, "JavaScript"));
    let Some((_, json)) = tool("qpdf", &["--json", "--json-key=acroform", "{}"], &out) else { return };
    for name in ["d1.name", "d1.signed", "d3.name", "d3.signed"] {
        assert!(json.contains(&format!("\"fullname\": \"{name}\"")), "{name} in {json}");
    }
    assert!(json.contains("\"needappearances\": true"), "{json}");
}

#[test]
fn what_a_document_hides_stays_hidden() {
    let layered = |state: &str| {
        one_page("/OC /L BDC BT /F1 12 Tf 72 700 Td (secret) Tj ET EMC BT /F1 12 Tf 72 600 Td (open) Tj ET", "", state)
            .object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/Properties<</L 20 0 R>>>>>>")
            .object(20, "<</Type/OCG/Name(Layer)>>")
            .build()
    };
    let shown = layered("/OCProperties<</OCGs[20 0 R]/D<</Order[20 0 R]>>>>");
    let hidden = layered("/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>");
    let based = layered("/OCProperties<</OCGs[20 0 R]/D<</BaseState/OFF>>>>");
    let out = merged(vec![shown, hidden, based]);
    assert_clean(&out);
    let reader = reread(&out);
    let layers = reader.catalog().unwrap().get(b"OCProperties").unwrap().as_dict().unwrap();
    let config = layers.get(b"D").unwrap().as_dict().unwrap();
    let length = |dict: &lopdf::Dictionary, key: &[u8]| dict.get(key).unwrap().as_array().unwrap().len();
    assert_eq!((length(layers, b"OCGs"), length(config, b"OFF"), length(config, b"Order")), (3, 2, 1));
}

#[test]
fn identical_documents_are_written_once_and_numbered_each() {
    let big = one_page(&text("copy"), "", "")
        .object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</I 9 0 R>>>>/Contents 4 0 R/Annots[8 0 R]>>")
        .object(8, "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>")
        .stream(9, "/Type/XObject/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceGray", vec![b'z'; 90_000])
        .build();
    let one = merged(vec![big.clone()]);
    let three = merged(vec![big.clone(), pages("other", 1).build(), big.clone(), big]);
    assert!(three.len() < one.len() + 10_000, "{} against {}", three.len(), one.len());
    assert_clean(&three);
    let reader = reread(&three);
    let pages: Vec<_> = reader.get_pages().into_values().collect();
    assert_eq!(pages.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
    for page in [0, 2, 3] {
        let annots = reader.get_dictionary(pages[page]).unwrap().get(b"Annots").unwrap().as_array().unwrap();
        let dest = reader.get_dictionary(annots[0].as_reference().unwrap()).unwrap().get(b"Dest").unwrap();
        assert_eq!(
            dest.as_array().unwrap()[0].as_reference().unwrap(),
            pages[page],
            "the link of each copy stays in it"
        );
    }
    if let Some(texts) = page_texts(&three) {
        assert_eq!(texts, ["copy\n1", "other 1\n2", "copy\n3", "copy\n4"]);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let make = || {
        let parts = (0..40)
            .map(|at| part(&format!("Part {at}"), if at % 3 == 0 { form() } else { pages("w", at + 1).build() }))
            .collect();
        bundle(&assembly(parts, Vec::new())).0
    };
    let first = make();
    for _ in 0..3 {
        assert!(make() == first);
    }
}

#[test]
fn a_lock_without_a_password_opens_and_one_with_a_password_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("plain.pdf");
    let source = one_page(
        &text("was locked"),
        "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 20 20]/Contents(a note \\(here\\))>>]",
        "",
    )
    .build();
    std::fs::write(&plain, source).unwrap();
    for (bits, extra) in
        [("128", "--use-aes=y"), ("256", "--allow-insecure"), ("128", "--use-aes=n"), ("40", "--print=y")]
    {
        for user in ["", "sesame"] {
            let locked = folder.path().join("locked.pdf");
            let status = Command::new("qpdf")
                .args(["--allow-weak-crypto", "--encrypt", user, "owner", bits, extra, "--"])
                .args([&plain, &locked])
                .status();
            let Ok(status) = status else { return println!("skipped: qpdf is not installed") };
            assert!(status.success(), "{bits} {extra}");
            let bytes = std::fs::read(&locked).unwrap();
            if user == "sesame" {
                assert_eq!(inspect(&PdfBytes::from(bytes)).unwrap_err().kind, RefusedKind::Encrypted);
                continue;
            }
            let out = merged(vec![bytes]);
            assert_clean(&out);
            assert!(contains(&out, "(a note \\(here\\))"), "strings are decrypted at {bits}");
            if let Some(texts) = page_texts(&out) {
                assert_eq!(texts, ["was locked\n1"]);
            }
        }
    }
}

#[test]
fn it_stops_when_told() {
    let parts = (0..20).map(|at| part(&format!("Part {at}"), pages("w", 2).build())).collect();
    let assembly = assembly(parts, Vec::new());
    let mut heard = Vec::new();
    let mut out = Vec::new();
    let stopped = assemble(&assembly, &mut out, &mut |done, total| {
        heard.push((done, total));
        if done >= 6 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped, Err(AssembleError::Cancelled)));
    assert_eq!(heard, [(2, 40), (4, 40), (6, 40)]);
}

#[test]
fn a_full_disk_is_an_error_and_nothing_hangs() {
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, buf: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(buf.len()).ok_or(std::io::ErrorKind::StorageFull)?;
            Ok(buf.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let parts = (0..30).map(|at| part(&format!("Part {at}"), pages("w", 3).build())).collect();
    let assembly = assembly(parts, Vec::new());
    let failed = assemble(&assembly, &mut Full(20_000), &mut |_, _| ControlFlow::Continue(()));
    assert!(matches!(failed, Err(AssembleError::Write(_))), "{failed:?}");
}

#[test]
fn the_properties_are_as_given() {
    let (out, _) = bundle(&assembly(vec![part("Only", pages("w", 1).build())], Vec::new()));
    let Some((_, info)) = tool("pdfinfo", &["{}"], &out) else { return };
    for line in [
        "Title:           Ashgrove v Example Bank",
        "Author:          A. Person",
        "CreationDate:    Thu Jan  1 00:00:00 1970",
        "PDF version:     1.7",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
}

#[test]
fn many_are_inspected_in_their_order() {
    let documents: Vec<PdfBytes> = (0..30)
        .map(|at| if at == 7 { b"rubbish".to_vec() } else { pages("w", at + 1).build() })
        .map(PdfBytes::from)
        .collect();
    let counts: Vec<Option<usize>> =
        inspect_all(&documents).into_iter().map(|found| Some(found.ok()?.pages.len())).collect();
    let expected: Vec<Option<usize>> = (0..30).map(|at| (at != 7).then_some(at + 1)).collect();
    assert_eq!(counts, expected);
}
