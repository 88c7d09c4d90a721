//! Proving records and originals: opened with the key, followed, compared.

use std::path::Path;

use recourse_domain::records::EvidenceFile;
use recourse_store::{ChainCheck, ChainHead, Database, StoreError};
use recourse_vault::{DATABASE_FILE, OpenVault, VaultError};

use super::{Step, Watch, stopped};
use crate::check::{self, Check};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Records that opened, passed their seals and have an unbroken history.
pub(super) struct Proved {
    /// The end of their history.
    pub head: ChainHead,
    /// The files on record.
    pub files: Vec<EvidenceFile>,
}

/// Opens records, which nobody else has open, and proves them; an earlier schema is brought up to date. They are closed again.
pub(super) fn prove(records: &Path, vault: &OpenVault) -> Result<Proved> {
    let database = Database::open(records, vault.database_key())?;
    if !database.integrity()?.is_sound() {
        return Err(StoreError::Damaged.into());
    }
    let ChainCheck::Sound(head) = database.reading().verify_chain(vault.change_key())? else {
        return Err(StoreError::Damaged.into());
    };
    let files = database.reading().all_files()?;
    database.close()?;
    Ok(Proved { head, files })
}

/// Whether an error says that records are damaged or are not there.
pub(super) const fn is_damage(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Damaged
            | StoreError::WrongKey
            | StoreError::NotADatabase
            | StoreError::Missing
            | StoreError::Unreadable(_)
    )
}

/// A backup that was tried.
#[derive(Debug)]
pub struct Tested {
    /// What was found in it; every original was decrypted and compared.
    pub check: Check,
    /// Changes in the vault that it does not hold yet.
    pub behind: u64,
}

/// Tries a backup with the keys of the open vault: opens it, follows its history, decrypts every original and compares it. Its records are
/// read from a copy of them, so that trying changes nothing.
///
/// # Errors
/// Where it is no backup of this vault, or cannot be read at all; damage is an answer.
pub fn test(session: &Session<Unlocked>, backup: &Path, watch: Watch<'_>) -> Result<Tested> {
    let vault = session.vault();
    if !backup.is_dir() {
        return Err(VaultError::CopyNowhere.into());
    }
    let copy = vault.open_copy(backup).map_err(stopped)?;
    let records = vault.records_in_the_making();
    let tried = try_records(&copy, &records, watch);
    for ending in ["", "-wal"] {
        let mut left = records.as_os_str().to_owned();
        left.push(ending);
        // What stays is emptied at the next opening.
        let _ = std::fs::remove_file(left);
    }
    let (check, head) = tried?;
    let now = session.read(|records| Ok(records.chain_head()?))?;
    Ok(Tested { check, behind: now.seq.saturating_sub(head.seq) })
}

fn try_records(copy: &OpenVault, records: &Path, watch: Watch<'_>) -> Result<(Check, ChainHead)> {
    let mut check = Check { data_read: true, ..Check::default() };
    let copied = Database::copy_closed(&copy.folder().join(DATABASE_FILE), records);
    let proved = match copied.map_err(Error::from).and_then(|()| prove(records, copy)) {
        Ok(proved) => proved,
        Err(Error::Store(error)) if is_damage(&error) => {
            check.problems.push("The records in the backup are damaged or missing.".to_owned());
            return Ok((check, ChainHead::default()));
        }
        Err(other) => return Err(other),
    };
    check.changes = proved.head.seq;
    let mut tell = |done, of| watch(Step { words: "Reading the originals in the backup", done, of });
    check::originals(copy, &proved.files, true, &mut check, &mut tell)?;
    Ok((check, proved.head))
}
