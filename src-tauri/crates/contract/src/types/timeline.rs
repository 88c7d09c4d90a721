//! The timeline, the delay ladder, events, and how long data was held.

use recourse_domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead, RecordLink};

/// Which part of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineQuestion {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// Only what is about this incident, sure or unsure; all when none.
    #[ts(type = "string | null")]
    pub incident: Option<RecordId>,
    /// Only these kinds of record, by code; all when empty.
    pub kinds: Vec<String>,
    /// Only rows with these words; all when empty.
    pub words: String,
}

/// Where a date stands in a picture; places are fractions of its width.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct BarView {
    /// Where it begins.
    pub begin: f64,
    /// Where it ends.
    pub end: f64,
    /// Whether it fades in: an open beginning, or "about".
    pub soft_begin: bool,
    /// Whether it fades out.
    pub soft_end: bool,
    /// Whether it is one single day.
    pub dot: bool,
}

/// A month or year named above a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TickView {
    /// Where it begins, as a fraction of the picture's width.
    pub at: f64,
    /// "Jul 2021", "Aug", "2022".
    pub label: String,
}

/// Everything, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TimelineView {
    /// By first day, last day and order of entry.
    pub dated: Vec<TimelineRow>,
    /// The shelf of the undated, in order of entry.
    pub undated: Vec<TimelineRow>,
    /// Who knew when, one for each incident.
    pub ladders: Vec<LadderView>,
    /// How long data was still held after the claimant left: a sentence each, with the uncertainty of both ends.
    pub held: Vec<String>,
    /// First day of the picture, `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Last day of the picture, `YYYY-MM-DD`.
    pub last: Option<String>,
    /// The months or years above the picture.
    pub ticks: Vec<TickView>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TimelineRow {
    /// The record it comes from.
    pub record: RecordLink,
    /// What happened, in neutral words.
    pub what: String,
    /// When, as stated and as understood.
    pub date: DateView,
    /// First day with the tolerance taken into account, `YYYY-MM-DD`; open when none.
    pub from: Option<String>,
    /// Last day with the tolerance taken into account; open when none.
    pub to: Option<String>,
    /// Whether it is a stretch of time rather than one moment in it.
    pub lasting: bool,
    /// Whether the ends are "about".
    pub soft: bool,
    /// Where it stands in the picture; none when undated.
    pub bar: Option<BarView>,
    /// What it rests on: a readable name and a word or two, or "recollection".
    pub source: String,
    /// Whether the person is not sure that it belongs to the incident.
    pub unsure: bool,
    /// The incidents it is about.
    pub incidents: Vec<RecordLink>,
}

/// Who knew when, for one incident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LadderView {
    /// The incident.
    pub incident: RecordLink,
    /// Breach, supplier, organisation, regulator, public, me, and who named the unnamed.
    pub steps: Vec<LadderStep>,
    /// First day of the picture, `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Last day of the picture, `YYYY-MM-DD`.
    pub last: Option<String>,
    /// The months or years above the picture.
    pub ticks: Vec<TickView>,
}

/// One rung.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LadderStep {
    /// What happened: "The attack", "Calder Data told the Society".
    pub what: String,
    /// When.
    pub date: DateView,
    /// First day, tolerance taken into account.
    pub from: Option<String>,
    /// Last day, tolerance taken into account.
    pub to: Option<String>,
    /// Whether the ends are "about".
    pub soft: bool,
    /// Where it stands in the picture; none when undated.
    pub bar: Option<BarView>,
    /// The record it comes from.
    pub record: RecordLink,
    /// The date in words and the days since the organisation was told, with the uncertainty: "3 Nov 2021, 5 days after the organisation was told".
    pub under: String,
    /// What it rests on; may be empty.
    pub source: String,
    /// `breach`, `supplier`, `organisation`, `regulator`, `public`, `me` or `named`: which colour and sign.
    pub part: String,
}

/// The timeline as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineExport {
    /// Which part.
    pub question: TimelineQuestion,
    /// `svg`, `png` or `csv`.
    pub format: String,
    /// `timeline` or `ladder`; of no account for `csv`.
    pub picture: String,
}

/// Where a file was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileSaved {
    /// The place; none where the person turned back.
    pub path: Option<String>,
}

/// An event in its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventRow {
    /// The event.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `V-003`.
    pub reference: String,
    /// What happened.
    pub title: String,
    /// When.
    pub date: DateView,
}

/// An event as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventForm {
    /// What happened, in one line.
    pub title: String,
    /// When.
    pub happened: DateInput,
    /// The party that told another.
    #[ts(type = "string | null")]
    pub told_by: Option<RecordId>,
    /// The party that was told.
    #[ts(type = "string | null")]
    pub told_to: Option<RecordId>,
    /// More about it.
    pub text: String,
}

/// An event as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: EventForm,
    /// When.
    pub happened: DateView,
}

/// A event to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The event to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: EventForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}
