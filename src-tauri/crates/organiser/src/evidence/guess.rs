//! What a thing that came in may become, and the record that it would make. A guess is offered; only the person's choice counts.

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::choices::{Addressed, Channel, Direction, EvidenceKind};
use recourse_domain::records::{Correspondence, Notice, SuspiciousContact};
use recourse_intake::{Kind, MailAddress, MailDraft, Reading, StatedTime};

use crate::notices::headings;

/// What a thing that came in may become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filing {
    /// A notice of a breach.
    Notice,
    /// A letter, mail or other message, in either direction.
    Letter,
    /// Proof of something, on its own.
    Evidence,
    /// A suspicious call, mail or message.
    Contact,
    /// A letter that replies to one of the person's own.
    Reply,
}

impl Filing {
    /// The word under which a guess is kept; it never changes.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Letter => "letter",
            Self::Evidence => "evidence",
            Self::Contact => "contact",
            Self::Reply => "reply",
        }
    }

    /// The guess that a kept word stands for.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        [Self::Notice, Self::Letter, Self::Evidence, Self::Contact, Self::Reply]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

/// What a thing seems to be, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// What it seems to be.
    pub filing: Filing,
    /// The words of the thing itself that the guess rests on; none where nothing speaks for anything.
    pub because: Vec<String>,
}

fn is_own(address: Option<&MailAddress>, own: &[String]) -> bool {
    address
        .and_then(|found| found.address.as_deref())
        .is_some_and(|found| own.iter().any(|mine| mine.trim().eq_ignore_ascii_case(found.trim())))
}

/// The kind of evidence that a file is.
pub const fn evidence_kind(kind: Kind) -> EvidenceKind {
    match kind {
        Kind::Mail => EvidenceKind::Mail,
        Kind::Picture => EvidenceKind::Photo,
        Kind::Html => EvidenceKind::WebPage,
        Kind::Pdf | Kind::Text | Kind::Table | Kind::Office => EvidenceKind::Document,
        Kind::Audio | Kind::Video => EvidenceKind::Recording,
        Kind::Archive | Kind::Unknown => EvidenceKind::Other,
    }
}

/// A line to recognise a kept file by: a mail's subject, a document's own title, else the file's name.
pub fn title(reading: &Reading, name: &str) -> String {
    let subject = reading.mail.as_ref().and_then(|mail| mail.subject.as_deref());
    [subject, reading.title.as_deref()]
        .into_iter()
        .flatten()
        .map(str::trim)
        .find(|title| !title.is_empty())
        .unwrap_or(name)
        .to_owned()
}

/// The notice that a file would make. Only what the file itself states is filled in.
pub fn notice(reading: &Reading) -> Notice {
    let text = whole_text(reading);
    match &reading.mail {
        Some(mail) => Notice {
            from: people(mail.from.as_slice_of_one()),
            channel: Channel::Email,
            addressed: Addressed::ToMe,
            on_document: stated(mail.sent.as_ref()),
            received: stated(mail.received.as_ref()),
            subject: mail.subject.clone().unwrap_or_default(),
            text: mail.text.clone(),
            ..Notice::default()
        },
        None => Notice {
            channel: match reading.kind {
                Kind::Html => Channel::WebPage,
                Kind::Pdf | Kind::Picture => Channel::Letter,
                _ => Channel::Other,
            },
            addressed: if reading.kind == Kind::Html { Addressed::Public } else { Addressed::Unknown },
            subject: reading.title.clone().unwrap_or_default(),
            text,
            ..Notice::default()
        },
    }
}

/// The letter that a file would make. Only what the file itself states is filled in.
pub fn letter(reading: &Reading, own_addresses: &[String]) -> Correspondence {
    let Some(mail) = &reading.mail else {
        return Correspondence {
            channel: Channel::Letter,
            subject: reading.title.clone().unwrap_or_default(),
            text: whole_text(reading),
            ..Correspondence::default()
        };
    };
    let sent_by_me = is_own(mail.from.as_ref(), own_addresses);
    Correspondence {
        direction: if sent_by_me { Direction::Sent } else { Direction::Received },
        from: people(mail.from.as_slice_of_one()),
        to: people(&mail.to),
        cc: people(&mail.cc),
        channel: Channel::Email,
        sent: stated(mail.sent.as_ref()),
        received: if sent_by_me { StatedDate::undated() } else { stated(mail.received.as_ref()) },
        subject: mail.subject.clone().unwrap_or_default(),
        text: mail.text.clone(),
        address_used: address_used(mail, sent_by_me),
        message_id: mail.message_id.clone(),
        in_reply_to: mail.in_reply_to.clone(),
        ..Correspondence::default()
    }
}

/// The suspicious contact that a file would make. `words` are those kept with the file, `today` the day that a date line in them is resolved against.
/// Only what the file itself states is filled in; how a picture of a message came, it does not state.
pub fn contact(reading: &Reading, words: String, today: NaiveDate) -> SuspiciousContact {
    if let Some(mail) = &reading.mail {
        let stated_time = mail.received.as_ref().or(mail.sent.as_ref());
        return SuspiciousContact {
            happened: stated(stated_time),
            channel: Channel::Email,
            sender_shown: people(mail.from.as_slice_of_one()),
            subject: mail.subject.clone().unwrap_or_default(),
            text: mail.text.clone(),
            kept_copy: true,
            ..SuspiciousContact::default()
        };
    }
    let found = headings(&words, today);
    SuspiciousContact {
        happened: found.date,
        channel: match reading.kind {
            Kind::Html => Channel::WebPage,
            Kind::Audio => Channel::Call,
            _ => Channel::Other,
        },
        sender_shown: found.from,
        subject: if found.subject.is_empty() { reading.title.clone().unwrap_or_default() } else { found.subject },
        text: words,
        kept_copy: true,
        ..SuspiciousContact::default()
    }
}

/// The day that a file itself states; undated for all but mails.
pub fn date(reading: &Reading) -> StatedDate {
    stated(reading.mail.as_ref().and_then(|mail| mail.sent.as_ref()))
}

fn address_used(mail: &MailDraft, sent_by_me: bool) -> String {
    if sent_by_me { mail.to.first().and_then(|to| to.address.clone()).unwrap_or_default() } else { String::new() }
}

fn whole_text(reading: &Reading) -> String {
    let pages: Vec<&str> = reading.text.iter().map(|page| page.text.trim_end()).collect();
    pages.join("\n\n")
}

/// A header's time as a date in the header's own words. The civil day is that of the zone the header states.
fn stated(time: Option<&StatedTime>) -> StatedDate {
    match time {
        Some(time) => time
            .parsed
            .map_or_else(StatedDate::undated, |parsed| StatedDate::day_in_words(parsed.date_naive(), time.raw.trim())),
        None => StatedDate::undated(),
    }
}

/// Addresses as a mail shows them: `Name <address>`.
pub fn people(addresses: &[MailAddress]) -> String {
    let shown: Vec<String> = addresses
        .iter()
        .map(|person| match (&person.name, &person.address) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => String::new(),
        })
        .filter(|shown| !shown.is_empty())
        .collect();
    shown.join(", ")
}

trait OneOrNone<T> {
    fn as_slice_of_one(&self) -> &[T];
}

impl<T> OneOrNone<T> for Option<T> {
    fn as_slice_of_one(&self) -> &[T] {
        self.as_ref().map_or(&[], std::slice::from_ref)
    }
}
