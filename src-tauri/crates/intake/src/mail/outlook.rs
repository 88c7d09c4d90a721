//! Outlook's `.msg`: MAPI properties in a compound file (MS-OXMSG), read with no more trust than anything else.

mod carve;
mod store;

use std::io::Cursor;

use cfb::CompoundFile;
use chrono::{DateTime, FixedOffset, TimeDelta};
use mail_parser::MessageParser;

use self::store::{Attachment, Properties, Recipient};
use super::addresses::some;
use super::page::{BodyPart, Formatted, OwnPicture};
use super::{AttachmentDraft, MailAddress, MailDraft, StatedTime, internet, no_such_part};
use crate::{MediaType, Problem, ProblemCode, limits, markup, rtf, text};

type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// Property identifiers (MS-OXPROPS) that are read.
mod tag {
    pub const SUBJECT: u16 = 0x0037;
    pub const CLIENT_SUBMIT_TIME: u16 = 0x0039;
    pub const SENT_REPRESENTING_NAME: u16 = 0x0042;
    pub const SENT_REPRESENTING_ADDRESS: u16 = 0x0065;
    pub const TRANSPORT_HEADERS: u16 = 0x007D;
    pub const SENDER_NAME: u16 = 0x0C1A;
    pub const SENDER_ADDRESS: u16 = 0x0C1F;
    pub const DELIVERY_TIME: u16 = 0x0E06;
    pub const BODY: u16 = 0x1000;
    pub const RTF: u16 = 0x1009;
    pub const HTML: u16 = 0x1013;
    pub const MESSAGE_ID: u16 = 0x1035;
    pub const REFERENCES: u16 = 0x1039;
    pub const IN_REPLY_TO: u16 = 0x1042;
    pub const HTML_CODEPAGE: u16 = 0x3FDE;
    pub const SENDER_SMTP: u16 = 0x5D01;
    pub const REPRESENTING_SMTP: u16 = 0x5D02;
}

/// Whether the bytes are a compound file, which among mails means Outlook.
pub(super) fn is_outlook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// Takes one Outlook message apart.
pub(super) fn read(bytes: &[u8]) -> Result<(MailDraft, Option<Problem>), Problem> {
    let mut file = open(bytes)?;
    let message = Properties::read(&mut file, "/", 32)?;
    let mut draft = from_transport_headers(&message).unwrap_or_default();
    own_fields(&mut draft, &message);
    let (recipients, more) = store::recipients(&mut file);
    take_recipients(&mut draft, recipients);
    let (attachments, cut) = store::attachments(&mut file);
    draft.attachments = attachments.iter().zip(0..).map(|(one, index)| listed(one, index)).collect();
    draft.cut |= more | cut;

    let rich = unpacked(&message);
    draft.html = raw_html(&message, rich.as_deref()).map(|raw| markup::sanitise(&raw));
    draft.text = message.text(tag::BODY).map(|t| t.replace("\r\n", "\n")).unwrap_or_default();
    if draft.text.trim().is_empty()
        && let Some(html) = &draft.html
    {
        draft.text = markup::words(html);
    }
    if let Some(rich) = rich.as_deref().filter(|_| draft.text.trim().is_empty()) {
        draft.text = rtf::words(rich);
    }
    let unread = draft.text.trim().is_empty() && message.has(tag::RTF);
    let problem = unread.then(|| {
        let sentence = "The words of this mail are kept in a form (compressed RTF) that is broken; the rest was read.";
        Problem::new(ProblemCode::Damaged, sentence)
    });
    Ok((draft, problem))
}

/// The body as its sender formatted it, and the pictures that came with it.
pub(super) fn formatted(bytes: &[u8]) -> Result<Formatted, Problem> {
    let mut file = open(bytes)?;
    let message = Properties::read(&mut file, "/", 32)?;
    let Some(html) = raw_html(&message, unpacked(&message).as_deref()) else { return Ok(Formatted::default()) };
    let (attachments, _) = store::attachments(&mut file);
    let mut left = limits::OWN_PICTURE_BYTES;
    let mut pictures = Vec::new();
    for (one, index) in attachments.into_iter().zip(0_u32..) {
        let picture = one.media_type.as_deref().is_some_and(|stated| stated.starts_with("image/"));
        if one.is_mail || !(picture || one.content_id.is_some()) {
            continue;
        }
        let Some(bytes) = store::content(&mut file, &one.storage).filter(|bytes| bytes.len() <= left) else { continue };
        left -= bytes.len();
        pictures.push(OwnPicture {
            attachment: Some(index),
            content_id: one.content_id,
            location: None,
            name: one.name,
            bytes,
        });
    }
    Ok(Formatted { parts: vec![BodyPart::Html(html)], pictures })
}

fn unpacked(message: &Properties) -> Option<Vec<u8>> {
    message.bytes(tag::RTF).and_then(rtf::packed::unpack)
}

/// The HTML body as it came, else the one that the RTF body is wrapped around.
fn raw_html(message: &Properties, rich: Option<&[u8]>) -> Option<String> {
    html(message).or_else(|| rich.and_then(rtf::html))
}

