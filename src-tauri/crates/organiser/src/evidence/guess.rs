//! What a thing that came in seems to be, and the record that it would make. A guess is offered; only the person's choice counts.

use recourse_domain::StatedDate;
use recourse_domain::choices::{Addressed, Channel, Direction, EvidenceKind};
use recourse_domain::records::{Correspondence, Notice};
use recourse_intake::{Kind, MailAddress, MailDraft, Reading, StatedTime};

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

/// Words that notices of a breach use and ordinary letters seldom do. Two different ones make a guess.
const NOTICE_WORDS: [&str; 12] = [
    "data breach",
    "security incident",
    "cyber incident",
    "data incident",
    "unauthorised access",
    "unauthorized access",
    "cyber attack",
    "cyberattack",
    "ransomware",
    "personal data",
    "affected",
    "we are writing to",
];

/// What a file seems to be, from its own content. `own_addresses` are the claimant's, in any case.
pub fn guess(reading: &Reading, own_addresses: &[String]) -> Filing {
    let words = reading.text.iter().take(3).map(|page| page.text.to_lowercase()).collect::<String>();
    let signs = NOTICE_WORDS.iter().filter(|sign| words.contains(**sign)).count();
    match (&reading.mail, reading.kind) {
        (Some(mail), _) if is_own(mail.from.as_ref(), own_addresses) => Filing::Letter,
        (Some(mail), _) if mail.in_reply_to.is_some() => Filing::Letter,
        (Some(_), _) if signs >= 2 => Filing::Notice,
        (Some(_), _) => Filing::Letter,
        (None, Kind::Pdf | Kind::Html) if signs >= 2 => Filing::Notice,
        _ => Filing::Evidence,
    }
}

/// The same from what is on record of a file: its kind and its words.
pub fn guess_from_words(kind: EvidenceKind, words: &str) -> Filing {
    let words = words.to_lowercase();
    let signs = NOTICE_WORDS.iter().filter(|sign| words.contains(**sign)).count();
    match kind {
        EvidenceKind::Mail if signs < 2 => Filing::Letter,
        EvidenceKind::Mail | EvidenceKind::Document | EvidenceKind::WebPage if signs >= 2 => Filing::Notice,
        _ => Filing::Evidence,
    }
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
