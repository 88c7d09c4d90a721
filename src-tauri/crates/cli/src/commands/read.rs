//! Words out of pictures.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use recourse_contract::types::Failure;
use recourse_organiser::reading::{self, Done, Engine};
use recourse_organiser::records;
use serde_json::json;

use super::Manner;
use crate::outcome::{Outcome, Trouble};
use crate::progress::Meter;
use crate::say;

/// Reads all that waits, and says what was found in each file.
pub fn read(manner: &Manner, vault: &Path) -> Result<Outcome, Trouble> {
    let engine = Engine::find().ok_or_else(|| {
        Trouble::Could(Failure {
            code: "no-reading-program".to_owned(),
            message: "The program that reads pictures, tesseract with English, is not installed on this computer."
                .to_owned(),
            advice: "Everything else works without it. On Debian: apt install tesseract-ocr tesseract-ocr-eng"
                .to_owned(),
            field: None,
        })
    })?;
    let session = manner.open(vault)?;
    let all = u64::from(reading::tally(&session)?.waiting);
    let meter = Meter::new();
    let mut results: Vec<Done> = Vec::new();
    let ended = reading::run(&session, &engine, &Arc::new(AtomicBool::new(false)), &mut |done| {
        results.push(done);
        meter.tell("Reading by machine", results.len() as u64, all);
    });
    drop(meter);
    let mut all_read = true;
    for Done { file, outcome } in &results {
        let reference = records::heading(&session, file.evidence)?.reference.to_string();
        let (state, words, problem) = match outcome {
            reading::Outcome::Read { words, .. } => ("read", *words, None),
            reading::Outcome::Nothing => ("nothing_found", 0, None),
            reading::Outcome::Failed(problem) => ("failed", 0, Some(problem)),
        };
        all_read &= problem.is_none();
        if manner.json {
            let text = reading::best_words(&session, file.id)?;
            let text: Vec<_> =
                text.into_iter().map(|(page, _)| json!({ "page": page.page, "text": page.text })).collect();
            say::json(&json!({
                "ref": reference, "file": file.id, "name": file.name, "state": state, "words": words, "text": text,
                "problem": problem,
            }))?;
        } else {
            say::line(&format!("{reference}  {}: {}", file.name, in_words(outcome)))?;
        }
    }
    session.lock()?;
    ended?;
    Ok(if all_read { Outcome::Done } else { Outcome::No })
}

fn in_words(outcome: &reading::Outcome) -> String {
    match outcome {
        reading::Outcome::Read { words, pages: 1 } => format!("{words} words"),
        reading::Outcome::Read { words, pages } => format!("{words} words on {pages} pages"),
        reading::Outcome::Nothing => "no words were found".to_owned(),
        reading::Outcome::Failed(problem) => problem.clone(),
    }
}
