//! Statements, questions and events in the chronology: the window shortens them, the bundle prints them whole. The diary has pages of its own.

use recourse_domain::{RecordId, RecordKind};

use super::say;
use crate::bundles::selection::Chosen;

/// What the bundle prints of a row.
pub(in crate::bundles) struct InFull {
    /// What happened, no word left out.
    pub event: String,
    /// Who said or asked it, or told whom.
    pub who: String,
    /// The document that goes and holds it.
    pub source: Option<String>,
}

/// The row of a statement, a question or an event in full; none for a record of another kind.
pub(in crate::bundles) fn in_full(chosen: &Chosen, record: RecordId, kind: RecordKind) -> Option<InFull> {
    match kind {
        RecordKind::Statement => {
            let statement = chosen.statements.iter().find(|entry| entry.id == record)?;
            let body = &statement.body;
            Some(InFull {
                event: format!("Statement {}: “{}”", statement.reference, body.words),
                who: format!("{}; {}", chosen.speaker(body), say::about(body)),
                source: chosen.rests_in(&statement.evidence, body.said_in),
            })
        }
        RecordKind::Question => {
            let question = chosen.questions.iter().find(|entry| entry.id == record)?;
            let body = &question.body;
            Some(InFull {
                event: format!("Question {} asked: “{}”", question.reference, body.text),
                who: format!("the claimant; {}", say::state(body.state)),
                source: chosen.rests_in(&question.evidence, body.asked_in),
            })
        }
        RecordKind::Event => {
            let event = chosen.events.iter().find(|entry| entry.id == record)?;
            let (from, to) = (chosen.named(event.body.told_by), chosen.named(event.body.told_to));
            Some(InFull {
                event: format!("{}: {}", event.reference, event.body.title),
                who: if to.is_empty() { from } else { format!("{from} → {to}") },
                source: chosen.rests_in(&event.evidence, None),
            })
        }
        RecordKind::DiaryEntry => {
            let entry = chosen.diary.iter().find(|entry| entry.id == record)?;
            Some(InFull {
                event: format!("Diary {}: the claimant’s own words stand under “Diary”", entry.reference),
                who: "the claimant".to_owned(),
                source: chosen.rests_in(&entry.evidence, None),
            })
        }
        _ => None,
    }
}
