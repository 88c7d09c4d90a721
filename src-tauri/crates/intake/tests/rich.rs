//! Mails, saved pages, tables and word processors' documents with their formatting; what is hidden, remote or made to do harm.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{Cursor, Write};
use std::path::PathBuf;

use recourse_domain::rich::{Align, Block, List, Look, Paragraph, Piece, Table};
use recourse_intake::rich::{Formatted, formatted};
use recourse_intake::worker::{Limits, WorkerError};
use recourse_intake::{Kind, ProblemCode, markup, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn page(html: &str) -> Formatted {
    formatted("page.html", format!("<!DOCTYPE html>{html}").as_bytes(), &[]).expect("a page")
}

fn blocks(html: &str) -> Vec<Block> {
    page(html).rich.blocks
}

fn paragraph(block: &Block) -> &Paragraph {
    match block {
        Block::Paragraph(paragraph) => paragraph,
        other => panic!("no paragraph: {other:?}"),
    }
}

fn table(blocks: &[Block]) -> &Table {
    let found = blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    found.unwrap_or_else(|| panic!("no table: {blocks:?}"))
}

/// Each run of a paragraph with its look.
fn runs(block: &Block) -> Vec<(&str, Look)> {
    let pieces = paragraph(block).pieces.iter();
    pieces
        .filter_map(|piece| if let Piece::Text(run) = piece { Some((run.text.as_str(), run.look)) } else { None })
        .collect()
}

#[test]
fn words_keep_how_they_look() {
    let found = blocks(
        "<h2>Your <i>data</i></h2><p>One <b>two</b>, <u>three</u> <s>four</s>\n <code>five</code> x<sup>2</sup></p>",
    );
    assert_eq!(paragraph(&found[0]).level, 2);
    let plain = Look::default();
    assert_eq!(
        runs(&found[1]),
        [
            ("One ", plain),
            ("two", Look { bold: true, ..plain }),
            (", ", plain),
            ("three", Look { underline: true, ..plain }),
            (" ", plain),
            ("four", Look { strike: true, ..plain }),
            (" ", plain),
            ("five", Look { mono: true, ..plain }),
            (" x", plain),
            ("2", Look { shift: 1, ..plain }),
        ]
    );
    let sizes = blocks(
        "<div style='font-size:14px'>Most of it is of this size.<br><span style='font-size:10px'>Small</span></div>",
    );
    assert_eq!(runs(&sizes[0])[1], ("Small", Look { size: 70, ..plain }));
}

#[test]
fn blanks_lines_and_gaps_stand_as_a_browser_sets_them() {
    let found = blocks(
        "<div> A  line\n<br>another </div><div>close</div><div><br></div><div>apart</div><p align=center>mid</p>",
    );
    let words: Vec<_> = found.iter().map(|block| (runs(block)[0].0, paragraph(block).close)).collect();
    assert_eq!(words, [("A line\nanother", false), ("close", true), ("apart", true), ("mid", false)]);
    assert_eq!(paragraph(&found[3]).align, Align::Center);
}

#[test]
fn lists_quotations_and_preformatted_words_are_blocks() {
    let found = blocks(
        "<ol start=3><li>three<ul><li>inner</ul><li><p>four</ol><blockquote>On Monday<blockquote>before</blockquote></blockquote><pre>a\n  b</pre><hr>",
    );
    let Block::List(List { ordered: true, start: 3, items }) = &found[0] else { panic!("{found:?}") };
    assert_eq!((items.len(), items[0].len()), (2, 2));
    let Block::Quote { blocks } = &found[1] else { panic!("{found:?}") };
    assert!(matches!(blocks[1], Block::Quote { .. }));
    assert_eq!(found[2], Block::Preformatted { text: "a\n  b".to_owned() });
    assert_eq!(found[3], Block::Rule);
}

#[test]
fn tables_of_data_stay_tables_and_those_that_hold_a_page_together_do_not() {
    let found = blocks(
        "<table><tr><td><table width=600><tr><td width=20></td><td><p>Dear Ms Reed</p>
         <table border=1><tr><th>What<th>When</tr><tr><td>Name<td rowspan=2>2021</tr><tr><td>Address</tr></table></td></tr></table></td></tr></table>",
    );
    assert_eq!(runs(&found[0])[0].0, "Dear Ms Reed");
    let inner = table(&found);
    assert_eq!((inner.columns, inner.head, inner.rows.len(), inner.ruled), (2, 1, 3, true));
    assert!(inner.rows[2][1].blocks.is_empty());
}

#[test]
fn what_is_hidden_is_left_out_and_counted() {
    let found = page(
        "<style>.pre{display:none} @media print{.kept{display:none}}</style><div class=pre>Three hidden words &zwnj;&nbsp;</div>
         <p class=kept>Seen<span style='font-size:0'> not this</span></p><img src=http://t.example/1 width=1 height=1 alt=pixel>
         <td style='max-height:0;overflow:hidden'>x</td>",
    );
    assert_eq!(found.rich.words().split_whitespace().collect::<Vec<_>>(), ["Seen", "x"]);
    assert_eq!(found.rich.notes, ["5 words that its own formatting hides are left out here. The original has them."]);
}

#[test]
fn links_are_shown_with_their_address_and_remote_pictures_with_their_words() {
    let found = page(
        "<p>See <a href='https://n.example/a?b=1&amp;c=2'>our page</a>, <a href='https://n.example/'>www.n.example</a>,
         <a href='mailto:a@n.example'>A@n.example</a>, <a href='#top'>top</a>, <a href='javascript:x()'>no</a>,
         <a href='https://n.example/a?b=1&amp;c=2'>again</a>. <img src='https://n.example/logo.png' alt='Our  logo' width=100></p>",
    );
    assert_eq!(found.rich.links, ["https://n.example/a?b=1&c=2"]);
    let pieces = &paragraph(&found.rich.blocks[0]).pieces;
    assert_eq!(pieces.iter().filter(|piece| **piece == Piece::Mark { number: 1 }).count(), 2);
    let missing = Piece::Missing { alt: "Our logo".to_owned(), why: "picture not loaded".to_owned() };
    assert!(pieces.contains(&missing), "{pieces:?}");
}

/// A red square of eight dots as PNG, in base64.
const SQUARE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4oaCAFTEMLQkA9D9CASwiP9AAAAAASUVORK5CYII=";

#[test]
fn the_pictures_of_a_mail_are_shown_where_they_stand() {
    let mail = format!(
        "From: a@n.example\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Before <img src=\"cid:one@n\" width=\"16\"> after</p><img src=cid:gone>\r\n\
         --b\r\nContent-Type: image/png\r\nContent-ID: <other@n>\r\nContent-Transfer-Encoding: base64\r\n\r\n{SQUARE}\r\n\
         --b\r\nContent-Type: image/png\r\nContent-ID: <one@n>\r\nContent-Transfer-Encoding: base64\r\n\r\n{SQUARE}\r\n--b--\r\n"
    );
    let found = formatted("m.eml", mail.as_bytes(), &[]).expect("a mail");
    assert_eq!(found.shown, [1], "the second attachment is in the page, the first is not");
    assert_eq!(found.pictures.len(), 1);
    let Piece::Picture(shown) = &paragraph(&found.rich.blocks[0]).pieces[1] else { panic!("{:?}", found.rich) };
    assert_eq!((shown.picture, shown.width, shown.height), (0, 12, 12));
    let why = "picture could not be shown".to_owned();
    assert!(paragraph(&found.rich.blocks[1]).pieces.contains(&Piece::Missing { alt: String::new(), why }));
}

#[test]
fn a_saved_page_shows_the_files_of_its_folder() {
    let square = square();
    let html = format!(
        "<img src='./A%20page_files/logo.png' alt=x><img src='data:image/png;base64,{SQUARE}'><img src='https://n.example/logo.png'>"
    );
    let beside: [(&str, &[u8]); 2] = [("style.css", b"p{}"), ("logo.png", &square)];
    let found = common::worker()
        .rich("page.html", html.as_bytes(), beside.iter().map(|(n, b)| ((*n).to_owned(), b.len() as u64, *b)).collect())
        .expect("a page");
    assert_eq!(found.shown, [1]);
    let kinds: Vec<bool> =
        paragraph(&found.rich.blocks[0]).pieces.iter().map(|piece| matches!(piece, Piece::Picture(_))).collect();
    assert_eq!(kinds, [true, true, false], "what lies elsewhere is not taken for a file of that name");
}

fn square() -> Vec<u8> {
    let mail = format!("From: a@b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n{SQUARE}");
    recourse_intake::mail::extract_part(mail.as_bytes(), 0).expect("its picture")
}

#[test]
fn pages_made_to_do_harm_end_as_a_sentence_or_as_a_page() {
    let worker = common::worker().with_limits(Limits { cpu_seconds: 4, ..Limits::default() });
    for (what, html) in [
        ("tables", "<table><tr><td>".repeat(10_000)),
        ("elements", "<b>".repeat(100_000)),
        ("divisions", "<div>".repeat(50_000) + "words"),
        ("lists", "<ul><li>".repeat(20_000)),
        ("parts", "<p>x".repeat(600_000)),
        ("columns", "<table><tr>".to_owned() + &"<td>x".repeat(100_000)),
        ("spans", "<table>".to_owned() + &"<tr><td colspan=60000 rowspan=60000>x".repeat(2_000)),
        ("styles", "<style>".to_owned() + &"a{".repeat(200_000) + "</style>x"),
        ("one long word", "x".repeat(50_000_000)),
    ] {
        match worker.rich::<&[u8]>("a.html", format!("<!DOCTYPE html>{html}").as_bytes(), Vec::new()) {
            Ok(found) => assert!(found.rich.words().len() < 2_000_000, "{what}"),
            Err(error) => {
                let problem = error.into_problem().unwrap_or_else(|error| panic!("{what}: {error}"));
                assert!(problem.sentence.ends_with('.'), "{what}: {problem}");
            }
        }
    }
    let plain = worker.rich::<&[u8]>("a.txt", &b"words"[..], Vec::new());
    assert!(matches!(plain, Err(WorkerError::Problem(problem)) if problem.code == ProblemCode::NotYet));
}

#[test]
fn every_word_of_the_plain_reading_is_in_the_formatted_one() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../organiser/sample");
    let corpus = std::env::var_os("RECOURSE_CORPUS").map(|folder| PathBuf::from(folder).join("mail"));
    let mut seen = 0;
    for folder in [Some(here), corpus].into_iter().flatten() {
        let mut files: Vec<_> = std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok).collect();
        files.sort_by_key(std::fs::DirEntry::path);
        for file in files {
            let name = file.file_name().to_string_lossy().into_owned();
            let bytes = std::fs::read(file.path()).expect("a file");
            let reading = read(&name, &bytes);
            let Some(html) = reading.html.as_deref().filter(|_| matches!(reading.kind, Kind::Mail | Kind::Html)) else {
                continue;
            };
            let found = formatted(&name, &bytes, &[]).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            if !found.rich.notes.is_empty() {
                continue;
            }
            seen += 1;
            let set = found.rich.words().replace(char::is_whitespace, "");
            // A picture that is seen needs no words in its place; they stand in brackets.
            let mut plain = markup::words(html);
            while let (Some(open), false) = (plain.find('['), found.pictures.is_empty()) {
                let end = plain[open..].find(']').map_or(plain.len(), |end| open + end + 1);
                plain.replace_range(open..end, " ");
            }
            // The plain reading puts marks of its own before items and round pictures.
            let marks = |word: &&str| word.chars().any(char::is_alphanumeric);
            for word in plain.split_whitespace().filter(marks) {
                let bare = word.trim_matches(['[', ']', '*', '>']);
                let number = bare.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok());
                assert!(number || set.contains(bare), "{name}: “{word}” is missing");
            }
        }
    }
    assert!(seen >= 3, "{seen} documents have formatting");
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // OpenDocument wants its media type stored plainly.
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a package").into_inner()
}

