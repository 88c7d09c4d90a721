//! Kept files, to be looked at or handed out. The bytes in the vault never change.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use recourse_domain::FileId;
use recourse_domain::records::{EvidenceFile, PageText};
pub use recourse_intake::{Kind, MailDraft, Reading};
use recourse_store::StoreError;
pub use recourse_store::TextSource;
use recourse_vault::{ObjectId, ObjectReader, VaultError};

use crate::session::{Session, Unlocked};
use crate::{Error, Result, evidence};

/// A kept file's record and its bytes, decrypted as they are read.
///
/// # Errors
/// Where there is no such file, or the original is missing or damaged.
pub fn original(session: &Session<Unlocked>, file: FileId) -> Result<(EvidenceFile, ObjectReader)> {
    let kept = get(session, file)?;
    let reader = session.vault().open_object(&object_of(&kept)?)?;
    Ok((kept, reader))
}

/// A kept file's record.
///
/// # Errors
/// Where there is no such file.
pub fn get(session: &Session<Unlocked>, file: FileId) -> Result<EvidenceFile> {
    session.read(|records| Ok(records.file(file)?.ok_or(StoreError::NoSuchFile(file))?))
}

/// The name a kept file had when it was added.
///
/// # Errors
/// Where there is no such file.
pub fn name(session: &Session<Unlocked>, file: FileId) -> Result<String> {
    Ok(get(session, file)?.name)
}

/// The words kept with a file, page by page.
///
/// # Errors
/// What the records said.
pub fn text(session: &Session<Unlocked>, file: FileId) -> Result<Vec<(PageText, TextSource)>> {
    session.read(|records| Ok(records.file_text(file)?))
}

/// What is in a kept file, read anew in the worker.
///
/// # Errors
/// Where the original is missing or damaged.
pub fn reading(session: &Session<Unlocked>, file: &EvidenceFile) -> Result<Reading> {
    evidence::read(session, &object_of(file)?, &file.name)
}

/// Writes a copy of an original, checked against its hash. A file that is there already is refused.
///
/// # Errors
/// Where it cannot be written; nothing half-written is left.
pub fn save_copy(session: &Session<Unlocked>, file: FileId, to: &Path) -> Result<()> {
    let (_, mut reader) = original(session, file)?;
    let failed = |source| Error::Write { what: "The copy", source };
    let mut out = OpenOptions::new().write(true).create_new(true).open(to).map_err(failed)?;
    let written = io::copy(&mut reader, &mut out).and_then(|_| out.flush()).and_then(|()| out.sync_all());
    if let Err(error) = written {
        drop(out);
        // The error is what the person must know; a leftover that cannot be removed is named by it.
        let _ = std::fs::remove_file(to);
        return Err(failed(error));
    }
    Ok(())
}

/// The vault's name for a kept file's bytes.
pub(crate) fn object_of(file: &EvidenceFile) -> Result<ObjectId> {
    file.object.parse().map_err(|_| Error::Vault(VaultError::ObjectMissing))
}
