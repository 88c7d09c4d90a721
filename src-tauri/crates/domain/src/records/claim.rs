//! The claim: one person's matter against one organisation.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{Jurisdiction, RelationshipKind};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};
use crate::rules::Overlay;

/// One person's matter against one organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claim {
    /// What the person calls it.
    pub title: String,
    /// The person whose data it is.
    pub claimant: Claimant,
    /// The organisation that held the data.
    pub organisation: Option<RecordId>,
    /// Where the claim would be brought.
    pub jurisdiction: Option<Jurisdiction>,
    /// What the claimant was to the organisation, and when.
    pub relationship: Relationship,
    /// Membership, customer or case numbers.
    pub reference_numbers: Vec<String>,
    /// The group action the claimant joined or thinks of joining.
    pub group_action: GroupAction,
    /// Another firm that acts or acted for the claimant in this.
    pub other_firm: OtherFirm,
    /// Whether the claim includes harm to health, which has a period of its own.
    pub harm_to_health: bool,
    /// Whether it is against a public body.
    pub public_body: bool,
    /// Public holidays that the claimant added or took away.
    pub own_holidays: Overlay,
}

/// The person whose data it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claimant {
    /// The name used now.
    pub name: String,
    /// Names used before.
    pub other_names: Vec<String>,
    /// Postal addresses that the organisation held.
    pub addresses_held: Vec<String>,
    /// E-mail addresses that the organisation held.
    pub emails_held: Vec<String>,
    /// Date of birth, where the person gives it.
    pub date_of_birth: Option<NaiveDate>,
    /// How to reach them now.
    pub contact: String,
    /// Anything the person chooses to say that a solicitor should know to make things easier for them.
    pub needs: String,
    /// Other breaches of their data that they know of.
    pub other_breaches: String,
}

/// A group action, in the words of its papers. Dates are copied from a document, never worked out (CPR 19.21 to 19.26 leave them to the
/// court's order).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupAction {
    /// What it is called.
    pub name: String,
    /// The firm that runs it.
    pub firm: Option<RecordId>,
    /// The firm's reference for the claimant.
    pub reference: String,
    /// When the claimant joined; undated where they have not.
    pub joined: StatedDate,
    /// The last day the firm takes people on.
    pub sign_up_cut_off: StatedDate,
    /// The day after which the court adds no claim to the group register without permission.
    pub register_cut_off: StatedDate,
    /// When the claimant's own schedule is due.
    pub schedule_due: StatedDate,
    /// The court that manages it.
    pub court: String,
    /// The agreement with the firm: its kind, date and what it says of cost, in the claimant's words.
    pub agreement: String,
    /// The evidence item that states the dates.
    pub stated_in: Option<RecordId>,
}

/// Another firm that acts or acted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherFirm {
    /// Whether there is one; none where the claimant has not said.
    pub instructed: Option<bool>,
    /// Which, and what became of it.
    pub who: String,
    /// When it was instructed.
    pub on: StatedDate,
}

/// What the claimant was to the organisation, and when.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Relationship {
    /// The kind of tie.
    pub kind: Option<RelationshipKind>,
    /// When it began.
    pub from: StatedDate,
    /// When it ended; undated while it lasts or where nobody knows.
    pub to: StatedDate,
    /// How it ended, in the person's words.
    pub how_it_ended: String,
    /// What shows it, in the person's words.
    pub proof: String,
}

impl Body for Claim {
    const KIND: RecordKind = RecordKind::Claim;

    fn title(&self) -> String {
        self.title.clone()
    }
}
