//! What lies in the vault's folder and is not the vault's.

use std::fs;
use std::path::PathBuf;

use crate::error::disk;
use crate::layout::{
    DATABASE_FILE, HEADER_BACKUP_FILE, HEADER_FILE, LOCK_FILE, OBJECTS_FOLDER, README_FILE, TEMPORARY_FOLDER,
};
use crate::{DAMAGED_FOLDER, EARLIER_FOLDER, OpenVault, Result};

/// What the database has beside it while it is open, after a crash, or before it is made (sqlite.org/tempfiles.html).
const DATABASE_ENDINGS: [&str; 7] = ["", "-wal", "-shm", "-journal", ".new", ".new-wal", ".new-journal"];
/// How the names of records begin that were kept before their schema was changed.
const KEPT_RECORDS: &str = "records-before-v";

impl OpenVault {
    /// Everything at the top of the folder that does not belong there, such as copies that a syncing program left beside the records
    /// or the key file. Never touched.
    ///
    /// # Errors
    /// What the disk said.
    pub fn strangers_beside(&self) -> Result<Vec<PathBuf>> {
        let mut strangers = Vec::new();
        for entry in fs::read_dir(self.layout.root()).map_err(disk("list the vault's folder"))? {
            let entry = entry.map_err(disk("list the vault's folder"))?;
            if !entry.file_name().to_str().is_some_and(is_ours) {
                strangers.push(entry.path());
            }
        }
        strangers.sort();
        Ok(strangers)
    }
}

fn is_ours(name: &str) -> bool {
    let at_top = [HEADER_FILE, HEADER_BACKUP_FILE, README_FILE, LOCK_FILE, OBJECTS_FOLDER, TEMPORARY_FOLDER];
    at_top.contains(&name)
        || [DAMAGED_FOLDER, EARLIER_FOLDER].contains(&name)
        || name.strip_prefix(DATABASE_FILE).is_some_and(|ending| DATABASE_ENDINGS.contains(&ending))
        || name.strip_prefix(KEPT_RECORDS).is_some_and(|rest| {
            rest.split_once('.')
                .is_some_and(|(number, ending)| number.parse::<u32>().is_ok() && matches!(ending, "db" | "db-wal"))
        })
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn what_a_syncing_program_leaves_is_not_ours() {
        for ours in
            ["vault.json", "vault.json.bak", "records.db", "records.db-wal", "records-before-v6.db", "lock", "objects"]
        {
            assert!(is_ours(ours), "{ours}");
        }
        let theirs = [
            "vault (conflicted copy).json",
            "records.db~HEAD",
            "records.sync-conflict-1.db",
            "records-before-v6 (1).db",
            ".DS_Store",
        ];
        for name in theirs {
            assert!(!is_ours(name), "{name}");
        }
    }
}
