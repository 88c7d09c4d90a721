//! Letters, mails, forms and calls, in both directions.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{CameBack, Channel, Complete, Direction};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// A letter, mail, form or call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correspondence {
    /// Which way it went.
    pub direction: Direction,
    /// The other party, where it is on record.
    pub party: Option<RecordId>,
    /// Who it is from, as it shows.
    pub from: String,
    /// Who it is to, as it shows.
    pub to: String,
    /// Who had copies, as it shows.
    pub cc: String,
    /// By what route.
    pub channel: Channel,
    /// When it was sent.
    pub sent: StatedDate,
    /// When it arrived.
    pub received: StatedDate,
    /// Subject line or heading.
    pub subject: String,
    /// The words, verbatim; for a call the note of it.
    pub text: String,
    /// The exact address or number that was used.
    pub address_used: String,
    /// What came back.
    pub came_back: CameBack,
    /// The other side's reference.
    pub their_reference: String,
    /// `Message-ID` of a mail (RFC 5322 section 3.6.4), without angle brackets.
    pub message_id: Option<String>,
    /// `In-Reply-To` of a mail (RFC 5322 section 3.6.4), without angle brackets.
    pub in_reply_to: Option<String>,
    /// The letter of the other direction that it answers, where the person said so.
    pub answers: Option<RecordId>,
    /// For a call: who, how long, and when the note was written.
    pub call: Option<Call>,
    /// What it promises, and by when.
    pub promises: Vec<Promise>,
}

/// Something that the other side said it would do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Promise {
    /// What, in the words of the letter.
    pub words: String,
    /// By when, as it was said.
    pub by: StatedDate,
    /// Whether it was done, as far as the claimant can see.
    pub done: Complete,
}

/// What is known of a call.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Call {
    /// Length in minutes.
    pub minutes: Option<u32>,
    /// Who spoke for the other side.
    pub who: String,
    /// When the note was written.
    pub note_written: StatedDate,
}

impl Default for Correspondence {
    fn default() -> Self {
        Self {
            direction: Direction::Received,
            party: None,
            from: String::new(),
            to: String::new(),
            cc: String::new(),
            channel: Channel::Email,
            sent: StatedDate::undated(),
            received: StatedDate::undated(),
            subject: String::new(),
            text: String::new(),
            address_used: String::new(),
            came_back: CameBack::Unknown,
            their_reference: String::new(),
            message_id: None,
            in_reply_to: None,
            answers: None,
            call: None,
            promises: Vec::new(),
        }
    }
}

impl Correspondence {
    /// The date by which it stands in a list: sent, else received.
    pub fn listed_on(&self) -> &StatedDate {
        if self.sent.is_undated() { &self.received } else { &self.sent }
    }
}

impl Body for Correspondence {
    const KIND: RecordKind = RecordKind::Correspondence;

    fn title(&self) -> String {
        if !self.subject.trim().is_empty() {
            return self.subject.clone();
        }
        match self.direction {
            Direction::Received => self.from.clone(),
            Direction::Sent => self.to.clone(),
        }
    }
}
