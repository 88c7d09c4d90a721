//! What somebody said, in their exact words, with the place where they stand.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::{BothTrue, BreachType, SourceGrade, StatementTie, Topic};
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// Exact words that somebody said. The file and page they stand on are in the record's evidence link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    /// The words, verbatim.
    pub words: String,
    /// Who said them, where that party is on record.
    pub speaker: Option<RecordId>,
    /// Who said them, as the source shows it.
    pub speaker_shown: String,
    /// The notice, letter, contact or evidence item in which they stand.
    pub said_in: Option<RecordId>,
    /// When they were said.
    pub said: StatedDate,
    /// What they are about.
    pub topic: Topic,
    /// The kinds of breach that they describe, as told; not what it was in law or in fact.
    pub breach_types: Vec<BreachType>,
    /// Whose data they cover, in the person's words: everybody's, customers', mine.
    pub whose_data: String,
    /// How near the source stands.
    pub grade: SourceGrade,
    /// How they stand to other statements.
    pub links: Vec<StatementLink>,
}

impl Default for Statement {
    fn default() -> Self {
        Self {
            words: String::new(),
            speaker: None,
            speaker_shown: String::new(),
            said_in: None,
            said: StatedDate::undated(),
            topic: Topic::Other,
            breach_types: Vec::new(),
            whose_data: String::new(),
            grade: SourceGrade::OwnDocument,
            links: Vec::new(),
        }
    }
}

/// How a statement stands to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementLink {
    /// How: corrects, conflicts with, repeats, answers.
    pub tie: StatementTie,
    /// The other statement.
    pub statement: RecordId,
    /// For those that do not seem to fit: whether both could be true.
    #[serde(default = "not_said")]
    pub both_true: BothTrue,
    /// A remark in the person's words.
    #[serde(default)]
    pub note: String,
}

const fn not_said() -> BothTrue {
    BothTrue::NotSaid
}

impl Body for Statement {
    const KIND: RecordKind = RecordKind::Statement;

    fn title(&self) -> String {
        self.words.clone()
    }
}