#[test]
fn a_word_document_keeps_headings_lists_tables_and_pictures() {
    let square = square();
    let styles = "<w:styles xmlns:w='w'><w:style w:styleId='U2'><w:name w:val='heading 2'/><w:rPr><w:b/></w:rPr></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>";
    let rels = "<Relationships><Relationship Id='r1' Type='x/hyperlink' Target='https://n.example/'/>\
        <Relationship Id='r2' Type='x/image' Target='media/one.png'/></Relationships>";
    let item = |depth: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = format!(
        "<w:document xmlns:w='w'><w:body><w:p><w:pPr><w:pStyle w:val='U2'/></w:pPr><w:r><w:t>Heading</w:t></w:r></w:p>\
         <w:p><w:r><w:t xml:space='preserve'>Plain </w:t></w:r><w:r><w:rPr><w:b/><w:i w:val='0'/></w:rPr><w:t>bold</w:t></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>\
         <w:hyperlink r:id='r1'><w:r><w:t> a link</w:t></w:r></w:hyperlink></w:p>\
         {}{}{}<w:p><w:r><w:t>Between</w:t></w:r></w:p>{}\
         <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:r><w:drawing><wp:extent cx='190500' cy='190500'/><a:blip r:embed='r2'/></w:drawing></w:r></w:p></w:body></w:document>",
        item(0, "one"),
        item(1, "inner"),
        item(0, "two"),
        item(0, "three"),
    );
    let footer = "<w:ftr xmlns:w='w'><w:p><w:r><w:t>Page foot</w:t></w:r></w:p></w:ftr>";
    let bytes = package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", body.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/_rels/document.xml.rels", rels.as_bytes()),
        ("word/media/one.png", &square),
        ("word/footer1.xml", footer.as_bytes()),
    ]);
    let found = formatted("a.docx", &bytes, &[]).expect("a document");
    let all = &found.rich.blocks;
    assert_eq!((paragraph(&all[0]).level, runs(&all[0])[0].0), (2, "Heading"));
    let looks: Vec<_> = runs(&all[1]).iter().map(|(words, look)| (*words, look.bold)).collect();
    assert_eq!(looks, [("Plain ", false), ("bold", true), (" a link", false)]);
    assert_eq!(found.rich.links, ["https://n.example/"]);
    let Block::List(first) = &all[2] else { panic!("{all:?}") };
    assert_eq!((first.ordered, first.start, first.items.len()), (true, 1, 2));
    assert!(matches!(&first.items[0][1], Block::List(List { ordered: false, .. })), "{first:?}");
    let Block::List(second) = &all[4] else { panic!("{all:?}") };
    assert_eq!(second.start, 3, "the numbers go on");
    let grid = table(all);
    assert_eq!((grid.columns, grid.head, grid.rows[0][0].span), (2, 1, 2));
    assert!(matches!(&paragraph(&all[6]).pieces[0], Piece::Picture(shown) if shown.width == 15));
    assert!(found.rich.words().ends_with("From its headers, footers, notes and comments:\nPage foot\n"));
}