/// The bytes of one attachment; a nested message comes out as a `.msg` of its own.
pub(super) fn extract(bytes: &[u8], index: u32) -> Result<Vec<u8>, Problem> {
    let mut file = open(bytes)?;
    let (attachments, _) = store::attachments(&mut file);
    let one = attachments.get(index as usize).ok_or_else(no_such_part)?;
    if one.is_mail {
        return carve::message(&mut file, &one.storage).map_err(|_| Problem::damaged("the nested mail is broken"));
    }
    store::content(&mut file, &one.storage).ok_or_else(no_such_part)
}

fn open(bytes: &[u8]) -> Result<File<'_>, Problem> {
    CompoundFile::open(Cursor::new(bytes)).map_err(|_| Problem::damaged("the Outlook message is broken"))
}

/// A received message keeps the header lines it came with, which say more than the properties do.
fn from_transport_headers(message: &Properties) -> Option<MailDraft> {
    let mut lines = message.text(tag::TRANSPORT_HEADERS)?.trim_start().to_owned();
    // Outlook puts a line of its own in front.
    if lines.starts_with("Microsoft Mail Internet Headers") {
        lines = lines.split_once('\n').map(|(_, rest)| rest.to_owned())?;
    }
    lines.push_str("\r\n\r\n");
    let parsed = MessageParser::default().parse_headers(lines.as_bytes())?;
    (!parsed.parts.is_empty()).then(|| internet::head(&parsed, lines.as_bytes()))
}

fn own_fields(draft: &mut MailDraft, message: &Properties) {
    let field = |tag: u16| some(message.text(tag).as_deref());
    let person = |name: u16, addresses: [u16; 2]| {
        let address = addresses.into_iter().filter_map(field).find(|address| address.contains('@'));
        let person = MailAddress { name: field(name), address };
        (person.name.is_some() || person.address.is_some()).then_some(person)
    };
    let author = person(tag::SENT_REPRESENTING_NAME, [tag::REPRESENTING_SMTP, tag::SENT_REPRESENTING_ADDRESS])
        .or_else(|| person(tag::SENDER_NAME, [tag::SENDER_SMTP, tag::SENDER_ADDRESS]));
    draft.from = draft.from.take().or(author);
    draft.subject = draft.subject.take().or_else(|| field(tag::SUBJECT));
    draft.sent = draft.sent.take().or_else(|| message.time(tag::CLIENT_SUBMIT_TIME).and_then(stated));
    draft.received = draft.received.take().or_else(|| message.time(tag::DELIVERY_TIME).and_then(stated));
    let bare = |id: String| id.trim_matches(|c: char| c.is_whitespace() || c == '<' || c == '>').to_owned();
    draft.message_id = draft.message_id.take().or_else(|| field(tag::MESSAGE_ID).map(bare));
    draft.in_reply_to = draft.in_reply_to.take().or_else(|| field(tag::IN_REPLY_TO).map(bare));
    if draft.references.is_empty() {
        let ids = field(tag::REFERENCES).unwrap_or_default();
        draft.references = ids.split_whitespace().take(limits::REFERENCES).map(|id| bare(id.to_owned())).collect();
    }
}

/// A `FILETIME`: tenths of microseconds since 1601 in UTC. The zone is the format's, so it counts as stated.
fn stated(ticks: u64) -> Option<StatedTime> {
    let epoch = DateTime::<FixedOffset>::parse_from_rfc3339("1601-01-01T00:00:00Z").ok()?;
    let at = epoch.checked_add_signed(TimeDelta::microseconds(i64::try_from(ticks / 10).ok()?))?;
    let at = at.with_timezone(&FixedOffset::east_opt(0)?);
    Some(StatedTime { raw: at.to_rfc3339(), parsed: Some(at), zone_stated: true })
}

fn take_recipients(draft: &mut MailDraft, recipients: Vec<Recipient>) {
    if !draft.to.is_empty() || !draft.cc.is_empty() {
        return;
    }
    for one in recipients {
        match one.kind {
            2 => draft.cc.push(one.person),
            3 => {}
            _ => draft.to.push(one.person),
        }
    }
}

fn listed(one: &Attachment, index: u32) -> AttachmentDraft {
    let media_type = match &one.media_type {
        Some(stated) => MediaType::new(stated),
        None if one.is_mail => MediaType::new("application/vnd.ms-outlook"),
        None => MediaType::new("application/octet-stream"),
    };
    AttachmentDraft {
        index,
        name: one.name.clone().unwrap_or_else(|| {
            format!("attachment-{}.{}", index.saturating_add(1), if one.is_mail { "msg" } else { "bin" })
        }),
        inline: one.content_id.is_some() && media_type.as_str().starts_with("image/"),
        media_type,
        size: one.size,
        content_id: one.content_id.clone(),
        is_mail: one.is_mail,
    }
}

/// The HTML body: text, or bytes in the code page that the message names.
fn html(message: &Properties) -> Option<String> {
    if let Some(html) = message.text(tag::HTML) {
        return Some(html);
    }
    let bytes = message.bytes(tag::HTML)?;
    let stated = message.number(tag::HTML_CODEPAGE).map(store::codepage);
    Some(text::decode(bytes, stated.as_deref()))
}
