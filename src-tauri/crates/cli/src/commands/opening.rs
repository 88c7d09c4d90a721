//! Ways into a vault beside its passphrase: the recovery code, and a new sheet.

use std::path::PathBuf;

use clap::Args;
use recourse_organiser::session::Session;
use recourse_organiser::{opening, passphrase as changing};
use recourse_vault::{OsChance, RecoverySheet};
use serde_json::json;

use super::{Manner, kdf, tools};
use crate::outcome::{Outcome, Trouble};
use crate::{passphrase, say};

/// A new passphrase by way of the recovery code.
#[derive(Debug, Args)]
pub struct Recover {
    pub vault: PathBuf,
    /// Read the recovery code from this file; else it is asked for.
    #[arg(long, value_name = "FILE")]
    pub code_file: Option<PathBuf>,
    /// Read the new passphrase from this file.
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// A new recovery sheet.
#[derive(Debug, Args)]
pub struct Sheet {
    pub vault: PathBuf,
    /// The PDF to make. It is not encrypted: print it, then delete it.
    #[arg(long, value_name = "FILE.pdf")]
    pub out: PathBuf,
    /// Do not ask for two groups of the new code before it counts.
    #[arg(long)]
    pub unchecked: bool,
}

/// Sets a new passphrase with the recovery code.
pub fn recover(manner: &Manner, order: &Recover) -> Result<Outcome, Trouble> {
    let locked = Session::at(&order.vault, tools())?;
    let code = match &order.code_file {
        Some(file) => passphrase::words_in(file, "recovery code")?,
        None => passphrase::ask_for("Recovery code: ", "the recovery code on. Use --code-file.")?,
    };
    let session = locked.unlock_with_recovery_code(&code)?;
    let new = match &order.new_passphrase_file {
        Some(file) => passphrase::words_in(file, "passphrase")?,
        None => passphrase::new(None)?,
    };
    changing::change(&session, &new, kdf())?;
    session.lock()?;
    if manner.json {
        say::json(&json!({ "changed": true }))?;
    } else {
        say::line("The vault has a new passphrase. The recovery sheet is good as before.")?;
        say::line("A backup made before still opens with the old passphrase.")?;
    }
    Ok(Outcome::Done)
}

/// Makes a new recovery sheet. It counts once two groups of it were typed; until then the old one does.
pub fn sheet(manner: &Manner, order: &Sheet) -> Result<Outcome, Trouble> {
    let session = manner.open(&order.vault)?;
    if order.out.exists() {
        return Err(Trouble::Usage("There is a file of that name already. Choose another name.".to_owned()));
    }
    let (sheet, slot) = opening::prepare_sheet(&session)?;
    opening::save_sheet(&order.out, &opening::sheet_pdf(&sheet)?)?;
    let counts = if order.unchecked { Ok(true) } else { groups_are_right(&sheet) };
    if !matches!(counts, Ok(true)) {
        // A sheet whose code never counted would only be taken for one that does.
        std::fs::remove_file(&order.out)?;
    }
    let counts = counts?;
    if counts {
        opening::accept_sheet(&session, slot)?;
    }
    session.lock()?;
    if manner.json {
        say::json(&json!({ "changed": counts, "path": order.out }))?;
    } else if counts {
        say::line("The new recovery sheet counts. The code on the old one opens the vault no more.")?;
        say::line("The file is not encrypted: print it, put the paper away, and delete the file.")?;
    } else {
        say::line("The groups are not those of the new sheet. The old sheet still counts; the new file was deleted.")?;
    }
    Ok(if counts { Outcome::Done } else { Outcome::No })
}

fn groups_are_right(sheet: &RecoverySheet) -> Result<bool, Trouble> {
    for group in sheet.groups_to_retype(&mut OsChance).map_err(recourse_organiser::Error::from)? {
        let prompt = format!("Group {} of the new code: ", group + 1);
        let typed = passphrase::ask_for(&prompt, "two groups of the new code on. Use --unchecked.")?;
        if !sheet.retyped(group, typed.expose()) {
            return Ok(false);
        }
    }
    Ok(true)
}
