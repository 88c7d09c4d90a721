//! The parts that hang on an Internet message.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::AttachmentDraft;
use super::addresses::some;
use crate::{MediaType, limits, text};

/// The attachments of a message, in order, and whether the list was cut.
pub(super) fn attachments(message: &Message<'_>) -> (Vec<AttachmentDraft>, bool) {
    let drafts = message
        .attachments()
        .zip(0_u32..)
        .take(limits::ATTACHMENTS)
        .map(|(part, index)| draft(message, part, index))
        .collect();
    (drafts, message.attachment_count() > limits::ATTACHMENTS)
}

fn draft(message: &Message<'_>, part: &MessagePart<'_>, index: u32) -> AttachmentDraft {
    let is_mail = part.is_message() || part.is_content_type("message", "rfc822");
    let stated = part.content_type().map(|t| format!("{}/{}", t.ctype(), t.subtype().unwrap_or("plain")));
    let media_type = match stated {
        Some(stated) => MediaType::new(&stated),
        None if is_mail => MediaType::new("message/rfc822"),
        None => MediaType::new("text/plain"),
    };
    let content_id = some(part.content_id()).map(|id| id.trim_matches(['<', '>']).to_owned());
    let disposed = part.content_disposition();
    let inline = match disposed {
        Some(how) if how.is_attachment() => false,
        Some(how) if how.is_inline() => true,
        _ => content_id.is_some() && media_type.as_str().starts_with("image/"),
    };
    AttachmentDraft {
        index,
        name: stated_name(message, part).unwrap_or_else(|| made_up_name(part, index, &media_type)),
        media_type,
        size: length(message, part) as u64,
        inline,
        content_id,
        is_mail,
    }
}

/// The name that the part's headers give. Some programs write it in bare 8-bit letters, which the parser cannot read
/// as UTF-8; those are read again as windows-1252.
fn stated_name(message: &Message<'_>, part: &MessagePart<'_>) -> Option<String> {
    let name = some(part.attachment_name())?;
    if !name.contains('\u{FFFD}') {
        return Some(name);
    }
    let raw = message.raw_message.get(part.offset_header as usize..part.offset_body as usize).unwrap_or_default();
    let lines = text::decode(raw, None);
    let again = ["filename=\"", "name=\""].into_iter().find_map(|mark| {
        let (_, rest) = lines.split_once(mark)?;
        some(rest.split('"').next())
    });
    again.or(Some(name))
}

/// A name for a part that has none: a nested mail's subject, or its number.
fn made_up_name(part: &MessagePart<'_>, index: u32, media_type: &MediaType) -> String {
    if let Some(subject) = part.message().and_then(|inner| some(inner.subject())) {
        return format!("{}.eml", limits::cut(&subject, 200).0);
    }
    let ending = match media_type.as_str() {
        "message/rfc822" => "eml",
        "text/plain" => "txt",
        "text/html" => "html",
        "text/calendar" => "ics",
        "image/jpeg" => "jpg",
        "application/octet-stream" => "bin",
        other if other.starts_with("multipart/") => "txt",
        other => other.rsplit('/').next().filter(|word| word.len() <= 5).unwrap_or("bin"),
    };
    format!("attachment-{}.{ending}", index.saturating_add(1))
}

/// The length of the part's own bytes.
fn length(message: &Message<'_>, part: &MessagePart<'_>) -> usize {
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.len(),
        _ => bytes(message, part).len(),
    }
}

/// The part's own bytes. The parser has turned text into UTF-8; the original bytes are decoded again from the message
/// so that what is kept as evidence is what was sent.
pub(super) fn bytes(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let raw = || {
        let (start, end) = (part.offset_body as usize, part.offset_end as usize);
        let end = if end > start { end.min(message.raw_message.len()) } else { message.raw_message.len() };
        message.raw_message.get(start..end).unwrap_or_default().to_vec()
    };
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
        PartType::Multipart(_) => raw(),
        PartType::Message(inner) if part.encoding != Encoding::None => inner.raw_message.to_vec(),
        PartType::Message(_) => raw(),
        PartType::Text(words) | PartType::Html(words) => match part.encoding {
            Encoding::None => raw(),
            Encoding::Base64 => base64_decode(&raw()).unwrap_or_else(|| words.as_bytes().to_vec()),
            Encoding::QuotedPrintable => quoted_printable_decode(&raw()).unwrap_or_else(|| words.as_bytes().to_vec()),
        },
    }
}
