//! Telling apart the formats that live inside a ZIP or a compound file.

use super::{Kind, Sniffed, find};

/// Office documents are ZIP files; the names of their first entries give them away.
pub(super) fn by_entries(first: &[u8], ending: &str) -> Sniffed {
    // OpenDocument stores its media type, uncompressed, as the first entry (ODF 1.3 part 2, 3.3).
    for stated in [
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
    ] {
        if find(&first[..first.len().min(200)], stated.as_bytes()).is_some() {
            return Sniffed::is(Kind::Office, stated);
        }
    }
    let by_name = OPEN_XML.iter().find(|(short, ..)| *short == ending);
    let open_xml = find(first, b"[Content_Types].xml").is_some() || find(first, b"_rels/").is_some();
    let by_folder = OPEN_XML.iter().find(|(_, folder, _)| find(first, folder.as_bytes()).is_some());
    // Macros and templates have the folders of ordinary documents, so the name says which it is.
    match (by_name, by_folder) {
        (Some(named), Some(found)) if named.1 == found.1 => Sniffed::is(Kind::Office, named.2),
        (_, Some(found)) if open_xml => Sniffed::is(Kind::Office, found.2),
        (Some(named), None) if open_xml => Sniffed::is(Kind::Office, named.2),
        _ => Sniffed::is(Kind::Archive, "application/zip"),
    }
}

/// Endings of Office Open XML (ECMA-376), the folder that gives each away, and its media type. Of those with the same
/// folder the plain document stands first.
const OPEN_XML: &[(&str, &str, &str)] = &[
    ("docx", "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("docm", "word/", "application/vnd.ms-word.document.macroenabled.12"),
    ("dotx", "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
    ("xlsx", "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xlsm", "xl/", "application/vnd.ms-excel.sheet.macroenabled.12"),
    ("xlsb", "xl/", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("xltx", "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    ("pptx", "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("pptm", "ppt/", "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
    ("ppsx", "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.slideshow"),
];

/// Outlook messages and old Office documents are compound files; their directory holds UTF-16 names.
pub(super) fn by_compound_names(first: &[u8], ending: &str) -> Sniffed {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(first, &wide).is_some()
    };
    let outlook = "application/vnd.ms-outlook";
    if holds("__substg1.0_") || holds("__properties_version1.0") {
        return Sniffed::is(Kind::Mail, outlook);
    }
    if holds("EncryptedPackage") {
        let named = OPEN_XML.iter().find(|(short, ..)| *short == ending);
        return Sniffed::is(Kind::Office, named.map_or("application/x-ole-storage", |named| named.2));
    }
    if holds("WordDocument") {
        return Sniffed::is(Kind::Office, "application/msword");
    }
    if holds("Workbook") {
        return Sniffed::is(Kind::Office, "application/vnd.ms-excel");
    }
    if holds("PowerPoint Document") {
        return Sniffed::is(Kind::Office, "application/vnd.ms-powerpoint");
    }
    match ending {
        "msg" => Sniffed::is(Kind::Mail, outlook),
        "doc" => Sniffed::is(Kind::Office, "application/msword"),
        "xls" => Sniffed::is(Kind::Office, "application/vnd.ms-excel"),
        "ppt" => Sniffed::is(Kind::Office, "application/vnd.ms-powerpoint"),
        _ => Sniffed::is(Kind::Unknown, "application/x-ole-storage"),
    }
}
