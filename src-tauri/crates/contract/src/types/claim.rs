//! The claim, its parties and incidents, and the overview.

use recourse_domain::RecordId;
use recourse_domain::choices::{Jurisdiction, PartyKind, RelationshipKind, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView};

/// A claim in the list of claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimRow {
    /// The claim.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The organisation, empty where none is given yet.
    pub organisation: String,
}

/// A claim as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimForm {
    /// What the person calls it.
    pub title: String,
    /// Name of the organisation that held the data.
    pub organisation: String,
    /// Name of the person whose data it is.
    pub claimant: String,
    /// E-mail addresses that the organisation held.
    pub emails_held: Vec<String>,
    /// Postal addresses that the organisation held.
    pub addresses_held: Vec<String>,
    /// Where it would be brought.
    #[ts(type = "Jurisdiction | null")]
    pub jurisdiction: Option<Jurisdiction>,
    /// What the claimant was to the organisation.
    #[ts(type = "RelationshipKind | null")]
    pub relationship: Option<RelationshipKind>,
    /// When that began.
    pub relationship_from: DateInput,
    /// When that ended.
    pub relationship_to: DateInput,
    /// How it ended.
    pub how_it_ended: String,
    /// Membership, customer or case numbers.
    pub reference_numbers: Vec<String>,
}

/// A claim as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimView {
    /// The claim.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its fields, ready for a form.
    pub form: ClaimForm,
    /// When the tie to the organisation began.
    pub relationship_from: DateView,
    /// When it ended.
    pub relationship_to: DateView,
}

/// A claim to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimSave {
    /// The claim to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: ClaimForm,
}

/// A party as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PartyView {
    /// The party.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its fields.
    pub form: PartyForm,
}

/// A party as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartyForm {
    /// Its name.
    pub name: String,
    /// Organisation or person.
    #[ts(type = "PartyKind")]
    pub kind: PartyKind,
    /// The parts it plays.
    #[ts(type = "Array<Role>")]
    pub roles: Vec<Role>,
    /// Ways to reach it.
    pub contact: String,
}

/// A party to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartySave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The party to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: PartyForm,
}

/// An incident as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IncidentView {
    /// The incident.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// What the person calls it.
    pub name: String,
    /// What kind of breach it was said to be.
    pub kind_as_told: String,
    /// When it happened.
    pub occurred: DateView,
    /// When the claimant was told.
    pub claimant_told: DateView,
}

/// An incident to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IncidentSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The incident to change; none makes a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// What the person calls it.
    pub name: String,
    /// What kind of breach it was said to be.
    pub kind_as_told: String,
    /// When it happened.
    pub occurred: DateInput,
    /// When the claimant was told.
    pub claimant_told: DateInput,
}

/// What stands in the room "Overview" and the numbers beside the rooms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverviewView {
    /// The claim.
    pub claim: ClaimRow,
    /// Notices on record.
    pub notices: u32,
    /// Letters on record.
    pub letters: u32,
    /// Evidence items on record.
    pub evidence: u32,
    /// Things waiting in the inbox.
    pub inbox: u32,
    /// Facts, a sentence each.
    pub facts: Vec<String>,
    /// What a bundle would still lack, a sentence each.
    pub missing: Vec<String>,
    /// The one next step.
    pub next_step: NextStep,
}

/// The one next step that the overview offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Say which organisation it is about.
    NameOrganisation,
    /// Log the first notice.
    AddNotice,
    /// Say what waits in the inbox.
    EmptyInbox,
    /// Lay proof beside a notice that has none.
    AddEvidence,
    /// Make the bundle.
    MakeBundle,
}
