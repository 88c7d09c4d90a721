//! Office documents, recordings and locked PDFs, made here byte by byte: their words, their length, their refusals.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{Cursor, Write};
use std::process::Command;

use recourse_intake::{Kind, ProblemCode, Reading};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn read(name: &str, bytes: &[u8]) -> Reading {
    common::worker().read(name, bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn words(reading: &Reading) -> String {
    reading.text.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n---\n")
}

/// A package of parts, as office documents are.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // OpenDocument wants its media type stored plainly, as the first part.
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a package").into_inner()
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn letter() -> Vec<u8> {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [<!ENTITY boom SYSTEM \"file:///etc/hostname\">]>\
         <w:document {WORD}><w:body>\
         <w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>\
         <w:r><w:t>Dear Ms Reed &amp; Co</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> &boom;&#163;250</w:t></w:r></w:p>\
         <w:p><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>\
         <w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>\
         <w:tc><w:p><w:r><w:t>Lost</w:t></w:r></w:p><w:p><w:r><w:t>since</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>twice</w:t>\
         </mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>"
    );
    let line = |words: &str| format!("<w:x {WORD}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:x>");
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &body),
        ("word/header1.xml", &line("Example Bank")),
        ("word/header2.xml", &line("Example Bank")),
        ("word/footnotes.xml", &line("See clause 4.")),
    ])
}

