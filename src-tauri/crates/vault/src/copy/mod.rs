//! A second vault folder that holds the same as this one: a backup, or a vault made anew from one.
//!
//! What is copied is sealed already, so nothing is opened on the way. An original never changes under its name, so what lies in the copy
//! with the same length is not copied again. Order of a copy: originals, each written as a temporary, made durable, read back from the
//! disk and compared, then named; the key file; last of all the records, which are the caller's to write and to prove. Until the records
//! get their name the copy is what it was before: whoever stops in between has the last copy, whole.
//!
//! A copy that never was whole is called `Name.recourse.unfinished`, so that nobody takes it for a backup; the next copy goes on with it.

mod folder;
mod mend;
mod transfer;

pub use folder::{CopyFolder, EARLIER_FOLDER};
pub use mend::DAMAGED_FOLDER;
pub use transfer::{Copied, CopyStep};

use std::io;

use crate::VaultError;

/// Turns a failure of the copy's disk into an error that does not speak of the vault's own.
fn target(source: io::Error) -> VaultError {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => VaultError::CopyFull,
        io::ErrorKind::FileTooLarge => VaultError::CopyTooLarge,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => VaultError::CopyForbidden,
        _ => VaultError::CopyFailed { source },
    }
}

/// The same for what the shared helpers said.
fn at_target(error: VaultError) -> VaultError {
    match error {
        VaultError::DiskFull => VaultError::CopyFull,
        VaultError::ReadOnly | VaultError::PermissionDenied { .. } => VaultError::CopyForbidden,
        VaultError::Io { source, .. } => target(source),
        VaultError::VaultBusy { .. } => VaultError::CopyBusy,
        other => other,
    }
}
