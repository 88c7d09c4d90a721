//! A vault made anew from a backup. The backup is only read.

use std::path::{Path, PathBuf};

use recourse_store::Database;
use recourse_vault::{DATABASE_FILE, Vault, VaultError};

use super::backup::{Made, at_copy, finish};
use super::proof::prove;
use super::{Opens, Watch, copying, stopped};
use crate::{Error, Result};

/// Makes a vault in `folder`, which must be new or empty, from a backup. `records` may name one of the earlier records files in it.
///
/// # Errors
/// A backup that does not open or whose records are damaged, a folder that holds something, a stop, or what a disk said.
/// Nothing that looks like a vault is left then.
pub fn restore(
    backup: &Path,
    folder: &Path,
    records: Option<&Path>,
    opens: Opens<'_>,
    watch: Watch<'_>,
) -> Result<Made> {
    let holds_something = std::fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some());
    if holds_something || folder.is_file() {
        return Err(VaultError::AlreadyExists.into());
    }
    let source = opens(&Vault::at(backup)?)?;
    let from = match records {
        Some(named) if named.is_file() => named.to_owned(),
        Some(named) => backup.join(named),
        None => backup.join(DATABASE_FILE),
    };
    let mut copy = source.begin_copy(folder).map_err(stopped)?;
    let copied = source.copy_originals(&mut copy, &mut copying(watch, "Copying the originals")).map_err(stopped)?;
    let place: PathBuf = copy.temporary("records.db.new");
    Database::copy_closed(&from, &place).map_err(at_copy)?;
    let proved = prove(&place, &source).map_err(|error| match error {
        Error::Store(error) => at_copy(error),
        other => other,
    })?;
    source.copy_header(&mut copy)?;
    finish(&source, copy, &place, (copied, proved), Vec::new())
}
