//! What a notice of a breach to the people concerned says: fourteen things to look for. A record of content, never a verdict.
//!
//! The communication "shall describe in clear and plain language the nature of the personal data breach" and contain at least what
//! Article 33(3)(b), (c) and (d) name (UK GDPR, Article 34(2)). Most of what people want to know beyond that need not be in the notice; it is
//! for a question or a request.

mod guess;
mod items;
mod questions;

pub use guess::{Given, Guess, beside_a_gift, guess};
pub use items::ITEMS;
pub use questions::{question_about, question_about_gifts, question_about_kind, question_about_words};

use serde::{Deserialize, Serialize};

/// On what footing a thing is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Footing {
    /// The regulation names it.
    LawAsks,
    /// The regulator or its guidance names it.
    GuidanceSays,
    /// Nothing makes it compulsory in the notice.
    WorthAsking,
}

impl Footing {
    /// The words in which it is shown.
    pub const fn words(self) -> &'static str {
        match self {
            Self::LawAsks => "the law asks",
            Self::GuidanceSays => "guidance says",
            Self::WorthAsking => "worth asking",
        }
    }
}

/// One thing to look for in a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckItem {
    /// The stable name, N01 to N14.
    pub id: &'static str,
    /// What to look for, in a few words.
    pub text: &'static str,
    /// On what footing.
    pub footing: Footing,
    /// A condition or caution that belongs to it; empty where there is none.
    pub condition: &'static str,
    /// Where it is laid down or said; empty where nowhere.
    pub citation: &'static str,
    /// Whether the citation's own text has been read, rather than a page that quotes it or none at all.
    pub primary_read: bool,
}

/// The item of this name, if there is one.
pub fn item(id: &str) -> Option<&'static CheckItem> {
    ITEMS.iter().find(|item| item.id == id)
}
