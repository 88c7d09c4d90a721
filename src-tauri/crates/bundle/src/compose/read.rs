//! Reads an original into memory and makes sure that it is still what it was.

use super::error::ComposeError;
use crate::digest::copy_hashed;
use crate::model::{Document, FileSource};

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
    let mut bytes = Vec::with_capacity(usize::try_from(file.size).unwrap_or(0));
    let read = (file.open)().and_then(|mut from| copy_hashed(&mut *from, &mut bytes, |_| Ok(())));
    match read {
        Err(error) => Ok(Err(format!("The file could not be read: {error}."))),
        Ok(tally) if tally.sha256.eq_ignore_ascii_case(&file.sha256) => Ok(Ok(bytes)),
        Ok(_) => Err(ComposeError::Changed { reference: document.reference.clone(), name: file.name.clone() }),
    }
}
