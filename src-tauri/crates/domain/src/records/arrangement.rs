//! How the person arranged one bundle by hand. It is no record: it has no reference, and nothing else rests on it.

use serde::{Deserialize, Serialize};

use crate::choices::BundleSection;
use crate::ids::RecordId;

/// How the person arranged the bundles of one claim for one reader. An empty one changes nothing.
///
/// It names documents by the record they are: an evidence item, or the record whose words were typed. What it does not name stands where it usually
/// stands, and what it names and is no longer there is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// The sections in the person's order; those not named follow in the usual one.
    pub sections: Vec<BundleSection>,
    /// Sections whose documents were put in order, or that were given a document of another.
    pub placed: Vec<PlacedIn>,
    /// Records left out of this bundle by hand.
    pub left_out: Vec<RecordId>,
    /// Records put into this bundle by hand though they usually stay out.
    pub put_in: Vec<RecordId>,
    /// Titles and dates as this bundle prints them.
    pub wordings: Vec<Wording>,
}

/// The documents of one section in the person's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedIn {
    /// The section.
    pub section: BundleSection,
    /// Its documents.
    pub documents: Vec<RecordId>,
}

/// What this bundle prints for one document in place of what it usually would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The document.
    pub document: RecordId,
    /// The title; the usual one when none.
    #[serde(default)]
    pub title: Option<String>,
    /// The date, in words; the usual one when none. Empty words print no date.
    #[serde(default)]
    pub date: Option<String>,
}

impl Arrangement {
    /// Whether nothing was arranged by hand.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is printed in place of the usual title and date of a document.
    pub fn wording(&self, document: RecordId) -> Option<&Wording> {
        self.wordings.iter().find(|wording| wording.document == document)
    }

    /// The section into which the person put a document, if they did.
    pub fn section_of(&self, document: RecordId) -> Option<BundleSection> {
        self.placed.iter().find(|placed| placed.documents.contains(&document)).map(|placed| placed.section)
    }

    /// The documents that the person put in order in a section.
    pub fn documents_in(&self, section: BundleSection) -> &[RecordId] {
        self.placed.iter().find(|placed| placed.section == section).map_or(&[], |placed| placed.documents.as_slice())
    }
}
