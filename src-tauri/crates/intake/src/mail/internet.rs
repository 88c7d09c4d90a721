//! Internet messages (RFC 5322 and MIME, RFC 2045 to 2049).

use std::borrow::Cow;

use mail_parser::{HeaderValue, Message, MessageParser, PartType};

use super::addresses::{first, identifiers, people, some};
use super::{HeaderLine, MailDraft, body, dates, no_such_part, parts};
use crate::sniff::find;
use crate::{Problem, limits, text};

/// Takes one message apart; without `html` that body is not made harmless, which is most of the work.
pub(crate) fn read(bytes: &[u8], html: bool) -> Result<MailDraft, Problem> {
    let bytes = readable_head(past_mbox_line(bytes));
    let message = parse(&bytes)?;
    Ok(whole(&message, &bytes, html))
}

/// A message without its HTML body, and the bytes of what hangs on it.
pub(crate) struct Opened {
    /// What it says.
    pub draft: MailDraft,
    /// Name and bytes of each attachment, those shown inside the body left out.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Takes one message apart and its attachments out, in one go.
pub(crate) fn open(bytes: &[u8]) -> Result<Opened, Problem> {
    let bytes = readable_head(past_mbox_line(bytes));
    let message = parse(&bytes)?;
    let draft = whole(&message, &bytes, false);
    let outside = draft.attachments.iter().filter(|attachment| !attachment.inline);
    let parts = outside
        .filter_map(|attachment| {
            let part = message.attachment(attachment.index)?;
            Some((attachment.name.clone(), parts::bytes(&message, part)))
        })
        .collect();
    Ok(Opened { draft, parts })
}

/// Takes one message apart for somebody who looks at its parts.
pub(super) fn with_message<T>(bytes: &[u8], look: impl FnOnce(&Message<'_>) -> T) -> Result<T, Problem> {
    let bytes = readable_head(past_mbox_line(bytes));
    Ok(look(&parse(&bytes)?))
}

/// Only what the headers say.
pub(crate) fn head_of(bytes: &[u8]) -> Result<MailDraft, Problem> {
    let bytes = readable_head(past_mbox_line(bytes));
    let message = MessageParser::default()
        .parse_headers(bytes.as_ref())
        .ok_or_else(|| Problem::damaged("it does not begin as a mail does"))?;
    Ok(head(&message, &bytes))
}

fn whole(message: &Message<'_>, bytes: &[u8], html: bool) -> MailDraft {
    let mut draft = head(message, bytes);
    (draft.text, draft.html) = body::bodies(message, html);
    let (attachments, cut) = parts::attachments(message);
    draft.attachments = attachments;
    draft.cut |= cut;
    draft
}

/// The bytes of one attachment.
pub(super) fn extract(bytes: &[u8], index: u32) -> Result<Vec<u8>, Problem> {
    let message = parse(past_mbox_line(bytes))?;
    let part = message.attachment(index).ok_or_else(no_such_part)?;
    Ok(parts::bytes(&message, part))
}

/// The HTML of a saved page, and the address the browser wrote down.
pub(super) fn saved_page(bytes: &[u8]) -> Result<(String, Option<String>), Problem> {
    let message = parse(bytes)?;
    let html = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(html) => Some(html.to_string()),
        _ => None,
    });
    let lines = head(&message, bytes).headers;
    let field = |name: &str| lines.iter().find(|line| line.name.eq_ignore_ascii_case(name)).map(|l| l.value.clone());
    let address = field("Snapshot-Content-Location").or_else(|| field("Content-Location"));
    html.map(|html| (html, address)).ok_or_else(|| Problem::damaged("there is no web page in it"))
}

fn parse(bytes: &[u8]) -> Result<Message<'_>, Problem> {
    MessageParser::default()
        .parse(bytes)
        .filter(|message| !message.parts.is_empty())
        .ok_or_else(|| Problem::damaged("it does not begin as a mail does"))
}

