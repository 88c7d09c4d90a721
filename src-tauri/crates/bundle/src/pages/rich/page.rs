//! A run of a document with its formatting: what stands above it on the first page, what follows it on the last.

use super::Sheet;
use crate::model::{Content, Document};
use crate::pages::documents::{attachments, head};
use crate::pages::keys::{Keys, Numbers};
use serde_json::{Value, json};

/// The data of run `run` of the document.
pub(crate) fn page(document: &Document, sheets: &[Sheet], run: usize, numbers: &Numbers, keys: &mut Keys) -> Value {
    let mut data = head(document, "rich");
    let (first, last) = (run == 0, run + 1 == sheets.len());
    data["first"] = json!(first);
    data["last"] = json!(last);
    data["wide"] = json!(sheets.get(run).is_some_and(|sheet| sheet.wide));
    data["blocks"] = json!(sheets.get(run).map(|sheet| &sheet.blocks));
    let (facts, note, listed) = match &document.content {
        Content::Mail(mail) => (&mail.headers[..], &mail.body_note, &mail.attachments[..]),
        Content::Text(text) => (&text.facts[..], &text.note, &[][..]),
        Content::Files => (&[][..], &None, &[][..]),
    };
    let rich = document.content.formatted().map(|formatted| &formatted.rich);
    data["facts"] = json!(facts);
    let notes = rich.map(|rich| rich.notes.as_slice()).unwrap_or_default();
    data["notes"] = json!(note.iter().chain(notes).collect::<Vec<_>>());
    let links = rich.filter(|_| last).map(|rich| rich.links.as_slice()).unwrap_or_default();
    data["links"] = json!(links);
    data["attachments"] = attachments(if last { listed } else { &[] }, numbers, keys);
    data
}
