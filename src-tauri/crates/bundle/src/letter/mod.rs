//! A letter to go out: the person's own words as a PDF, as a Word file (ISO/IEC 29500-1) and as a mail that is not sent yet (RFC 5322).
//!
//! Words in, bytes out: no clock and no chance, so the same letter gives the same bytes.

mod docx;
mod eml;
mod pdf;

pub use docx::docx;
pub use eml::{addresses, eml};
pub use pdf::pdf;

use chrono::{DateTime, NaiveDate, Utc};

/// A letter as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Who it is from: the name, then ways to reach them, one a line.
    pub from: String,
    /// Who it is to: the name, then the address, one a line.
    pub to: String,
    /// The addresses that a mail goes to; may be empty.
    pub email: String,
    /// The day it carries.
    pub date: NaiveDate,
    /// Subject line or heading.
    pub subject: String,
    /// The words: paragraphs with an empty line between two of them.
    pub text: String,
    /// What only a mail carries.
    pub mail: MailMarks,
}

/// What only a mail carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailMarks {
    /// The instant of its `Date`.
    pub at: DateTime<Utc>,
    /// Its `Message-ID`, without angle brackets.
    pub message_id: String,
    /// The `Message-ID` of the mail it follows, without angle brackets.
    pub follows: Option<String>,
}

/// A letter could not be made into a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// No font can show these.
    #[error("A PDF cannot show these characters: {0}. Take them out, or save the letter as a Word file")]
    Unshown(String),
    /// The typesetter, or the packing of the file, refused.
    #[error("The letter could not be set: {0}")]
    NotSet(String),
}

impl Letter {
    /// The paragraphs, each with its lines.
    fn paragraphs(&self) -> Vec<Vec<&str>> {
        let mut paragraphs = vec![Vec::new()];
        for line in self.text.lines().map(str::trim_end) {
            match (line.is_empty(), paragraphs.last_mut()) {
                (false, Some(last)) => last.push(line),
                (true, Some(last)) if !last.is_empty() => paragraphs.push(Vec::new()),
                _ => {}
            }
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }

    /// The day in words.
    fn day(&self) -> String {
        self.date.format("%-d %B %Y").to_string()
    }
}

/// Words that stand on one line: every run of white space is one blank.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines that hold something.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}
