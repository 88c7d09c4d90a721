//! Bundles: made from a vault, made from files, checked.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use recourse_domain::choices::Audience;
use recourse_organiser::bundles;
use serde_json::json;

use super::{Manner, choice, day, worker};
use crate::arguments::Export;
use crate::outcome::{Outcome, Trouble};
use crate::progress::Meter;
use crate::say;

/// Makes the claim bundle.
pub fn export(manner: &Manner, order: &Export) -> Result<Outcome, Trouble> {
    let audience = choice(Audience::from_code(&order.audience), &order.audience, "audience")?;
    let date = day(order.date.as_deref())?;
    let session = Arc::new(manner.open(&order.vault)?);
    let claim = manner.claim(&session)?;
    let wanted = bundles::Order {
        claim,
        audience,
        date,
        folder: order.out.clone(),
        pdf_only: order.pdf_only,
        after: order.after.clone(),
    };
    let made = {
        let meter = Meter::new();
        bundles::make(&session, &wanted, &told(&meter))?
    };
    if let Ok(session) = Arc::try_unwrap(session) {
        session.lock()?;
    }
    let shown = recourse_contract::made(&made);
    if manner.json {
        say::json(&shown)?;
    } else {
        for path in shown.pdf.iter().chain(&shown.zip) {
            say::line(path)?;
        }
        say::line(&format!("{} pages, {} documents", shown.pages, shown.documents.len()))?;
        indirect(&shown.documents)?;
        for remark in &shown.remarks {
            say::line(remark)?;
        }
    }
    Ok(Outcome::Done)
}

/// Makes one numbered, linked PDF straight from files.
pub fn bundle(
    manner: &Manner,
    out: &Path,
    title: &str,
    date: Option<&str>,
    paths: &[PathBuf],
) -> Result<Outcome, Trouble> {
    let date = day(date)?;
    let build = {
        let meter = Meter::new();
        bundles::from_files(&worker(), title, date, paths, out, &told(&meter))?
    };
    let documents = recourse_contract::documents(&build);
    if manner.json {
        say::json(
            &json!({ "pdf": out, "pages": build.pages, "bytes": build.bytes, "sha256": build.sha256, "documents": documents }),
        )?;
    } else {
        say::line(&format!("{}: {} pages, {} documents", out.display(), build.pages, documents.len()))?;
        indirect(&documents)?;
    }
    Ok(Outcome::Done)
}

/// Says whether a bundle is whole and unchanged.
pub fn verify(manner: &Manner, path: &Path) -> Result<Outcome, Trouble> {
    let verdict = bundles::verify(path)?;
    if manner.json {
        say::json(&verdict)?;
    } else {
        for sentence in verdict.words() {
            say::line(&sentence)?;
        }
    }
    Ok(if verdict.whole { Outcome::Done } else { Outcome::No })
}

/// Names every document that needed a second way in.
fn indirect(documents: &[recourse_contract::types::MadeDocument]) -> Result<(), Trouble> {
    for document in documents {
        if let Some(reason) = &document.reason {
            say::line(&format!("{} {} ({}): {reason}", document.reference, document.title, document.way))?;
        }
    }
    Ok(())
}

fn told<'m>(meter: &'m Meter) -> impl Fn(bundles::Step<'_>) -> ControlFlow<()> + 'm {
    move |step| {
        meter.tell(step.words, step.done, step.of);
        ControlFlow::Continue(())
    }
}
