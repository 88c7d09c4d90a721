//! How it stands with backups.

use recourse_organiser::safety::{self, Due};

use super::{Answer, Room};
use crate::types::*;

/// Where the last backup lies, when it was made, and whether to remind of one.
pub fn backup_state(room: &Room, _: Nothing) -> Answer<BackupState> {
    let state = safety::state(room)?;
    let day = state.days.and_then(|days| room.today().checked_sub_days(chrono::Days::new(days.unsigned_abs())));
    Ok(BackupState {
        folder: state.folder.map(|folder| folder.display().to_string()),
        there: state.there,
        day: day.map(|day| day.to_string()),
        days: state.days,
        due: state.due.map(|due| match due {
            Due::Never => BackupDue::Never,
            Due::Old => BackupDue::Old,
        }),
        synced: state.synced.map(|program| program.name.to_owned()),
    })
}

/// Puts the reminder off for a week.
pub fn backup_put_off(room: &Room, _: Nothing) -> Answer<BackupState> {
    safety::put_off(room)?;
    backup_state(room, Nothing {})
}
