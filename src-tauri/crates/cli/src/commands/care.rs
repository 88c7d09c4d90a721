//! Backups, making a vault anew, repairing one.

use std::ops::ControlFlow;
use std::path::Path;

use recourse_organiser::safety::{self, Made, Step};
use recourse_vault::{OpenVault, Secret, Vault, VaultError};
use serde_json::json;

use super::{Manner, tools};
use crate::arguments::Care;
use crate::outcome::{Outcome, Trouble};
use crate::progress::Meter;
use crate::{passphrase, say};

/// Does what was typed.
pub fn care(manner: &Manner, command: Care) -> Result<Outcome, Trouble> {
    match command {
        Care::Backup { vault, dest } => backup(manner, &vault, &dest),
        Care::Restore { backup, vault, records } => restore(manner, &backup, &vault, records.as_deref()),
        Care::Repair { vault, from } => repair(manner, &vault, from.as_deref()),
        Care::RebuildIndex { vault } => rebuild(manner, &vault),
    }
}

fn backup(manner: &Manner, vault: &Path, dest: &Path) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let meter = Meter::new();
    let made = safety::make(&session, dest, &told(&meter));
    drop(meter);
    session.lock()?;
    answer(manner, &made?, "The backup is whole")
}

fn restore(manner: &Manner, backup: &Path, vault: &Path, records: Option<&Path>) -> Result<Outcome, Trouble> {
    let backup = safety::find_backup(backup)?;
    let words = passphrase::existing(manner.passphrase_file.as_deref())?;
    let meter = Meter::new();
    let made = safety::restore(&backup, vault, records, &opens(&words), &told(&meter))?;
    drop(meter);
    answer(manner, &made, "The vault is whole")
}

fn answer(manner: &Manner, made: &Made, whole: &str) -> Result<Outcome, Trouble> {
    if manner.json {
        say::json(&json!({
            "folder": made.folder,
            "whole": made.problems.is_empty(),
            "new_files": made.new_files,
            "bytes": made.bytes,
            "there": made.there,
            "files": made.files,
            "changes": made.changes,
            "problems": made.problems,
            "remarks": made.remarks,
        }))?;
    } else {
        for sentence in made.problems.iter().chain(&made.remarks) {
            say::line(sentence)?;
        }
        say::line(&format!(
            "{}: {} sealed files written, {} were there already.",
            made.folder.display(),
            made.new_files,
            made.there
        ))?;
        if made.problems.is_empty() {
            say::line(&format!(
                "{whole}: {} files, {} changes in the history. What was written was read back and compared.",
                made.files, made.changes
            ))?;
        }
    }
    Ok(if made.problems.is_empty() { Outcome::Done } else { Outcome::No })
}

fn repair(manner: &Manner, vault: &Path, from: Option<&Path>) -> Result<Outcome, Trouble> {
    let backup = from.map(safety::find_backup).transpose()?;
    let words = passphrase::existing(manner.passphrase_file.as_deref())?;
    let meter = Meter::new();
    let report = safety::repair(vault, backup.as_deref(), &opens(&words), tools(), &told(&meter))?;
    drop(meter);
    if manner.json {
        say::json(&json!({ "whole": report.is_whole(), "done": report.done, "left": report.left }))?;
    } else {
        for sentence in report.done.iter().chain(&report.left) {
            say::line(sentence)?;
        }
        match (report.is_whole(), report.done.is_empty()) {
            (true, true) => say::line("Everything was read and nothing was wrong. Nothing was changed.")?,
            (true, false) => say::line("The vault is whole again.")?,
            (false, _) => say::line("The vault is not whole yet.")?,
        }
    }
    Ok(if report.is_whole() { Outcome::Done } else { Outcome::No })
}

fn rebuild(manner: &Manner, vault: &Path) -> Result<Outcome, Trouble> {
    let vault = Vault::at(vault).map_err(recourse_organiser::Error::from)?;
    let words = passphrase::existing(manner.passphrase_file.as_deref())?;
    let meter = Meter::new();
    let made = safety::rebuild(&vault, &opens(&words), tools(), &told(&meter))?;
    drop(meter);
    if manner.json {
        say::json(&json!({ "brought_back": made.brought_back, "problems": made.problems, "remarks": made.remarks }))?;
    } else {
        for sentence in made.problems.iter().chain(&made.remarks) {
            say::line(sentence)?;
        }
        say::line(&format!("{} originals are on record again and wait in the inbox.", made.brought_back))?;
    }
    Ok(if made.problems.is_empty() { Outcome::Done } else { Outcome::No })
}

fn opens(words: &Secret<String>) -> impl Fn(&Vault) -> Result<OpenVault, VaultError> + '_ {
    |vault| vault.unlock(words)
}

fn told(meter: &Meter) -> impl Fn(Step) -> ControlFlow<()> + '_ {
    |step| {
        meter.tell(step.words, step.done, step.of);
        ControlFlow::Continue(())
    }
}
