//! That nothing is lost: backups, making a vault anew from one, repairing what is damaged, and what is said of where a vault lies.

mod backup;
mod place;
mod proof;
mod rebuild;
mod repair;
mod restore;
mod state;
mod synced;

use std::ops::ControlFlow;

use recourse_vault::{CopyStep, OpenVault, Vault, VaultError};

use crate::{Error, Result};

pub use backup::{Made, make};
pub use place::find_backup;
pub use proof::{Tested, test};
pub use rebuild::{Rebuilt, rebuild};
pub use repair::{Repaired, repair};
pub use restore::restore;
pub use state::{Due, State, put_off, state};
pub use synced::{Syncing, syncing};

/// How far it has come, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What is being done.
    pub words: &'static str,
    /// Bytes done.
    pub done: u64,
    /// Out of how many; 0 where it is not known.
    pub of: u64,
}

/// Is told how far it has come, and may stop it.
pub type Watch<'a> = &'a dyn Fn(Step) -> ControlFlow<()>;

/// How a vault is opened with what the person has: the passphrase, or the code on the recovery sheet.
pub type Opens<'a> = &'a dyn Fn(&Vault) -> Result<OpenVault, VaultError>;

/// Tells of a copy of originals.
fn copying<'w>(watch: Watch<'w>, words: &'static str) -> impl FnMut(CopyStep) -> ControlFlow<()> + 'w {
    move |step| watch(Step { words, done: step.done, of: step.of })
}

/// A stop is a stop, wherever it was noticed.
fn stopped(error: VaultError) -> Error {
    if matches!(error, VaultError::Cancelled) { Error::Cancelled } else { Error::Vault(error) }
}

/// The time as it stands in the name of what is kept aside: sorted by name it is sorted by time, and every disk takes it.
fn stamp(now: chrono::DateTime<chrono::Utc>) -> String {
    now.format("%Y-%m-%dT%H%M%SZ").to_string()
}
