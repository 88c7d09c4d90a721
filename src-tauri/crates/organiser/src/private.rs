//! A folder for a moment, which nobody else on this computer may enter.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use recourse_vault::{Chance, OsChance};

use crate::{Error, Result};

/// The folder; it is removed with all that is in it when this is dropped.
pub(crate) struct PrivateFolder(PathBuf);

impl PrivateFolder {
    /// Makes one where the system keeps what is not to stay.
    ///
    /// # Errors
    /// What the disk said.
    pub(crate) fn make() -> Result<Self> {
        let mut random = [0; 16];
        OsChance.fill(&mut random)?;
        let name = format!("recourse-{}", uuid::Builder::from_random_bytes(random).into_uuid().simple());
        let path = std::env::temp_dir().join(name);
        let made = DirBuilder::new().mode(0o700).create(&path);
        made.map_err(|source| Error::Write { what: "A folder for a copy of the records", source })?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        // What cannot be removed is as encrypted as the vault.
        let _ = fs::remove_dir_all(&self.0);
    }
}
