//! Making and checking a vault, its passphrase, and the window.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use recourse_contract::types::Failure;
use recourse_organiser::session::Session;
use recourse_organiser::{check as checking, passphrase as changing, sample};
use serde_json::json;

use super::{Manner, kdf, tools};
use crate::outcome::{Outcome, Trouble};
use crate::progress::Meter;
use crate::{passphrase, say};

/// Makes a vault, with the sample claim in it if wanted, and prints its recovery sheet, once.
pub fn new(manner: &Manner, vault: &Path, with_sample: bool) -> Result<Outcome, Trouble> {
    let passphrase = passphrase::new(manner.passphrase_file.as_deref())?;
    let (session, sheet) = Session::create(vault, &passphrase, kdf(), tools())?;
    if with_sample {
        sample::add(&session)?;
    }
    session.lock()?;
    if manner.json {
        say::json(&json!({
            "vault": vault,
            "vault_id": sheet.vault_id(),
            "recovery_code": sheet.groups().expose().join("-"),
            "age_key": sheet.identity_line().expose(),
        }))?;
    } else {
        say::line(sheet.to_text().expose())?;
    }
    Ok(Outcome::Done)
}

/// Says whether a vault is whole.
pub fn check(manner: &Manner, vault: &Path, read_data: bool) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let meter = Meter::new();
    let found = checking::check(&session, read_data, &mut |done, of| {
        meter.tell("Checking the originals", done, of);
        ControlFlow::Continue(())
    })?;
    drop(meter);
    session.lock()?;
    if manner.json {
        say::json(&json!({
            "whole": found.is_whole(),
            "files": found.files,
            "changes": found.changes,
            "data_read": found.data_read,
            "problems": found.problems,
            "remarks": found.remarks,
        }))?;
    } else {
        for sentence in found.problems.iter().chain(&found.remarks) {
            say::line(sentence)?;
        }
        if found.is_whole() {
            let depth =
                if read_data { "every original was read and is as it was kept" } else { "every original is there" };
            say::line(&format!(
                "The vault is whole: {} files, {depth}; {} changes in the history.",
                found.files, found.changes
            ))?;
        }
    }
    Ok(if found.is_whole() { Outcome::Done } else { Outcome::No })
}

/// Gives a vault another passphrase.
pub fn passphrase(manner: &Manner, vault: &Path, new_file: Option<&Path>) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let new = match new_file {
        Some(file) => passphrase::existing(Some(file))?,
        None => passphrase::new(None)?,
    };
    changing::change(&session, &new, kdf())?;
    session.lock()?;
    if manner.json {
        say::json(&json!({ "changed": true }))?;
    } else {
        say::line("The passphrase was changed. A backup made before still opens with the old one.")?;
    }
    Ok(Outcome::Done)
}

/// Opens the window, where it is installed beside this command.
pub fn open_window() -> Result<Outcome, Trouble> {
    let beside = std::env::current_exe()?.with_file_name(format!("recourse-desktop{}", std::env::consts::EXE_SUFFIX));
    let program = if beside.is_file() { beside } else { "recourse-desktop".into() };
    match Command::new(program).status() {
        Ok(status) if status.success() => Ok(Outcome::Done),
        Ok(_) => Ok(Outcome::No),
        Err(_) => Err(Trouble::Could(Failure {
            code: "no-window".to_owned(),
            message: "The window of Recourse is not installed here.".to_owned(),
            advice: "`recourse --help` shows what can be done from a terminal.".to_owned(),
            field: None,
        })),
    }
}
