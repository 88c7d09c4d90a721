//! Opening the chosen vault, by whatever way, and what can be set about that once it is open.

use std::sync::Arc;

use recourse_contract::types::*;
use recourse_organiser::opening;
use recourse_organiser::passphrase::{self, strength_for_this_computer};
use recourse_organiser::session::{Locked, Session, Unlocked};
use recourse_vault::{Secret, SlotKind};
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::{Desk, Place};
use crate::desktop::keyring::DeskKeyring;
use crate::desktop::recent;
use crate::failure::{from_error, refusal};

/// Opens the chosen vault with its passphrase.
pub fn vault_open<R: Runtime>(app: &AppHandle<R>, request: Unlock) -> Result<AppState, Failure> {
    let words = Secret::new(request.words);
    open(app, request.read_only, |locked| locked.unlock(&words))
}

/// Opens the chosen vault with what this computer keeps for it.
pub fn vault_open_kept<R: Runtime>(app: &AppHandle<R>, request: UnlockKept) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    // Tried once without being asked: a page that is loaded anew does not try again by itself.
    desk.has_begun();
    open(app, request.read_only, |locked| locked.unlock_with_keyring(&DeskKeyring { may_ask: true }))
}

/// Takes the recovery code. The vault opens once a new passphrase is set.
pub fn recovery_open<R: Runtime>(app: &AppHandle<R>, request: RecoveryCode) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    {
        let mut place = desk.place();
        let Place::Locked(locked) = &*place else {
            return Err(no_vault());
        };
        let code = Secret::new(request.code);
        let session = locked.unlock_with_recovery_code(&code).map_err(|e| from_error(&e))?;
        *place = Place::Renewing(Box::new(session));
    }
    Ok(desk.state())
}

/// Sets the new passphrase of who came in with the recovery code, and opens the vault.
pub fn passphrase_renew<R: Runtime>(app: &AppHandle<R>, request: NewPassphrase) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    {
        let mut place = desk.place();
        let Place::Renewing(session) = &*place else {
            return Err(no_vault());
        };
        let new = Secret::new(request.passphrase);
        passphrase::change(session, &new, strength_for_this_computer()).map_err(|e| from_error(&e))?;
        if let Place::Renewing(session) = std::mem::replace(&mut *place, Place::Nowhere) {
            recent::remember(session.vault().folder());
            desk.opened(&mut place, Arc::from(session));
        }
    }
    super::reading::begin_reading(app);
    Ok(desk.state())
}

fn open<R: Runtime>(
    app: &AppHandle<R>,
    read_only: bool,
    by: impl FnOnce(&Session<Locked>) -> recourse_organiser::Result<Session<Unlocked>>,
) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    {
        let mut place = desk.place();
        let Place::Locked(locked) = &*place else {
            return Err(no_vault());
        };
        let opened = if read_only {
            let again = Session::at(locked.folder(), desk.tools()).map_err(|e| from_error(&e))?;
            by(&again.for_reading())
        } else {
            by(locked)
        };
        let session = opened.map_err(|e| from_error(&e))?;
        recent::remember(session.vault().folder());
        desk.opened(&mut place, Arc::new(session));
    }
    super::reading::begin_reading(app);
    Ok(desk.state())
}

fn no_vault() -> Failure {
    refusal("vault-missing", "No vault is chosen.")
}

/// How the open vault is opened.
pub fn opening_get<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<OpeningView, Failure> {
    view(&*app.state::<Desk>().session()?)
}

/// Changes the passphrase for who knows the old one.
pub fn passphrase_change<R: Runtime>(app: &AppHandle<R>, request: PassphraseChange) -> Result<OpeningView, Failure> {
    let session = app.state::<Desk>().session()?;
    let (old, new) = (Secret::new(request.old), Secret::new(request.new));
    passphrase::change_knowing(&session, &old, &new, strength_for_this_computer()).map_err(|e| from_error(&e))?;
    view(&session)
}

/// Sets after how long without use the vault locks.
pub fn lock_after_set<R: Runtime>(app: &AppHandle<R>, request: LockAfter) -> Result<OpeningView, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    opening::set_lock_after(&session, request.minutes).map_err(|e| from_error(&e))?;
    desk.note_patience(&session);
    view(&session)
}

/// Lets this computer open the vault without asking, or lets no computer.
pub fn keyring_set<R: Runtime>(app: &AppHandle<R>, request: KeyringWish) -> Result<OpeningView, Failure> {
    let session = app.state::<Desk>().session()?;
    let keyring = DeskKeyring { may_ask: true };
    let done = match request.wanted {
        true => opening::ask_no_more(&session, &keyring),
        false => opening::ask_always(&session, &keyring),
    };
    done.map_err(|e| from_error(&e))?;
    view(&session)
}

fn view(session: &Session<Unlocked>) -> Result<OpeningView, Failure> {
    let slots = session.vault().slots();
    let made = |kind| slots.iter().find(|slot| slot.kind == kind).map(|slot| slot.made.clone()).unwrap_or_default();
    Ok(OpeningView {
        passphrase_made: made(SlotKind::Passphrase),
        sheet_made: made(SlotKind::Recovery),
        lock_after: opening::lock_after(session).map_err(|e| from_error(&e))?,
        lock_choices: opening::LOCK_CHOICES.to_vec(),
        without_asking: match opening::without_asking(session, &DeskKeyring { may_ask: false }) {
            opening::WithoutAsking::No => WithoutAsking::No,
            opening::WithoutAsking::Here => WithoutAsking::Here,
            opening::WithoutAsking::Elsewhere => WithoutAsking::Elsewhere,
        },
        has_keyring: DeskKeyring::is_there(),
    })
}
