//! What else a solicitor asks of the claimant, and the schedule that answers it.

use recourse_domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, RecordLink};

/// The claimant's particulars as a form sends them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParticularsForm {
    /// Names used before.
    pub other_names: Vec<String>,
    /// Date of birth, `YYYY-MM-DD` or in words; empty where it is not given.
    pub date_of_birth: String,
    /// How to reach the claimant now.
    pub contact: String,
    /// What makes things easier for them.
    pub needs: String,
    /// Other breaches of their data that they know of.
    pub other_breaches: String,
    /// What shows the tie to the organisation.
    pub proof: String,
    /// What the group action is called.
    pub group_name: String,
    /// The firm that runs it.
    #[ts(type = "string | null")]
    pub firm: Option<RecordId>,
    /// The firm's reference for the claimant.
    pub firm_reference: String,
    /// When the claimant joined.
    pub joined: DateInput,
    /// The last day the firm takes people on.
    pub sign_up_cut_off: DateInput,
    /// The last day for the group register.
    pub register_cut_off: DateInput,
    /// When the claimant's schedule is due.
    pub schedule_due: DateInput,
    /// The court that manages it.
    pub court: String,
    /// The agreement with the firm.
    pub agreement: String,
    /// The evidence item that states the dates.
    #[ts(type = "string | null")]
    pub stated_in: Option<RecordId>,
    /// Whether another firm acts or acted; none where the claimant has not said.
    pub other_firm: Option<bool>,
    /// Which, and what became of it.
    pub other_firm_who: String,
    /// When it was instructed.
    pub other_firm_on: DateInput,
}

/// The claimant's particulars to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParticularsSave {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The particulars.
    pub form: ParticularsForm,
}

/// One part of the schedule of claimant information.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SchedulePart {
    /// Its heading.
    pub title: String,
    /// Its fields.
    pub rows: Vec<ScheduleRow>,
}

/// One field of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScheduleRow {
    /// What is asked.
    pub field: String,
    /// What is on record; none is a gap.
    pub answer: Option<String>,
    /// The records it comes from.
    pub sources: Vec<RecordLink>,
}
