//! A letter of the claimant's own, written from the record.

use std::path::PathBuf;

use clap::Args;
use recourse_contract::rooms;
use recourse_contract::types::{LetterOutFile, LetterOutQuestion};
use recourse_domain::Reference;
use recourse_domain::choices::LetterOutKind;
use recourse_organiser::{records, timeline};

use super::{Manner, choice};
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// A letter to write.
#[derive(Debug, Args)]
pub struct Write {
    pub vault: PathBuf,
    /// access, questions, chaser, complaint, regulator-complaint or solicitor-note.
    pub kind: String,
    /// The letter to ask again about, for example C-001.
    #[arg(long)]
    pub about: Option<Reference>,
    /// A file to make: its ending (.docx, .pdf, .eml, .txt) says which kind; may be given more than once.
    #[arg(long)]
    pub out: Vec<PathBuf>,
}

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
