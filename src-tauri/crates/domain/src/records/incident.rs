//! One breach, with the dates that people mix up kept apart.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::dates::StatedDate;
use crate::ids::RecordKind;

/// One breach.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Incident {
    /// What the person calls it.
    pub name: String,
    /// What kind of breach it was said to be, in the words used.
    pub kind_as_told: String,
    /// When it happened.
    pub occurred: StatedDate,
    /// When it was found.
    pub discovered: StatedDate,
    /// When the controller was told.
    pub controller_told: StatedDate,
    /// When the regulator was told.
    pub regulator_told: StatedDate,
    /// When the public was told.
    pub public_told: StatedDate,
    /// When the claimant was told.
    pub claimant_told: StatedDate,
}

impl Body for Incident {
    const KIND: RecordKind = RecordKind::Incident;

    fn title(&self) -> String {
        self.name.clone()
    }
}
