//! The near dates as a file for a calendar program.

use recourse_contract::rooms;
use recourse_contract::types::{ClaimRef, Failure, FileSaved};
use recourse_organiser::timeline;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::pickers;
use crate::failure::{from_error, refusal};

/// Saves the near dates. The file is made first, so that nobody is asked for a place in vain.
pub fn calendar_export<R: Runtime>(app: &AppHandle<R>, request: ClaimRef) -> Result<FileSaved, Failure> {
    let session = app.state::<Desk>().session()?;
    let bytes = rooms::calendar_file(&session, request)?;
    let Some(path) = pickers::save(app, "Save the dates", "dates.ics") else {
        return Ok(FileSaved { path: None });
    };
    if path.starts_with(session.vault().folder()) {
        return Err(refusal("source", "Choose a place outside the vault."));
    }
    timeline::save(&path, &bytes).map_err(|error| from_error(&error))?;
    Ok(FileSaved { path: Some(path.display().to_string()) })
}
