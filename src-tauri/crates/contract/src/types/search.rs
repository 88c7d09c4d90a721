//! Finding by words.

use recourse_domain::{FileId, RecordId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecordLink;

/// Words to look for, as typed: words, "a phrase", and filters such as `from:name`, `kind:letter`, `before:2021-11-03`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchQuestion {
    /// What was typed; the last word may be unfinished.
    pub words: String,
    /// Only this claim; none looks in all.
    #[ts(type = "string | null")]
    pub claim: Option<RecordId>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchAnswer {
    /// The places, best first.
    pub hits: Vec<SearchHit>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// The filters as they were understood, a short phrase each: "from: Alder", "before 3 November 2021".
    pub filters: Vec<String>,
    /// What could not be understood, in a sentence; the rest was looked for all the same.
    pub problem: Option<String>,
}

/// One place where the words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// The record.
    pub record: RecordLink,
    /// Words around the place.
    pub snippet: Vec<SnippetPart>,
    /// The date by which the record stands in lists, in words; empty when undated.
    pub date: String,
    /// The file, where the words are in one.
    #[ts(type = "string | null")]
    pub file: Option<FileId>,
    /// That file's name.
    pub file_name: Option<String>,
    /// Page in that file.
    pub page: Option<u32>,
    /// Whether the words were read from a picture by machine.
    pub by_machine: bool,
}

/// A stretch of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnippetPart {
    /// The words.
    pub text: String,
    /// Whether they are the words looked for.
    pub found: bool,
}
