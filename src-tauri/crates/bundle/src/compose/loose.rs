//! A document made of a file as it lies on disk.

use crate::digest::copy_hashed;
use crate::model::{Content, Document, FileSource};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Bytes looked at to tell the type.
const HEAD: u64 = 1024;

/// A document of one file: its type by its first bytes, else by its name; hashed once.
///
/// # Errors
/// When the file cannot be read, or is not an ordinary file.
pub fn loose_document(path: &Path, reference: String, title: String) -> io::Result<Document> {
    let mut file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file"));
    }
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head)?;
    let media_type = by_bytes(&head);
    let tally = copy_hashed(&mut head.as_slice().chain(&mut file), &mut io::sink(), |_| Ok(()))?;
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let media_type = media_type.map_or_else(|| by_name(&name), ToOwned::to_owned);
    Ok(Document {
        reference,
        title,
        date_as_stated: String::new(),
        kind: String::new(),
        files: vec![FileSource::on_disk(path.to_owned(), name, media_type, tally.bytes, tally.sha256)],
        content: Content::Files,
    })
}

/// The type by the first bytes. The mark of a PDF may stand a little way in (ISO 32000-1, annex H, note 13).
fn by_bytes(head: &[u8]) -> Option<&'static str> {
    let starts = |mark: &[u8]| head.starts_with(mark);
    if starts(b"\xFF\xD8\xFF") {
        Some("image/jpeg")
    } else if starts(b"\x89PNG\r\n\x1A\n") {
        Some("image/png")
    } else if starts(b"GIF8") {
        Some("image/gif")
    } else if starts(b"II*\0") || starts(b"MM\0*") {
        Some("image/tiff")
    } else if starts(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else if head.get(4..8) == Some(b"ftyp") && matches!(head.get(8..11), Some(b"hei" | b"mif")) {
        Some("image/heic")
    } else if head.windows(5).any(|w| w == b"%PDF-") {
        Some("application/pdf")
    } else {
        None
    }
}

/// The type by the ending of the name.
fn by_name(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    match ending.as_deref() {
        Some("pdf") => "application/pdf",
        Some("txt" | "text" | "md" | "log") => "text/plain",
        Some("csv") => "text/csv",
        Some("tsv" | "tab") => "text/tab-separated-values",
        Some("htm" | "html") => "text/html",
        Some("mht" | "mhtml") => "multipart/related",
        Some("rtf") => "application/rtf",
        Some("xls") => "application/vnd.ms-excel",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        Some("ods") => "application/vnd.oasis.opendocument.spreadsheet",
        Some("eml") => "message/rfc822",
        Some("msg") => "application/vnd.ms-outlook",
        Some("mbox") => "application/mbox",
        Some("mp3" | "m4a" | "wav" | "ogg") => "audio/*",
        Some("mp4" | "mov" | "avi" | "mkv") => "video/*",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("doc") => "application/msword",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
    .to_owned()
}
