//! Data of pages that stand for one document: mail, words, slip sheet.

use super::keys::{Keys, Numbers};
use crate::model::{Attachment, Document, FileSource, MailPage, TextPage};
use serde_json::{Value, json};

/// The most characters that are set in one run.
pub(super) const RUN: usize = 60_000;

/// How much of one document's words is printed, in bytes; a line end counts for [`LINE`]. That is about a hundred and fifty pages: who
/// wants more of them reads the original, which is whole in the ZIP.
const LONGEST: usize = 400_000;

/// What a line end counts for, in bytes: a short line takes the room of a long one.
pub(super) const LINE: usize = 60;

/// The words that are printed of these.
pub(crate) fn printed(text: &str) -> &str {
    let mut room = LONGEST;
    for (at, byte) in text.bytes().enumerate() {
        let takes = if byte == b'\n' || byte == b'\r' { LINE } else { 1 };
        match room.checked_sub(takes) {
            Some(left) => room = left,
            None => return &text[..text.floor_char_boundary(at)],
        }
    }
    text
}

/// Cuts long words into runs at line ends where there are any.
pub(crate) fn runs(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while rest.len() > RUN {
        let mut end = RUN;
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let cut = rest[..end].rfind('\n').map_or(end, |at| at + 1);
        out.push(&rest[..cut]);
        rest = &rest[cut..];
    }
    out.push(rest);
    out
}

/// A size in words: "3.2 MB (3,204,118 bytes)".
pub(crate) fn size_words(bytes: u64) -> String {
    let mut digits = String::new();
    let plain = bytes.to_string();
    for (i, c) in plain.chars().enumerate() {
        if i > 0 && (plain.len() - i).is_multiple_of(3) {
            digits.push(',');
        }
        digits.push(c);
    }
    let (unit, name) = match bytes {
        0..1_000 => return format!("{digits} bytes"),
        1_000..1_000_000 => (1_000, "KB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    format!("{}.{} {name} ({digits} bytes)", bytes / unit, bytes % unit * 10 / unit)
}

/// The head of a page that stands for a document.
pub(super) fn head(document: &Document, page: &str) -> Value {
    json!({
        "page": page,
        "reference": document.reference,
        "kind-words": document.kind,
        "date": document.date_as_stated,
        "title": document.title,
    })
}

/// A run of a mail. The head is on the first, the attachments are on the last.
pub(crate) fn mail(document: &Document, mail: &MailPage, run: usize, numbers: &Numbers, keys: &mut Keys) -> Value {
    let bodies = runs(printed(&mail.body));
    let mut data = head(document, "mail");
    let last = run + 1 == bodies.len();
    data["first"] = json!(run == 0);
    data["last"] = json!(last);
    data["body"] = json!(bodies.get(run));
    data["headers"] = json!(mail.headers);
    data["notes"] = json!(mail.body_note.iter().collect::<Vec<_>>());
    data["attachments"] = attachments(if last { &mail.attachments } else { &[] }, numbers, keys);
    data
}

/// The list of what hangs on a mail, each with the page of its own document where it is one.
pub(super) fn attachments(listed: &[Attachment], numbers: &Numbers, keys: &mut Keys) -> Value {
    listed
        .iter()
        .map(|a| {
            let (page, key) = keys.source(a.reference.as_deref(), numbers);
            json!({
                "name": a.name,
                "detail": format!("{}, {}", a.media_type, size_words(a.size)),
                "reference": a.reference,
                "page": page,
                "key": key,
            })
        })
        .collect()
}

/// A run of plain words.
pub(crate) fn words(document: &Document, text: &TextPage, run: usize) -> Value {
    let mut data = head(document, "words");
    data["first"] = json!(run == 0);
    data["body"] = json!(runs(printed(&text.text)).get(run));
    data["facts"] = json!(text.facts);
    data["notes"] = json!(text.note.iter().collect::<Vec<_>>());
    data["mono"] = json!(text.monospaced);
    data
}

/// One file on a slip sheet.
pub(crate) struct SlipFile<'a> {
    /// The file.
    pub(crate) file: &'a FileSource,
    /// Where it lies: a path in the ZIP, or nothing when there is no ZIP.
    pub(crate) place: Option<&'a str>,
}

/// A slip sheet: what the document is, where its original lies, and why there are no pages, or no more of them (`partly`).
pub(crate) fn slip(document: &Document, files: &[SlipFile<'_>], why: &[String], partly: bool) -> Value {
    let mut data = head(document, "slip");
    data["lead"] = json!(if files.is_empty() {
        "There is no file behind this entry."
    } else if partly {
        "The rest of this document is not shown as pages here."
    } else {
        "This document is not shown as pages here."
    });
    data["why"] = json!(why);
    data["files"] = files
        .iter()
        .map(|f| {
            let mut facts = vec![
                json!(["File name", f.file.name]),
                json!(["Type", f.file.media_type]),
                json!(["Size", size_words(f.file.size)]),
            ];
            if let Some(place) = f.place {
                facts.push(json!(["In the ZIP", place]));
            }
            json!({"facts": facts, "sha256": f.file.sha256})
        })
        .collect();
    data
}
