//! The timeline as a file.

use recourse_contract::types::{Failure, FileSaved, TimelineExport};
use tauri::{AppHandle, Runtime};

use crate::failure;

/// Saves the timeline as a picture or a table.
pub fn timeline_export<R: Runtime>(_: &AppHandle<R>, _: TimelineExport) -> Result<FileSaved, Failure> {
    Err(failure::refusal("no-such-command", "The timeline cannot be saved as a file yet."))
}
