//! The time for going to court, as candidates, and the person's own public holidays.

use recourse_domain::RecordId;
use recourse_domain::choices::Jurisdiction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CitationView, SpanView, WorkedView};

/// What the person says that bears on the time for going to court and on the counting of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitsForm {
    /// Whether the claim includes harm to health.
    pub harm_to_health: bool,
    /// Whether it is against a public body.
    pub public_body: bool,
    /// Days that are public holidays, or are none after all.
    pub own_days: Vec<OwnDay>,
}

/// A day that the person added to the public holidays, or took away from them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnDay {
    /// In which part of the United Kingdom.
    #[ts(type = "Jurisdiction")]
    pub place: Jurisdiction,
    /// The day: `YYYY-MM-DD`, or in words.
    pub on: String,
    /// What it is called; empty for a day taken away.
    pub name: String,
    /// Whether it is a holiday; otherwise it is a working day after all.
    pub holiday: bool,
}

/// What the person says, to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitsSave {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// What they say.
    pub form: LimitsForm,
}

/// The candidates, never a verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LimitsView {
    /// What the person said.
    pub form: LimitsForm,
    /// What can be said of all candidates together, with who decides.
    pub sentence: String,
    /// Where the claim would be brought; none where nobody has said.
    #[ts(type = "Jurisdiction | null")]
    pub place: Option<Jurisdiction>,
    /// The candidates, those that end first before the others.
    pub candidates: Vec<LimitCandidate>,
    /// Rules that can move all of this, from which nothing is ever counted.
    pub pointers: Vec<LimitPointer>,
    /// The public holidays of this year and the next.
    pub holidays: Vec<HolidayView>,
}

/// One day from which time may be counted, with where that ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LimitCandidate {
    /// The rule in a few words.
    pub title: String,
    /// Which start, with the words it was stated in.
    pub from: String,
    /// The last day that is safe whichever way the first day is counted.
    pub working: SpanView,
    /// Whether all of it lies before today.
    pub past: bool,
    /// The last day under the rule, with its working.
    pub worked: WorkedView,
}

/// A rule that can move the ends, from which nothing is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitPointer {
    /// The rule in a few words.
    pub title: String,
    /// What a person is told.
    pub text: String,
    /// What it rests on.
    pub citations: Vec<CitationView>,
}

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HolidayView {
    /// In which part of the United Kingdom.
    #[ts(type = "Jurisdiction")]
    pub place: Jurisdiction,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// What it is called.
    pub name: String,
    /// Whether it is held on this day because its own is a weekend.
    pub substitute: bool,
    /// Whether the person added it.
    pub own: bool,
}
