//! Office documents: the least that makes a ZIP one, and words that swell when they are read.

use std::fmt::Write as _;

use super::HostileFile;
use super::zip_files::{Entry, zip};

/// The entries around `poison` that make a ZIP a document of this kind; the first of `poison` becomes the entry that holds its words.
pub(super) fn dressed(kind: &str, poison: &[Entry]) -> Vec<Entry> {
    let open_xml = |main: &str| {
        vec![
            Entry::deflated("[Content_Types].xml", b"<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            Entry::deflated("_rels/.rels", format!("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{main}\"/></Relationships>").as_bytes()),
        ]
    };
    let open_document = |media_type: &str| vec![Entry::stored("mimetype", media_type.as_bytes())];
    let (before, main) = match kind {
        "docx" => (open_xml("word/document.xml"), "word/document.xml"),
        "xlsx" => {
            let mut entries = open_xml("xl/workbook.xml");
            entries.push(Entry::deflated("xl/workbook.xml", b"<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
            entries.push(Entry::deflated("xl/_rels/workbook.xml.rels", b"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
            (entries, "xl/worksheets/sheet1.xml")
        }
        "pptx" => (open_xml("ppt/presentation.xml"), "ppt/slides/slide1.xml"),
        "odt" => (open_document("application/vnd.oasis.opendocument.text"), "content.xml"),
        "ods" => (open_document("application/vnd.oasis.opendocument.spreadsheet"), "content.xml"),
        _ => (Vec::new(), "letter.txt"),
    };
    let (mut entries, mut place) = (before, 0);
    for entry in poison {
        let mut entry = entry.clone();
        if place == 0 || entry.name == b"x" {
            entry.name = main.into();
        }
        place += 1;
        entries.push(entry);
    }
    entries
}

pub(super) fn files() -> Vec<HostileFile> {
    let mut files = Vec::new();
    for (trick, words) in words() {
        for kind in ["docx", "xlsx", "odt"] {
            let bytes = zip(&dressed(kind, &[Entry::deflated("x", words.as_bytes())]));
            files.push(HostileFile::new("office", format!("{trick}.{kind}"), bytes));
        }
    }
    let wide = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/>\
         <sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\" t=\"s\"><v>{}</v></c></row></sheetData></worksheet>",
        u64::MAX
    );
    let bytes = zip(&dressed("xlsx", &[Entry::deflated("x", wide.as_bytes())]));
    files.push(HostileFile::new("office", "as-wide-as-can-be.xlsx", bytes));
    let rows = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:spreadsheet><table:table>\
         <table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"4294967295\" \
         office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let bytes = zip(&dressed("ods", &[Entry::deflated("x", rows.as_bytes())]));
    files.push(HostileFile::new("office", "four-billion-rows.ods", bytes));
    files.push(HostileFile::new("office", "deep.rtf", format!("{{\\rtf1{}", "{\\b ".repeat(200_000))));
    files
}

/// XML that is small on disk and endless when read.
fn words() -> Vec<(&'static str, String)> {
    let mut laughs = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"words \">".to_owned();
    for level in 1..30 {
        let _infallible = write!(laughs, "<!ENTITY l{level} \"{}\">", format!("&l{};", level - 1).repeat(10));
    }
    laughs.push_str("]><a>&l29;</a>");
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY o SYSTEM \"file:///etc/passwd\">]><a>&o;</a>";
    vec![
        ("deep", "<a>".repeat(500_000)),
        ("entities", laughs),
        ("entity-outside", outside.to_owned()),
        ("attributes", format!("<a {}/>", (0..100_000).map(|n| format!("a{n}=\"1\" ")).collect::<String>())),
        ("unclosed", format!("<a><![CDATA[{}", "words ".repeat(200_000))),
        ("nothing", String::new()),
    ]
}
