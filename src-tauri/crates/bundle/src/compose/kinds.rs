//! What is done with a file of a given type.

use crate::model::{Content, Document, FileSource};
use crate::pages::pictures::is_picture;

/// How a file becomes pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handling {
    /// Its pages are copied.
    Pdf,
    /// It becomes a page in a run of pictures.
    Picture,
    /// Pictures made of it beforehand become pages in a run of pictures.
    StandIns,
    /// Its words are set.
    Words {
        /// Whether columns matter.
        mono: bool,
    },
    /// The content the caller gave already stands for it.
    Shown,
    /// It gets a slip sheet.
    Slip,
}

/// The way for a file of a document.
pub(super) fn way_in(document: &Document, file: &FileSource) -> Handling {
    match &document.content {
        Content::Files if !file.stand_ins.is_empty() => Handling::StandIns,
        content => handling(&file.media_type, content),
    }
}

/// The way for a file beside this content.
fn handling(media_type: &str, content: &Content) -> Handling {
    let mail = media_type == "message/rfc822"
        || media_type == "application/vnd.ms-outlook"
        || media_type == "application/mbox";
    let words = media_type.starts_with("text/") || media_type == "application/xhtml+xml";
    let office = media_type.starts_with("application/vnd.openxmlformats-officedocument.")
        || media_type.starts_with("application/vnd.oasis.opendocument.")
        || matches!(media_type, "application/vnd.ms-excel" | "application/rtf");
    let page = media_type == "multipart/related";
    match content {
        Content::Mail(_) if mail => Handling::Shown,
        Content::Text(_) if words || mail || office || page => Handling::Shown,
        _ if media_type == "application/pdf" => Handling::Pdf,
        _ if is_picture(media_type) => Handling::Picture,
        _ if media_type == "text/plain" => Handling::Words { mono: false },
        _ if media_type == "text/csv" => Handling::Words { mono: true },
        _ => Handling::Slip,
    }
}

/// Why a file of this type has no pages.
pub(super) fn why_slip(media_type: &str) -> String {
    let what = match media_type {
        "image/heic" | "image/heif" => "A photograph in the HEIC format",
        "text/html" | "application/xhtml+xml" | "multipart/related" => "A saved web page",
        "message/rfc822" | "application/vnd.ms-outlook" | "application/mbox" => "An e-mail that could not be read",
        m if m.starts_with("audio/") => "A sound recording",
        m if m.starts_with("video/") => "A film",
        m if m.contains("spreadsheet") || m.contains("ms-excel") => "A spreadsheet",
        m if m.contains("wordprocessing") || m == "application/msword" => "A word processor’s document",
        m if m.contains("zip") || m.contains("compressed") => "An archive",
        _ => "A file of this type",
    };
    format!("{what} cannot be shown as pages. The original is kept as it is.")
}
