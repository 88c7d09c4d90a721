//! A letter of the person's own as a file.

use recourse_contract::rooms;
use recourse_contract::types::{Failure, FileSaved, LetterOutFile};
use tauri::{AppHandle, Manager, Runtime};

use super::save_made;
use crate::desk::Desk;

/// Saves a letter as a file. It is made first, so that nobody is asked for a place in vain.
pub fn letter_out_save<R: Runtime>(app: &AppHandle<R>, request: LetterOutFile) -> Result<FileSaved, Failure> {
    let session = app.state::<Desk>().session()?;
    let (name, bytes) = rooms::letter_out_file(&session, request)?;
    save_made(app, "Save the letter", &name, &bytes)
}
