//! The kinds of personal data a breach can touch: about fifty codes, so that what was said of them can be compared.
//!
//! The groups are those that the Information Commissioner's form for reporting a breach ticks. Special categories are those of Article 9 of
//! the UK GDPR; criminal-offence data are of Article 10. A code never changes: it is kept in the database and in exports.

mod conflict;
mod data;

pub use conflict::conflict;
pub use data::CATEGORIES;

use serde::{Deserialize, Serialize};

/// The group under which the Information Commissioner's form for reporting a breach puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Basic personal identifiers.
    BasicIdentifiers,
    /// Identification data, such as usernames and passwords.
    Identification,
    /// Economic and financial data.
    EconomicFinancial,
    /// Official documents.
    OfficialDocuments,
    /// Location.
    Location,
    /// Political opinions.
    PoliticalOpinions,
    /// Trade union membership.
    TradeUnion,
    /// Health.
    Health,
    /// Racial or ethnic origin.
    RacialEthnic,
    /// Religious or philosophical beliefs.
    ReligiousPhilosophical,
    /// Sex life.
    SexLife,
    /// Sexual orientation.
    SexualOrientation,
    /// Gender reassignment, which the form ticks of its own.
    GenderReassignment,
    /// Genetic or biometric data.
    GeneticBiometric,
    /// Criminal convictions and offences.
    CriminalConvictions,
    /// Says whom the data are about, not what they are.
    Subject,
    /// Not yet known.
    NotYetKnown,
    /// Other.
    Other,
}

impl Group {
    /// The words in which it is shown.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BasicIdentifiers => "Basic identifiers",
            Self::Identification => "Identification",
            Self::EconomicFinancial => "Money",
            Self::OfficialDocuments => "Official documents",
            Self::Location => "Location",
            Self::PoliticalOpinions => "Political opinions",
            Self::TradeUnion => "Trade union membership",
            Self::Health => "Health",
            Self::RacialEthnic => "Racial or ethnic origin",
            Self::ReligiousPhilosophical => "Religious or philosophical beliefs",
            Self::SexLife => "Sex life",
            Self::SexualOrientation => "Sexual orientation",
            Self::GenderReassignment => "Gender reassignment",
            Self::GeneticBiometric => "Genetic or biometric data",
            Self::CriminalConvictions => "Criminal convictions and offences",
            Self::Subject => "Whose data it is",
            Self::NotYetKnown => "Not yet known",
            Self::Other => "Other",
        }
    }
}

/// How sensitive the law, or good sense, takes a kind of data to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// Nothing beyond personal data.
    Ordinary,
    /// Can reveal data of a special category, as a donation to a party reveals a political opinion. A question to ask, not a finding.
    MayReveal,
    /// Special category data (UK GDPR, Article 9).
    Special,
    /// Not named in Article 9, and to be treated as if it were.
    LikeSpecial,
    /// Criminal-offence data (UK GDPR, Article 10).
    Criminal,
    /// Raises the risk to the person.
    RaisesRisk,
}

impl Sensitivity {
    /// Whether it is of a special category by its own nature.
    pub const fn is_special(self) -> bool {
        matches!(self, Self::Special)
    }
}

/// One kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// The code kept in the database and in exports.
    pub code: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Its group on the regulator's form.
    pub group: Group,
    /// How sensitive it is.
    pub sensitivity: Sensitivity,
    /// What to know or ask about it; empty where there is nothing.
    pub note: &'static str,
    /// The classes of data of this kind in Have I Been Pwned, as far as their names have been checked.
    pub pwned: &'static [&'static str],
}

/// The category of this code, if there is one.
pub fn category(code: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|category| category.code == code)
}
