//! What a letter may say: facts from the record, in words, and nothing else.

use recourse_domain::RecordId;
use recourse_domain::choices::{CameBack, QuestionState, RelationshipKind, RequestKind};

/// Everything that a letter is written from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The claim.
    pub claim: Option<RecordId>,
    /// The claimant.
    pub me: Me,
    /// What the claimant was to the organisation.
    pub tie: Option<Tie>,
    /// Whom the letter is to.
    pub to: Addressee,
    /// Name of the organisation the claim is about; empty where none is given.
    pub organisation: String,
    /// Ways to reach that organisation, as they are on record.
    pub organisation_reach: String,
    /// The notices of that organisation.
    pub notices: Vec<Noticed>,
    /// Names of those that are known to hold or have held data for it.
    pub suppliers: Vec<String>,
    /// The questions to be asked.
    pub questions: Vec<Asked>,
    /// Questions that were asked and have no whole answer.
    pub waiting: Vec<Asked>,
    /// The letters between the claimant and the organisation, oldest first, undated at the end.
    pub letters: Vec<Written>,
    /// Whether complaints to an organisation have a law of their own today (Data Protection Act 2018, section 164A).
    pub complaints_act: bool,
    /// The letter to ask again about.
    pub chased: Option<Chased>,
    /// What only the claimant's own solicitor is told.
    pub matter: Matter,
    /// What of their own data the person may add.
    pub tell: Vec<Tell>,
}

/// The claimant, with no more than a letter needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Me {
    /// The name used now.
    pub name: String,
    /// How to reach them, in their words; may be empty.
    pub reach: String,
    /// Membership, customer or case numbers.
    pub numbers: Vec<String>,
}

/// What the claimant was to the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The kind.
    pub kind: RelationshipKind,
    /// Since when, in words; may be empty.
    pub from: String,
    /// Until when, in words; may be empty.
    pub to: String,
}

/// Whom a letter is to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addressee {
    /// Who it is, where they are on record.
    pub party: Option<RecordId>,
    /// The name.
    pub name: String,
    /// The lines of the address.
    pub lines: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// The record.
    pub record: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its subject, else who it is from.
    pub subject: String,
    /// Its date in words, else when it arrived; empty where it has neither.
    pub on: String,
    /// When it was first seen; may be empty.
    pub seen: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The record.
    pub record: RecordId,
    /// The question.
    pub text: String,
    /// When it was asked; may be empty.
    pub on: String,
    /// What has become of it.
    pub state: QuestionState,
}

/// A letter on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The record.
    pub record: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Whether the claimant wrote it.
    pub mine: bool,
    /// Whether it was a call.
    pub call: bool,
    /// Its subject; may be empty.
    pub subject: String,
    /// Its date in words; may be empty.
    pub on: String,
    /// What came back.
    pub came_back: CameBack,
}

/// The letter to ask again about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chased {
    /// The letter.
    pub letter: Written,
    /// The exact address used; may be empty.
    pub address: String,
    /// The other side's reference; may be empty.
    pub their_reference: String,
    /// Its words.
    pub text: String,
    /// What it asked for, where a request says so.
    pub request: Option<RequestKind>,
    /// Whether that law was in force on the first day it can have been sent.
    pub complaints_act: bool,
}

/// What only the claimant's own solicitor is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matter {
    /// What the claimant calls the claim.
    pub title: String,
    /// The breaches, each with when it happened as stated.
    pub incidents: Vec<String>,
    /// The firm's reference for the claimant; may be empty.
    pub firm_reference: String,
    /// Dates from the papers of the group action, a line each.
    pub dates: Vec<String>,
    /// What a bundle would lack, a sentence each.
    pub missing: Vec<String>,
    /// Number of evidence items on record.
    pub evidence: usize,
}

/// Something of the claimant's own data that a letter leaves out unless they add it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tell {
    /// What it is, by a stable word: `date-of-birth`, `addresses`, `emails`, `other-names`.
    pub what: &'static str,
    /// The line that goes into the letter.
    pub line: String,
}
