//! The recovery sheet: shown when a vault is made and when a new one is asked for, saved for printing, and checked before it counts.

use std::sync::Arc;

use recourse_contract::types::*;
use recourse_organiser::opening;
use recourse_vault::OsChance;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::{Desk, NewSheet, Place};
use crate::desktop::{pickers, recent};
use crate::failure::{from_error, refusal};

/// Makes a new sheet for the open vault. It counts once it is confirmed; until then the old one does.
pub fn sheet_renew<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<RecoverySheet, Failure> {
    let desk = app.state::<Desk>();
    let (sheet, slot) = opening::prepare_sheet(&*desk.session()?).map_err(|e| from_error(&e))?;
    let retype = sheet.groups_to_retype(&mut OsChance).map_err(|e| from_error(&e.into()))?;
    let view = shown(&sheet, retype);
    *desk.new_sheet() = Some(NewSheet { sheet, retype, slot });
    Ok(view)
}

/// Throws the new sheet away: the old one counts as before.
pub fn sheet_keep_old<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<Nothing, Failure> {
    *app.state::<Desk>().new_sheet() = None;
    Ok(Nothing {})
}

/// Shows the sheet again, as long as it has not been confirmed: a page that was loaded anew has forgotten it.
pub fn recovery_show<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<RecoverySheet, Failure> {
    with_sheet(&app.state::<Desk>(), shown)
}

/// Saves the sheet where the person says, for printing. The file is not encrypted, which the page says beforehand.
pub fn recovery_save<R: Runtime>(app: &AppHandle<R>, request: SheetFile) -> Result<FileSaved, Failure> {
    let desk = app.state::<Desk>();
    let (ending, bytes) = match request.format {
        SheetFormat::Pdf => {
            ("pdf", with_sheet(&desk, |sheet, _| opening::sheet_pdf(sheet))?.map_err(|e| from_error(&e))?)
        }
        SheetFormat::Txt => ("txt", with_sheet(&desk, |sheet, _| sheet.to_text().expose().clone().into_bytes())?),
    };
    let name = format!("Recourse recovery sheet.{ending}");
    let Some(path) = pickers::save(app, "Save the recovery sheet", &name) else {
        return Ok(FileSaved { path: None });
    };
    let inside = match &*desk.place() {
        Place::Open(session) | Place::Confirming(session, ..) => path.starts_with(session.vault().folder()),
        _ => false,
    };
    if inside {
        return Err(refusal("source", "Choose a place outside the vault: whoever has both can read everything."));
    }
    opening::save_sheet(&path, &bytes).map_err(|e| from_error(&e))?;
    Ok(FileSaved { path: Some(path.display().to_string()) })
}

/// Checks the two groups that the person retyped. Right ones open a vault that was just made, or let a new sheet count.
pub fn recovery_confirm<R: Runtime>(app: &AppHandle<R>, request: RecoveryAnswers) -> Result<RecoveryCheck, Failure> {
    let desk = app.state::<Desk>();
    let right = with_sheet(&desk, |sheet, retype| {
        request.answers.len() == retype.len()
            && retype.iter().zip(&request.answers).all(|(index, typed)| sheet.retyped(*index, typed))
    })?;
    if right && let Some(new) = desk.new_sheet().take() {
        opening::accept_sheet(&*desk.session()?, new.slot).map_err(|e| from_error(&e))?;
        return Ok(RecoveryCheck { right });
    }
    let mut place = desk.place();
    if right && let Place::Confirming(session, ..) = &*place {
        let session = Arc::clone(session);
        recent::remember(session.vault().folder());
        desk.opened(&mut place, session);
    }
    Ok(RecoveryCheck { right })
}

/// Does something with the sheet that waits to be confirmed.
fn with_sheet<T>(
    desk: &Desk,
    make: impl FnOnce(&recourse_vault::RecoverySheet, [usize; 2]) -> T,
) -> Result<T, Failure> {
    if let Some(new) = &*desk.new_sheet() {
        return Ok(make(&new.sheet, new.retype));
    }
    match &*desk.place() {
        Place::Confirming(_, sheet, retype) => Ok(make(sheet, *retype)),
        _ => Err(refusal("no-sheet", "A recovery sheet is shown once only, when it is made.")),
    }
}

/// The sheet as the page shows it.
pub(super) fn shown(sheet: &recourse_vault::RecoverySheet, retype: [usize; 2]) -> RecoverySheet {
    RecoverySheet {
        vault_id: sheet.vault_id().to_owned(),
        groups: sheet.groups().expose().clone(),
        age_key: sheet.identity_line().expose().clone(),
        text: sheet.to_text().expose().clone(),
        retype: retype.iter().filter_map(|index| u32::try_from(index + 1).ok()).collect(),
    }
}
