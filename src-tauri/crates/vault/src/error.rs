//! What can go wrong, each with a sentence that a person may read.

use std::{fmt, io};

/// Everything that a vault refuses or fails to do.
///
/// No sentence holds a file name, a passphrase or any other personal word, so that it may be logged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The folder is not there.
    #[error("There is no folder at this place.")]
    Missing,
    /// The folder is there but holds no vault header.
    #[error("This folder is not a Recourse vault.")]
    NotAVault,
    /// A new vault was asked for in a folder that holds something.
    #[error("This folder already holds something. A new vault needs a new or an empty folder.")]
    AlreadyExists,
    /// Neither copy of the header can be used.
    #[error("The vault's key file is damaged, and so is its second copy. Restore vault.json from a backup.")]
    HeaderDamaged,
    /// The header opened but its seal does not match: somebody changed it.
    #[error("The vault's key file was changed by something other than Recourse. Restore vault.json from a backup.")]
    HeaderTampered,
    /// The two copies of the header belong to different vaults.
    #[error("vault.json and vault.json.bak belong to different vaults. Put back the one that belongs here.")]
    HeadersDisagree,
    /// The vault was written by a later version of the format.
    #[error("This vault was made by a newer Recourse (format {found}). Update Recourse to open it.")]
    NewerFormat {
        /// The format number in the header.
        found: u64,
    },
    /// The passphrase does not open this vault.
    #[error("This passphrase does not open the vault.")]
    WrongPassphrase,
    /// A passphrase with no letters.
    #[error("The passphrase is empty.")]
    PassphraseEmpty,
    /// The recovery code is well formed but belongs to another vault, or was replaced.
    #[error("This recovery code does not open the vault. Check that the vault number on the sheet is the same.")]
    WrongRecoveryCode,
    /// What this computer's keyring keeps for the vault is not what its key file asks for, or the vault is not opened by a keyring.
    #[error("What this computer keeps for the vault does not open it. Use the passphrase.")]
    WrongKeyringSecret,
    /// The recovery code fails its own checksum.
    #[error("The recovery code has a typing mistake. Compare it with the sheet, group by group.")]
    RecoveryCodeMistyped,
    /// Key stretching settings outside of what Recourse accepts.
    #[error("The vault asks for key stretching settings outside the safe range.")]
    KdfRefused,
    /// Argon2 could not get its memory.
    #[error("This computer has too little free memory to open the vault. Close other programs and try again.")]
    NotEnoughMemory,
    /// Another process holds the vault.
    #[error("The vault is open in another window or program.")]
    VaultBusy {
        /// The process number noted in the lock file, when it can be read.
        pid: Option<u32>,
    },
    /// The vault was opened for reading only, and something would have been written.
    #[error("This vault is open for reading only. Nothing was changed.")]
    OpenForReading,
    /// The disk that holds the vault is full, or the person's quota is used up.
    #[error("The disk is full. Nothing was lost; free some space and try again.")]
    DiskFull,
    /// The vault's folder may not be read or written.
    #[error("Recourse has no permission to {doing}.")]
    PermissionDenied {
        /// The step, such as "write the object".
        doing: &'static str,
    },
    /// The vault lies on a read-only disk.
    #[error("The vault lies on a disk that can only be read.")]
    ReadOnly,
    /// Any other failure of the disk.
    #[error("The disk failed to {doing}: {}.", in_words(.source))]
    Io {
        /// The step, such as "write the object".
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// A file to attach cannot be taken.
    #[error("{0}")]
    Source(#[from] SourceProblem),
    /// The person stopped it.
    #[error("Stopped. Nothing was kept.")]
    Cancelled,
    /// No object with this id.
    #[error("The original is missing from the vault.")]
    ObjectMissing,
    /// An object's bytes do not pass their seal, or are not those that were kept.
    #[error("The stored original is damaged. Restore it from a backup.")]
    ObjectDamaged,
    /// An object that the vault's keys do not open.
    #[error("The stored original belongs to another vault.")]
    ObjectForeign,
    /// A copy of the vault was to lie in the vault, or the other way round.
    #[error("A backup cannot lie in the vault itself. Choose another place.")]
    CopyIsVault,
    /// Where the copy was to lie there is something else.
    #[error("There is something else with this name at that place, and it is not a backup of this vault.")]
    CopyForeign,
    /// The folder that the copy was to lie in is not there.
    #[error("There is no folder at that place. If it lies on a stick, see that the stick is plugged in.")]
    CopyNowhere,
    /// The copy was opened and worked in by itself.
    #[error(
        "The backup at that place was opened by itself and holds changes that this vault does not. Keep it, and choose another place."
    )]
    CopyChanged,
    /// The copy's key files cannot be read.
    #[error("The key files of the backup at that place are damaged. Keep it as it is and choose another place.")]
    CopyDamaged,
    /// The copy is open.
    #[error("The backup at that place is open in another window or program.")]
    CopyBusy,
    /// The disk of the copy is full.
    #[error("There is not enough room at that place.")]
    CopyFull,
    /// The disk of the copy cannot hold a file of this length.
    #[error(
        "One of your originals is larger than the disk at that place can hold: FAT32 takes files of up to 4 GiB. \
         Use a disk formatted as exFAT."
    )]
    CopyTooLarge,
    /// The copy's place cannot be written.
    #[error("Recourse may not write at that place.")]
    CopyForbidden,
    /// What the disk gave back is not what was written.
    #[error(
        "The disk at that place gave back something else than was written to it. It may be failing; use another one."
    )]
    CopyDiffers,
    /// Any other failure of the disk of the copy, such as a stick that was pulled out.
    #[error("The disk at that place failed: {source}.")]
    CopyFailed {
        /// What the system said.
        source: io::Error,
    },
    /// The operating system gave no random numbers.
    #[error("The computer gave no random numbers, so no key could be made.")]
    NoChance,
    /// Something that cannot be, said rather than hidden.
    #[error("The vault could not {doing}.")]
    Internal {
        /// The step.
        doing: &'static str,
    },
}

