//! Reading pictures by machine, and files that need a password.

use recourse_contract::types::*;
use recourse_organiser::documents;
use recourse_vault::Secret;
use tauri::{AppHandle, Manager, Runtime};

use super::files::document_open;
use crate::desk::Desk;
use crate::failure::from_error;

/// How far the machine has come with the pictures of the vault.
pub fn reading_state<R: Runtime>(_: &AppHandle<R>, _: Nothing) -> Result<ReadingState, Failure> {
    Ok(ReadingState::default())
}

/// Opens a locked file with its password, which is kept in memory only.
pub fn document_unlock<R: Runtime>(app: &AppHandle<R>, request: FilePassword) -> Result<DocumentView, Failure> {
    let FilePassword { file, password } = request;
    let session = app.state::<Desk>().session()?;
    documents::unlock(&session, file, Secret::new(password)).map_err(|error| from_error(&error))?;
    document_open(app, FileRef { file })
}
