//! What is printed for a document: a mail as a mail, typed words and saved pages as words, everything else as its own pages.

use std::io::{self, Read};
use std::sync::Arc;

use recourse_bundle::model::{Attachment, Content, FileSource, MailPage, StandIn, TextPage};
use recourse_domain::records::EvidenceFile;
use recourse_intake::{Kind, MailDraft, Reading};

use super::selection::{Chosen, Picked};
use crate::evidence::people;
use crate::session::{Session, Unlocked};
use crate::{Result, documents};

/// The content of a document.
pub fn of(session: &Session<Unlocked>, document: &Picked, chosen: &Chosen) -> Result<Content> {
    if let Some(words) = &document.typed {
        let note = Some("Typed or pasted by the claimant.".to_owned());
        return Ok(Content::Text(TextPage { facts: Vec::new(), text: words.clone(), note, monospaced: false }));
    }
    // A saved web page comes with the files of its folder behind it.
    let alone = |file: &&EvidenceFile| document.files.len() == 1 || file.media_type == "text/html";
    let Some(file) = document.files.first().filter(alone) else {
        return Ok(Content::Files);
    };
    if !speaks_in_words(&file.media_type) {
        return Ok(Content::Files);
    }
    let reading = documents::reading(session, file)?;
    Ok(from_reading(&reading, |name, size| reference_by_name(chosen, name, size)))
}

/// The content of a file that speaks in words. `reference` gives the document that an attachment of a mail is, by name and size.
pub fn from_reading(reading: &Reading, reference: impl Fn(&str, u64) -> Option<String>) -> Content {
    match (&reading.mail, reading.kind) {
        (Some(mail), _) => Content::Mail(mail_page(mail, reference)),
        (None, Kind::Html) if !reading.text.is_empty() => Content::Text(saved_page(reading)),
        (None, Kind::Text | Kind::Table) if !reading.text.is_empty() => Content::Text(TextPage {
            facts: Vec::new(),
            text: words(reading),
            note: None,
            monospaced: reading.kind == Kind::Table,
        }),
        _ => Content::Files,
    }
}

/// Whether a file of this type is printed from its words rather than from pages of its own.
pub fn speaks_in_words(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || matches!(
            media_type,
            "message/rfc822" | "application/vnd.ms-outlook" | "application/xhtml+xml" | "multipart/related"
        )
}

fn words(reading: &Reading) -> String {
    reading.text.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn saved_page(reading: &Reading) -> TextPage {
    let facts = [("Page", &reading.title), ("Saved from", &reading.address)];
    TextPage {
        facts: facts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?))).collect(),
        text: words(reading),
        note: Some("The words of a saved web page. The page as it was saved is among the originals.".to_owned()),
        monospaced: false,
    }
}

fn mail_page(mail: &MailDraft, reference: impl Fn(&str, u64) -> Option<String>) -> MailPage {
    let sent = mail.sent.as_ref().map(|time| time.raw.clone());
    let headers = [
        ("From", Some(people(mail.from.as_slice()))),
        ("To", Some(people(&mail.to))),
        ("Cc", Some(people(&mail.cc))),
        ("Date", sent),
        ("Subject", mail.subject.clone()),
    ];
    let mut attachments = Vec::new();
    for part in mail.attachments.iter().filter(|part| !part.inline) {
        attachments.push(Attachment {
            name: part.name.clone(),
            media_type: part.media_type.to_string(),
            size: part.size,
            reference: reference(&part.name, part.size),
        });
    }
    MailPage {
        headers: headers
            .into_iter()
            .filter_map(|(name, value)| value.filter(|v| !v.is_empty()).map(|v| (name.to_owned(), v)))
            .collect(),
        body: mail.text.clone(),
        body_note: None,
        attachments,
    }
}

/// The evidence item that an attachment was kept as.
fn reference_by_name(chosen: &Chosen, name: &str, size: u64) -> Option<String> {
    chosen
        .evidence
        .iter()
        .find(|(_, files)| files.iter().any(|file| file.name == name && file.size == size))
        .map(|(entry, _)| entry.reference.to_string())
}

/// A kept file as the bundle takes it: opened from the vault as often as needed, never written to disk in the clear.
pub fn source(session: &Arc<Session<Unlocked>>, file: &EvidenceFile) -> FileSource {
    let (again, id) = (Arc::clone(session), file.id);
    FileSource {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
        rotation: file.rotation,
        open: Arc::new(move || {
            let (_, reader) = documents::original(&again, id).map_err(io::Error::other)?;
            Ok(Box::new(reader) as Box<dyn Read + Send>)
        }),
        stand_ins: stand_ins(session, file),
    }
}

/// Longest edge of a picture that stands for a page: A4 at 300 dots an inch.
pub const PAGE_EDGE: u32 = 3508;

/// How many pictures are printed for a file that the bundle's own readers cannot open, and of which type.
pub(super) fn stood_in_for(session: &Session<Unlocked>, file: &EvidenceFile) -> (u32, &'static str) {
    match file.media_type.as_str() {
        "image/heic" => (1, "image/jpeg"),
        "application/pdf" if documents::is_unlocked(session, file.id) => (file.pages.unwrap_or(0), "image/png"),
        _ => (0, ""),
    }
}

/// The pictures to print for a file that the bundle's own readers cannot open: a HEIC photograph, and a PDF whose
/// password the person has given since the vault was opened.
fn stand_ins(session: &Arc<Session<Unlocked>>, file: &EvidenceFile) -> Vec<StandIn> {
    let (pages, media_type) = stood_in_for(session, file);
    let stand_in = |page| {
        let (session, id) = (Arc::clone(session), file.id);
        StandIn {
            media_type: media_type.to_owned(),
            open: Arc::new(move || {
                let picture = documents::page(&session, id, page, PAGE_EDGE).map_err(io::Error::other)?;
                Ok(Box::new(io::Cursor::new(picture.bytes)) as Box<dyn Read + Send>)
            }),
        }
    };
    (1..=pages).map(stand_in).collect()
}
