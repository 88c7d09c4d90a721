//! The records of a claim. Each kind has a body of its own; what all share is in [`Entry`].

mod arrangement;
mod assertion;
mod claim;
mod contact;
mod correspondence;
mod effects;
mod event;
mod evidence;
mod incident;
mod notice;
mod party;
mod question;
mod redaction;
mod request;
mod statement;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use arrangement::{Arrangement, PlacedIn, Wording};
pub use assertion::DataAssertion;
pub use claim::{Claim, Claimant, GroupAction, OtherFirm, Relationship};
pub use contact::SuspiciousContact;
pub use correspondence::{Call, Correspondence, Promise};
pub use effects::{DiaryEntry, Loss, Money, ProtectiveStep, TimeSpent};
pub use event::Event;
pub use evidence::{Evidence, EvidenceFile, PageText};
pub use incident::Incident;
pub use notice::{Notice, NoticeCheck};
pub use party::{IdentifiedAs, Party, PartyRole};
pub use question::{Question, QuestionGap};
pub use redaction::{Area, AreaProblem, MOST_AREAS, PARTS, Redaction};
pub use request::{Request, RequestEvent};
pub use statement::{Statement, StatementLink};

use crate::choices::Certainty;
use crate::ids::{FileId, RecordId, RecordKind, Reference};

/// A body that is kept as a record of one kind.
pub trait Body: Serialize + for<'de> Deserialize<'de> + Clone + PartialEq {
    /// The kind of record this body makes.
    const KIND: RecordKind;

    /// One line by which a person recognises the record.
    fn title(&self) -> String;
}

/// One record: what every kind has in common, and the body of its own kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry<T> {
    /// The inner name.
    pub id: RecordId,
    /// The readable name, `N-003`.
    pub reference: Reference,
    /// The claim it belongs to; none only for a claim itself.
    pub claim: Option<RecordId>,
    /// When it was entered, in UTC.
    pub created_at: DateTime<Utc>,
    /// When it was put away, in UTC; nothing is deleted by archiving.
    pub archived_at: Option<DateTime<Utc>>,
    /// What the person may set on any record.
    pub marks: Marks,
    /// The breaches it is about.
    pub incidents: Vec<IncidentLink>,
    /// The evidence it rests on.
    pub evidence: Vec<EvidenceLink>,
    /// What only this kind has.
    pub body: T,
}

/// What the person may set on any record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// A private note; it stays out of bundles for the other side.
    pub note: String,
    /// Free labels.
    pub tags: Vec<String>,
    /// Between the person and their own lawyer: left out of bundles for the other side.
    pub privileged: bool,
    /// Whether it goes into bundles at all.
    pub include_in_bundle: bool,
}

impl Default for Marks {
    fn default() -> Self {
        Self { note: String::new(), tags: Vec::new(), privileged: false, include_in_bundle: true }
    }
}

/// That a record is about an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentLink {
    /// The incident.
    pub incident: RecordId,
    /// How sure the person is.
    pub certainty: Certainty,
}

/// That a record rests on an evidence item, with the place in it where one is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceLink {
    /// The evidence item.
    pub evidence: RecordId,
    /// The file of that item, where one is meant.
    #[serde(default)]
    pub file: Option<FileId>,
    /// Page within the file, from 1.
    #[serde(default)]
    pub page: Option<u32>,
    /// The words relied on.
    #[serde(default)]
    pub quote: Option<String>,
}

impl EvidenceLink {
    /// A link to the whole item.
    pub const fn to(evidence: RecordId) -> Self {
        Self { evidence, file: None, page: None, quote: None }
    }
}