#[test]
fn a_letter_of_word_gives_its_words() {
    for (name, media_type) in [
        ("letter.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("letter.docm", "application/vnd.ms-word.document.macroenabled.12"),
    ] {
        let reading = read(name, &letter());
        assert_eq!((reading.kind, reading.media_type.as_str()), (Kind::Office, media_type));
        assert_eq!(reading.problem, None);
        let expected = "Dear Ms Reed & Co\t £250\nkept\nName\t\tLost since\nonce\n\nExample Bank\n\nSee clause 4.";
        assert_eq!(words(&reading), expected);
    }
}

#[test]
fn open_document_gives_its_words_and_cells() {
    let names = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\" xmlns:draw=\"d\"";
    let text = format!(
        "<office:document-content {names}><office:body><office:text><text:tracked-changes><text:p>gone</text:p>\
         </text:tracked-changes><text:h>Complaint</text:h><text:p>One<text:s text:c=\"3\"/>two<text:tab/>three<text:line-break/>four\
         <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p> a note</text:p></text:note-body>\
         </text:note></text:p></office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {names}><style:master-page><style:header><text:p>Page head</text:p></style:header>\
         </style:master-page></office:document-styles>"
    );
    let kind = "application/vnd.oasis.opendocument.text";
    let reading = read("x.odt", &package(&[("mimetype", kind), ("content.xml", &text), ("styles.xml", &styles)]));
    assert_eq!((reading.kind, reading.media_type.as_str(), &reading.problem), (Kind::Office, kind, &None));
    assert_eq!(words(&reading), "Complaint\nOne   two\tthree\nfour a note\n\n\nPage head");

    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let sheet = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name=\"Charges\">\
         <table:table-row>{}{}</table:table-row><table:table-row>\
         <table:table-cell office:date-value=\"2021-11-03\"><text:p>03/11/21</text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"2\"/>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/>\
         </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        cell("Day"),
        cell("What"),
        cell("£17")
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let reading = read("x.ods", &package(&[("mimetype", kind), ("content.xml", &sheet)]));
    assert_eq!(words(&reading), "Charges\nDay\tWhat\n2021-11-03\t\t\t£17");

    let slides = format!(
        "<office:document-content {names}><office:body><office:presentation><draw:page><text:p>First</text:p></draw:page>\
         <draw:page><text:p>Second</text:p></draw:page></office:presentation></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.presentation";
    let reading = read("x.odp", &package(&[("mimetype", kind), ("content.xml", &slides)]));
    assert_eq!((reading.pages, words(&reading).as_str()), (Some(2), "First\n---\nSecond"));

    let locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let kind = "application/vnd.oasis.opendocument.text";
    let parts = [("mimetype", kind), ("content.xml", "\u{1}\u{2}"), ("META-INF/manifest.xml", locked)];
    assert_eq!(read("x.odt", &package(&parts)).problem.map(|p| p.code), Some(ProblemCode::Locked));
}

/// A workbook of one sheet with these rows of XML.
fn workbook(rows: &str) -> Vec<u8> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package_rels = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    package(&[
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        (
            "_rels/.rels",
            &format!(
                "<Relationships {package_rels}><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook {main} xmlns:r=\"{office}\"><sheets><sheet name=\"Losses\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships {package_rels}><Relationship Id=\"b\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            &format!(
                "<styleSheet {main}><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet {main}><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

#[test]
fn a_workbook_gives_its_cells_in_rows_and_dates_as_dates() {
    let text = |place: &str, words: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"3\"><c r=\"A3\" s=\"1\"><v>44503</v></c><c r=\"C3\"><v>17.5</v></c>\
         <c r=\"D3\" s=\"2\"><v>44503.5</v></c><c r=\"E3\" t=\"b\"><v>1</v></c></row><row r=\"1048576\">{}</row>",
        text("A1", "Day"),
        text("C1", "Paid &amp; lost"),
        text("XFD1048576", "corner")
    );
    for name in ["losses.xlsx", "losses.xlsm"] {
        let reading = read(name, &workbook(&rows));
        assert_eq!((reading.kind, &reading.problem), (Kind::Office, &None));
        let all = words(&reading);
        let (table, corner) = all.rsplit_once('\n').expect("lines");
        assert_eq!(table, "Losses\nDay\t\tPaid & lost\n2021-11-03\t\t17.5\t2021-11-03 12:00:00\tTRUE");
        assert_eq!(corner.trim(), "corner");
    }
}

#[test]
fn slides_are_pages() {
    let slide =
        |words: &str| format!("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>");
    let parts: Vec<(String, String)> =
        (1..=10).map(|n| (format!("ppt/slides/slide{n}.xml"), slide(&format!("slide {n}")))).collect();
    let mut all = vec![("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")];
    all.extend(parts.iter().map(|(name, content)| (name.as_str(), content.as_str())));
    let reading = read("talk.pptx", &package(&all));
    assert_eq!((reading.pages, &reading.problem), (Some(10), &None));
    assert_eq!(reading.text[9].text, "slide 10");
}

#[test]
fn rich_text_gives_its_words() {
    let reading = read("letter.rtf", br"{\rtf1\ansi{\fonttbl{\f0 Arial;}}Dear Ms Reed\par caf\'e9}");
    assert_eq!((reading.kind, words(&reading).as_str()), (Kind::Office, "Dear Ms Reed\ncafé"));
}

#[test]
fn packages_made_to_do_harm_are_a_sentence() {
    let code = |name: &str, bytes: &[u8]| {
        let problem = read(name, bytes).problem.unwrap_or_else(|| panic!("{name} was read"));
        eprintln!("{name}: {:?} {}", problem.code, problem.sentence);
        problem.code
    };
    let bomb = format!("<w:document {WORD}>{}</w:document>", " ".repeat(120 << 20));
    assert_eq!(
        code("bomb.docx", &package(&[("[Content_Types].xml", ""), ("word/document.xml", &bomb)])),
        ProblemCode::TooLarge
    );
    let swollen = " ".repeat(40 << 20);
    assert_eq!(
        code("swollen.docx", &package(&[("[Content_Types].xml", ""), ("word/document.xml", &swollen)])),
        ProblemCode::TooLarge
    );
    let mut lie = letter();
    // The directory's uncompressed size of every part, made ten bytes less.
    let mut at = 0;
    while let Some(found) = lie[at..].windows(4).position(|four| four == b"PK\x01\x02") {
        at += found + 24;
        let size = u32::from_le_bytes(lie[at..at + 4].try_into().expect("four")).saturating_sub(10);
        lie[at..at + 4].copy_from_slice(&size.to_le_bytes());
    }
    assert_eq!(code("lie.docx", &lie), ProblemCode::Damaged);
    let mut overlap =
        package(&[("[Content_Types].xml", "one"), ("word/document.xml", "<a/>"), ("word/header1.xml", "<a/>")]);
    let directory: Vec<usize> = (0..overlap.len() - 4).filter(|at| overlap[*at..].starts_with(b"PK\x01\x02")).collect();
    let first = overlap[directory[1] + 42..directory[1] + 46].to_vec();
    overlap[directory[2] + 42..directory[2] + 46].copy_from_slice(&first);
    assert_eq!(code("overlap.docx", &overlap), ProblemCode::Damaged);
    let whole = letter();
    assert_eq!(code("cut.docx", &whole[..whole.len() / 2]), ProblemCode::Damaged);
    let nested = format!("<w:document {WORD}>{}<w:p><w:r><w:t>deep</w:t></w:r></w:p>", "<w:p>".repeat(200_000));
    assert_eq!(
        code("nested.docx", &package(&[("[Content_Types].xml", ""), ("word/document.xml", &nested)])),
        ProblemCode::Damaged
    );
    assert_eq!(code("old.doc", &compound("WordDocument")), ProblemCode::NotYet);
    assert_eq!(code("locked.docx", &compound("EncryptedPackage")), ProblemCode::Locked);
    assert_eq!(code("broken.xls", &compound("Workbook")), ProblemCode::Damaged);
}

/// The beginning of a compound file in whose directory this name stands.
fn compound(name: &str) -> Vec<u8> {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[0; 1024][..], &wide, &[0; 512]].concat()
}

fn wav(seconds: u32) -> Vec<u8> {
    let data = vec![0_u8; (8000 * 2 * seconds) as usize];
    let mut out = b"RIFF".to_vec();
    out.extend((36 + data.len() as u32).to_le_bytes());
    out.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    out.extend(8000_u32.to_le_bytes());
    out.extend(16_000_u32.to_le_bytes());
    out.extend(b"\x02\0\x10\0data");
    out.extend((data.len() as u32).to_le_bytes());
    [out, data].concat()
}

/// Frames of silence at 128 kbit/s and 44.1 kHz, with no header that says how many.
fn mp3(frames: usize) -> Vec<u8> {
    let mut frame = vec![0xFF, 0xFB, 0x90, 0xC4];
    frame.resize(417, 0);
    frame.repeat(frames)
}

fn iso_box(name: &[u8], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes()[..], name, content].concat()
}

/// A film of 12.5 seconds without a track that anybody knows.
fn film(brand: &[u8]) -> Vec<u8> {
    let mut header = vec![0; 100];
    header[12..16].copy_from_slice(&1000_u32.to_be_bytes());
    header[16..20].copy_from_slice(&12_500_u32.to_be_bytes());
    let kind = [brand, &[0, 0, 0, 0], brand].concat();
    [iso_box(b"ftyp", &kind), iso_box(b"mdat", &[7; 64]), iso_box(b"moov", &iso_box(b"mvhd", &header))].concat()
}

/// Mono AIFF at 8 kHz, which writes its rate as an 80-bit number.
fn aiff(seconds: u32) -> Vec<u8> {
    let frames = 8000 * seconds;
    let data = vec![0_u8; frames as usize * 2];
    let mut out = b"AIFFCOMM\0\0\0\x12\0\x01".to_vec();
    out.extend(frames.to_be_bytes());
    out.extend(b"\0\x10\x40\x0B\xFA\0\0\0\0\0\0\0SSND");
    out.extend((data.len() as u32 + 8).to_be_bytes());
    out.extend([0; 8]);
    out.extend(data);
    [b"FORM", &(out.len() as u32).to_be_bytes()[..], &out].concat()
}

#[test]
fn recordings_and_films_say_how_long_they_last() {
    let avi = {
        let mut head = b"RIFF\0\0\0\0AVI LIST\0\0\0\0hdrlavih\x38\0\0\0".to_vec();
        head.extend(40_000_u32.to_le_bytes());
        head.extend([0; 12]);
        head.extend(250_u32.to_le_bytes());
        head.extend([0; 64]);
        head
    };
    let amr = [b"#!AMR\n".to_vec(), [&[0x3C_u8][..], &[0; 31]].concat().repeat(150)].concat();
    for (name, bytes, kind, media_type, seconds) in [
        ("call.wav", wav(3), Kind::Audio, "audio/wav", 3.0),
        ("call.mp3", mp3(400), Kind::Audio, "audio/mpeg", 10.45),
        ("call.aiff", aiff(2), Kind::Audio, "audio/aiff", 2.0),
        ("call.amr", amr, Kind::Audio, "audio/amr", 3.0),
        ("film.mp4", film(b"isom"), Kind::Video, "video/mp4", 12.5),
        ("film.mov", film(b"qt  "), Kind::Video, "video/quicktime", 12.5),
        ("film.3gp", film(b"3gp4"), Kind::Video, "video/3gpp", 12.5),
        ("film.avi", avi, Kind::Video, "video/x-msvideo", 10.0),
    ] {
        let reading = read(name, &bytes);
        assert_eq!((reading.kind, reading.media_type.as_str(), &reading.problem), (kind, media_type, &None), "{name}");
        let length = reading.seconds.unwrap_or_else(|| panic!("{name} has no length"));
        assert!((length - seconds).abs() < 0.06, "{name}: {length}");
    }
    // A recording that breaks off may still be played: no length, no complaint.
    let cut = read("cut.mp4", &film(b"isom")[..40]);
    assert_eq!((cut.kind, cut.seconds, cut.problem), (Kind::Video, None, None));
}

/// A PDF of one page of words, with no more in it than a PDF needs.
fn pdf(words: &str) -> Vec<u8> {
    let content = format!("BT /F 18 Tf 72 700 Td ({words}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(out.len());
        out.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let start = out.len();
    out.extend(b"xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    out.extend(format!("trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    out
}

#[test]
fn a_locked_pdf_opens_with_its_password_only() {
    if !common::have("qpdf") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let plain = folder.path().join("plain.pdf");
    std::fs::write(&plain, pdf("Your reference is 4711")).expect("written");
    let worker = common::worker();
    for (bits, more) in
        [("40", &["--allow-weak-crypto"][..]), ("128", &["--allow-weak-crypto"]), ("128", &[]), ("256", &[])]
    {
        let locked = folder.path().join("locked.pdf");
        let aes = if bits == "128" && more.is_empty() { &["--use-aes=y"][..] } else { &[] };
        let made = Command::new("qpdf")
            .args(more)
            .args(["--encrypt", "open sesame", "the owner's", bits])
            .args(aes)
            .arg("--")
            .args([&plain, &locked])
            .output()
            .expect("qpdf runs");
        assert!(locked.exists(), "{bits}: {}", String::from_utf8_lossy(&made.stderr));
        let bytes = std::fs::read(&locked).expect("the file");
        let code = |reading: &Reading| reading.problem.as_ref().map(|problem| problem.code);
        assert_eq!(
            code(&worker.read("x.pdf", bytes.as_slice()).expect("a reading")),
            Some(ProblemCode::Locked),
            "{bits}"
        );
        let wrong = worker.read_with_password("open barley", bytes.as_slice()).expect("a reading");
        assert_eq!((code(&wrong), wrong.text.len()), (Some(ProblemCode::Locked), 0), "{bits}");
        for password in if bits == "256" { &["open sesame", "the owner's"][..] } else { &["open sesame"] } {
            let right = worker.read_with_password(password, bytes.as_slice()).expect("a reading");
            assert_eq!((code(&right), right.pages), (None, Some(1)), "{bits} {more:?} {password}");
            assert_eq!(words(&right).trim(), "Your reference is 4711", "{bits} {password}");
        }
        let page = worker.render_page_with_password("open sesame", 1, 400, bytes.as_slice()).expect("a page");
        let pixels = image::load_from_memory(&page.bytes).expect("decodes").to_luma8();
        assert!(pixels.pixels().any(|pixel| pixel[0] < 100), "the page is blank");
        assert!(worker.render_page(1, 400, bytes.as_slice()).is_err());
        std::fs::remove_file(&locked).expect("removed");
    }
}
