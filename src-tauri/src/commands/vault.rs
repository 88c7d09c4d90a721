//! Making, finding and locking a vault.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use recourse_contract::types::*;
use recourse_organiser::passphrase::strength_for_this_computer;
use recourse_organiser::session::Session;
use recourse_vault::{OsChance, Secret};
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::{Desk, Place, label};
use crate::desktop::{pickers, recent};
use crate::failure::{from_error, refusal};

use super::sheet::shown;

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
    let (session, sheet) = Session::create(&folder, &passphrase, strength_for_this_computer(), desk.tools())
        .map_err(|e| from_error(&e))?;
    let retype = sheet.groups_to_retype(&mut OsChance).map_err(|e| from_error(&e.into()))?;
    let shown = shown(&sheet, retype);
    *desk.place() = Place::Confirming(Arc::new(session), Box::new(sheet), retype);
    Ok(shown)
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
