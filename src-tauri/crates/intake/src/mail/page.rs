//! The body of a mail as its sender formatted it, and the pictures that came with it: to be set as a page, never to be shown as it is.

use mail_parser::{Message, MimeHeaders, PartType};

use super::addresses::some;
use super::{internet, outlook, parts};
use crate::{Problem, limits};

/// A part of a body, in order.
pub(crate) enum BodyPart {
    /// HTML as it came.
    Html(String),
    /// Plain words.
    Text(String),
    /// One of the pictures, by its place in their list.
    Picture(usize),
}

/// A picture that came along.
pub(crate) struct OwnPicture {
    /// [`super::AttachmentDraft::index`], where the mail lists it as an attachment.
    pub(crate) attachment: Option<u32>,
    /// Its `Content-ID` without angle brackets.
    pub(crate) content_id: Option<String>,
    /// Its `Content-Location` (RFC 2557).
    pub(crate) location: Option<String>,
    /// Its name.
    pub(crate) name: Option<String>,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

/// A body and its pictures.
#[derive(Default)]
pub(crate) struct Formatted {
    pub(crate) parts: Vec<BodyPart>,
    pub(crate) pictures: Vec<OwnPicture>,
}

/// The formatted body of a mail; without parts where it has none.
pub(crate) fn formatted(bytes: &[u8]) -> Result<Formatted, Problem> {
    if outlook::is_outlook(bytes) { outlook::formatted(bytes) } else { internet::with_message(bytes, body) }
}

/// The page that a browser saved as one file (MHTML, RFC 2557), and what it shows.
pub(crate) fn saved(bytes: &[u8]) -> Result<Formatted, Problem> {
    internet::with_message(bytes, |message| {
        let page = message.parts.iter().find_map(|part| match &part.body {
            PartType::Html(html) => Some(BodyPart::Html(html.to_string())),
            _ => None,
        });
        let numbers = 0..u32::try_from(message.parts.len()).unwrap_or(u32::MAX);
        let (pictures, _) = pictures(message, numbers);
        Formatted { parts: page.into_iter().collect(), pictures }
    })
}

fn body(message: &Message<'_>) -> Formatted {
    if !message.html_bodies().any(|part| matches!(part.body, PartType::Html(_))) {
        return Formatted::default();
    }
    let (pictures, numbers) = pictures(message, message.attachments.iter().copied());
    let mut left = limits::HTML_BYTES;
    let mut found = Vec::new();
    for number in &message.html_body {
        let Some(part) = message.parts.get(*number as usize) else { continue };
        match &part.body {
            PartType::Html(words) | PartType::Text(words) => {
                let kept = limits::cut(words, left).0.to_owned();
                left -= kept.len();
                let html = matches!(part.body, PartType::Html(_));
                found.push(if html { BodyPart::Html(kept) } else { BodyPart::Text(kept) });
            }
            _ => found.extend(numbers.iter().position(|one| one == number).map(BodyPart::Picture)),
        }
    }
    Formatted { parts: found, pictures }
}

/// The pictures among these parts, and the number of the part that each is.
fn pictures(message: &Message<'_>, among: impl Iterator<Item = u32>) -> (Vec<OwnPicture>, Vec<u32>) {
    let (mut pictures, mut numbers) = (Vec::new(), Vec::new());
    let mut left = limits::OWN_PICTURE_BYTES;
    for number in among.take(limits::ATTACHMENTS) {
        let Some(part) = message.parts.get(number as usize) else { continue };
        let content_id = some(part.content_id()).map(|id| id.trim_matches(['<', '>']).to_owned());
        let is_picture = part.content_type().is_some_and(|stated| stated.ctype().eq_ignore_ascii_case("image"));
        let bytes = if is_picture || content_id.is_some() { parts::bytes(message, part) } else { continue };
        if bytes.len() > left {
            continue;
        }
        left -= bytes.len();
        let listed = message.attachments.iter().position(|one| *one == number);
        pictures.push(OwnPicture {
            attachment: listed.and_then(|index| u32::try_from(index).ok()),
            content_id,
            location: some(part.content_location()),
            name: some(part.attachment_name()),
            bytes,
        });
        numbers.push(number);
    }
    (pictures, numbers)
}
