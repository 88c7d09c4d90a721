//! What each letter says. Pure: the same facts give the same words.

mod access;
mod chaser;
mod complaint;
mod paper;
mod questions;
mod regulator;
mod solicitor;

use recourse_domain::RecordId;
use recourse_domain::choices::LetterOutKind;

use super::Facts;
use paper::Paper;

/// The words of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Subject line or heading.
    pub subject: String,
    /// The words, an empty line between two paragraphs.
    pub text: String,
    /// The law it rests on, a line for the person; empty where there is none.
    pub law: String,
    /// The records its facts come from, each once.
    pub uses: Vec<RecordId>,
}

/// Writes a letter.
pub fn write(kind: LetterOutKind, facts: &Facts) -> Words {
    match kind {
        LetterOutKind::Access => access::write(facts),
        LetterOutKind::Questions => questions::write(facts),
        LetterOutKind::Chaser => chaser::write(facts),
        LetterOutKind::Complaint => complaint::write(facts),
        LetterOutKind::RegulatorComplaint => regulator::write(facts),
        LetterOutKind::SolicitorNote => solicitor::write(facts),
    }
}

/// The boxes that are still to be filled in some words: what stands between `[` and `]` on one line.
pub fn boxes(text: &str) -> Vec<String> {
    let in_line = |line: &str| {
        let mut found = Vec::new();
        let mut rest = line.to_owned();
        while let Some((_, after)) = rest.split_once('[') {
            let Some((inside, behind)) = after.split_once(']') else { break };
            if !inside.trim().is_empty() {
                found.push(inside.trim().to_owned());
            }
            rest = behind.to_owned();
        }
        found
    };
    text.lines().flat_map(in_line).collect()
}
