//! Files in, and documents out to be looked at.

use recourse_contract::types::*;
use recourse_organiser::{documents, evidence, mailbox};
use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::{evidence_scheme, pickers};
use crate::failure::{cancelled, from_error, refusal};

/// Keeps files: those just dropped, or those the person now chooses.
pub fn files_keep<R: Runtime>(app: &AppHandle<R>, request: KeepFiles) -> Result<KeptFiles, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let paths = match &request.drop {
        Some(drop) => desk.drops().remove(drop).unwrap_or_default(),
        None => pickers::files(app, "Add files"),
    };
    let stop = desk.begin("files");
    // What is laid beside a record, or becomes something at once, is still asked about first where it is a whole mailbox.
    let (mailboxes, sources) = mailbox::set_aside(&paths);
    let mailboxes = super::mailbox::hold(&desk, mailboxes)?;
    let mut tell = |step: evidence::Step<'_>| {
        desk.touch();
        let progress = Progress {
            task: "files".into(),
            words: step.name.to_owned(),
            done: step.index as u64,
            total: step.of as u64,
            bytes: Some(step.bytes),
            of_bytes: None,
        };
        if let Err(error) = app.emit("progress", progress) {
            eprintln!("Recourse: {error}");
        }
    };
    let order =
        evidence::Order { claim: request.claim, to: request.to, filing: request.filing.map(recourse_contract::filing) };
    let kept = evidence::keep(&session, order, &sources, &mut tell, &stop);
    super::reading::begin_reading(app);
    let kept = kept.into_iter().map(|kept| recourse_contract::kept(&session, kept)).collect::<Result<_, _>>()?;
    Ok(KeptFiles { kept, mailboxes })
}

/// Opens a kept file to be looked at.
pub fn document_open<R: Runtime>(app: &AppHandle<R>, request: FileRef) -> Result<DocumentView, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let mut view = recourse_contract::document(&session, request.file)?;
    if matches!(view.showing, Showing::Pdf | Showing::Picture | Showing::Pictures | Showing::Sound | Showing::Film) {
        let token = evidence_scheme::token()?;
        let mut showings = desk.showings();
        // One document is looked at at a time: older tokens end here.
        showings.clear();
        showings.insert(token.clone(), request.file);
        view.url = Some(evidence_scheme::url(&token));
    }
    Ok(view)
}

/// Saves a copy of an original where the person says.
pub fn file_save_copy<R: Runtime>(app: &AppHandle<R>, request: FileRef) -> Result<Nothing, Failure> {
    let session = app.state::<Desk>().session()?;
    let name = documents::name(&session, request.file).map_err(|e| from_error(&e))?;
    let path = pickers::save(app, "Save a copy", &name).ok_or_else(|| cancelled("No copy was saved."))?;
    if path.starts_with(session.vault().folder()) {
        return Err(refusal("source", "Choose a place outside the vault."));
    }
    documents::save_copy(&session, request.file, &path).map_err(|e| from_error(&e))?;
    Ok(Nothing {})
}