/// Why a file cannot be attached.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceProblem {
    /// No such file.
    #[error("The file is not there any more.")]
    Missing,
    /// The file may not be read.
    #[error("Recourse has no permission to read this file.")]
    NoPermission,
    /// A folder: one that was named itself, that may not be listed, or that lies too deep in others.
    #[error("This is a folder that Recourse cannot look into. Choose the files inside it.")]
    Folder,
    /// A symbolic link.
    #[error("This is a link to another place. Choose the file itself.")]
    Link,
    /// A FIFO, socket or device.
    #[error("This is not an ordinary file.")]
    Special,
    /// A file of the vault itself.
    #[error("This file is part of the vault itself.")]
    InsideVault,
    /// More than the vault's disk can hold.
    #[error("This file is {gigabytes} GiB long, and only {free} GiB are free where the vault lies.")]
    NoRoom {
        /// Its length in whole GiB.
        gigabytes: u64,
        /// What is free on the vault's disk, in whole GiB.
        free: u64,
    },
    /// It grew, shrank or was replaced while it was being read.
    #[error("The file changed while it was being read. Close the program that writes it and try again.")]
    Changed,
    /// Reading failed.
    #[error("The file could not be read: {}.", in_words(.0))]
    Unreadable(io::Error),
}

/// A failure as it is said, without the number that the system puts after its own words: a person can make nothing of that.
pub fn in_words(failure: &impl fmt::Display) -> String {
    let said = failure.to_string();
    let Some((before, after)) = said.split_once(" (os error ") else { return said };
    format!("{before}{}", after.split_once(')').map_or("", |(_, rest)| rest))
}

/// Turns a failure of the vault's own disk into an error, keeping the kinds that a person can act on.
pub(crate) fn disk(doing: &'static str) -> impl Fn(io::Error) -> VaultError {
    move |source| match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => VaultError::DiskFull,
        io::ErrorKind::PermissionDenied => VaultError::PermissionDenied { doing },
        io::ErrorKind::ReadOnlyFilesystem => VaultError::ReadOnly,
        _ => VaultError::Io { doing, source },
    }
}

/// The same for rustix's error numbers.
pub(crate) fn disk_errno(doing: &'static str) -> impl Fn(rustix::io::Errno) -> VaultError {
    move |errno| disk(doing)(errno.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_disk_is_told_without_its_number() {
        let said = disk("write a file")(io::Error::from_raw_os_error(5)).to_string();
        assert_eq!(said, "The disk failed to write a file: Input/output error.");
        let said = in_words(&format!("Stopped: {}; it was", io::Error::from_raw_os_error(28)));
        assert_eq!(said, "Stopped: No space left on device; it was");
    }
}
