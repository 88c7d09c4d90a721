//! Engine two: another reader, another understanding of broken files. It writes the document anew for engine one to read.

use lopdf::{Document, Error};

use super::guard;
use super::refused::{Refused, RefusedKind};

/// Reads a document with the second engine and writes it out whole. The original stays as it is; this is a stand-in for the bundle.
///
/// Uses much more memory and time than engine one and may fail badly on hostile input: run it in a worker process with limits.
///
/// # Errors
/// [`RefusedKind::Encrypted`], [`RefusedKind::NoPages`], [`RefusedKind::Damaged`], [`RefusedKind::Failed`].
pub fn rewrite_with_second_engine(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    guard::on_big_stack(|| rewrite(bytes))?
}

fn rewrite(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut document = Document::load_mem(bytes).map_err(|error| in_words(&error))?;
    if document.is_encrypted() {
        document.decrypt("").map_err(|_| locked())?;
    }
    if document.get_pages().is_empty() {
        return Err(Refused::new(RefusedKind::NoPages, "The second reader found no pages."));
    }
    let mut out = Vec::with_capacity(bytes.len());
    document.save_to(&mut out).map_err(|_| Refused::damaged("The second reader could not write the document anew."))?;
    Ok(out)
}

fn locked() -> Refused {
    Refused::new(RefusedKind::Encrypted, "The file is locked with a password.")
}

fn in_words(error: &Error) -> Refused {
    match error {
        Error::Decryption(_) | Error::InvalidPassword => locked(),
        _ => Refused::damaged("The second reader could not read the file either."),
    }
}
