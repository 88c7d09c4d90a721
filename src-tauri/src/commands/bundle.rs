//! Making a bundle.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use recourse_contract::types::*;
use recourse_organiser::bundles;
use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::pickers;
use crate::failure::{cancelled, from_error};

/// Makes a bundle in a folder that the person chooses.
pub fn bundle_make<R: Runtime>(app: &AppHandle<R>, request: BundleOrder) -> Result<BundleMade, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let Some(folder) = pickers::folder(app, "Where should the bundle be put?") else {
        return Err(cancelled("No folder was chosen, so no bundle was made."));
    };
    let stop = desk.begin("bundle");
    let date = recourse_contract::dates::day(request.date.as_deref(), "date")?.unwrap_or_else(|| session.today());
    let order = bundles::Order { claim: request.claim, audience: request.audience, date, folder, pdf_only: false };
    let tell = |step: bundles::Step<'_>| {
        desk.touch();
        let progress = Progress {
            task: "bundle".into(),
            words: step.words.to_owned(),
            done: step.done,
            total: step.of,
            bytes: None,
            of_bytes: None,
        };
        if let Err(error) = app.emit("progress", progress) {
            eprintln!("Recourse: {error}");
        }
        if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let made = bundles::make(&session, &order, &tell).map_err(|e| from_error(&e))?;
    Ok(recourse_contract::made(&made))
}
