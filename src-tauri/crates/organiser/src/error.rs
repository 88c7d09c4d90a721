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
    /// The sample's own list is broken; a fault of the program.
    #[error("The sample claim that came with Recourse could not be read: {0}.")]
    Sample(String),
    /// A bundle could not be checked at all.
    #[error("The bundle could not be checked: {0}.")]
    Verify(String),
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
            Self::WhichClaim => "which-claim",
            Self::NoClaim => "no-claim",
            Self::Read { .. } | Self::Input { .. } => "read",
            Self::Write { .. } => "write",
            Self::Sample(_) => "sample",
            Self::Verify(_) => "verify",
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
                "Close the other window first. Nothing has been changed."
            }
            Self::Vault(VaultError::Source(SourceProblem::Changed)) => {
                "Wait until the other program has finished with the file, then add it again."
            }
            Self::Pages(_) | Self::Bag(_) | Self::Write { .. } => {
                "Your records are safe. Nothing that looks like a bundle was left behind. Choose another folder or make room, then try again."
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
        _ => "vault",
    }
}

const fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull => "disk-full",
        StoreError::Busy => "vault-busy",
        StoreError::ReadOnly => "read-only",
        StoreError::Damaged | StoreError::WrongKey | StoreError::NotADatabase | StoreError::Missing => {
            "records-damaged"
        }
        StoreError::NewerSchema { .. } => "newer-format",
        StoreError::NoSuchRecord { .. } | StoreError::NoRecord(_) | StoreError::NoSuchFile(_) => "no-such-record",
        _ => "records",
    }
}
