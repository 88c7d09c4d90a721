//! What is printed for a document: a mail as a mail, typed words and saved pages as words, everything else as its own pages.

use std::io::{self, Read};
use std::sync::Arc;

use recourse_bundle::model::{Attachment, Content, FileSource, Formatting, MailPage, StandIn, TextPage, WordsReader};
use recourse_domain::RecordId;
use recourse_domain::records::EvidenceFile;
use recourse_intake::{Kind, MailDraft, Reading};

use super::formatting;
use super::selection::{Chosen, Picked};
use crate::evidence::people;
use crate::session::{Session, Unlocked};
use crate::{Result, documents, reading};

/// The content of a document.
pub fn of(session: &Session<Unlocked>, document: &Picked, chosen: &Chosen) -> Result<Content> {
    if let Some(words) = &document.typed {
        let note = Some("Typed or pasted by the claimant.".to_owned());
        return Ok(Content::Text(TextPage { facts: Vec::new(), text: words.clone(), note, ..TextPage::default() }));
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
    let mut places = Vec::new();
    let mut beside: Vec<formatting::Beside> = Vec::new();
    for (place, one) in document.files.iter().enumerate().skip(1) {
        if formatting::may_be_shown(&one.media_type, one.size, place) {
            places.push(place);
            beside.push((one.name.clone(), one.size, Box::new(documents::original(session, one.id)?.1)));
        }
    }
    let original = documents::original(session, file.id)?.1;
    let found = formatting::of(&reading, &places, || session.worker().rich(&file.name, original, beside))?;
    Ok(from_reading(&reading, found, |name, size| reference_of(document.id, chosen, name, size)))
}

/// The content of a file that speaks in words, with its formatting and the attachments that are seen in it. `reference` gives the document
/// that an attachment of a mail is, by name and size.
pub fn from_reading(
    reading: &Reading,
    (formatting, shown): (Formatting, Vec<u32>),
    reference: impl Fn(&str, u64) -> Option<String>,
) -> Content {
    let page = |facts: Vec<(String, String)>, note: Option<String>| {
        let monospaced = reading.kind == Kind::Table;
        Content::Text(TextPage { facts, text: words(reading), formatting: formatting.clone(), note, monospaced })
    };
    match (&reading.mail, reading.kind) {
        (Some(mail), _) => Content::Mail(mail_page(mail, formatting, &shown, reference)),
        (None, _) if reading.text.is_empty() => Content::Files,
        (None, Kind::Html) => page(facts_of(reading), Some(note(reading, &formatting).to_owned())),
        (None, Kind::Office) => page(Vec::new(), Some(note(reading, &formatting).to_owned())),
        (None, Kind::Text | Kind::Table) => page(Vec::new(), None),
        _ => Content::Files,
    }
}

/// What stands above the words of a file that looks otherwise in the program that made it.
fn note(reading: &Reading, formatting: &Formatting) -> &'static str {
    match (reading.kind, reading.media_type.as_str()) {
        (Kind::Html, _) if matches!(formatting, Formatting::Kept(_)) => {
            "Set from a saved web page. The page as it was saved is among the originals."
        }
        (Kind::Html, _) => "The words of a saved web page. The page as it was saved is among the originals.",
        (_, media_type) if media_type.contains("spreadsheet") || media_type.contains("excel") => {
            "Set from the cells of the spreadsheet; the file itself is among the originals."
        }
        (_, media_type) if media_type.contains("opendocument") => {
            "Set from the words of the OpenDocument file; the file itself is among the originals."
        }
        (_, "application/rtf") => "Set from the words of the RTF file; the file itself is among the originals.",
        _ => "Set from the words of the Word file; the file itself is among the originals.",
    }
}

/// Whether a file of this type is printed from its words rather than from pages of its own.
pub fn speaks_in_words(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || matches!(
            media_type,
            "message/rfc822"
                | "application/vnd.ms-outlook"
                | "application/xhtml+xml"
                | "multipart/related"
                | "application/rtf"
                | "application/vnd.ms-excel"
        )
        || ["wordprocessingml", "spreadsheetml", "opendocument.text", "opendocument.spreadsheet"]
            .iter()
            .any(|family| media_type.contains(family))
}

fn words(reading: &Reading) -> String {
    reading.text.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn facts_of(reading: &Reading) -> Vec<(String, String)> {
    let facts = [("Page", &reading.title), ("Saved from", &reading.address)];
    facts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?))).collect()
}

fn mail_page(
    mail: &MailDraft,
    formatting: Formatting,
    shown: &[u32],
    reference: impl Fn(&str, u64) -> Option<String>,
) -> MailPage {
    let sent = mail.sent.as_ref().map(|time| time.raw.clone());
    let headers = [
        ("From", Some(people(mail.from.as_slice()))),
        ("To", Some(people(&mail.to))),
        ("Cc", Some(people(&mail.cc))),
        ("Date", sent),
        ("Subject", mail.subject.clone()),
    ];
    let mut attachments = Vec::new();
    // What is seen in the body is not listed again; what is not seen there is listed, whatever the mail says of it.
    for part in mail.attachments.iter().filter(|part| !shown.contains(&part.index)) {
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
        formatting,
        body_note: None,
        attachments,
    }
}

/// The evidence item that an attachment was kept as: one that came with this mail, else one of that name and size.
fn reference_of(mail: RecordId, chosen: &Chosen, name: &str, size: u64) -> Option<String> {
    let same = |files: &[EvidenceFile]| files.iter().any(|file| file.name == name && file.size == size);
    let mut alike = chosen.evidence.iter().filter(|(entry, files)| entry.id != mail && same(files));
    let own = alike.clone().find(|(entry, _)| entry.body.came_with == Some(mail));
    own.or_else(|| alike.next()).map(|(entry, _)| entry.reference.to_string())
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
        words: words_behind(session, file),
    }
}

/// What fetches the words that go behind the pages of a picture or a PDF.
fn words_behind(session: &Arc<Session<Unlocked>>, file: &EvidenceFile) -> Option<WordsReader> {
    let shown = file.media_type == "application/pdf" || file.media_type.starts_with("image/");
    let (session, id) = (Arc::clone(session), file.id);
    shown
        .then(|| Arc::new(move |wanted| reading::behind(&session, id, wanted).map_err(io::Error::other)) as WordsReader)
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
