//! Organisations and people with a part in the story.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{PartyKind, Role};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// An organisation or a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Party {
    /// Its name, or how it was described where nobody named it.
    pub name: String,
    /// Organisation or person.
    pub kind: PartyKind,
    /// The parts it plays.
    pub roles: Vec<PartyRole>,
    /// Addresses, telephone numbers and other ways to reach it.
    pub contact: String,
    /// The named party that an unnamed one turned out to be.
    pub identified_as: Option<IdentifiedAs>,
}

impl Default for Party {
    fn default() -> Self {
        Self {
            name: String::new(),
            kind: PartyKind::Organisation,
            roles: Vec::new(),
            contact: String::new(),
            identified_as: None,
        }
    }
}

/// A part played in one incident, or in the whole story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyRole {
    /// The part.
    pub role: Role,
    /// The incident, or none for the whole story.
    #[serde(default)]
    pub incident: Option<RecordId>,
}

/// Who an unnamed party turned out to be, and on whose word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IdentifiedAs {
    /// The named party.
    pub party: RecordId,
    /// Who named it.
    pub named_by: String,
    /// When it was named.
    #[serde(default)]
    pub on: StatedDate,
    /// On what authority.
    #[serde(default)]
    pub authority: String,
}

impl Body for Party {
    const KIND: RecordKind = RecordKind::Party;

    fn title(&self) -> String {
        self.name.clone()
    }
}
