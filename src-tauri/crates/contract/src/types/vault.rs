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
    /// The recovery code was right; a new passphrase has to be set before the vault opens.
    Renewing,
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
    /// It is open for reading only.
    pub read_only: bool,
    /// Whether this computer may open the vault that is chosen and locked.
    pub without_asking: KeptKey,
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

/// Whether a locked vault may be opened with what this computer keeps for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeptKey {
    /// The passphrase has to be typed.
    None,
    /// It may be tried when the person asks for it: the vault was locked since the program was started.
    OnRequest,
    /// It may be tried at once: the program has just been started.
    AtOnce,
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
    /// The passphrase.
    pub words: String,
    /// Open it for reading only.
    pub read_only: bool,
}

/// Opens a vault with what this computer keeps for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnlockKept {
    /// Open it for reading only.
    pub read_only: bool,
}

/// The code on the recovery sheet.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryCode {
    /// As it was typed.
    pub code: String,
}

/// A new passphrase, for who came in with the recovery code.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NewPassphrase {
    /// The passphrase.
    pub passphrase: String,
}

/// A change of passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PassphraseChange {
    /// The passphrase in use.
    pub old: String,
    /// The passphrase from now on.
    pub new: String,
}

/// As which file the recovery sheet is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetFormat {
    /// A page to print, with a square to scan.
    Pdf,
    /// Plain text.
    Txt,
}

/// Saves the recovery sheet that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetFile {
    /// As which file.
    pub format: SheetFormat,
}

/// Whether the vault opens without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WithoutAsking {
    /// It always asks.
    No,
    /// It does not ask on this computer.
    Here,
    /// It does not ask on some other computer.
    Elsewhere,
}

/// How the vault that is open is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpeningView {
    /// When the passphrase was set: RFC 3339, UTC.
    pub passphrase_made: String,
    /// When the recovery sheet was made: RFC 3339, UTC.
    pub sheet_made: String,
    /// After how many minutes without use it locks.
    pub lock_after: u32,
    /// The minutes to choose from.
    pub lock_choices: Vec<u32>,
    /// Whether it opens without asking.
    pub without_asking: WithoutAsking,
    /// This computer has a keyring that could keep a key.
    pub has_keyring: bool,
}

/// After how many minutes without use to lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockAfter {
    /// The minutes, one of those to choose from.
    pub minutes: u32,
}

/// Whether this computer shall open the vault without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeyringWish {
    /// It shall.
    pub wanted: bool,
}

/// Which of the vaults opened before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentVault {
    /// Place in the list, from 0.
    pub index: u32,
}
