//! Backups, whether the vault is whole, and repairing it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why to remind of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupDue {
    /// None was ever made.
    Never,
    /// The last is more than a month old.
    Old,
}

/// How it stands with backups of the open vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupState {
    /// The folder of the last one, for reading only.
    pub folder: Option<String>,
    /// Whether that folder can be reached now.
    pub there: bool,
    /// The day it was made, `YYYY-MM-DD`, on the person's calendar.
    pub day: Option<String>,
    /// How many days ago.
    #[ts(type = "number | null")]
    pub days: Option<i64>,
    /// Why the person should be reminded today.
    pub due: Option<BackupDue>,
    /// The program that copies the vault's folder to other computers, where it is known to lie in such a folder.
    pub synced: Option<String>,
}

/// A backup to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupOrder {
    /// In another place than the last.
    pub elsewhere: bool,
}

/// A backup that was made, or a vault made anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// Its folder, for reading only.
    pub folder: String,
    /// Sealed files newly written.
    #[ts(type = "number")]
    pub new_files: u64,
    /// Bytes newly written.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Kept files on record in it.
    #[ts(type = "number")]
    pub files: u64,
    /// What is wrong, a sentence each.
    pub problems: Vec<String>,
    /// What is worth knowing, a sentence each.
    pub remarks: Vec<String>,
}

/// How closely to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckOrder {
    /// Decrypt every original and compare it.
    pub read_data: bool,
}

/// What a check of the vault or of its backup found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckFound {
    /// Nothing is wrong.
    pub whole: bool,
    /// Kept files on record.
    #[ts(type = "number")]
    pub files: u64,
    /// Entries of the history.
    #[ts(type = "number")]
    pub changes: u64,
    /// Every original was decrypted and compared.
    pub data_read: bool,
    /// Of a backup: changes in the vault that it does not hold yet.
    #[ts(type = "number | null")]
    pub behind: Option<u64>,
    /// What is wrong, a sentence each.
    pub problems: Vec<String>,
    /// What is worth knowing, a sentence each.
    pub remarks: Vec<String>,
}

/// A backup that the person chose, to make a vault from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreFound {
    /// The vault's name.
    pub name: String,
    /// The backup's folder, for reading only; none where the person closed the dialog.
    pub folder: Option<String>,
}

/// A vault to be made from the backup that was chosen.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RestoreOrder {
    /// What to call it; it lies where a new vault of this name would.
    pub name: String,
    /// The passphrase, or the recovery code.
    pub words: String,
    /// Whether the words are the recovery code.
    pub recovery: bool,
}

/// From what a vault is repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RepairFrom {
    /// Its own second copies.
    Itself,
    /// A backup that the person chooses.
    Backup,
    /// Its originals: new records are made, the old ones kept aside.
    Originals,
}

/// The chosen, locked vault to be repaired.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RepairOrder {
    /// From what.
    pub from: RepairFrom,
    /// The passphrase, or the recovery code.
    pub words: String,
    /// Whether the words are the recovery code.
    pub recovery: bool,
}

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RepairDone {
    /// Nothing is wrong any more.
    pub whole: bool,
    /// What was repaired, a sentence each.
    pub done: Vec<String>,
    /// What could not be, a sentence each.
    pub left: Vec<String>,
}

/// Everything was saved in plain files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EverythingSaved {
    /// The folder, for reading only.
    pub folder: String,
    /// Originals in it.
    #[ts(type = "number")]
    pub files: u64,
    /// Originals that could not be read, a sentence each.
    pub problems: Vec<String>,
}
