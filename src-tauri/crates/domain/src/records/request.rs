//! Requests that start a clock: for a copy of the data, to erase it, to stop using it, questions, complaints, a letter of claim.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{Channel, Complete, Jurisdiction, RequestEventKind, RequestKind};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// A request to an organisation or a regulator, with what happened to it. Its clock is worked out from the events and kept nowhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// What is asked for.
    pub kind: RequestKind,
    /// The party it was sent to.
    pub sent_to: Option<RecordId>,
    /// Who sent it, where it was not the claimant, such as a solicitor.
    pub sent_by: String,
    /// The exact address or number that was used.
    pub address_used: String,
    /// By what route.
    pub channel: Channel,
    /// When it was sent.
    pub sent: StatedDate,
    /// The letter it was sent in.
    pub letter: Option<RecordId>,
    /// Whose public holidays count: the part of the United Kingdom the organisation is in; none where nobody knows.
    pub calendar: Option<Jurisdiction>,
    /// The other side's reference.
    pub their_reference: String,
    /// What happened to it, in the order in which it was entered.
    pub events: Vec<RequestEvent>,
    /// Whether what came was all that was asked for, as far as the claimant can see.
    pub complete: Complete,
    /// What was missing, in the claimant's words.
    pub missing: String,
    /// What the claimant means to do next, in their words.
    pub next_step: String,
}

/// One thing that happened to a request.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestEvent {
    /// What happened.
    pub kind: RequestEventKind,
    /// When.
    pub on: StatedDate,
    /// The letter that says so.
    pub letter: Option<RecordId>,
    /// What it rests on or says: how the day of receipt is known, the reasons given for more time, the grounds of a refusal.
    pub words: String,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            kind: RequestKind::Access,
            sent_to: None,
            sent_by: String::new(),
            address_used: String::new(),
            channel: Channel::Email,
            sent: StatedDate::undated(),
            letter: None,
            calendar: None,
            their_reference: String::new(),
            events: Vec::new(),
            complete: Complete::Unknown,
            missing: String::new(),
            next_step: String::new(),
        }
    }
}

impl Request {
    /// The events of one kind, in the order in which they were entered.
    pub fn of_kind(&self, kind: RequestEventKind) -> impl Iterator<Item = &RequestEvent> {
        self.events.iter().filter(move |event| event.kind == kind)
    }
}

impl Body for Request {
    const KIND: RecordKind = RecordKind::Request;

    fn title(&self) -> String {
        self.kind.words().to_owned()
    }
}
