//! Backups, checks and repairs, with the dialogs for their places.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use recourse_contract::safety as outside;
use recourse_contract::types::*;
use recourse_organiser::session::Session;
use recourse_organiser::{bundles, check, safety};
use recourse_vault::{OpenVault, Secret, Vault, VaultError};
use tauri::{AppHandle, Emitter, Manager, Runtime};

use super::vault::place;
use crate::desk::{Desk, Place, label};
use crate::desktop::{pickers, recent};
use crate::failure::{cancelled, from_error, refusal};

/// The task that a backup, and trying one, is stopped by.
const BACKUP: &str = "backup";
/// The task that a check is stopped by.
const CHECK: &str = "check";
/// The task that saving everything is stopped by.
const EVERYTHING: &str = "everything";
/// The task that making a vault anew, and a repair, is stopped by.
const RESTORE: &str = "restore";

/// Makes a backup where the last one lies, or in a folder that the person chooses.
pub fn backup_make<R: Runtime>(app: &AppHandle<R>, request: BackupOrder) -> Result<BackupMade, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let known = safety::state(&session).map_err(|e| from_error(&e))?.folder.filter(|_| !request.elsewhere);
    let folder = known.or_else(|| pickers::folder(app, "Where should the backup be put?"));
    let folder = folder.ok_or_else(|| cancelled("No folder was chosen, so no backup was made."))?;
    let stop = desk.begin(BACKUP);
    let made = safety::make(&session, &folder, &|step| tell(app, BACKUP, step, &stop)).map_err(|e| from_error(&e))?;
    Ok(outside::backup(made))
}

/// Opens the last backup with the keys in hand and reads everything in it.
pub fn backup_test<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<CheckFound, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let folder = safety::state(&session).map_err(|e| from_error(&e))?.folder;
    let folder = folder.ok_or_else(|| refusal("no-backup", "There is no backup yet."))?;
    let stop = desk.begin(BACKUP);
    let tested = safety::test(&session, &folder, &|step| tell(app, BACKUP, step, &stop)).map_err(|e| from_error(&e))?;
    Ok(outside::tested(tested))
}

/// Looks whether the open vault is whole.
pub fn vault_check<R: Runtime>(app: &AppHandle<R>, request: CheckOrder) -> Result<CheckFound, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let stop = desk.begin(CHECK);
    let mut watch = |done, of| tell(app, CHECK, safety::Step { words: "Checking the originals", done, of }, &stop);
    let found = check::check(&session, request.read_data, &mut watch).map_err(|e| from_error(&e))?;
    Ok(outside::checked(found))
}

/// Saves everything in plain files in a folder that the person chooses.
pub fn everything_save<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<EverythingSaved, Failure> {
    let desk = app.state::<Desk>();
    let session = desk.session()?;
    let folder = pickers::folder(app, "Where should everything be put?");
    let folder = folder.ok_or_else(|| cancelled("No folder was chosen, so nothing was saved."))?;
    let stop = desk.begin(EVERYTHING);
    let saved = bundles::everything(&session, &folder, &|step| tell(app, EVERYTHING, step, &stop));
    Ok(outside::saved(saved.map_err(|e| from_error(&e))?))
}

/// Asks the person for a backup to make a vault from.
pub fn restore_find<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<RestoreFound, Failure> {
    let Some(chosen) = pickers::folder(app, "Where is the backup?") else {
        return Ok(RestoreFound { name: String::new(), folder: None });
    };
    let backup = safety::find_backup(&chosen).map_err(|e| from_error(&e))?;
    let found = label(&backup);
    *app.state::<Desk>().backup() = Some(backup);
    Ok(RestoreFound { name: found.name, folder: Some(found.folder) })
}

/// Makes a vault from the backup that was chosen, and opens it.
pub fn restore_make<R: Runtime>(app: &AppHandle<R>, request: RestoreOrder) -> Result<AppState, Failure> {
    let desk = app.state::<Desk>();
    let backup = desk.backup().clone().ok_or_else(|| refusal("no-backup", "No backup is chosen."))?;
    let VaultPlace { folder, problem } = place(app, &request.name);
    if let Some(problem) = problem {
        return Err(Failure { field: Some("name".into()), ..refusal("folder-not-empty", &problem) });
    }
    let folder = PathBuf::from(folder);
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent).map_err(|_| {
            refusal("no-permission", "The folder for the vault could not be made. Choose another place.")
        })?;
    }
    let words = Secret::new(request.words);
    let stop = desk.begin(RESTORE);
    let opens = opens(&words, request.recovery);
    let watch = |step| tell(app, RESTORE, step, &stop);
    let made = safety::restore(&backup, &folder, None, &opens, &watch).map_err(|e| from_error(&e))?;
    let locked = Session::at(&made.folder, desk.tools()).map_err(|e| from_error(&e))?;
    desk.close();
    *desk.place() = Place::Locked(Box::new(locked));
    recent::remember(&made.folder);
    Ok(desk.state())
}

/// Repairs the chosen vault, which is locked.
pub fn vault_repair<R: Runtime>(app: &AppHandle<R>, request: RepairOrder) -> Result<RepairDone, Failure> {
    let desk = app.state::<Desk>();
    let folder = match &*desk.place() {
        Place::Locked(session) => session.folder().to_owned(),
        _ => return Err(refusal("vault-open", "Lock the vault first. It is repaired while nobody works in it.")),
    };
    let words = Secret::new(request.words);
    let opens = opens(&words, request.recovery);
    let stop = desk.begin(RESTORE);
    let watch = |step| tell(app, RESTORE, step, &stop);
    let done = match request.from {
        RepairFrom::Originals => {
            let vault = Vault::at(&folder).map_err(|e| from_error(&e.into()))?;
            safety::rebuild(&vault, &opens, desk.tools(), &watch).map(outside::rebuilt)
        }
        RepairFrom::Itself => safety::repair(&folder, None, &opens, desk.tools(), &watch).map(outside::repaired),
        RepairFrom::Backup => {
            let chosen = pickers::folder(app, "Where is the backup?");
            let chosen = chosen.ok_or_else(|| cancelled("No backup was chosen, so nothing was repaired."))?;
            safety::find_backup(&chosen)
                .and_then(|backup| safety::repair(&folder, Some(&backup), &opens, desk.tools(), &watch))
                .map(outside::repaired)
        }
    };
    let done = done.map_err(|e| from_error(&e))?;
    // The key file may be another now.
    if let Ok(session) = Session::at(&folder, desk.tools()) {
        *desk.place() = Place::Locked(Box::new(session));
    }
    Ok(done)
}

fn opens(words: &Secret<String>, recovery: bool) -> impl Fn(&Vault) -> Result<OpenVault, VaultError> + '_ {
    move |vault| if recovery { vault.unlock_with_recovery_code(words) } else { vault.unlock(words) }
}

fn tell<R: Runtime>(app: &AppHandle<R>, task: &str, step: safety::Step, stop: &AtomicBool) -> ControlFlow<()> {
    app.state::<Desk>().touch();
    let progress = Progress {
        task: task.to_owned(),
        words: step.words.to_owned(),
        done: 0,
        total: 0,
        bytes: Some(step.done),
        of_bytes: Some(step.of),
    };
    if let Err(error) = app.emit("progress", progress) {
        eprintln!("Recourse: {error}");
    }
    if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}
