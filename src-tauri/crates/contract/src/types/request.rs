//! Requests that start a clock, and how each clock was worked out.

use recourse_domain::RecordId;
use recourse_domain::choices::{Channel, ClockState, Complete, Jurisdiction, NextMove, RequestEventKind, RequestKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BarView, DateInput, DateView, QuestionRow, RecordHead, RecordLink, TickView};

/// A request as a form sends it. What happened to it is sent event by event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestForm {
    /// What is asked for.
    #[ts(type = "RequestKind")]
    pub kind: RequestKind,
    /// The party it was sent to.
    #[ts(type = "string | null")]
    pub sent_to: Option<RecordId>,
    /// Who sent it, where it was not the claimant.
    pub sent_by: String,
    /// The exact address or number used.
    pub address_used: String,
    /// By what route.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// When it was sent.
    pub sent: DateInput,
    /// The letter it was sent in.
    #[ts(type = "string | null")]
    pub letter: Option<RecordId>,
    /// Whose public holidays count; none where nobody knows.
    #[ts(type = "Jurisdiction | null")]
    pub calendar: Option<Jurisdiction>,
    /// The other side's reference.
    pub their_reference: String,
    /// Whether what came was all that was asked for.
    #[ts(type = "Complete")]
    pub complete: Complete,
    /// What was missing, in the person's words.
    pub missing: String,
    /// What the person means to do next.
    pub next_step: String,
}

/// A request as the window shows it: one card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RequestView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: RequestForm,
    /// When it was sent.
    pub sent: DateView,
    /// The party it was sent to, by name; may be empty.
    pub sent_to: String,
    /// The letter it was sent in.
    pub letter: Option<RecordLink>,
    /// What happened to it, in the order in which it was entered.
    pub events: Vec<RequestEventView>,
    /// The questions that were asked in its letter.
    pub questions: Vec<QuestionRow>,
    /// Where it stands today.
    pub clock: ClockView,
}

/// One thing that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestEventView {
    /// Its fields, ready for a form.
    pub form: RequestEventForm,
    /// When.
    pub on: DateView,
    /// The letter that says so.
    pub letter: Option<RecordLink>,
}

/// One thing that happened to a request, as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestEventForm {
    /// What happened.
    #[ts(type = "RequestEventKind")]
    pub kind: RequestEventKind,
    /// When; where it is empty and a letter is named, the letter's day is taken.
    pub on: DateInput,
    /// The letter that says so.
    #[ts(type = "string | null")]
    pub letter: Option<RecordId>,
    /// What it rests on or says.
    pub words: String,
}

/// First and last day; equal where the day is certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpanView {
    /// First day, `YYYY-MM-DD`; open when none.
    pub earliest: Option<String>,
    /// Last day, `YYYY-MM-DD`; open when none.
    pub latest: Option<String>,
    /// In words: "2 March 2026", "between 2 March 2026 and 5 March 2026".
    pub words: String,
}

/// Where a request stands on a day, and how that was worked out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClockView {
    /// How it stands.
    #[ts(type = "ClockState")]
    pub state: ClockState,
    /// The same in the first person.
    pub sentence: String,
    /// Whether it is the person's own clock, so that the first day counts; against the other side the last day does.
    pub mine: bool,
    /// The day that counts.
    pub due: Option<SpanView>,
    /// Since when it stands still, `YYYY-MM-DD`.
    pub paused_since: Option<String>,
    /// Whether the day of receipt is not known and was taken from the day of sending.
    pub assumed_received: bool,
    /// How each date was worked out, the one that counts first.
    pub deadlines: Vec<WorkedView>,
    /// What stands on the line, in order of time.
    pub points: Vec<ClockPoint>,
    /// The months or years above the line.
    pub ticks: Vec<TickView>,
    /// Where today stands, as a fraction of the line's width; none where there is no line.
    pub today: Option<f64>,
    /// The day it was worked out for, `YYYY-MM-DD`.
    pub on: String,
    /// The one thing to do next.
    #[ts(type = "NextMove | null")]
    pub next: Option<NextMove>,
}

/// One thing on the line of a clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClockPoint {
    /// What it is: "Sent", "Received", "Due".
    pub label: String,
    /// When.
    pub days: SpanView,
    /// Where it stands; none where no day is known.
    pub bar: Option<BarView>,
}

/// The answer to "How was this worked out?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkedView {
    /// The rule's stable name.
    pub rule: String,
    /// What the rule is about.
    pub title: String,
    /// What a person is told of it.
    pub text: String,
    /// The outcome in a sentence.
    pub summary: String,
    /// The day it ends.
    pub due: SpanView,
    /// What went in.
    pub inputs: Vec<WorkedInput>,
    /// Step by step, a sentence each.
    pub steps: Vec<String>,
    /// Whose public holidays were asked, in words.
    pub calendars: Vec<String>,
    /// The law or guidance it rests on.
    pub citations: Vec<CitationView>,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// When the rule was last looked at, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Whether nobody has read the rule's own text for Recourse.
    pub unchecked: bool,
    /// Whether it was looked at so long ago that it may have changed.
    pub may_have_changed: bool,
    /// Whether the public holidays of that year were not announced yet.
    pub provisional: bool,
}

/// One thing that went into a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkedInput {
    /// What it is.
    pub name: String,
    /// What was said.
    pub said: String,
    /// The days that it means.
    pub days: String,
}

/// A law or a page of guidance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CitationView {
    /// Where it stands.
    pub reference: String,
    /// What of it is used, and how it was read; may be empty.
    pub note: String,
}

/// A request to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The request to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: RequestForm,
}

/// Something that happened to a request, to be entered, changed or taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RequestEventSave {
    /// The request.
    #[ts(type = "string")]
    pub request: RecordId,
    /// Its place among the events, from 0; none enters a new one.
    pub index: Option<u32>,
    /// Its fields; none takes it away.
    pub form: Option<RequestEventForm>,
}
