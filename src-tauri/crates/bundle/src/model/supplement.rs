//! A bundle that adds to one that has gone out, without renumbering it.

use chrono::NaiveDate;
use serde_json::{Value, json};

/// Late documents only. Their pages are numbered `1-A`, `2-A`, …, so that no number stands twice ("General guidance on electronic court
/// bundles", 29 November 2021: late documents come at the end and what was numbered stays as it is).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// `A` for the first, `B` for the one after it, up to `Z`.
    pub letter: char,
    /// The day the bundle it adds to carries, `YYYY-MM-DD`.
    pub to_date: String,
    /// How many pages that bundle has.
    pub to_pages: u64,
    /// SHA-256 of its PDF.
    pub to_sha256: String,
    /// Every document that has gone out before, in that bundle and those before it.
    pub gone: Vec<Gone>,
}

/// A document that has gone out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its readable reference.
    pub reference: String,
    /// SHA-256 of its files.
    pub files: Vec<String>,
}

impl Gone {
    /// As `claim.json` says it.
    fn value(&self) -> Value {
        json!({"reference": self.reference, "files": self.files})
    }
}

impl Supplement {
    /// As `claim.json` says it.
    pub(crate) fn value(&self) -> Value {
        json!({
            "letter": self.letter.to_string(),
            "to": {"date": self.to_date, "pages": self.to_pages, "sha256": self.to_sha256},
            "gone": self.gone.iter().map(Gone::value).collect::<Vec<_>>(),
        })
    }

    /// The day of the bundle it adds to, in words.
    pub(crate) fn to_day(&self) -> String {
        NaiveDate::parse_from_str(&self.to_date, "%Y-%m-%d")
            .map_or_else(|_| self.to_date.clone(), |day| day.format("%-d %B %Y").to_string())
    }

    /// "Supplement A to the claim bundle".
    pub(crate) fn kind(&self) -> String {
        format!("Supplement {} to the claim bundle", self.letter)
    }
}
