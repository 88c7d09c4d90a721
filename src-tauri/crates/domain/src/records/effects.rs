//! What a breach did to a life: money, time, distress in the person's own words, and what was done for protection. Nothing here
//! is scored, valued or rephrased.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::LossHead;
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// In minor units of the currency, such as pence.
    pub minor: i64,
    /// The currency, ISO 4217.
    pub currency: String,
}

/// Money lost or spent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Loss {
    /// What it was, in one line.
    pub title: String,
    /// When.
    pub happened: StatedDate,
    /// Under which head.
    pub head: LossHead,
    /// How much; none where the person does not know.
    pub amount: Option<Money>,
    /// To whom it went.
    pub paid_to: String,
    /// Who paid it back.
    pub reimbursed_by: String,
    /// How much came back.
    pub reimbursed: Option<Money>,
    /// The kind of exposed data it seems to come from, a code of the data vocabulary; empty where none.
    pub traces_to: String,
    /// Why the person thinks so.
    pub why: String,
    /// What else it could come from.
    pub other_cause: String,
    /// To whom it was reported.
    pub reported_to: String,
    /// When it was reported.
    pub reported: StatedDate,
    /// The reference of the report.
    pub report_reference: String,
}

/// Time spent because of the breach.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimeSpent {
    /// What the time was spent on.
    pub activity: String,
    /// When.
    pub happened: StatedDate,
    /// How long, in minutes; none where the person does not know.
    pub minutes: Option<u32>,
    /// When the person wrote the note of it, where that was on paper before; undated where it was written here.
    pub note_written: StatedDate,
    /// More about it, in the person's words.
    pub text: String,
}

/// An entry of the diary. When it was written is the moment it was entered, which nothing can change.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DiaryEntry {
    /// When it happened.
    pub happened: StatedDate,
    /// The person's own words.
    pub text: String,
    /// What it did to them, only where they write it.
    pub effect: String,
    /// Other things that may weigh on them.
    pub other_causes: String,
    /// Help that was sought.
    pub help_sought: String,
    /// Who saw it.
    pub witness: String,
}

/// Something the person did to protect themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProtectiveStep {
    /// What was done.
    pub title: String,
    /// When.
    pub done: StatedDate,
    /// The notice, letter or statement whose advice prompted it.
    pub prompted_by: Option<RecordId>,
    /// What it cost.
    pub cost: Option<Money>,
    /// How long it took, in minutes.
    pub minutes: Option<u32>,
    /// What came of it.
    pub outcome: String,
    /// When it is due again; undated where it is not.
    pub again: StatedDate,
}

/// The first words of a longer text, to recognise it by.
fn first_words(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let words: String = line.chars().take(80).collect();
    if words.len() < line.len() { format!("{}…", words.trim_end()) } else { words }
}

impl Body for Loss {
    const KIND: RecordKind = RecordKind::Loss;

    fn title(&self) -> String {
        self.title.clone()
    }
}

impl Body for TimeSpent {
    const KIND: RecordKind = RecordKind::TimeSpent;

    fn title(&self) -> String {
        self.activity.clone()
    }
}

impl Body for DiaryEntry {
    const KIND: RecordKind = RecordKind::DiaryEntry;

    fn title(&self) -> String {
        first_words(&self.text)
    }
}

impl Body for ProtectiveStep {
    const KIND: RecordKind = RecordKind::ProtectiveStep;

    fn title(&self) -> String {
        self.title.clone()
    }
}
