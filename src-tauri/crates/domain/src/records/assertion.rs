//! What was said, given or found of one kind of personal data: one dated row each, so that denials and corrections stand together.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::categories::category;
use crate::choices::DataStanding;
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// One dated assertion about one kind of personal data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DataAssertion {
    /// The code of the kind of data ([`crate::categories`]).
    pub category: String,
    /// What is asserted.
    pub standing: DataStanding,
    /// When: the date of the statement, the gift or the finding.
    pub on: StatedDate,
    /// Who says so, where that party is on record; none for the claimant.
    pub by: Option<RecordId>,
    /// Who says so, as the source shows it; empty for the claimant.
    pub by_shown: String,
    /// The statement it rests on.
    pub statement: Option<RecordId>,
    /// Whose data it covers, in the person's words.
    pub whose_data: String,
    /// A remark in the person's words.
    pub remark: String,
}

impl Default for DataAssertion {
    fn default() -> Self {
        Self {
            category: String::new(),
            standing: DataStanding::Unknown,
            on: StatedDate::undated(),
            by: None,
            by_shown: String::new(),
            statement: None,
            whose_data: String::new(),
            remark: String::new(),
        }
    }
}

impl Body for DataAssertion {
    const KIND: RecordKind = RecordKind::DataAssertion;

    fn title(&self) -> String {
        category(&self.category).map_or_else(|| self.category.clone(), |known| known.label.to_owned())
    }
}
