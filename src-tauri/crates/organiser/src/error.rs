//! What can go wrong, with a stable word for programs and a sentence and advice for people.

use recourse_bundle::bag::BagError;
use recourse_bundle::compose::ComposeError;
use recourse_domain::DateProblem;
use recourse_intake::worker::WorkerError;
use recourse_store::StoreError;
use recourse_vault::{SourceProblem, VaultError};

/// Everything that a use case refuses or fails to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The vault refused or failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The records refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file could not be read by the reading process.
    #[error(transparent)]
    Worker(#[from] WorkerError),
    /// The pages of the bundle could not be made.
    #[error("The bundle could not be made: {}.", recourse_vault::in_words(.0))]
    Pages(#[source] ComposeError),
    /// The ZIP of the bundle could not be made.
    #[error("The bundle could not be made: {}.", recourse_vault::in_words(.0))]
    Bag(#[source] BagError),
    /// Words that should be a date are not.
    #[error("{problem}")]
    Date {
        /// The field they were typed into.
        field: &'static str,
        /// What is in the way.
        problem: DateProblem,
    },
    /// A field that must be filled in is not, or holds what it cannot.
    #[error("{message}")]
    Field {
        /// The field.
        field: &'static str,
        /// What is in the way.
        message: String,
    },
    /// No record has this reference.
    #[error("There is no record {0} in this vault.")]
    NoSuchReference(String),
    /// What is to be taken back is no longer as it was left.
    #[error("{0} was changed since, so this cannot be taken back.")]
    ChangedSince(String),
    /// What is to be taken back cannot be.
    #[error("This cannot be taken back.")]
    NotUndoable,
    /// The vault holds several claims and none was named.
    #[error("This vault holds several claims. Say which one, for example K-001.")]
    WhichClaim,
    /// The vault holds no claim yet.
    #[error("This vault holds no claim yet.")]
    NoClaim,
    /// A file could not be read.
    #[error("{what} could not be read: {}.", recourse_vault::in_words(.source))]
    Read {
        /// What was being read.
        what: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file that was named could not be read.
    #[error("{} could not be read: {}.", .path.display(), recourse_vault::in_words(.source))]
    Input {
        /// The file.
        path: std::path::PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("{what} could not be written: {}.", recourse_vault::in_words(.source))]
    Write {
        /// What was being written.
        what: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// What was to be saved in plain files could not be.
    #[error("The folder with everything could not be written: {source}.")]
    Save {
        /// What the system said.
        source: std::io::Error,
    },
    /// The sample's own list is broken; a fault of the program.
    #[error("The sample claim that came with Recourse could not be read: {0}.")]
    Sample(String),
    /// A bundle could not be checked at all.
    #[error("The bundle could not be checked: {0}.")]
    Verify(String),
    /// Nothing can be added to the bundle that was named; the sentence says why.
    #[error("{0}")]
    Earlier(&'static str),
    /// The records of the vault are damaged, so that they are not copied over good ones.
    #[error("The records of this vault are damaged, so no backup was made of them. The last backup is as it was.")]
    NotBackedUp,
    /// There is nothing to put together again.
    #[error("The records of this vault open and are whole, so there is nothing to put together again.")]
    NothingToRebuild,
    /// The computer's keyring did not keep what it was given.
    #[error("This computer has no keyring that Recourse can use, or it stayed locked. Nothing was changed.")]
    NoKeyring,
    /// A keyring still holds what no longer opens anything.
    #[error(
        "The passphrase is asked for again. The computer's keyring did not let go of its part, which is of no use now."
    )]
    KeyringKeeps,
    /// The person stopped it.
    #[error("Stopped.")]
    Cancelled,
}

/// The result of every use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<ComposeError> for Error {
    fn from(error: ComposeError) -> Self {
        match error {
            ComposeError::Stopped(_) => Self::Cancelled,
            ComposeError::Input { path, error } => Self::Input { path, source: error },
            other => Self::Pages(other),
        }
    }
}

impl From<BagError> for Error {
    fn from(error: BagError) -> Self {
        match error {
            BagError::Stopped(_) => Self::Cancelled,
            other => Self::Bag(other),
        }
    }
}

impl Error {
    /// The stable word by which the window and scripts tell errors apart.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Vault(error) => vault_code(error),
            Self::Store(error) => store_code(error),
            Self::Worker(_) => "unreadable-file",
            Self::Pages(_) | Self::Bag(_) => "bundle",
            Self::Date { .. } => "date",
            Self::Field { .. } => "field",
            Self::NoSuchReference(_) => "no-such-record",
            Self::ChangedSince(_) => "changed-since",
            Self::NotUndoable => "not-undoable",
            Self::WhichClaim => "which-claim",
            Self::NoClaim => "no-claim",
            Self::Read { .. } | Self::Input { .. } => "read",
            Self::Write { .. } | Self::Save { .. } => "write",
            Self::Sample(_) => "sample",
            Self::Verify(_) => "verify",
            Self::Earlier(_) => "earlier-bundle",
            Self::NotBackedUp => "records-damaged",
            Self::NothingToRebuild => "nothing-to-rebuild",
            Self::NoKeyring | Self::KeyringKeeps => "keyring",
            Self::Cancelled => "cancelled",
        }
    }

    /// The field of a form that it is about.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Date { field, .. } | Self::Field { field, .. } => Some(field),
            _ => None,
        }
    }

    /// What is safe and what to do next. Empty where the message says it all.
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::Vault(VaultError::WrongPassphrase) => {
                "Nothing has been changed. Check Caps Lock, or use the code on your recovery sheet."
            }
            Self::Vault(VaultError::VaultBusy { .. }) | Self::Store(StoreError::Busy) => {
                "Close the other window first, or open the vault for reading only. Nothing has been changed."
            }
            Self::Vault(VaultError::ReadOnly | VaultError::PermissionDenied { .. })
            | Self::Store(StoreError::ReadOnly | StoreError::NoPermission) => {
                "The vault can still be opened for reading only. Nothing has been changed."
            }
            Self::Vault(VaultError::Source(SourceProblem::Changed)) => {
                "Wait until the other program has finished with the file, then add it again."
            }
            Self::Pages(_) | Self::Bag(_) | Self::Write { .. } => {
                "Your records are safe. Nothing that looks like a bundle was left behind. Choose another folder or make room, then try again."
            }
            Self::Vault(
                VaultError::CopyFull
                | VaultError::CopyFailed { .. }
                | VaultError::CopyForbidden
                | VaultError::CopyDiffers
                | VaultError::CopyNowhere,
            ) => {
                "Your vault is as it was, and so is the last whole backup there. Make room or choose another place, then try again."
            }
            Self::Save { .. } => {
                "Your records are safe, and nothing half-made was left behind. Choose another folder or make room, then try again."
            }
            Self::NotBackedUp => {
                "“Repair this vault” takes good ones from the last backup (`recourse repair VAULT --from BACKUP`)."
            }
            Self::Store(
                StoreError::Damaged | StoreError::WrongKey | StoreError::NotADatabase | StoreError::Missing,
            ) => {
                "Nothing is deleted. “Repair this vault” takes good ones from a backup (`recourse repair VAULT --from BACKUP`) or, without one, brings the originals back (`recourse rebuild-index VAULT`)."
            }
            Self::ChangedSince(_) | Self::NotUndoable => {
                "Nothing has been changed. The history shows what was there before, so that it can be put back by hand."
            }
            Self::Worker(_) => "The original is safe in the vault and will be in your bundle.",
            _ => "",
        }
    }
}