#[test]
fn an_opendocument_text_keeps_its_formatting() {
    let body = "<office:document-content><office:automatic-styles><style:style style:name='T1'><style:text-properties fo:font-weight='bold'/></style:style>\
        <text:list-style style:name='L1'><text:list-level-style-number text:level='1'/></text:list-style></office:automatic-styles>\
        <office:body><office:text><text:h text:outline-level='1'>Heading</text:h><text:p>Plain <text:span text:style-name='T1'>bold</text:span><text:line-break/>\
        <text:a xlink:href='https://n.example/'>link</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noted</text:p></text:note-body></text:note></text:p>\
        <text:list text:style-name='L1'><text:list-item><text:p>one</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>A</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell><text:p>B</text:p></table:table-cell><table:table-cell><text:p>C</text:p></table:table-cell></table:table-row></table:table>\
        </office:text></office:body></office:document-content>";
    let bytes = package(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", body.as_bytes())]);
    let found = formatted("a.odt", &bytes, &[]).expect("a document");
    let all = &found.rich.blocks;
    assert_eq!((paragraph(&all[0]).level, runs(&all[0])[0].0), (1, "Heading"));
    assert!(runs(&all[1]).iter().any(|(words, look)| *words == "bold" && look.bold), "{all:?}");
    assert!(found.rich.words().contains("[Noted]"));
    assert!(matches!(&all[2], Block::List(List { ordered: true, .. })), "{all:?}");
    assert_eq!(table(all).rows.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
}
