//! The schedule of claimant information as a file.

use recourse_contract::rooms;
use recourse_contract::types::{ClaimRef, Failure, FileSaved};
use tauri::{AppHandle, Manager, Runtime};

use super::save_made;
use crate::desk::Desk;

/// Saves the schedule as a table.
pub fn schedule_export<R: Runtime>(app: &AppHandle<R>, request: ClaimRef) -> Result<FileSaved, Failure> {
    let session = app.state::<Desk>().session()?;
    let bytes = rooms::schedule_file(&session, request)?;
    save_made(app, "Save the schedule", "schedule-of-claimant-information.csv", &bytes)
}
