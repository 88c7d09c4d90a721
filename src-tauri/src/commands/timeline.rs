//! The timeline as a file.

use recourse_contract::rooms;
use recourse_contract::types::{Failure, FileSaved, TimelineExport};
use tauri::{AppHandle, Manager, Runtime};

use super::save_made;
use crate::desk::Desk;

/// Saves the timeline as a picture or a table. The file is made first, so that nobody is asked for a place in vain.
pub fn timeline_export<R: Runtime>(app: &AppHandle<R>, request: TimelineExport) -> Result<FileSaved, Failure> {
    let session = app.state::<Desk>().session()?;
    let what = if request.picture == "ladder" && request.format != "csv" { "who-knew-when" } else { "timeline" };
    let name = format!("{what}.{}", request.format);
    let bytes = rooms::timeline_file(&session, request)?;
    save_made(app, "Save the timeline", &name, &bytes)
}
