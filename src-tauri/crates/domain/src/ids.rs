//! How records are named: a UUID inside, a short readable reference outside.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id_type! {
    /// The inner name of a record: a UUID version 7 (RFC 9562), so that ids sort by the time they were made.
    RecordId
}
id_type! {
    /// The inner name of one kept file of an evidence item: a UUID version 7 (RFC 9562).
    FileId
}

/// The kinds of record that a vault holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// One person's matter against one organisation.
    Claim,
    /// An organisation or a person with a part in the story.
    Party,
    /// One breach.
    Incident,
    /// A notice of a breach, to the person or to the public.
    Notice,
    /// A thing kept as proof: one or more files.
    Evidence,
    /// A letter, mail, form or call, in either direction.
    Correspondence,
    /// A call, mail or message that seems to use what was taken.
    #[serde(rename = "suspicious-contact")]
    SuspiciousContact,
    /// Exact words that somebody said, with their place.
    Statement,
    /// A question that what was said leaves open.
    Question,
    /// What was said, given or found of one kind of personal data, on one date.
    #[serde(rename = "data-assertion")]
    DataAssertion,
    /// Anything else that belongs on the timeline.
    Event,
    /// A request that starts a clock.
    Request,
    /// Money lost or spent.
    Loss,
    /// Time spent because of the breach.
    #[serde(rename = "time-spent")]
    TimeSpent,
    /// An entry of the diary.
    #[serde(rename = "diary-entry")]
    DiaryEntry,
    /// Something done for protection.
    #[serde(rename = "protective-step")]
    ProtectiveStep,
}

impl RecordKind {
    /// Every kind, in the order in which rooms and exports list them.
    pub const ALL: [Self; 16] = [
        Self::Claim,
        Self::Party,
        Self::Incident,
        Self::Notice,
        Self::Evidence,
        Self::Correspondence,
        Self::SuspiciousContact,
        Self::Statement,
        Self::Question,
        Self::DataAssertion,
        Self::Event,
        Self::Request,
        Self::Loss,
        Self::TimeSpent,
        Self::DiaryEntry,
        Self::ProtectiveStep,
    ];

    /// The letters that begin a reference of this kind.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Claim => "K",
            Self::Party => "P",
            Self::Incident => "I",
            Self::Notice => "N",
            Self::Evidence => "E",
            Self::Correspondence => "C",
            Self::SuspiciousContact => "X",
            Self::Statement => "S",
            Self::Question => "Q",
            Self::DataAssertion => "D",
            Self::Event => "V",
            Self::Request => "R",
            Self::Loss => "L",
            Self::TimeSpent => "T",
            Self::DiaryEntry => "Y",
            Self::ProtectiveStep => "A",
        }
    }

    /// The word kept in the database and in exports; it never changes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Party => "party",
            Self::Incident => "incident",
            Self::Notice => "notice",
            Self::Evidence => "evidence",
            Self::Correspondence => "correspondence",
            Self::SuspiciousContact => "suspicious-contact",
            Self::Statement => "statement",
            Self::Question => "question",
            Self::DataAssertion => "data-assertion",
            Self::Event => "event",
            Self::Request => "request",
            Self::Loss => "loss",
            Self::TimeSpent => "time-spent",
            Self::DiaryEntry => "diary-entry",
            Self::ProtectiveStep => "protective-step",
        }
    }

    /// The kind that has this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The short name that a person reads and writes: `N-003`. Given once within a vault and never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// What kind of record it names.
    pub kind: RecordKind,
    /// Its number within that kind, from 1.
    pub number: u32,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:03}", self.kind.prefix(), self.number)
    }
}

/// The text is not a reference such as `N-003`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a reference. A reference looks like N-003 or E-014.")]
pub struct NotAReference(pub String);

impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || NotAReference(text.to_owned());
        let (prefix, digits) = text.trim().split_once('-').ok_or_else(refuse)?;
        let kind =
            RecordKind::ALL.into_iter().find(|kind| kind.prefix().eq_ignore_ascii_case(prefix)).ok_or_else(refuse)?;
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(refuse());
        }
        match digits.parse() {
            Ok(number) if number > 0 => Ok(Self { kind, number }),
            _ => Err(refuse()),
        }
    }
}

impl Serialize for Reference {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_read_back_as_written_and_forgive_case() {
        for kind in RecordKind::ALL {
            let reference = Reference { kind, number: 14 };
            assert_eq!(reference.to_string().parse(), Ok(reference));
            assert_eq!(reference.to_string().to_lowercase().parse(), Ok(reference));
        }
        assert_eq!(Reference { kind: RecordKind::Evidence, number: 1234 }.to_string(), "E-1234");
    }

    #[test]
    fn the_word_that_is_kept_is_the_word_that_serde_writes() {
        for kind in RecordKind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(serde_json::Value::from(kind.code())));
        }
    }

    #[test]
    fn what_is_not_a_reference_is_refused() {
        for text in ["", "N", "N-", "N-0", "N-+3", "Z-003", "N-3a", "N-99999999999"] {
            assert!(text.parse::<Reference>().is_err(), "{text}");
        }
    }
}
