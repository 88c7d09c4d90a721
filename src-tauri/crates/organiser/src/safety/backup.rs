//! A backup: a copy of the vault that opens by itself with the same passphrase. Only what it lacks is written.

use std::path::{Path, PathBuf};

use chrono::SecondsFormat;
use recourse_domain::records::EvidenceFile;
use recourse_store::{Database, StoreError};
use recourse_vault::{Copied, CopyFolder, DATABASE_FILE, ObjectId, OpenVault, VaultError};

use super::proof::{Proved, is_damage, prove};
use super::{Step, Watch, copying, place, stamp, state, stopped};
use crate::check::{self, Check};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Files may come while the originals are being copied; then it is gone over once more, this often at most.
const ROUNDS: usize = 3;
/// What records are called while they are copied.
const RECORDS: &str = "records.db.new";

/// A backup that was made, or a vault made anew.
#[derive(Debug)]
pub struct Made {
    /// Its folder.
    pub folder: PathBuf,
    /// Sealed files newly written.
    pub new_files: usize,
    /// Bytes newly written, the records among them.
    pub bytes: u64,
    /// Sealed files that were there before.
    pub there: usize,
    /// Kept files on record in it.
    pub files: usize,
    /// Entries of the history in it.
    pub changes: u64,
    /// What is wrong, a sentence each.
    pub problems: Vec<String>,
    /// What is worth knowing, a sentence each.
    pub remarks: Vec<String>,
}

/// Makes a backup in `folder`, or brings the one there up to date, and notes where and when.
///
/// # Errors
/// A place that will not do, damaged records, a stop, or what a disk said. The last backup there is whole then.
pub fn make(session: &Session<Unlocked>, folder: &Path, watch: Watch<'_>) -> Result<Made> {
    let vault = session.vault();
    let mut copy = vault.begin_copy(&place::of(vault.folder(), folder)?).map_err(stopped)?;
    let mut remarks = Vec::new();
    let before = last(session, &copy, &mut remarks)?;
    let mut copied = vault.copy_originals(&mut copy, &mut copying(watch, "Copying the originals")).map_err(stopped)?;
    let records = copy.temporary(RECORDS);
    let mut proved = snapshot(session, &records, watch)?;
    for _ in 1..ROUNDS {
        if proved.files.iter().all(|file| holds(&copy, vault, file)) {
            break;
        }
        let more = vault.copy_originals(&mut copy, &mut copying(watch, "Copying the originals")).map_err(stopped)?;
        copied = Copied { files: copied.files + more.files, bytes: copied.bytes + more.bytes, ..more };
        proved = snapshot(session, &records, watch)?;
    }
    vault.copy_header(&mut copy)?;
    if before.is_none_or(|seq| seq != proved.head.seq) {
        copy.keep_earlier(&stamp(session.now()))?;
    }
    let made = finish(vault, copy, &records, (copied, proved), remarks)?;
    let at = session.now().to_rfc3339_opts(SecondsFormat::Secs, true);
    state::note(session, &made.folder, &at)?;
    // Only now is there a second copy that was proved: what was kept from before the last update is not needed any more.
    session.forget_records_before_updates();
    Ok(made)
}

/// Gives the copy its records and its name, then opens it by itself and looks whether every original on record is in it.
pub(super) fn finish(
    vault: &OpenVault,
    copy: CopyFolder,
    records: &Path,
    (copied, proved): (Copied, Proved),
    mut remarks: Vec<String>,
) -> Result<Made> {
    let bytes = copied.bytes + std::fs::metadata(records).map(|facts| facts.len()).unwrap_or_default();
    if copy.names_unsure() {
        remarks.push(
            "This disk does not say when names are safely written. Remove it only as your system tells you to."
                .to_owned(),
        );
    }
    for name in &copied.damaged_packs {
        remarks.push(format!("The pack of originals {name} is damaged in the vault and was not copied."));
    }
    for id in &copied.damaged {
        let name = proved.files.iter().find(|file| file.object == id.to_string()).map(|file| file.name.as_str());
        if let Some(name) = name {
            remarks.push(format!("{name}: the original is damaged in the vault and was not copied."));
        }
    }
    let folder = copy.finish(records)?;
    let opened = vault.open_copy(&folder)?;
    let mut found = Check::default();
    check::originals(&opened, &proved.files, false, &mut found, &mut check::unwatched)?;
    Ok(Made {
        folder,
        new_files: copied.files,
        bytes,
        there: copied.there,
        files: proved.files.len(),
        changes: proved.head.seq,
        problems: found.problems,
        remarks,
    })
}

/// The last entry of the history in the backup as it is. One that holds changes of its own is not written over.
fn last(session: &Session<Unlocked>, copy: &CopyFolder, remarks: &mut Vec<String>) -> Result<Option<u64>> {
    let Some(records) = copy.records() else { return Ok(None) };
    let key = session.vault().database_key();
    match settled(&records, session.vault()).and_then(|()| Database::head_of(&records, key)) {
        Ok(head) if session.read(|records| Ok(records.has_entry(&head)?))? => Ok(Some(head.seq)),
        Ok(_) => Err(VaultError::CopyChanged.into()),
        Err(error) if is_damage(&error) => {
            remarks.push("The records in the last backup were damaged. They were kept beside the new ones.".to_owned());
            Ok(None)
        }
        Err(other) => Err(at_copy(other)),
    }
}

/// A backup that was opened and not closed has a log, which is taken in.
fn settled(records: &Path, vault: &OpenVault) -> Result<(), StoreError> {
    let mut log = records.as_os_str().to_owned();
    log.push("-wal");
    if std::fs::metadata(log).is_ok_and(|log| log.len() > 0) {
        Database::open(records, vault.database_key())?.close()?;
    }
    Ok(())
}

/// The records as they are now, written where the copy lies, and proved there.
fn snapshot(session: &Session<Unlocked>, records: &Path, watch: Watch<'_>) -> Result<Proved> {
    if watch(Step { words: "Copying the records", done: 0, of: 0 }).is_break() {
        return Err(Error::Cancelled);
    }
    session.database().copy_to(records).map_err(at_copy)?;
    match prove(records, session.vault()) {
        Err(Error::Store(error)) if is_damage(&error) => Err(Error::NotBackedUp),
        Err(Error::Store(other)) => Err(at_copy(other)),
        other => other,
    }
}

fn holds(copy: &CopyFolder, vault: &OpenVault, file: &EvidenceFile) -> bool {
    // What is in neither is not waited for; the check at the end names it.
    file.object.parse::<ObjectId>().is_ok_and(|id| copy.holds(vault, &id) || !vault.object_exists(&id))
}

/// A failure of the disk that the copy lies on.
pub(super) fn at_copy(error: StoreError) -> Error {
    match error {
        StoreError::DiskFull => VaultError::CopyFull.into(),
        StoreError::ReadOnly | StoreError::NoPermission => VaultError::CopyForbidden.into(),
        StoreError::Io { source, .. } => VaultError::CopyFailed { source }.into(),
        StoreError::CannotOpen => VaultError::CopyFailed { source: std::io::Error::other(DATABASE_FILE) }.into(),
        other => other.into(),
    }
}
