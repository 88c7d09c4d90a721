//! The timeline as a file.

use recourse_contract::rooms;
use recourse_contract::types::{Failure, FileSaved, TimelineExport};
use recourse_organiser::timeline;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::pickers;
use crate::failure::{from_error, refusal};

/// Saves the timeline as a picture or a table. The file is made first, so that nobody is asked for a place in vain.
pub fn timeline_export<R: Runtime>(app: &AppHandle<R>, request: TimelineExport) -> Result<FileSaved, Failure> {
    let session = app.state::<Desk>().session()?;
    let what = if request.picture == "ladder" && request.format != "csv" { "who-knew-when" } else { "timeline" };
    let name = format!("{what}.{}", request.format);
    let bytes = rooms::timeline_file(&session, request)?;
    let Some(path) = pickers::save(app, "Save the timeline", &name) else {
        return Ok(FileSaved { path: None });
    };
    if path.starts_with(session.vault().folder()) {
        return Err(refusal("source", "Choose a place outside the vault."));
    }
    timeline::save(&path, &bytes).map_err(|error| from_error(&error))?;
    Ok(FileSaved { path: Some(path.display().to_string()) })
}
