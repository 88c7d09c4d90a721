//! The language of the search box: words, "phrases", words to leave out, and filters. What was understood is said back; what was not is said too, and
//! the rest is looked for all the same.
//!
//! | typed | means |
//! |---|---|
//! | `access list` | both words, each possibly the beginning of a longer one |
//! | `"personal data"` | these words one after the other, exactly; the last of an unfinished phrase may go on |
//! | `-loyalty`, `-"loyalty card"` | nothing that has this |
//! | `from:` `to:` | who sent it, to whom |
//! | `kind:` | what it is: notice, letter, e-mail, photo … ; several mean any of them |
//! | `before:` `after:` `on:` | when, in the date language; words joined by hyphens or in quotes |
//! | `in:E-014` | only this record |
//! | `is:undated` `is:waiting` `has:file` | what it lacks or has |

mod kinds;
mod parse;
mod said;

use chrono::NaiveDate;

pub use kinds::KindWanted;
pub use parse::{SearchProblem, parse};
pub use said::days_in_words;

use crate::ids::Reference;

/// What was typed, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// All of these must be there.
    pub terms: Vec<Term>,
    /// None of these may be there.
    pub without: Vec<Term>,
    /// The record that was named alone, such as `N-003`; it is shown first.
    pub named: Option<Reference>,
    /// What must hold besides.
    pub filters: Filters,
    /// What could not be understood; the first is said.
    pub problem: Option<SearchProblem>,
}

/// A word, or words one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The words as typed, without their quotes.
    pub text: String,
    /// Whether it was a phrase in quotes.
    pub phrase: bool,
    /// Whether the last word may be the beginning of a longer one.
    pub open: bool,
}

/// What must hold of a record besides its words. Every field that is filled in must hold; of several kinds or references any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Who sent it, or where it was obtained: all of these words or beginnings of words.
    pub from: Vec<String>,
    /// To whom it went.
    pub to: Vec<String>,
    /// What it is.
    pub kinds: Vec<KindWanted>,
    /// Its last possible day lies before this one.
    pub before: Option<NaiveDate>,
    /// Its first possible day lies after this one.
    pub after: Option<NaiveDate>,
    /// It may have been on one of these days, first to last.
    pub on: Option<(NaiveDate, NaiveDate)>,
    /// One of these records.
    pub records: Vec<Reference>,
    /// It has no date.
    pub undated: bool,
    /// It waits in the inbox.
    pub waiting: bool,
    /// It has a file, or rests on one.
    pub has_file: bool,
    /// The filters as they were understood, a short phrase each, in the order typed.
    pub said: Vec<String>,
}

impl Query {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.named.is_none() && self.filters.are_none()
    }

    /// What was understood besides plain words, a short phrase each: "from: Alder", "before 3 November 2021".
    pub fn said_back(&self) -> Vec<String> {
        let left_out = self.without.iter().map(|term| format!("without “{}”", term.text));
        self.filters.said.iter().cloned().chain(left_out).collect()
    }
}

impl Filters {
    /// Whether there is no filter.
    pub fn are_none(&self) -> bool {
        let Self { said: _, from, to, kinds, before, after, on, records, undated, waiting, has_file } = self;
        from.is_empty()
            && to.is_empty()
            && kinds.is_empty()
            && (before, after, on) == (&None, &None, &None)
            && records.is_empty()
            && !(*undated || *waiting || *has_file)
    }
}

#[cfg(test)]
mod tests;
