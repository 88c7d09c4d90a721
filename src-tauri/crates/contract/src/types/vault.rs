//! Making, opening and locking a vault.

use recourse_domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the window stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// No vault is known: first run.
    NoVault,
    /// A vault is chosen and locked.
    Locked,
    /// A vault was made and its recovery sheet is not yet confirmed.
    Confirming,
    /// A vault is open.
    Open,
}

/// What the window needs to know when it starts or after a lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppState {
    /// Where it stands.
    pub phase: Phase,
    /// The vault that is chosen, open or locked.
    pub vault: Option<VaultLabel>,
    /// Vaults opened before on this computer, latest first.
    pub recent: Vec<VaultLabel>,
    /// The program's version.
    pub version: String,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// The claim that was open last, where it still exists.
    #[ts(type = "string | null")]
    pub claim: Option<RecordId>,
}

/// A vault, for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VaultLabel {
    /// Its name.
    pub name: String,
    /// The folder it lies in, for reading only.
    pub folder: String,
}

/// The words for a new vault.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NewVault {
    /// What to call it; becomes the folder's name.
    pub name: String,
    /// The passphrase.
    pub passphrase: String,
}

/// Where a new vault of this name would lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VaultPlace {
    /// The folder that will hold it, for reading only.
    pub folder: String,
    /// Why it cannot lie there, where it cannot.
    pub problem: Option<String>,
}

/// A name for a new vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VaultName {
    /// The name.
    pub name: String,
}

/// What the person must keep on paper.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoverySheet {
    /// The vault's number.
    pub vault_id: String,
    /// The recovery code in groups.
    pub groups: Vec<String>,
    /// The line that opens the kept files with the ordinary `age` tool.
    pub age_key: String,
    /// The whole sheet as plain text, to print or write down.
    pub text: String,
    /// Which two groups are to be retyped, from 1.
    pub retype: Vec<u32>,
}

/// The two groups as retyped.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryAnswers {
    /// In the order in which they were asked for.
    pub answers: Vec<String>,
}

/// Whether the two groups were right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryCheck {
    /// Both were right.
    pub right: bool,
}

/// What opens a vault.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Unlock {
    /// The passphrase, or the recovery code.
    pub words: String,
    /// Whether the words are the recovery code.
    pub recovery: bool,
}

/// Which of the vaults opened before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentVault {
    /// Place in the list, from 0.
    pub index: u32,
}
