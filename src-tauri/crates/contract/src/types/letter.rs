//! Letters, mails, forms and calls.

use recourse_domain::RecordId;
use recourse_domain::choices::{CameBack, Channel, Complete, Direction};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead, RecordLink};

/// A letter in its list. The list comes sorted: undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterRow {
    /// The letter.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Subject, or the other party where there is none.
    pub title: String,
    /// Which way it went.
    #[ts(type = "Direction")]
    pub direction: Direction,
    /// The other party as shown.
    pub other: String,
    /// By what route.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// Sent, else received.
    pub date: DateView,
    /// What came back.
    #[ts(type = "CameBack")]
    pub came_back: CameBack,
    /// Number of evidence items beside it.
    pub evidence: u32,
}

/// A letter as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterForm {
    /// Which way it went.
    #[ts(type = "Direction")]
    pub direction: Direction,
    /// Who it is from, as it shows.
    pub from: String,
    /// Who it is to, as it shows.
    pub to: String,
    /// Who had copies.
    pub cc: String,
    /// By what route.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// When it was sent.
    pub sent: DateInput,
    /// When it arrived.
    pub received: DateInput,
    /// Subject line or heading.
    pub subject: String,
    /// The words, verbatim; for a call the note of it.
    pub text: String,
    /// The exact address or number used.
    pub address_used: String,
    /// What came back.
    #[ts(type = "CameBack")]
    pub came_back: CameBack,
    /// The other side's reference.
    pub their_reference: String,
    /// The person's own letter that it answers.
    #[ts(type = "string | null")]
    pub answers: Option<RecordId>,
    /// For a call: length in minutes.
    pub call_minutes: Option<u32>,
    /// For a call: who spoke for the other side.
    pub call_who: String,
    /// For a call: when the note was written.
    pub note_written: DateInput,
    /// What it promises, and by when; one without words is left out.
    pub promises: Vec<PromiseForm>,
}

/// Something that the other side said it would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromiseForm {
    /// What, in the words of the letter.
    pub words: String,
    /// By when.
    pub by: DateInput,
    /// Whether it was done, as far as the claimant can see.
    #[ts(type = "Complete")]
    pub done: Complete,
}

/// A letter as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: LetterForm,
    /// When it was sent.
    pub sent: DateView,
    /// When it arrived.
    pub received: DateView,
    /// By when it promises things, in the order of the form.
    pub promised: Vec<DateView>,
    /// The letter that it answers.
    pub answers: Option<RecordLink>,
    /// The letters of the same thread, oldest first, this one among them; empty where it stands alone.
    pub thread: Vec<RecordLink>,
}

/// A letter to enter or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The letter to change; none enters a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: LetterForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}
