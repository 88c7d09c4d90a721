//! A letter of the claimant's own, written from the record.

use recourse_contract::rooms;
use recourse_contract::types::{LetterOutFile, LetterOutQuestion};
use recourse_domain::choices::LetterOutKind;
use recourse_organiser::{records, timeline};

use super::{Manner, choice};
use crate::arguments::Write;
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// Writes a letter: says its words, or makes the files asked for. Nothing is put on record by this.
pub fn write(manner: &Manner, order: &Write) -> Result<Outcome, Trouble> {
    let kind = choice(LetterOutKind::from_code(&order.kind), &order.kind, "letter")?;
    let session = manner.open(&order.vault)?;
    let claim = manner.claim(&session)?;
    let letter = match order.about {
        Some(reference) => Some(records::find(&session, reference)?.id),
        None => None,
    };
    let question = LetterOutQuestion { claim, kind, letter, party: None, questions: None };
    let view = rooms::letter_out_begin(&session, question)?;
    for path in &order.out {
        let format = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let (_, bytes) = rooms::letter_out_file(&session, LetterOutFile { form: view.form.clone(), format })?;
        timeline::save(path, &bytes)?;
    }
    session.lock()?;
    if manner.json {
        say::json(&view)?;
    } else if order.out.is_empty() {
        say::line(&format!("To: {}", view.form.to.replace('\n', ", ")))?;
        say::line(&format!("Subject: {}\n\n{}", view.form.subject, view.form.text))?;
    }
    Ok(Outcome::Done)
}
