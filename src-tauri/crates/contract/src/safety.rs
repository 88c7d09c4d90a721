//! What the safety of a vault looks like outside.

use recourse_organiser::bundles::Saved;
use recourse_organiser::check::Check;
use recourse_organiser::safety::{Made, Rebuilt, Repaired, Tested};

use crate::types::{BackupMade, CheckFound, EverythingSaved, RepairDone};

/// A backup that was made, or a vault made anew.
pub fn backup(made: Made) -> BackupMade {
    BackupMade {
        folder: made.folder.display().to_string(),
        new_files: made.new_files as u64,
        bytes: made.bytes,
        files: made.files as u64,
        problems: made.problems,
        remarks: made.remarks,
    }
}

/// A check of the vault.
pub fn checked(check: Check) -> CheckFound {
    CheckFound {
        whole: check.is_whole(),
        files: check.files as u64,
        changes: check.changes,
        data_read: check.data_read,
        behind: None,
        problems: check.problems,
        remarks: check.remarks,
    }
}

/// A backup that was tried.
pub fn tested(tested: Tested) -> CheckFound {
    CheckFound { behind: Some(tested.behind), ..checked(tested.check) }
}

/// A repair.
pub fn repaired(report: Repaired) -> RepairDone {
    RepairDone { whole: report.is_whole(), done: report.done, left: report.left }
}

/// Records made anew from the originals.
pub fn rebuilt(made: Rebuilt) -> RepairDone {
    let brought = match made.brought_back {
        1 => "1 original is on record again and waits in the inbox.".to_owned(),
        many => format!("{many} originals are on record again and wait in the inbox."),
    };
    RepairDone {
        whole: made.problems.is_empty(),
        done: std::iter::once(brought).chain(made.remarks).collect(),
        left: made.problems,
    }
}

/// Everything in plain files.
pub fn saved(saved: Saved) -> EverythingSaved {
    EverythingSaved { folder: saved.folder.display().to_string(), files: saved.files as u64, problems: saved.problems }
}
