//! Versions of one page or notice: which there are, and their words side by side.

mod chain;
mod diff;

use recourse_domain::records::{Evidence, Notice};
use recourse_domain::{RecordId, RecordKind};
use recourse_store::Heading;

use crate::documents::TextSource;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, evidence, reading, records};

pub use chain::{set, versions};
pub use diff::{Part, Row};

/// Two texts side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The record on the left.
    pub left: Heading,
    /// The record on the right.
    pub right: Heading,
    /// Paragraph by paragraph.
    pub rows: Vec<Row>,
    /// Words that only the right has.
    pub added: usize,
    /// Words that only the left has.
    pub removed: usize,
    /// Whether the words are the same, however they are broken into lines.
    pub same: bool,
    /// What was compared, in a sentence.
    pub about: String,
}

/// Lays the words of two notices or evidence items side by side.
///
/// # Errors
/// The same record twice, a record of another kind, one of which no words are known, or what the records said.
pub fn compare(session: &Session<Unlocked>, left: RecordId, right: RecordId) -> Result<Comparison> {
    if left == right {
        return Err(wrong("right", "Choose another record: this is the same one."));
    }
    let (one, two) = (words(session, left, "left")?, words(session, right, "right")?);
    let found = diff::compare(&one.text, &two.text);
    let said = |words: &Words| format!("of {} the words {}", words.heading.reference, words.from);
    Ok(Comparison {
        about: format!("Compared: {}; {}.", said(&one), said(&two)),
        left: one.heading,
        right: two.heading,
        rows: found.rows,
        added: found.added,
        removed: found.removed,
        same: found.same,
    })
}

struct Words {
    heading: Heading,
    text: String,
    from: &'static str,
}

/// The words of a notice or evidence item: those that were typed in, else the best of its files.
fn words(session: &Session<Unlocked>, id: RecordId, field: &'static str) -> Result<Words> {
    let heading = records::heading(session, id)?;
    let (typed, items) = match heading.reference.kind {
        RecordKind::Notice => {
            let notice = records::get::<Notice>(session, id)?;
            (notice.body.text, notice.evidence.iter().map(|link| link.evidence).collect())
        }
        RecordKind::Evidence => (records::get::<Evidence>(session, id)?.body.transcription, vec![id]),
        _ => return Err(wrong(field, "Only notices and evidence have versions.")),
    };
    if !typed.trim().is_empty() {
        return Ok(Words { heading, text: typed, from: "that were typed in" });
    }
    let mut pages = Vec::new();
    let mut by_machine = false;
    for item in items {
        for file in evidence::files(session, item)? {
            for (page, source) in reading::best_words(session, file.id)? {
                by_machine |= source == TextSource::Machine;
                pages.push(page.text);
            }
        }
    }
    let text = pages.join("\n\n");
    if text.trim().is_empty() {
        let message = format!("No words of {} are known yet. Type them in first.", heading.reference);
        return Err(Error::Field { field, message });
    }
    Ok(Words { heading, text, from: if by_machine { "read by machine" } else { "found in its files" } })
}

fn wrong(field: &'static str, message: &str) -> Error {
    Error::Field { field, message: message.to_owned() }
}
