//! Links, bookmarks, and what must not travel.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod pdf_support;

use lopdf::{Dictionary, Document, Object};
use pdf_support::*;
use recourse_bundle::pdf::{AssembleError, LeftOut, PartLink, PdfBytes, assemble, inspect};

/// Links of a page: the number of the page each leads to, by another reader.
fn link_targets(reader: &Document, page: u32) -> Vec<u32> {
    let pages = reader.get_pages();
    let Ok(annots) = reader.get_dictionary(pages[&page]).unwrap().get_deref(b"Annots", reader) else {
        return Vec::new();
    };
    let number_of = |id| *pages.iter().find(|(_, page)| **page == id).unwrap().0;
    annots
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|annot| reader.get_dictionary(annot.as_reference().unwrap()).unwrap().get(b"Dest").ok())
        .map(|dest| number_of(dest.as_array().unwrap()[0].as_reference().unwrap()))
        .collect()
}

fn with_links(links: &[&str], catalog: &str) -> Builder {
    let annots: String = links.iter().map(|link| format!("<</Subtype/Link/Rect[0 0 9 9]{link}>>")).collect();
    pages("word", 3)
        .object(1, format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"))
        .object(10, "<</Type/Page/Parent 2 0 R/Contents 11 0 R/Annots 7 0 R>>")
        .object(7, format!("[{annots}]"))
}

#[test]
fn every_kind_of_inner_link_lands_on_its_page() {
    let links = [
        "/Dest[12 0 R/XYZ 0 800 null]",
        "/A<</S/GoTo/D[14 0 R/Fit]>>",
        "/Dest/old",
        "/A<</S/GoTo/D(new)>>",
        "/A 30 0 R",
        "/Dest<6465657>",
        "/Dest[1/Fit]",
    ];
    let source = with_links(&links, "/Dests<</old 31 0 R>>/Names<</Dests 32 0 R>>")
        .object(30, "<</S/GoTo/D<</D[12 0 R/FitH 5]>>>>")
        .object(31, "<</D[14 0 R/Fit]>>")
        .object(32, "<</Kids[33 0 R 34 0 R 32 0 R]>>")
        .object(33, "<</Names[(deep)[10 0 R/Fit](deep\\160)[12 0 R/Fit]]>>")
        .object(34, "<</Names[(new)<</D[12 0 R/Fit]>>]>>")
        .build();
    let found = inspect(&PdfBytes::from(source.clone())).unwrap();
    assert_eq!((found.links, &found.left_out[..]), (7, &[][..]));
    let out = merged(vec![pages("before", 5).build(), source]);
    assert_clean(&out);
    assert_eq!(link_targets(&reread(&out), 6), [7, 8, 8, 7, 7, 6, 7]);
    assert!(!contains(&out, "/GoTo"), "destinations are explicit");
}

#[test]
fn what_acts_on_the_outside_is_left_out_and_counted() {
    let links = [
        "/A<</S/URI/URI(https://example.org/)>>",
        "/A<</S/Launch/F(calc.exe)>>",
        "/A<</S/GoToR/F(other.pdf)/D[0/Fit]>>",
        "/A<</S/JavaScript/JS(app.alert\\(1\\))>>",
        "/A<</S/GoTo/D[12 0 R/Fit]/Next<</S/JavaScript/JS(2)>>>>",
        "/Dest(nowhere)",
        "/AA<</E<</S/SubmitForm/F(http://example.org)>>>>",
    ];
    let catalog = "/OpenAction<</S/JavaScript/JS(3)>>/AA<</WC<</S/JavaScript/JS(4)>>>>\
                   /Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(5)>>]>>/EmbeddedFiles<</Names[(f)40 0 R]>>>>";
    let source = with_links(&links, catalog)
        .object(40, "<</Type/Filespec/F(secret.txt)/EF<</F 41 0 R>>>>")
        .stream(41, "/Type/EmbeddedFile", "inside")
        .object(12, "<</Type/Page/Parent 2 0 R/Contents 13 0 R/AA<</O<</S/JavaScript/JS(6)>>>>/Annots[42 0 R]>>")
        .object(42, "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 40 0 R/AP<</N 43 0 R>>>>")
        .stream(43, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(elsewhere.pdf)/Page 0>>", "0 0 9 9 re f")
        .build();
    let found = inspect(&PdfBytes::from(source.clone())).unwrap();
    let count = |what| found.left_out.iter().find(|(kind, _)| *kind == what).map_or(0, |(_, count)| *count);
    assert_eq!(count(LeftOut::RemoteLink), 2);
    assert_eq!(count(LeftOut::Launch), 1);
    assert_eq!(count(LeftOut::JavaScript), 4);
    assert_eq!(count(LeftOut::EmbeddedFile), 2);
    assert_eq!(count(LeftOut::ExternalData), 1);
    assert_eq!(count(LeftOut::DeadLink), 1);
    let out = merged(vec![source]);
    assert_clean(&out);
    for word in [
        "JavaScript",
        "/JS",
        "Launch",
        "/URI",
        "GoToR",
        "SubmitForm",
        "secret.txt",
        "inside",
        "elsewhere",
        "example.org",
    ] {
        assert!(!contains(&out, word), "{word} travelled");
    }
    assert_eq!(link_targets(&reread(&out), 1), [2], "the link that also ran code keeps its target");
}

#[test]
fn the_index_links_to_the_page_it_means() {
    let parts = vec![
        part("Index", pages("index", 1).build()),
        part("One", pages("a", 4).build()),
        part("Two", pages("b", 2).build()),
    ];
    let link =
        |to_part, to_page| PartLink { from_part: 0, from_page: 0, rect: [72.0, 600.0, 500.0, 612.5], to_part, to_page };
    let links = vec![link(1, 0), link(2, 0), link(2, 1), link(1, 3)];
    let (out, done) = bundle(&assembly(parts.clone(), links));
    assert_clean(&out);
    assert_eq!(done.first_page_of_part, [0, 1, 5]);
    assert_eq!(link_targets(&reread(&out), 1), [2, 6, 7, 5]);
    let wrong = assembly(parts, vec![link(2, 2)]);
    let refused = assemble(&wrong, &mut Vec::new(), &mut |_, _| std::ops::ControlFlow::Continue(()));
    assert!(matches!(refused, Err(AssembleError::Link(0))), "{refused:?}");
}

/// Titles with their depth, and the page each leads to.
fn outline(reader: &Document) -> Vec<(usize, String, Option<u32>)> {
    fn walk(reader: &Document, node: &Dictionary, depth: usize, found: &mut Vec<(usize, String, Option<u32>)>) {
        let mut next = node.get(b"First").ok().cloned();
        while let Some(Object::Reference(id)) = next {
            let item = reader.get_dictionary(id).unwrap();
            let title = lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap();
            let page = item.get(b"Dest").ok().map(|dest| {
                let target = dest.as_array().unwrap()[0].as_reference().unwrap();
                *reader.get_pages().iter().find(|(_, page)| **page == target).unwrap().0
            });
            found.push((depth, title, page));
            walk(reader, item, depth + 1, found);
            next = item.get(b"Next").ok().cloned();
        }
    }
    let root = reader.catalog().unwrap().get_deref(b"Outlines", reader).unwrap().as_dict().unwrap().clone();
    let mut found = Vec::new();
    walk(reader, &root, 0, &mut found);
    found
}

#[test]
fn bookmarks_end_with_their_page_and_hold_the_documents_own() {
    let source = pages("word", 3)
        .object(1, "<</Type/Catalog/Pages 2 0 R/Outlines 20 0 R>>")
        .object(20, "<</First 21 0 R/Last 22 0 R>>")
        .object(21, "<</Title(Chapter \\(one\\))/Dest[12 0 R/Fit]/Next 22 0 R/First 23 0 R/Last 23 0 R/Count 1>>")
        .object(22, "<</Title<FEFF00C900740061007400>/A<</S/URI/URI(http://example.org)>>/Next 21 0 R>>")
        .object(23, "<</Title(Below)/Dest[14 0 R/XYZ 0 0 0]>>")
        .build();
    let mut parts = vec![
        part("Cover", pages("cover", 1).build()),
        part("Letter of 3 May", source),
        part("Café notes", pages("n", 1).build()),
    ];
    parts[0].section = None;
    parts[2].section = Some("Notes".into());
    let (out, _) = bundle(&assembly(parts, Vec::new()));
    assert_clean(&out);
    let expected = [
        (0, "Cover p.1", Some(1)),
        (0, "Documents p.2", Some(2)),
        (1, "Letter of 3 May p.2", Some(2)),
        (2, "Chapter (one)", Some(3)),
        (3, "Below", Some(4)),
        (2, "État", None),
        (0, "Notes p.5", Some(5)),
        (1, "Café notes p.5", Some(5)),
    ];
    let found = outline(&reread(&out));
    let found: Vec<(usize, &str, Option<u32>)> =
        found.iter().map(|(depth, title, page)| (*depth, title.as_str(), *page)).collect();
    assert_eq!(found, expected);
}