const fn vault_code(error: &VaultError) -> &'static str {
    match error {
        VaultError::Missing => "vault-missing",
        VaultError::NotAVault => "not-a-vault",
        VaultError::AlreadyExists => "folder-not-empty",
        VaultError::WrongPassphrase => "wrong-passphrase",
        VaultError::WrongKeyringSecret => "wrong-keyring",
        VaultError::OpenForReading => "open-for-reading",
        VaultError::WrongRecoveryCode => "wrong-recovery-code",
        VaultError::RecoveryCodeMistyped => "recovery-code-mistyped",
        VaultError::PassphraseEmpty => "passphrase-empty",
        VaultError::VaultBusy { .. } => "vault-busy",
        VaultError::DiskFull => "disk-full",
        VaultError::PermissionDenied { .. } => "no-permission",
        VaultError::ReadOnly => "read-only",
        VaultError::NewerFormat { .. } => "newer-format",
        VaultError::HeaderDamaged | VaultError::HeaderTampered | VaultError::HeadersDisagree => "key-file-damaged",
        VaultError::ObjectMissing | VaultError::ObjectDamaged | VaultError::ObjectForeign => "original-damaged",
        VaultError::Source(_) => "source",
        VaultError::Cancelled => "cancelled",
        VaultError::CopyFull => "disk-full",
        VaultError::CopyIsVault
        | VaultError::CopyForeign
        | VaultError::CopyDamaged
        | VaultError::CopyBusy
        | VaultError::CopyTooLarge
        | VaultError::CopyForbidden
        | VaultError::CopyDiffers
        | VaultError::CopyNowhere
        | VaultError::CopyChanged
        | VaultError::CopyFailed { .. } => "backup-place",
        _ => "vault",
    }
}

const fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull => "disk-full",
        StoreError::Busy => "vault-busy",
        StoreError::ReadOnly => "read-only",
        StoreError::NoPermission => "no-permission",
        StoreError::Damaged | StoreError::WrongKey | StoreError::NotADatabase | StoreError::Missing => {
            "records-damaged"
        }
        StoreError::NewerSchema { .. } => "newer-format",
        StoreError::NoSuchRecord { .. } | StoreError::NoRecord(_) | StoreError::NoSuchFile(_) => "no-such-record",
        _ => "records",
    }
}
