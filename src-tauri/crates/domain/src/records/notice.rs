//! A notice of a breach, to the claimant or to the public.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{Addressed, Channel, Finding};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// A notice of a breach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// The party it came from, where it is on record.
    pub from_party: Option<RecordId>,
    /// The sender as the notice shows it.
    pub from: String,
    /// By what route it came.
    pub channel: Channel,
    /// To the claimant or to the public.
    pub addressed: Addressed,
    /// The date on the document; undated where it carries none.
    pub on_document: StatedDate,
    /// When it arrived.
    pub received: StatedDate,
    /// When the claimant first saw it.
    pub first_seen: StatedDate,
    /// Subject line or heading.
    pub subject: String,
    /// The words, verbatim.
    pub text: String,
    /// The sender's own reference.
    pub their_reference: String,
    /// Whether it asked the reader not to speak of it.
    pub asked_not_to_comment: bool,
    /// What it offered, if anything.
    pub offer: String,
    /// By when the offer had to be taken up.
    pub offer_until: StatedDate,
    /// What the claimant did next, in their words.
    pub what_i_did_next: String,
    /// What it says of the items of the notice check that the person has looked at; the others are not there.
    pub checks: Vec<NoticeCheck>,
    /// The earlier version of the same notice or page, where this is another.
    pub version_of: Option<RecordId>,
}

/// What a notice says of one item of the notice check, as the person settled it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeCheck {
    /// The item, N01 to N14.
    pub item: String,
    /// Said, partly, not said, cannot tell.
    pub finding: Finding,
    /// The words it rests on, verbatim; empty where there are none.
    #[serde(default)]
    pub quote: String,
    /// The statement that quotes them, where one was made.
    #[serde(default)]
    pub statement: Option<RecordId>,
    /// A remark in the person's words.
    #[serde(default)]
    pub note: String,
}

impl Default for Notice {
    fn default() -> Self {
        Self {
            from_party: None,
            from: String::new(),
            channel: Channel::Email,
            addressed: Addressed::Unknown,
            on_document: StatedDate::undated(),
            received: StatedDate::undated(),
            first_seen: StatedDate::undated(),
            subject: String::new(),
            text: String::new(),
            their_reference: String::new(),
            asked_not_to_comment: false,
            offer: String::new(),
            offer_until: StatedDate::undated(),
            what_i_did_next: String::new(),
            checks: Vec::new(),
            version_of: None,
        }
    }
}

impl Notice {
    /// The date by which the notice stands in a list: on the document, else received. When it was first seen says nothing of its age.
    pub fn listed_on(&self) -> &StatedDate {
        if self.on_document.is_undated() { &self.received } else { &self.on_document }
    }
}

impl Body for Notice {
    const KIND: RecordKind = RecordKind::Notice;

    fn title(&self) -> String {
        if self.subject.trim().is_empty() { self.from.clone() } else { self.subject.clone() }
    }
}
