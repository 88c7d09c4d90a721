//! What one mail says about itself.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::MediaType;

/// One mail, taken apart. Nothing in it has been checked: a mail's headers are what its sender and its carriers wrote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MailDraft {
    /// The first address of `From`.
    pub from: Option<MailAddress>,
    /// `To`, groups flattened.
    pub to: Vec<MailAddress>,
    /// `Cc`, groups flattened.
    pub cc: Vec<MailAddress>,
    /// The first address of `Reply-To`.
    pub reply_to: Option<MailAddress>,
    /// `Subject`, decoded.
    pub subject: Option<String>,
    /// `Date`: when the sender's program says it was sent.
    pub sent: Option<StatedTime>,
    /// The time in the topmost `Received` header: when the last server says it took the mail.
    pub received: Option<StatedTime>,
    /// `Message-ID` without its angle brackets.
    pub message_id: Option<String>,
    /// `In-Reply-To` without angle brackets (the first, where there are several).
    pub in_reply_to: Option<String>,
    /// `References` in order, without angle brackets.
    pub references: Vec<String>,
    /// The words of the body; made from the HTML where the mail has no plain part.
    pub text: String,
    /// The HTML body made harmless: `cid:` pictures are kept as markers, everything remote is gone.
    pub html: Option<String>,
    /// Header lines in their order, unfolded, otherwise as written (encoded words included); cut at
    /// [`crate::limits::HEADER_LINES`].
    pub headers: Vec<HeaderLine>,
    /// True where there were more header lines, addresses or attachments than are kept here.
    pub cut: bool,
    /// Every `Authentication-Results` header, topmost first (RFC 8601). A claim by a server, not a proof.
    pub authentication_results: Vec<String>,
    /// Whether a `DKIM-Signature` header is there (RFC 6376). Not checked.
    pub dkim_signature: bool,
    /// What hangs on the mail, inline pictures included.
    pub attachments: Vec<AttachmentDraft>,
}

/// One name and address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailAddress {
    /// The name shown.
    pub name: Option<String>,
    /// The address behind it.
    pub address: Option<String>,
}

/// A time as a header writes it, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedTime {
    /// The header's own words.
    pub raw: String,
    /// The instant with the offset as written. `None` where the words cannot be read as a date. Where the words name
    /// no zone the offset is zero and `zone_stated` is false.
    pub parsed: Option<DateTime<FixedOffset>>,
    /// Whether the words name a zone. `-0000` says "no zone known" (RFC 5322, 3.3).
    pub zone_stated: bool,
}

/// One header line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderLine {
    /// The field name as written.
    pub name: String,
    /// Its value, unfolded; bytes that are not UTF-8 are read as windows-1252.
    pub value: String,
}

/// Something that hangs on a mail; fetch its bytes with [`crate::worker::Worker::part`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentDraft {
    /// The number that fetches it.
    pub index: u32,
    /// Its name as the mail gives it, never used as a path; made up ("attachment-3.pdf") where there is none.
    pub name: String,
    /// Its media type as the mail gives it.
    pub media_type: MediaType,
    /// Its size in bytes, decoded.
    pub size: u64,
    /// Whether the mail shows it inside the body.
    pub inline: bool,
    /// Its `Content-ID` without angle brackets.
    pub content_id: Option<String>,
    /// Whether it is a mail itself.
    pub is_mail: bool,
}
