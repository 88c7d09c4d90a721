//! The sample's documents, carried inside the program so that they are there without a network.

/// The list of records and documents.
pub const LIST: &str = include_str!("../../sample/claim.json");

/// The bytes of a document, by name.
pub fn bytes(name: &str) -> Option<&'static [u8]> {
    DOCUMENTS.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

macro_rules! documents {
    ($($name:literal),+ $(,)?) => {
        const DOCUMENTS: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../sample/", $name))),)+];
    };
}

documents! {
    "access-request-2021-11-10.eml",
    "auto-reply-2021-11-10.eml",
    "bounce-2022-01-12.eml",
    "chaser-2022-01-12.eml",
    "complaint-2022-02-01.eml",
    "complaint-reply-2022-02-14.eml",
    "complaint-reply.pdf",
    "courier-2021-11-06.html",
    "fundraising-supplier-notice.html",
    "harrow-statement-screenshot.png",
    "letter-photo-1.jpg",
    "letter-photo-2.jpg",
    "members-voice-2022-01-28.html",
    "notice-2021-11-03.eml",
    "phone-note-2021-11-15.txt",
    "solicitor-2024-06-07.eml",
    "trade-news-2021-12-10.html",
    "update-for-members.html",
}
