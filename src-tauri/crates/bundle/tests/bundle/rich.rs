//! Documents with their formatting: what is on the pages, which way they lie, and what happens where the typesetter does not take it.

use crate::support::{day, document, file, jpeg, tool};
use recourse_bundle::compose::{compose_files, in_process};
use recourse_bundle::model::{Attachment, Content, Document, Formatted, Formatting, MailPage, TextPage};
use recourse_bundle::progress::unwatched;
use recourse_bundle::report::{BuildReport, Way};
use recourse_domain::rich::{Align, Block, Cell, List, Look, Paragraph, Piece, Rich, Run, Shown, Table};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

struct Made {
    folder: TempDir,
    report: BuildReport,
}

impl Made {
    fn of(documents: Vec<Document>) -> Self {
        let folder = TempDir::new().expect("a folder");
        let out = folder.path().join("b.pdf");
        let report = compose_files("Rich", day(), documents, &out, &mut in_process, unwatched()).expect("a bundle");
        Self { folder, report }
    }

    fn pdf(&self) -> PathBuf {
        self.folder.path().join("b.pdf")
    }

    /// The words of some pages, in the order of reading.
    fn words(&self, first: u32, pages: u32) -> Option<String> {
        let (first, last) = (first.to_string(), (first + pages - 1).to_string());
        Some(tool("pdftotext", &[&"-f", &first, &"-l", &last, &self.pdf(), &"-"])?.1)
    }
}

fn run(text: &str, look: Look) -> Piece {
    Piece::Text(Run { text: text.to_owned(), look })
}

fn every_kind() -> Rich {
    let plain = Look::default();
    let looks = [
        Look { bold: true, ..plain },
        Look { italic: true, bold: true, ..plain },
        Look { strike: true, underline: true, ..plain },
        Look { mono: true, size: 60, ..plain },
        Look { link: true, shift: 1, ..plain },
    ];
    let mut pieces: Vec<Piece> = looks.iter().map(|look| run("#let x = [*words*] $a$ \\ ", *look)).collect();
    pieces.push(Piece::Mark { number: 1 });
    pieces.push(Piece::Missing { alt: "Our logo".to_owned(), why: "picture not loaded".to_owned() });
    pieces.push(Piece::Picture(Shown { picture: 0, width: 400, height: 300 }));
    let table = Table {
        columns: 3,
        head: 1,
        ruled: true,
        rows: vec![
            vec![Cell { span: 2, ..Cell::of("headcell") }, Cell::of("other")],
            vec![Cell::of("one"), Cell::default(), Cell { blocks: vec![Block::words("three"), Block::Rule], span: 1 }],
        ],
    };
    let mut deep = vec![Block::Table(table.clone()), Block::words("deepest")];
    for number in 0..8 {
        deep = if number % 2 == 0 {
            vec![Block::Quote { blocks: deep }]
        } else {
            vec![Block::List(List { ordered: number == 3, start: 7, items: vec![deep] })]
        };
    }
    let mut blocks = vec![
        Block::Paragraph(Paragraph { pieces, align: Align::Center, ..Paragraph::default() }),
        Block::Preformatted { text: "  kept   blanks\n".to_owned() + &"x".repeat(400) },
        Block::Rule,
        Block::Table(table),
    ];
    for level in 1..=6 {
        let pieces = vec![run(&format!("Heading{level}"), plain)];
        blocks.push(Block::Paragraph(Paragraph { pieces, level, ..Paragraph::default() }));
    }
    blocks.extend(deep);
    Rich { blocks, links: vec!["https://n.example/#a[b]".to_owned()], ..Rich::default() }
}

fn kept(rich: Rich, pictures: Vec<Arc<[u8]>>) -> Formatting {
    Formatting::Kept(Arc::new(Formatted { rich, pictures, shown: Vec::new() }))
}

