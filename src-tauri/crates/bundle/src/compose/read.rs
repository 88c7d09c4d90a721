//! Reads an original into memory and makes sure that it is still what it was.

use super::error::ComposeError;
use crate::digest::copy_hashed;
use crate::model::{Document, FileSource};
use crate::pdf::{PartBytes, PdfBytes};
use std::io;
use std::sync::Arc;

/// The largest file that is shown as pages, in bytes. A larger one gets a slip sheet.
pub(super) const LARGEST: u64 = 2 << 30;

/// The bytes, or a sentence that says why there are none.
///
/// # Errors
/// [`ComposeError::Changed`] when the bytes are not those that were added.
pub(super) fn read(document: &Document, file: &FileSource) -> Result<Result<Vec<u8>, String>, ComposeError> {
    if file.size > LARGEST {
        return Ok(Err("The file is too large to be shown as pages.".to_owned()));
    }
    match bytes(file) {
        Ok(bytes) => Ok(Ok(bytes)),
        Err(error) => match changed(&error) {
            Some(name) => Err(ComposeError::Changed { reference: document.reference.clone(), name }),
            None => Ok(Err(unreadable(&error))),
        },
    }
}

/// The same bytes read again when the pages are joined, so that they need not be held until then.
pub(super) fn later(file: &FileSource) -> PartBytes {
    let again = file.clone();
    PartBytes::again(file.size, &file.sha256, Arc::new(move || Ok(PdfBytes::from(bytes(&again)?))))
}

/// A sentence about a file that could not be read.
pub(super) fn unreadable(error: &io::Error) -> String {
    format!("The file could not be read: {error}.")
}

/// The name of the file, where reading failed because the bytes are not those that were added.
pub(super) fn changed(error: &io::Error) -> Option<String> {
    error.get_ref()?.downcast_ref::<NotAsAdded>().map(|NotAsAdded(name)| name.clone())
}

/// The bytes are not those that were added.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” has changed since it was added")]
struct NotAsAdded(String);

fn bytes(file: &FileSource) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(file.size).unwrap_or(0));
    let tally = copy_hashed(&mut *(file.open)()?, &mut bytes, |_| Ok(()))?;
    if tally.sha256.eq_ignore_ascii_case(&file.sha256) {
        Ok(bytes)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidData, NotAsAdded(file.name.clone())))
    }
}
