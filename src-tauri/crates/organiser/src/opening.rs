//! The ways into a vault beside its passphrase, and when it locks by itself.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use recourse_bundle::sheet::{self, SheetPage};
use recourse_vault::{
    CODE_IS_FOR, KEEP_IT, KEY_COMMAND, KEY_IS_FOR, OsChance, PendingSlot, RecoverySheet, Secret, SlotKind,
};

use crate::passphrase::now;
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// What a keyring keeps for a vault.
#[derive(Debug)]
pub struct Kept {
    /// The slot that the secret opens.
    pub slot: String,
    /// The secret.
    pub secret: Secret<[u8; 32]>,
}

/// The keyring of this computer: a place of the desktop's own for small secrets, open while its owner is logged in.
pub trait Keyring {
    /// Keeps something for a vault, in the place of what it kept before; false where it could not be kept.
    fn keep(&self, vault: &str, kept: &Kept) -> bool;
    /// What is kept for a vault.
    fn find(&self, vault: &str) -> Option<Kept>;
    /// Forgets what is kept for a vault; false where that is not sure.
    fn forget(&self, vault: &str) -> bool;
}

/// Whether a vault is opened by a keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithoutAsking {
    /// It always asks.
    No,
    /// It does not ask on this computer.
    Here,
    /// It does not ask on some other computer.
    Elsewhere,
}

/// Whether the vault is opened by a keyring, and by this one.
pub fn without_asking(session: &Session<Unlocked>, keyring: &dyn Keyring) -> WithoutAsking {
    let slots = session.vault().slots();
    let mut slots = slots.iter().filter(|slot| slot.kind == SlotKind::Keyring).peekable();
    if slots.peek().is_none() {
        return WithoutAsking::No;
    }
    match keyring.find(session.vault().id()) {
        Some(kept) if slots.any(|slot| slot.id == kept.slot) => WithoutAsking::Here,
        _ => WithoutAsking::Elsewhere,
    }
}

/// Lets this computer's keyring open the vault. The secret is kept before its slot counts, so that a slot nobody can open never stands.
///
/// # Errors
/// [`Error::NoKeyring`] where the keyring does not keep it, or what the disk said; nothing is changed then.
pub fn ask_no_more(session: &Session<Unlocked>, keyring: &dyn Keyring) -> Result<()> {
    let (secret, slot) = session.vault().prepare_keyring_slot(&now(session), &mut OsChance)?;
    let kept = Kept { slot: slot.id().to_owned(), secret };
    let vault = session.vault().id();
    if !keyring.keep(vault, &kept) {
        return Err(Error::NoKeyring);
    }
    if let Err(error) = session.vault().accept(slot) {
        keyring.forget(vault);
        return Err(error.into());
    }
    session.write("open without asking", |records| Ok(records.event(None, &"opens without asking on a computer")?))
}

/// Lets no keyring open the vault any more, on this computer or another. The slots go first: what a keyring still holds opens nothing then.
///
/// # Errors
/// What the disk said, or [`Error::KeyringKeeps`] where the vault is safe and only the keyring still holds what is of no use now.
pub fn ask_always(session: &Session<Unlocked>, keyring: &dyn Keyring) -> Result<()> {
    let kept_here = keyring.find(session.vault().id()).is_some();
    session.vault().forget_keyrings()?;
    session.write("ask for the passphrase", |records| Ok(records.event(None, &"opens without asking nowhere")?))?;
    if !kept_here || keyring.forget(session.vault().id()) { Ok(()) } else { Err(Error::KeyringKeeps) }
}

/// Makes a new recovery sheet. The old one's code counts until the new slot is accepted.
///
/// # Errors
/// Where the computer gives no random numbers, or the vault is open for reading only.
pub fn prepare_sheet(session: &Session<Unlocked>) -> Result<(RecoverySheet, PendingSlot)> {
    Ok(session.vault().prepare_recovery_code(&now(session), &mut OsChance)?)
}

/// Lets the new sheet's code count in the place of the old one's.
///
/// # Errors
/// What the disk said.
pub fn accept_sheet(session: &Session<Unlocked>, slot: PendingSlot) -> Result<()> {
    session.vault().accept(slot)?;
    session.write("make a recovery sheet", |records| Ok(records.event(None, &"recovery sheet made")?))
}

/// The sheet as a PDF to print. It holds every secret of the vault.
///
/// # Errors
/// What the typesetter said.
pub fn sheet_pdf(made: &RecoverySheet) -> Result<Vec<u8>> {
    let page = SheetPage {
        vault_id: made.vault_id(),
        made_on: made.made_on(),
        keep_it: KEEP_IT,
        code_is_for: CODE_IS_FOR,
        groups: made.groups().expose(),
        key_is_for: KEY_IS_FOR,
        key_command: KEY_COMMAND,
        key_line: made.identity_line().expose(),
    };
    sheet::sheet(page)
        .map_err(|error| Error::Write { what: "The recovery sheet", source: std::io::Error::other(error) })
}

/// Writes a sheet where the person said. Only they may read the file: it is not encrypted.
///
/// # Errors
/// What the disk said.
pub fn save_sheet(path: &Path, bytes: &[u8]) -> Result<()> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path);
    let written = file.and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.map_err(|source| Error::Write { what: "The recovery sheet", source })
}

/// The setting that holds after how many minutes without use the vault locks.
const LOCK_AFTER: &str = "lock-after-minutes";
/// The minutes where nobody said.
const USUAL: u32 = 10;
/// The minutes to choose from.
pub const LOCK_CHOICES: [u32; 6] = [2, 5, 10, 20, 30, 60];

/// After how many minutes without use the vault locks.
///
/// # Errors
/// What the records said.
pub fn lock_after(session: &Session<Unlocked>) -> Result<u32> {
    let kept = session.read(|records| Ok(records.setting(LOCK_AFTER)?))?;
    Ok(kept.and_then(|minutes| minutes.parse().ok()).filter(|minutes| LOCK_CHOICES.contains(minutes)).unwrap_or(USUAL))
}

/// Sets after how many minutes without use the vault locks.
///
/// # Errors
/// Minutes that cannot be chosen, as an error of the field "minutes"; what the records said.
pub fn set_lock_after(session: &Session<Unlocked>, minutes: u32) -> Result<()> {
    if !LOCK_CHOICES.contains(&minutes) {
        let message = "Choose one of the times in the list.".to_owned();
        return Err(Error::Field { field: "minutes", message });
    }
    session.write("set when to lock", |records| Ok(records.set_setting(LOCK_AFTER, &minutes.to_string())?))
}