fn mail(formatting: Formatting) -> Document {
    let page = MailPage {
        headers: vec![("From".to_owned(), "Notices <n@n.example>".to_owned())],
        body: "The plain words.".to_owned(),
        formatting,
        body_note: None,
        attachments: vec![Attachment {
            name: "list.csv".to_owned(),
            media_type: "text/csv".to_owned(),
            size: 20,
            reference: Some("E-002".to_owned()),
        }],
    };
    document(
        "E-001",
        "A mail",
        vec![file("m.eml", "message/rfc822", b"From: n@n.example\n\nx".to_vec())],
        Content::Mail(page),
    )
}

fn grid(columns: usize, rows: usize) -> Document {
    let cell = |row: usize, column: usize| Cell::of(&format!("r{row}c{column} and more"));
    let row = |row| (0..columns).map(|column| cell(row, column)).collect();
    let table = Table { columns, head: 1, ruled: true, rows: (0..rows).map(row).collect() };
    let formatting = kept(Rich { blocks: vec![Block::Table(table)], ..Rich::default() }, Vec::new());
    let page = TextPage { text: "r0c0".to_owned(), formatting, monospaced: true, ..TextPage::default() };
    document("E-002", "A table", vec![file("list.csv", "text/csv", b"r0c0\n".to_vec())], Content::Text(page))
}

#[test]
fn every_kind_of_block_is_set_and_nothing_is_read_as_markup() {
    let documents = || vec![mail(kept(every_kind(), vec![Arc::from(jpeg(40, 30))])), grid(3, 4)];
    let made = Made::of(documents());
    assert!(
        made.report.documents.iter().all(|one| one.reasons.is_empty() && one.way == Way::Generated),
        "{:?}",
        made.report
    );
    assert!(std::fs::read(made.pdf()).expect("one") == std::fs::read(Made::of(documents()).pdf()).expect("two"));
    let mail = &made.report.documents[0];
    let Some(words) = made.words(mail.first_page, mail.pages) else { return };
    for expected in [
        "Notices <n@n.example>",
        "#let x = [*words*] $a$ \\",
        "picture not loaded",
        "blanks",
        "headcell",
        "deepest",
        "Heading6",
        "https://n.example/#a[b]",
        "list.csv",
        "E-002",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(!words.contains("The plain words."), "it is not said twice");
}

#[test]
fn a_wide_table_lies_on_its_side_and_a_long_one_has_its_head_on_every_page() {
    let wide = Made::of(vec![grid(9, 30)]);
    let one = &wide.report.documents[0];
    let page = one.first_page.to_string();
    if let Some((_, said)) = tool("pdfinfo", &[&"-f", &page, &"-l", &page, &wide.pdf()]) {
        let size = said.lines().find(|line| line.contains("size")).expect("a size").to_owned();
        assert!(size.contains("841.89 x 595.276") || size.contains("rot: 90"), "{size}");
    }
    let long = Made::of(vec![grid(3, 1_200)]);
    let one = &long.report.documents[0];
    for page in one.first_page..one.first_page + one.pages {
        let Some(words) = long.words(page, 1) else { return };
        assert!(words.contains("r0c0"), "page {page}: {words}");
    }
    let words = long.words(one.first_page, one.pages).unwrap_or_default();
    assert!((0..1_200).all(|row| words.contains(&format!("r{row}c2 and more"))));
    assert_eq!(one.reasons, [] as [&str; 0]);
}

#[test]
fn formatting_that_cannot_be_set_leaves_the_words_and_is_named() {
    let broken = mail(kept(every_kind(), vec![Arc::from(&b"\x89PNG but broken"[..])]));
    let refused =
        Document { reference: "E-003".to_owned(), ..mail(Formatting::Left("It is nested too deeply.".to_owned())) };
    let made = Made::of(vec![broken, refused]);
    let reasons: Vec<&str> = made.report.documents.iter().map(|one| one.reasons[0].as_str()).collect();
    assert!(reasons[0].starts_with("Its formatting could not be set, so its words stand without it"), "{reasons:?}");
    assert_eq!(reasons[1], "It is nested too deeply.");
    assert!(made.report.documents.iter().all(|one| one.way == Way::Generated));
    if let Some(words) = made.words(1, made.report.pages) {
        assert_eq!(words.matches("The plain words.").count(), 2);
    }
}
