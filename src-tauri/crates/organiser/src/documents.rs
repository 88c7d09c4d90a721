//! Kept files, to be looked at or handed out. The bytes in the vault never change.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use recourse_domain::FileId;
use recourse_domain::records::{EvidenceFile, PageText};
use recourse_intake::worker::{Picture, WorkerError};
pub use recourse_intake::{Kind, MailDraft, Problem, ProblemCode, Reading};
use recourse_store::StoreError;
pub use recourse_store::TextSource;
use recourse_vault::{ObjectId, ObjectReader, Secret, VaultError};

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

/// What stands in the way of showing a kept file, looked at anew: an earlier version may have known less.
///
/// # Errors
/// Where the original is missing or damaged.
pub fn problem(session: &Session<Unlocked>, file: &EvidenceFile) -> Result<Option<Problem>> {
    if file.media_type != "application/pdf" {
        return Ok(reading(session, file)?.problem);
    }
    // The words are kept already, or were too hard to find; the pages are what matters here.
    let original = session.vault().open_object(&object_of(file)?)?;
    Ok(match session.worker().count(&file.name, original) {
        Ok(reading) => reading.problem.filter(|problem| problem.code != ProblemCode::TooLarge),
        Err(error) => Some(error.into_problem()?),
    })
}

/// Whether a locked file's password was given since the vault was opened.
pub fn is_unlocked(session: &Session<Unlocked>, file: FileId) -> bool {
    session.knows_password(file)
}

/// Opens a locked PDF with its password. The password stays in memory until the vault is locked; the words that it
/// gives access to are kept and can be found, unless the vault is open for reading only. The original stays locked.
///
/// # Errors
/// A wrong password as an error of the field "password"; a file that is no PDF, or is missing or damaged.
pub fn unlock(session: &Session<Unlocked>, file: FileId, password: Secret<String>) -> Result<()> {
    let (kept, original) = original(session, file)?;
    let reading = session.worker().read_with_password(password.expose(), original)?;
    match reading.problem {
        Some(Problem { code: ProblemCode::Locked, .. }) => {
            let message = "This password does not open the document.".to_owned();
            return Err(Error::Field { field: "password", message });
        }
        Some(problem) => return Err(Error::Worker(WorkerError::Problem(problem))),
        None => {}
    }
    if !session.is_for_reading() {
        session.write("unlock file", |records| {
            records.update_file(&EvidenceFile { pages: evidence::pages(&reading), ..kept })?;
            evidence::set_text(records, file, &reading)
        })?;
    }
    session.remember_password(file, password);
    Ok(())
}

/// One page (from 1) of a kept picture or PDF as a picture whose longer edge has at most `max_edge` pixels.
///
/// # Errors
/// Where there is no such page, or the file cannot be shown.
pub fn page(session: &Session<Unlocked>, file: FileId, page: u32, max_edge: u32) -> Result<Picture> {
    let (kept, original) = original(session, file)?;
    if kept.media_type.starts_with("image/") {
        return Ok(session.worker().picture_page(page, kept.rotation, max_edge, original)?);
    }
    let worker = session.worker();
    let shown =
        session.with_password(file, |password| worker.render_page_with_password(password, page, max_edge, original));
    Ok(shown?)
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
