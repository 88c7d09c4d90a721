//! Making, finding, opening and locking a vault.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use recourse_contract::types::*;
use recourse_organiser::session::{Session, Unlocked};
use recourse_vault::{KdfParams, OsChance, Secret};
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::{Desk, Place, label};
use crate::desktop::{pickers, recent};
use crate::failure::{cancelled, from_error, refusal};

/// Where a new vault of this name would lie.
pub fn vault_place<R: Runtime>(app: &AppHandle<R>, request: VaultName) -> Result<VaultPlace, Failure> {
    Ok(place(app, &request.name))
}

/// Asks the person for another folder to put the new vault in.
pub fn vault_choose_place<R: Runtime>(app: &AppHandle<R>, request: VaultName) -> Result<VaultPlace, Failure> {
    if let Some(parent) = pickers::folder(app, "Where should the vault lie?") {
        *app.state::<Desk>().chosen_parent() = Some(parent);
    }
    Ok(place(app, &request.name))
}

/// Makes a vault. It counts as open once its recovery sheet is confirmed.
pub fn vault_create<R: Runtime>(app: &AppHandle<R>, request: NewVault) -> Result<RecoverySheet, Failure> {
    let desk = app.state::<Desk>();
    let place = place(app, &request.name);
    if let Some(problem) = place.problem {
        return Err(Failure { field: Some("name".into()), ..refusal("folder-not-empty", &problem) });
    }
    let folder = PathBuf::from(&place.folder);
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent).map_err(|_| {
            refusal("no-permission", "The folder for the vault could not be made. Choose another place.")
        })?;
    }
    let passphrase = Secret::new(request.passphrase);
    let (session, sheet) = Session::create(&folder, &passphrase, kdf(), desk.tools()).map_err(|e| from_error(&e))?;
    let retype = sheet.groups_to_retype(&mut OsChance).map_err(|e| from_error(&e.into()))?;
    let shown = shown(&sheet, retype);
    *desk.place() = Place::Confirming(Arc::new(session), Box::new(sheet), retype);
    Ok(shown)
}

/// Shows the sheet again, as long as it has not been confirmed: a page that was loaded anew has forgotten it.
pub fn recovery_show<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<RecoverySheet, Failure> {
    match &*app.state::<Desk>().place() {
        Place::Confirming(_, sheet, retype) => Ok(shown(sheet, *retype)),
        _ => Err(refusal("no-sheet", "The recovery sheet is only shown once, when a vault is made.")),
    }
}

/// Saves the sheet as a text file where the person says, for printing.
pub fn recovery_save<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<Nothing, Failure> {
    let desk = app.state::<Desk>();
    let text = match &*desk.place() {
        Place::Confirming(_, sheet, _) => sheet.to_text(),
        _ => return Err(refusal("no-sheet", "The recovery sheet is only shown once, when a vault is made.")),
    };
    let path = pickers::save(app, "Save the recovery sheet", "Recourse recovery sheet.txt")
        .ok_or_else(|| cancelled("The recovery sheet was not saved."))?;
    std::fs::write(path, text.expose())
        .map_err(|_| refusal("write", "The recovery sheet could not be saved there. Choose another place."))?;
    Ok(Nothing {})
}

/// Checks the two groups that the person retyped; right ones open the vault.
pub fn recovery_confirm<R: Runtime>(app: &AppHandle<R>, request: RecoveryAnswers) -> Result<RecoveryCheck, Failure> {
    let desk = app.state::<Desk>();
    let mut place = desk.place();
    let Place::Confirming(session, sheet, retype) = &*place else {
        return Err(refusal("no-sheet", "There is no recovery sheet to confirm."));
    };
    let right = request.answers.len() == retype.len()
        && retype.iter().zip(&request.answers).all(|(index, typed)| sheet.retyped(*index, typed));
    if right {
        let session = Arc::clone(session);
        recent::remember(session.vault().folder());
        *place = Place::Open(session);
    }
    Ok(RecoveryCheck { right })
}

/// Asks the person for the folder of a vault.
pub fn vault_find<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<AppState, Failure> {
    if let Some(folder) = pickers::folder(app, "Open a vault") {
        choose(app, &folder)?;
    }
    Ok(app.state::<Desk>().state())
}

/// Chooses one of the vaults opened before.
pub fn vault_recent<R: Runtime>(app: &AppHandle<R>, request: RecentVault) -> Result<AppState, Failure> {
    let folder = recent::list().into_iter().nth(request.index as usize);
    choose(app, &folder.ok_or_else(|| refusal("vault-missing", "This vault is not there any more."))?)?;
    Ok(app.state::<Desk>().state())
}

/// Opens the chosen vault.
pub fn vault_open<R: Runtime>(app: &AppHandle<R>, request: Unlock) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    {
        let mut place = desk.place();
        let Place::Locked(locked) = &*place else {
            return Err(refusal("vault-missing", "No vault is chosen."));
        };
        let words = Secret::new(request.words);
        let opened: Result<Session<Unlocked>, _> =
            if request.recovery { locked.unlock_with_recovery_code(&words) } else { locked.unlock(&words) };
        let session = opened.map_err(|e| from_error(&e))?;
        recent::remember(session.vault().folder());
        *place = Place::Open(Arc::new(session));
    }
    super::reading::begin_reading(app);
    Ok(desk.state())
}

/// Locks the vault.
pub fn vault_lock<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    desk.close();
    Ok(desk.state())
}

/// Takes the chosen vault off the list of this computer and starts afresh. The vault stays where it is.
pub fn vault_forget<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    desk.close();
    {
        let mut place = desk.place();
        if let Place::Locked(session) = &*place {
            recent::forget(session.folder());
        }
        *place = Place::Nowhere;
    }
    Ok(desk.state())
}

fn choose<R: Runtime>(app: &AppHandle<R>, folder: &Path) -> Result<(), Failure> {
    let desk = app.state::<Desk>();
    let session = Session::at(folder, desk.tools()).map_err(|e| from_error(&e))?;
    desk.close();
    *desk.place() = Place::Locked(Box::new(session));
    Ok(())
}

pub(super) fn place<R: Runtime>(app: &AppHandle<R>, name: &str) -> VaultPlace {
    let chosen = app.state::<Desk>().chosen_parent().clone();
    let parent =
        chosen.or_else(|| app.path().document_dir().ok()).or_else(|| app.path().home_dir().ok()).unwrap_or_default();
    let name = folder_name(name);
    let folder = parent.join(format!("{name}.recourse"));
    let problem = if name.is_empty() {
        Some("Give the vault a name.".to_owned())
    } else if folder.exists() {
        Some(format!("There is already something called “{}” there. Choose another name.", label(&folder).name))
    } else {
        None
    };
    VaultPlace { folder: folder.to_string_lossy().into_owned(), problem }
}

/// A name that every file system takes.
fn folder_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '\'' | '’') { c } else { ' ' })
        .take(60)
        .collect();
    safe.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(sheet: &recourse_vault::RecoverySheet, retype: [usize; 2]) -> RecoverySheet {
    RecoverySheet {
        vault_id: sheet.vault_id().to_owned(),
        groups: sheet.groups().expose().clone(),
        age_key: sheet.identity_line().expose().clone(),
        text: sheet.to_text().expose().clone(),
        retype: retype.iter().filter_map(|index| u32::try_from(index + 1).ok()).collect(),
    }
}

/// Aims at about a second on this computer; the window's tests may ask for the least that is allowed.
fn kdf() -> KdfParams {
    recourse_organiser::passphrase::strength_for_this_computer()
}
