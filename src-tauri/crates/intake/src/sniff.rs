//! What a file is, told by its bytes; its name only breaks a tie.

mod text;
mod zipped;

use std::fmt;

use serde::{Deserialize, Serialize};

/// As many first bytes as [`sniff`] can make use of.
pub const SNIFF_BYTES: usize = 64 * 1024;

/// A media type ("application/pdf"), lower case, without parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MediaType(String);

impl MediaType {
    /// Keeps the `type/subtype` of what is given; anything that is not one becomes `application/octet-stream`.
    #[must_use]
    pub fn new(stated: &str) -> Self {
        let word = stated.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let token = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
        };
        match word.split_once('/') {
            Some((family, name)) if word.len() <= 120 && token(family) && token(name) => Self(word),
            _ => Self("application/octet-stream".to_owned()),
        }
    }

    /// The words of the type.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The family a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One mail (`.eml`, `.msg`) or a whole mailbox, which reading tells apart.
    Mail,
    /// A PDF document.
    Pdf,
    /// A still picture.
    Picture,
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// Rows and columns as text (CSV, TSV).
    Table,
    /// A word processor's, spreadsheet's or presentation's document.
    Office,
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
    /// Files packed into one.
    Archive,
    /// None of these.
    Unknown,
}

/// The outcome of [`sniff`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The media type.
    pub media_type: MediaType,
    /// The family.
    pub kind: Kind,
}

impl Sniffed {
    fn is(kind: Kind, media_type: &str) -> Self {
        Self { media_type: MediaType(media_type.to_owned()), kind }
    }
}

