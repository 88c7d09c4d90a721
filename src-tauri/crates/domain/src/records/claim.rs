//! The claim: one person's matter against one organisation.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{Jurisdiction, RelationshipKind};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

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
