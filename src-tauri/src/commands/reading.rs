//! Reading pictures by machine, and files that need a password.

use recourse_contract::types::*;
use tauri::{AppHandle, Runtime};

use crate::failure::refusal;

/// How far the machine has come with the pictures of the vault.
pub fn reading_state<R: Runtime>(_: &AppHandle<R>, _: Nothing) -> Result<ReadingState, Failure> {
    Ok(ReadingState::default())
}

/// Opens a locked file with its password, which is kept in memory only.
pub fn document_unlock<R: Runtime>(_: &AppHandle<R>, _: FilePassword) -> Result<DocumentView, Failure> {
    Err(refusal("locked-file", "Passwords are not asked for yet."))
}