/// Tells what a file is from its first bytes ([`SNIFF_BYTES`] are enough, more does no harm); the ending of
/// `name_hint` decides only between types whose bytes look alike. Compares bytes and parses nothing, so it is safe
/// outside a worker.
#[must_use]
pub fn sniff(name_hint: &str, first: &[u8]) -> Sniffed {
    let ending = ending(name_hint);
    by_magic(first, &ending).unwrap_or_else(|| text::by_words(first, &ending))
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn at(first: &[u8], offset: usize, magic: &[u8]) -> bool {
    first.get(offset..).is_some_and(|rest| rest.starts_with(magic))
}

fn by_magic(first: &[u8], ending: &str) -> Option<Sniffed> {
    let simple: &[(&[u8], Kind, &str)] = &[
        (b"\xFF\xD8\xFF", Kind::Picture, "image/jpeg"),
        (b"\x89PNG\r\n\x1A\n", Kind::Picture, "image/png"),
        (b"GIF87a", Kind::Picture, "image/gif"),
        (b"GIF89a", Kind::Picture, "image/gif"),
        (b"II*\0", Kind::Picture, "image/tiff"),
        (b"MM\0*", Kind::Picture, "image/tiff"),
        (b"caff", Kind::Audio, "audio/x-caf"),
        (b"\x30\x26\xB2\x75\x8E\x66\xCF\x11", Kind::Video, "video/x-ms-asf"),
        (b"fLaC", Kind::Audio, "audio/flac"),
        (b"ID3", Kind::Audio, "audio/mpeg"),
        (b"#!AMR", Kind::Audio, "audio/amr"),
        (b"\x1F\x8B", Kind::Archive, "application/gzip"),
        (b"7z\xBC\xAF\x27\x1C", Kind::Archive, "application/x-7z-compressed"),
        (b"Rar!\x1A\x07", Kind::Archive, "application/vnd.rar"),
        (b"BZh", Kind::Archive, "application/x-bzip2"),
        (b"\xFD7zXZ\0", Kind::Archive, "application/x-xz"),
        (b"\x28\xB5\x2F\xFD", Kind::Archive, "application/zstd"),
        (b"{\\rtf", Kind::Office, "application/rtf"),
    ];
    for (magic, kind, media_type) in simple {
        if at(first, 0, magic) {
            return Some(Sniffed::is(*kind, media_type));
        }
    }
    if at(first, 0, b"BM") && at(first, 6, &[0, 0, 0, 0]) {
        return Some(Sniffed::is(Kind::Picture, "image/bmp"));
    }
    if at(first, 0, b"RIFF") {
        return match first.get(8..12) {
            Some(b"WEBP") => Some(Sniffed::is(Kind::Picture, "image/webp")),
            Some(b"WAVE") => Some(Sniffed::is(Kind::Audio, "audio/wav")),
            Some(b"AVI ") => Some(Sniffed::is(Kind::Video, "video/x-msvideo")),
            _ => None,
        };
    }
    if at(first, 0, b"FORM") && (at(first, 8, b"AIFF") || at(first, 8, b"AIFC")) {
        return Some(Sniffed::is(Kind::Audio, "audio/aiff"));
    }
    if at(first, 0, b"OggS") {
        let film = ending == "ogv" || find(&first[..first.len().min(128)], b"theora").is_some();
        return Some(if film { Sniffed::is(Kind::Video, "video/ogg") } else { Sniffed::is(Kind::Audio, "audio/ogg") });
    }
    if at(first, 0, b"\x1A\x45\xDF\xA3") {
        return Some(by_document_type(first, ending));
    }
    if at(first, 4, b"ftyp") {
        // AVIF is a HEIF file too; a brand of its own among the compatible ones tells it apart.
        let avif = at(first, 8, b"mif1") && find(&first[..first.len().min(64)], b"avif").is_some();
        return Some(by_brand(if avif { b"avif" } else { first.get(8..12).unwrap_or_default() }, ending));
    }
    if ending == "mov" && [&b"moov"[..], b"mdat", b"wide", b"free"].iter().any(|name| at(first, 4, name)) {
        return Some(Sniffed::is(Kind::Video, "video/quicktime"));
    }
    if at(first, 257, b"ustar") {
        return Some(Sniffed::is(Kind::Archive, "application/x-tar"));
    }
    if at(first, 0, b"PK\x03\x04") || at(first, 0, b"PK\x05\x06") {
        return Some(zipped::by_entries(first, ending));
    }
    if at(first, 0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(zipped::by_compound_names(first, ending));
    }
    // An MPEG audio frame has no better mark than eleven set bits, so the name has to agree.
    if ending == "mp3" && first.first() == Some(&0xFF) && first.get(1).is_some_and(|b| b & 0xE0 == 0xE0) {
        return Some(Sniffed::is(Kind::Audio, "audio/mpeg"));
    }
    // Readers accept a PDF header anywhere in the first kilobyte, and further on where the name says PDF.
    let head = if ending == "pdf" { first } else { &first[..first.len().min(1024)] };
    if find(head, b"%PDF-").is_some() && !text::looks_like_mail(head) {
        return Some(Sniffed::is(Kind::Pdf, "application/pdf"));
    }
    None
}

/// Matroska and its smaller relation WebM name themselves in their first element (RFC 9559).
fn by_document_type(first: &[u8], ending: &str) -> Sniffed {
    let webm = find(&first[..first.len().min(64)], b"webm").is_some();
    match (ending, webm) {
        ("mka", _) => Sniffed::is(Kind::Audio, "audio/x-matroska"),
        ("weba", true) => Sniffed::is(Kind::Audio, "audio/webm"),
        (_, true) => Sniffed::is(Kind::Video, "video/webm"),
        _ => Sniffed::is(Kind::Video, "video/x-matroska"),
    }
}

/// ISO base media files name what they hold by a four-letter brand (ISO/IEC 14496-12, 4.3).
fn by_brand(brand: &[u8], ending: &str) -> Sniffed {
    match brand {
        b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => Sniffed::is(Kind::Picture, "image/heic"),
        b"avif" | b"avis" => Sniffed::is(Kind::Picture, "image/avif"),
        b"M4A " | b"M4B " => Sniffed::is(Kind::Audio, "audio/mp4"),
        b"qt  " => Sniffed::is(Kind::Video, "video/quicktime"),
        _ if ending == "m4a" => Sniffed::is(Kind::Audio, "audio/mp4"),
        _ if brand.starts_with(b"3gp") => Sniffed::is(Kind::Video, "video/3gpp"),
        _ => Sniffed::is(Kind::Video, "video/mp4"),
    }
}

/// Where `needle` first lies in `hay`.
pub(crate) fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(hay, needle)
}

#[cfg(test)]
mod tests;
