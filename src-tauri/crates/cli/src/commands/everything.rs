//! Everything in plain files.

use std::ops::ControlFlow;

use recourse_organiser::bundles;
use serde_json::json;

use super::Manner;
use crate::arguments::Export;
use crate::outcome::{Outcome, Trouble};
use crate::progress::Meter;
use crate::say;

/// Saves everything in the vault without encryption, and says so.
pub fn everything(manner: &Manner, order: &Export) -> Result<Outcome, Trouble> {
    let session = manner.open(&order.vault)?;
    let meter = Meter::new();
    let saved = bundles::everything(&session, &order.out, &|step| {
        meter.tell(step.words, step.done, step.of);
        ControlFlow::Continue(())
    });
    drop(meter);
    session.lock()?;
    let saved = saved?;
    if manner.json {
        say::json(&json!({
            "folder": saved.folder,
            "encrypted": false,
            "claims": saved.claims,
            "files": saved.files,
            "bytes": saved.bytes,
            "problems": saved.problems,
        }))?;
    } else {
        for sentence in &saved.problems {
            say::line(sentence)?;
        }
        say::line(&format!("{}: {} claims, {} originals.", saved.folder.display(), saved.claims, saved.files))?;
        say::line("Nothing in this folder is encrypted. Whoever can open it can read all of it.")?;
    }
    Ok(if saved.problems.is_empty() { Outcome::Done } else { Outcome::No })
}
