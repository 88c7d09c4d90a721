//! What comes out of reading one file.

use serde::{Deserialize, Serialize};

use crate::{Kind, MailDraft, MediaType, PictureFacts, Sniffed};

/// Everything that could be known about one file; the bounded JSON that a worker sends back.
///
/// A reading with a `problem` is still a reading: what could be known stands beside the sentence that says what could
/// not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The media type found in the bytes.
    pub media_type: MediaType,
    /// The family the file belongs to.
    pub kind: Kind,
    /// Number of pages, where the kind has pages.
    pub pages: Option<u32>,
    /// Length of a recording or film in seconds, where it can be known.
    #[serde(default)]
    pub seconds: Option<f64>,
    /// The words, page by page; kinds without pages put everything on page 1.
    pub text: Vec<PageText>,
    /// True where the words were longer than [`crate::limits::TEXT_BYTES`] and were cut.
    pub text_cut: bool,
    /// The mail, where the file is one.
    pub mail: Option<MailDraft>,
    /// Size and origin of the picture, where the file is one.
    pub picture: Option<PictureFacts>,
    /// Harmless HTML, where the file has any: no script, no style, no reference to anything outside.
    pub html: Option<String>,
    /// The title that the file gives itself (PDF information, HTML title); not a mail's subject.
    pub title: Option<String>,
    /// The address that a saved web page says it came from.
    pub address: Option<String>,
    /// What stood in the way, in a plain sentence.
    pub problem: Option<Problem>,
}

impl Reading {
    /// A reading that knows only what kind of file it is.
    #[must_use]
    pub fn bare(found: Sniffed) -> Self {
        Self {
            media_type: found.media_type,
            kind: found.kind,
            pages: None,
            seconds: None,
            text: Vec::new(),
            text_cut: false,
            mail: None,
            picture: None,
            html: None,
            title: None,
            address: None,
            problem: None,
        }
    }

    /// The same reading with a problem on it.
    #[must_use]
    pub fn with_problem(mut self, problem: Problem) -> Self {
        self.problem = Some(problem);
        self
    }

    /// Puts `words` on page 1, cut to the limit.
    pub(crate) fn set_plain_text(&mut self, words: &str) {
        let (kept, cut) = crate::limits::cut(words, crate::limits::TEXT_BYTES);
        self.text_cut |= cut;
        if !kept.trim().is_empty() {
            self.text = vec![PageText { page: 1, text: kept.to_owned() }];
        }
    }
}

/// The words of one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageText {
    /// Page number, from 1.
    pub page: u32,
    /// The words in reading order, lines ended by `\n`.
    pub text: String,
}

/// Why a file, or a part of it, could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{sentence}")]
pub struct Problem {
    /// The machine's word for it.
    pub code: ProblemCode,
    /// One plain sentence for a person.
    pub sentence: String,
}

impl Problem {
    /// A problem with its sentence.
    pub fn new(code: ProblemCode, sentence: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into() }
    }

    /// The file breaks the rules of its own format.
    #[must_use]
    pub fn damaged(what: &str) -> Self {
        Self::new(ProblemCode::Damaged, format!("This file could not be read: {what}."))
    }
}

/// The kinds of problem, as stable words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Needs a password.
    Locked,
    /// Breaks the rules of its own format.
    Damaged,
    /// Larger than the limits of reading.
    TooLarge,
    /// Recognised, kept, and not readable by this version.
    NotYet,
    /// A whole mailbox rather than one mail.
    Mailbox,
    /// The page or part that was asked for is not in the file.
    NotThere,
    /// The reading process died, ran out of time or memory, or answered nonsense.
    Unreadable,
    /// The job was asked for in a way that it does not know.
    BadRequest,
}