/// A mail cut out of a mailbox keeps the separator line in front of its headers.
fn past_mbox_line(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let blank = bytes.iter().take_while(|b| b.is_ascii_whitespace()).count();
    let bytes = &bytes[blank..];
    if !bytes.starts_with(b"From ") {
        return bytes;
    }
    bytes.iter().position(|b| *b == b'\n').map_or(bytes, |end| &bytes[end + 1..])
}

/// The same message with bare 8-bit letters in its first headers turned from windows-1252 into UTF-8. Encoded words name
/// their own character set, and the rest is not touched, so the parts keep their numbers and their bytes.
fn readable_head(bytes: &[u8]) -> Cow<'_, [u8]> {
    let end = [&b"\r\n\r\n"[..], b"\n\n"].iter().filter_map(|gap| find(bytes, gap)).min().unwrap_or(bytes.len());
    let (head, rest) = bytes.split_at(end);
    if std::str::from_utf8(head).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len() + 64);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        if std::str::from_utf8(line).is_ok() || find(line, b"=?").is_some() {
            out.extend_from_slice(line);
        } else {
            out.extend_from_slice(encoding_rs::WINDOWS_1252.decode_without_bom_handling(line).0.as_bytes());
        }
    }
    out.extend_from_slice(rest);
    Cow::Owned(out)
}

/// Everything that the headers say; no bodies, no attachments. `bytes` is what `message` was parsed from.
pub(super) fn head(message: &Message<'_>, bytes: &[u8]) -> MailDraft {
    let (headers, many) = header_lines(message, bytes);
    let (to, more_to) = people(message.to());
    let (cc, more_cc) = people(message.cc());
    let field = |name: &str| headers.iter().find(|line| line.name.eq_ignore_ascii_case(name)).map(|l| &l.value);
    // The time of a Received field stands behind its last semicolon (RFC 5321, 4.4).
    let received = field("Received").and_then(|line| line.rsplit_once(';')).map(|(_, time)| dates::read_date(time));
    let subject = message.header_values(mail_parser::HeaderName::Subject).find_map(HeaderValue::as_text);
    MailDraft {
        from: first(message.from()),
        to,
        cc,
        reply_to: first(message.reply_to()),
        subject: some(subject),
        sent: field("Date").map(|raw| dates::read_date(raw)),
        received: received.filter(|time| time.parsed.is_some()),
        message_id: some(message.message_id()),
        in_reply_to: identifiers(message.in_reply_to()).into_iter().find(|id| !id.is_empty()),
        references: identifiers(message.references()),
        authentication_results: headers
            .iter()
            .filter(|line| line.name.eq_ignore_ascii_case("Authentication-Results"))
            .map(|line| line.value.clone())
            .collect(),
        dkim_signature: field("DKIM-Signature").is_some(),
        headers,
        cut: many || more_to || more_cc,
        ..MailDraft::default()
    }
}

fn header_lines(message: &Message<'_>, bytes: &[u8]) -> (Vec<HeaderLine>, bool) {
    let all = message.parts.first().map(|part| part.headers.as_slice()).unwrap_or_default();
    let mut cut = all.len() > limits::HEADER_LINES;
    let slice = |start: u32, end: u32| bytes.get(start as usize..end as usize).unwrap_or_default();
    let lines = all
        .iter()
        .take(limits::HEADER_LINES)
        .map(|header| {
            let name = slice(header.offset_field, header.offset_start);
            let name = name.split(|b| *b == b':').next().unwrap_or_default();
            let raw = slice(header.offset_start, header.offset_end);
            let raw = raw.get(..limits::HEADER_BYTES).unwrap_or(raw);
            cut |= raw.len() < (header.offset_end.saturating_sub(header.offset_start)) as usize;
            HeaderLine { name: text::decode(name, None).trim().to_owned(), value: unfolded(&text::decode(raw, None)) }
        })
        .collect();
    (lines, cut)
}

/// One line out of a folded one (RFC 5322, 2.2.3).
fn unfolded(value: &str) -> String {
    value.trim().lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
