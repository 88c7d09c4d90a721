//! Losses, time spent, the diary and protective steps.

use recourse_domain::RecordId;
use recourse_domain::choices::LossHead;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead, RecordLink};

/// Words that should be an amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneyQuestion {
    /// As typed.
    pub words: String,
}

/// What the amount box says underneath.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneyAnswer {
    /// The amount, exactly; none where the person is asked something.
    pub said_back: Option<String>,
    /// What can be read in more than one way, in a sentence.
    pub problem: Option<String>,
    /// Amounts that may be meant.
    pub choices: Vec<String>,
}

/// A loss in its list, undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LossRow {
    /// The loss.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `L-001`.
    pub reference: String,
    /// What it was.
    pub title: String,
    /// Under which head.
    #[ts(type = "LossHead")]
    pub head: LossHead,
    /// When.
    pub date: DateView,
    /// How much, with its currency; empty where that is not known.
    pub amount: String,
    /// Number of evidence items beside it.
    pub evidence: u32,
}

/// A loss as a form sends it. Amounts are in the person's words; empty where they are not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LossForm {
    /// What it was, in one line.
    pub title: String,
    /// When.
    pub happened: DateInput,
    /// Under which head.
    #[ts(type = "LossHead")]
    pub head: LossHead,
    /// How much.
    pub amount: String,
    /// To whom it went.
    pub paid_to: String,
    /// Who paid it back.
    pub reimbursed_by: String,
    /// How much came back.
    pub reimbursed: String,
    /// The kind of exposed data it seems to come from, a code of the data vocabulary; empty where none.
    pub traces_to: String,
    /// Why the person thinks so.
    pub why: String,
    /// What else it could come from.
    pub other_cause: String,
    /// To whom it was reported.
    pub reported_to: String,
    /// When it was reported.
    pub reported: DateInput,
    /// The reference of the report.
    pub report_reference: String,
}

/// A loss as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LossView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form; amounts with their currency.
    pub form: LossForm,
    /// When.
    pub happened: DateView,
    /// When it was reported.
    pub reported: DateView,
    /// The kind of data it seems to come from, in words; empty where none.
    pub traces_to: String,
}

/// A loss to enter or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LossSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The loss to change; none enters a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: LossForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}

/// Time spent in its list, undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeRow {
    /// The entry.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `T-001`.
    pub reference: String,
    /// What it was spent on.
    pub title: String,
    /// When.
    pub date: DateView,
    /// How long, in hours and minutes; empty where that is not known.
    pub length: String,
    /// Number of evidence items beside it.
    pub evidence: u32,
}

/// Time spent as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeForm {
    /// What the time was spent on.
    pub activity: String,
    /// When.
    pub happened: DateInput,
    /// How long, in minutes; none where that is not known.
    pub minutes: Option<u32>,
    /// When the note of it was written, where that was on paper before.
    pub note_written: DateInput,
    /// More about it.
    pub text: String,
}

/// Time spent as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TimeView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: TimeForm,
    /// When.
    pub happened: DateView,
    /// When the note of it was written.
    pub note_written: DateView,
    /// How long, in hours and minutes; empty where that is not known.
    pub length: String,
}

/// Time spent to enter or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The entry to change; none enters a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: TimeForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}

/// A diary entry in its list, undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryRow {
    /// The entry.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `Y-001`.
    pub reference: String,
    /// Its first words.
    pub title: String,
    /// When it happened.
    pub date: DateView,
    /// Days from the last day it can have happened to the day it was written, where they are more than seven.
    pub written_after: Option<u32>,
}

/// A diary entry as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryForm {
    /// When it happened.
    pub happened: DateInput,
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

/// The words of a diary entry from a time on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryWording {
    /// Since when, RFC 3339 in UTC.
    pub since: String,
    /// The words.
    pub text: String,
}

/// A diary entry as the window shows it. When it was written is the head's `created_at`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DiaryView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: DiaryForm,
    /// When it happened.
    pub happened: DateView,
    /// Days from the last day it can have happened to the day it was written, where they are more than seven.
    pub written_after: Option<u32>,
    /// The words it had before, the first ones first; empty where it was never changed.
    pub before: Vec<DiaryWording>,
    /// Since when it has the words it has now, RFC 3339 in UTC.
    pub since: String,
}

/// A diary entry to enter or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiarySave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The entry to change; none enters a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: DiaryForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}

/// A protective step in its list, undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepRow {
    /// The step.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `A-001`.
    pub reference: String,
    /// What was done.
    pub title: String,
    /// When.
    pub date: DateView,
    /// What it cost, with its currency; empty where that is not known.
    pub cost: String,
    /// Number of evidence items beside it.
    pub evidence: u32,
}

/// A protective step as a form sends it. The cost is in the person's words; empty where it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepForm {
    /// What was done.
    pub title: String,
    /// When.
    pub done: DateInput,
    /// The notice, letter or statement whose advice prompted it.
    #[ts(type = "string | null")]
    pub prompted_by: Option<RecordId>,
    /// What it cost.
    pub cost: String,
    /// How long it took, in minutes.
    pub minutes: Option<u32>,
    /// What came of it.
    pub outcome: String,
    /// When it is due again.
    pub again: DateInput,
}

/// A protective step as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StepView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form; the cost with its currency.
    pub form: StepForm,
    /// When.
    pub done: DateView,
    /// When it is due again.
    pub again: DateView,
    /// The record whose advice prompted it.
    pub prompted_by: Option<RecordLink>,
    /// How long it took, in hours and minutes; empty where that is not known.
    pub length: String,
}

/// A protective step to enter or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The step to change; none enters a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: StepForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}

/// What was lost under one head. Amounts have a currency each and are never added across currencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LossTotal {
    /// The head.
    #[ts(type = "LossHead")]
    pub head: LossHead,
    /// How many losses.
    pub losses: u32,
    /// What they come to, a currency each.
    pub amounts: Vec<String>,
    /// What came back, a currency each.
    pub reimbursed: Vec<String>,
    /// How many of them have no amount.
    pub without_amount: u32,
}

/// Time spent on one kind of thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeTotal {
    /// What it was spent on; empty for all of it.
    pub activity: String,
    /// How many entries.
    pub entries: u32,
    /// What they come to, in hours and minutes.
    pub length: String,
    /// How many of them do not say how long.
    pub without_length: u32,
}

/// What losses, time and steps come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectTotals {
    /// Losses by head.
    pub losses: Vec<LossTotal>,
    /// Time by activity.
    pub time: Vec<TimeTotal>,
    /// All time.
    pub all_time: TimeTotal,
    /// What steps cost, a currency each.
    pub step_costs: Vec<String>,
    /// How long steps took, in hours and minutes; empty where none says it.
    pub step_length: String,
}
