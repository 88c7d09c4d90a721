//! Words of a document: who read them, reading pictures by machine, and correcting by hand.

use recourse_domain::FileId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the words of a page come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordsFrom {
    /// The file itself holds them.
    File,
    /// A program read them in a picture; they may be wrong.
    Machine,
    /// The person typed or corrected them.
    Person,
}

/// Words of one page. Where several are known, these are the best: the person's, else the file's, else the machine's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PageWords {
    /// Page, from 1.
    pub page: u32,
    /// The words.
    pub text: String,
    /// Where they come from.
    pub from: WordsFrom,
}

/// The words of one page as the person corrected them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WordsSave {
    /// The file.
    #[ts(type = "string")]
    pub file: FileId,
    /// Page, from 1.
    pub page: u32,
    /// The words; none takes the correction back.
    pub text: Option<String>,
}

/// How far the machine has come with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MachineReading {
    /// Not needed: the file has words of its own, or nothing that could be read so.
    NotNeeded,
    /// Waits for its turn.
    Waiting,
    /// Done; words were found.
    Read,
    /// Done; no words were found.
    NothingFound,
    /// It could not be done.
    Failed,
}

/// How far the machine has come with the whole vault.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadingState {
    /// Whether the reading program (tesseract with English) is installed.
    pub installed: bool,
    /// Whether it is at work now.
    pub working: bool,
    /// Files that wait.
    pub waiting: u32,
    /// Files done.
    pub done: u32,
    /// Files that could not be read.
    pub failed: u32,
}
