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
    /// Who it turned out to be, in a sentence; empty where it is named or nobody has said.
    pub identified: String,
}

/// Everybody with a part in the story, and who told whom when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PeopleView {
    /// The parties.
    pub parties: Vec<PartyView>,
    /// The incidents.
    pub incidents: Vec<IncidentView>,
    /// Who told whom, by date, undated at the end.
    pub tellings: Vec<Telling>,
}

/// One party telling another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Telling {
    /// Who told, in words.
    pub teller: String,
    /// Who was told, in words.
    pub told: String,
    /// What, in a few words.
    pub what: String,
    /// When.
    pub date: DateView,
    /// The record it comes from.
    pub record: super::RecordLink,
    /// The incident it is about, by name; may be empty.
    pub incident: String,
    /// The days since the one before it in the same incident, with the uncertainty; may be empty.
    pub after: String,
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
    pub roles: Vec<RoleForm>,
    /// Ways to reach it.
    pub contact: String,
    /// Who an unnamed party turned out to be.
    pub identified_as: Option<IdentifiedForm>,
}

/// A part played in one incident, or in the whole story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoleForm {
    /// The part.
    #[ts(type = "Role")]
    pub role: Role,
    /// The incident; none for the whole story.
    #[ts(type = "string | null")]
    pub incident: Option<RecordId>,
}

/// Who an unnamed party turned out to be, and on whose word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdentifiedForm {
    /// The named party.
    #[ts(type = "string")]
    pub party: RecordId,
    /// Who named it.
    pub named_by: String,
    /// When it was named.
    pub on: DateInput,
    /// On what authority.
    pub authority: String,
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
    /// When it was found.
    pub discovered: DateView,
    /// When the organisation was told.
    pub controller_told: DateView,
    /// When the regulator was told.
    pub regulator_told: DateView,
    /// When the public was told.
    pub public_told: DateView,
    /// When the claimant was told.
    pub claimant_told: DateView,
    /// What each of these dates rests on, by the field's name: `document`, `recollection` or `inference`, and the evidence.
    pub sources: Vec<DateSource>,
}

/// What one of the dates of an incident rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateSource {
    /// The field: `occurred`, `discovered` ….
    pub field: String,
    /// `document`, `recollection` or `inference`; none where nobody has said.
    pub basis: Option<String>,
    /// The evidence it rests on.
    #[ts(type = "string | null")]
    pub evidence: Option<RecordId>,
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
    /// When it was found.
    pub discovered: DateInput,
    /// When the organisation was told.
    pub controller_told: DateInput,
    /// When the regulator was told.
    pub regulator_told: DateInput,
    /// When the public was told.
    pub public_told: DateInput,
    /// When the claimant was told.
    pub claimant_told: DateInput,
    /// What each of these dates rests on; a date that is not named here keeps what it had.
    pub sources: Vec<DateSource>,
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
    /// Statements on record.
    pub statements: u32,
    /// Questions not asked yet.
    pub open_questions: u32,
    /// What happened, in at most five lines made of facts.
    pub facts: Vec<OverviewFact>,
    /// Dates that are near, the nearest first.
    pub near: Vec<NearDate>,
    /// Whether the desktop says once a day that dates of the person's own are near.
    pub reminds: bool,
    /// What a bundle would still lack, a sentence each.
    pub missing: Vec<String>,
    /// The one next step.
    pub next_step: NextStep,
}

/// One fact, with the record it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OverviewFact {
    /// The fact, a neutral sentence.
    pub text: String,
    /// The record it comes from.
    pub record: Option<super::RecordLink>,
}

/// A date that is near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NearDate {
    /// What has to be done or ends then, a sentence.
    pub text: String,
    /// The date.
    pub date: DateView,
    /// Days from today to the day that counts; 0 is today.
    #[ts(type = "number")]
    pub days: i64,
    /// Whether the person has to do something by then; only these are ever marked.
    pub mine: bool,
    /// Whether it is the person's own and so near that it is marked: 30 days or fewer.
    pub soon: bool,
    /// The record it comes from.
    pub record: super::RecordLink,
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
    /// Look at what a notice says and does not say.
    CheckNotice,
    /// Ask the open questions.
    AskQuestions,
    /// Make the bundle.
    MakeBundle,
}

/// Whether the desktop is to say that dates are near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminding {
    /// Whether it is.
    pub on: bool,
}
