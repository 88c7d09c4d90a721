//! A bundle: how long it would be, a document of it as it will be, and making it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use recourse_contract::types::*;
use recourse_organiser::bundles;
use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::{evidence_scheme, pickers};
use crate::failure::{cancelled, from_error};

/// The task that counts pages. A later count stops an earlier one, whose answer nobody waits for any more.
const COUNTING: &str = "bundle-pages";
/// The same for the pages that are looked at.
const SHOWING: &str = "bundle-show";

/// Makes a bundle in a folder that the person chooses.
pub fn bundle_make<R: Runtime>(app: &AppHandle<R>, request: BundleOrder) -> Result<BundleMade, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let after = if request.supplement {
        let Some(earlier) = pickers::files(app, "Which bundle has gone out? Choose its ZIP").into_iter().next() else {
            return Err(cancelled("No bundle was chosen, so nothing was made."));
        };
        Some(earlier)
    } else {
        None
    };
    let Some(folder) = pickers::folder(app, "Where should the bundle be put?") else {
        return Err(cancelled("No folder was chosen, so no bundle was made."));
    };
    let stop = desk.begin("bundle");
    let date = recourse_contract::dates::day(request.date.as_deref(), "date")?.unwrap_or_else(|| session.today());
    let order =
        bundles::Order { claim: request.claim, audience: request.audience, date, folder, pdf_only: false, after };
    desk.stop(COUNTING);
    let tell = |step: bundles::Step<'_>| {
        desk.touch();
        let by_size = step.unit == bundles::Unit::Bytes;
        let progress = Progress {
            task: "bundle".into(),
            words: step.words.to_owned(),
            done: if by_size { 0 } else { step.done },
            total: if by_size { 0 } else { step.of },
            bytes: by_size.then_some(step.done),
            of_bytes: by_size.then_some(step.of),
        };
        if let Err(error) = app.emit("progress", progress) {
            eprintln!("Recourse: {error}");
        }
        go_on(&stop)
    };
    let made = bundles::make(&session, &order, &tell).map_err(|e| from_error(&e))?;
    Ok(recourse_contract::made(&made))
}

/// Lays a bundle out without writing it.
pub fn bundle_pages<R: Runtime>(app: &AppHandle<R>, request: BundleQuestion) -> Result<BundlePages, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    desk.stop(COUNTING);
    let stop = desk.begin(COUNTING);
    let laid = bundles::lay_out(&session, request.claim, request.audience, &|| go_on(&stop));
    Ok(recourse_contract::laid(&laid.map_err(|e| from_error(&e))?))
}

/// Makes the pages of one document as they will be, and says where the page reads them.
pub fn bundle_show<R: Runtime>(app: &AppHandle<R>, request: BundleShow) -> Result<BundleShown, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    desk.stop(SHOWING);
    let stop = desk.begin(SHOWING);
    let of = (request.claim, request.audience);
    let bytes = bundles::show(&session, of, request.id, request.first_page, &|| go_on(&stop));
    let bytes = bytes.map_err(|e| from_error(&e))?;
    let token = evidence_scheme::token()?;
    let url = evidence_scheme::url(&token);
    // A lock meanwhile has forgotten everything, and nothing is put back.
    if go_on(&stop).is_continue() {
        *desk.proof() = Some((token, bytes));
    }
    Ok(BundleShown { url })
}

fn go_on(stop: &AtomicBool) -> ControlFlow<()> {
    if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}
