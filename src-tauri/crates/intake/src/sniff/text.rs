//! Telling apart the kinds that are all made of text.

use super::{Kind, SNIFF_BYTES, Sniffed, find};

/// Header fields of which a mail begins with at least two, or with one that nothing else has.
const MAIL_FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "date",
    "subject",
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "reply-to",
    "sender",
    "x-mailer",
    "dkim-signature",
    "references",
    "in-reply-to",
    "authentication-results",
    "arc-seal",
    "x-mozilla-status",
    "x-received",
    "envelope-to",
    "bcc",
    "x-gm-thrid",
    "user-agent",
    "list-id",
];

/// Decides between mail, web page, table, text and unknown.
pub(super) fn by_words(first: &[u8], ending: &str) -> Sniffed {
    if looks_like_mail(first) {
        return match (ending, is_saved_page(first)) {
            ("mht" | "mhtml", _) | (_, true) => Sniffed::is(Kind::Html, "multipart/related"),
            _ if first.starts_with(b"From ") => Sniffed::is(Kind::Mail, mailbox_or_mail(first, ending)),
            _ => Sniffed::is(Kind::Mail, "message/rfc822"),
        };
    }
    let wide = first.starts_with(b"\xFF\xFE") || first.starts_with(b"\xFE\xFF");
    if !wide && !mostly_text(first) {
        return Sniffed::is(Kind::Unknown, "application/octet-stream");
    }
    let head = first[..first.len().min(4096)].to_ascii_lowercase();
    if find(&head, b"<svg").is_some() && find(&head, b"<html").is_none() {
        return Sniffed::is(Kind::Unknown, "image/svg+xml");
    }
    let page = ["<!doctype html", "<html", "<head", "<body", "<!-- saved from url"];
    if page.iter().any(|mark| find(&head, mark.as_bytes()).is_some()) || matches!(ending, "html" | "htm" | "xhtml") {
        return Sniffed::is(Kind::Html, "text/html");
    }
    match ending {
        "eml" if !first.is_empty() => Sniffed::is(Kind::Mail, "message/rfc822"),
        "mbox" | "mbx" => Sniffed::is(Kind::Mail, "application/mbox"),
        "csv" => Sniffed::is(Kind::Table, "text/csv"),
        "tsv" | "tab" => Sniffed::is(Kind::Table, "text/tab-separated-values"),
        "ics" => Sniffed::is(Kind::Text, "text/calendar"),
        "md" => Sniffed::is(Kind::Text, "text/markdown"),
        "json" => Sniffed::is(Kind::Text, "application/json"),
        "xml" => Sniffed::is(Kind::Text, "text/xml"),
        _ if first.is_empty() => Sniffed::is(Kind::Unknown, "application/octet-stream"),
        _ => Sniffed::is(Kind::Text, "text/plain"),
    }
}

/// Whether the bytes begin with header lines as a mail does, an mbox `From ` line before them allowed.
pub(super) fn looks_like_mail(first: &[u8]) -> bool {
    let after_mark = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first);
    let mut known = 0;
    let mut seen = 0;
    for (number, line) in after_mark.split(|b| *b == b'\n').take(60).enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if number == 0 && (line.starts_with(b"From ") || line.is_empty()) {
            continue;
        }
        if line.is_empty() {
            break;
        }
        if matches!(line.first(), Some(b' ' | b'\t')) && seen > 0 {
            continue;
        }
        let Some(colon) = line.iter().position(|b| *b == b':') else { break };
        let name = &line[..colon];
        if name.is_empty() || name.len() > 80 || !name.iter().all(|b| b.is_ascii_graphic()) {
            break;
        }
        seen += 1;
        let name = name.to_ascii_lowercase();
        if MAIL_FIELDS.iter().any(|field| field.as_bytes() == name) {
            known += 1;
        }
    }
    known >= 2
}

/// Browsers save a page with its pictures as a mail whose fields give it away.
fn is_saved_page(first: &[u8]) -> bool {
    let head = &first[..first.len().min(2048)];
    find(head, b"Snapshot-Content-Location:").is_some() || find(head, b"<Saved by ").is_some()
}

/// One mail with an mbox line in front of it, or a whole mailbox.
fn mailbox_or_mail(first: &[u8], ending: &str) -> &'static str {
    let more = find(first, b"\n\nFrom ").or_else(|| find(first, b"\r\n\r\nFrom ")).is_some();
    if more || matches!(ending, "mbox" | "mbx") { "application/mbox" } else { "message/rfc822" }
}

/// No control characters but those that lay out text.
fn mostly_text(first: &[u8]) -> bool {
    let first = &first[..first.len().min(SNIFF_BYTES)];
    if memchr::memchr(0, first).is_some() {
        return false;
    }
    let odd = first.iter().filter(|b| b.is_ascii_control() && !b"\t\n\r\x0C\x1B".contains(b)).count();
    odd * 100 <= first.len()
}
