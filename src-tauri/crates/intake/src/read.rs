//! One file in, one reading out. Runs inside the worker.

use crate::{Kind, Reading, mail, markup, media, office, pdf, picture, sniff, text};

/// Reads `bytes`, whose name was `name_hint`. Never fails: what stands in the way is the reading's `problem`.
/// Meant for the worker; a parser met here may panic, abort or never end.
#[must_use]
pub fn read(name_hint: &str, bytes: &[u8]) -> Reading {
    read_with(name_hint, bytes, true, "")
}

/// The same with the password of a PDF, and without looking for the words of a PDF and at the pixels of a picture where
/// `words` is false: much less work for a hard file.
pub(crate) fn read_with(name_hint: &str, bytes: &[u8], words: bool, password: &str) -> Reading {
    let found = sniff(name_hint, bytes);
    let kind = found.kind;
    let reading = Reading::bare(found);
    match kind {
        Kind::Mail => mail::read(reading, bytes),
        Kind::Pdf => pdf::read(reading, bytes, words, password),
        Kind::Picture => picture::read(reading, bytes, words),
        Kind::Html if reading.media_type.as_str() == "multipart/related" => mail::read_saved_page(reading, bytes),
        Kind::Html => markup::read(reading, bytes),
        Kind::Text | Kind::Table => text::read(reading, bytes),
        Kind::Office => office::read(reading, bytes),
        Kind::Audio | Kind::Video => media::read(reading, bytes),
        Kind::Archive | Kind::Unknown => reading,
    }
}
