//! Rows of the pages on what it did to a life. Every word of the claimant stands as it was written; nothing is rounded, merged or valued.

use super::DateWords;

/// Losses, time, protective steps and the diary, for their pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effects {
    /// Losses.
    pub losses: Ledger,
    /// Time spent.
    pub time: Ledger,
    /// Protective steps.
    pub steps: Ledger,
    /// The diary.
    pub diary: Ledger,
}

/// Entries of one kind, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// What they come to, a line each; none where nothing is added up.
    pub totals: Vec<Total>,
    /// The entries, undated ones last.
    pub entries: Vec<Account>,
}

/// What some of the entries come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Total {
    /// Which entries ("fee").
    pub label: String,
    /// What they come to; amounts of several currencies stand beside each other.
    pub figures: Vec<String>,
    /// What came back of it.
    pub back: Vec<String>,
    /// What stands beside the figures ("1 without an amount"); may be empty.
    pub beside: String,
}

/// One entry in the claimant's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Its reference ("L-001").
    pub reference: String,
    /// What it was, in a line; empty where its words say it.
    pub title: String,
    /// When it happened.
    pub date: DateWords,
    /// The amount or the length of time; may be empty.
    pub figure: String,
    /// When it was written down, in words; empty where that is not printed.
    pub written: String,
    /// That it was written a good while after ("written 12 days after"); may be empty.
    pub after: String,
    /// The words, verbatim, with their line breaks.
    pub words: String,
    /// What else is on record of it, as name and value, verbatim.
    pub facts: Vec<(String, String)>,
    /// Words that it had before: since when, and the words.
    pub before: Vec<(String, String)>,
    /// References of the documents of this bundle that are its proof.
    pub sources: Vec<String>,
}
