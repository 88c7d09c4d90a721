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
    let open_xml = find(first, b"[Content_Types].xml").is_some() || find(first, b"_rels/").is_some();
    for (folder, short, media_type) in [
        (&b"word/"[..], "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (&b"xl/"[..], "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (&b"ppt/"[..], "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ] {
        if open_xml && (find(first, folder).is_some() || ending == short) {
            return Sniffed::is(Kind::Office, media_type);
        }
    }
    Sniffed::is(Kind::Archive, "application/zip")
}

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
