//! Where the last backup lies and when it was made, and whether to remind of one.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Syncing, syncing};
use crate::session::{Session, Unlocked};
use crate::{Result, claims};

/// Under which name it is noted in the vault.
const BACKUP: &str = "backup";
/// From how many days after the last backup on the person is reminded.
const OLD_AFTER: i64 = 31;
/// Nobody is reminded in the first days of a vault.
const FIRST_DAYS: i64 = 7;
/// For how many days a reminder is put off.
const PUT_OFF: u64 = 7;

/// What is noted.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Noted {
    #[serde(default)]
    folder: Option<PathBuf>,
    #[serde(default)]
    at: Option<DateTime<Utc>>,
    #[serde(default)]
    put_off_until: Option<NaiveDate>,
}

/// How it stands with backups of a vault.
#[derive(Debug)]
pub struct State {
    /// The folder of the last backup.
    pub folder: Option<PathBuf>,
    /// Whether that folder can be reached now.
    pub there: bool,
    /// When it was made.
    pub at: Option<DateTime<Utc>>,
    /// How many days ago, on the person's calendar.
    pub days: Option<i64>,
    /// Why the person should be reminded today.
    pub due: Option<Due>,
    /// The program that copies the vault's folder elsewhere.
    pub synced: Option<Syncing>,
}

/// Why to remind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// None was ever made.
    Never,
    /// The last is old.
    Old,
}

/// How it stands.
///
/// # Errors
/// What the records said.
pub fn state(session: &Session<Unlocked>) -> Result<State> {
    let noted = noted(session)?;
    let today = session.today();
    let days = noted.at.map(|at| (today - at.date_naive()).num_days().max(0));
    let began = session.vault().created().parse::<DateTime<Utc>>().map_or(today, |began| began.date_naive());
    let put_off = noted.put_off_until.is_some_and(|until| today < until);
    let anything = !claims::list(session)?.is_empty();
    Ok(State {
        there: noted.folder.as_deref().is_some_and(Path::is_dir),
        folder: noted.folder,
        at: noted.at,
        days,
        due: due(days, (today - began).num_days()).filter(|_| anything && !put_off),
        synced: syncing(session.vault().folder()),
    })
}

/// Puts the reminder off for a week.
///
/// # Errors
/// What the records said.
pub fn put_off(session: &Session<Unlocked>) -> Result<()> {
    let until = session.today().checked_add_days(Days::new(PUT_OFF));
    write(session, &Noted { put_off_until: until, ..noted(session)? })
}

/// Notes a backup.
pub(super) fn note(session: &Session<Unlocked>, folder: &Path, at: &str) -> Result<()> {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    write(session, &Noted { folder: Some(folder), at: at.parse().ok(), put_off_until: None })
}

fn noted(session: &Session<Unlocked>) -> Result<Noted> {
    let text = session.read(|records| Ok(records.upkeep(BACKUP)?))?;
    // A note of a later version that cannot be read is as good as none.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

fn write(session: &Session<Unlocked>, noted: &Noted) -> Result<()> {
    let text = serde_json::to_string(noted).map_err(recourse_store::StoreError::from)?;
    Ok(session.database().note_upkeep(BACKUP, &text)?)
}

fn due(days_since_the_last: Option<i64>, days_of_the_vault: i64) -> Option<Due> {
    match days_since_the_last {
        Some(days) => (days >= OLD_AFTER).then_some(Due::Old),
        None => (days_of_the_vault >= FIRST_DAYS).then_some(Due::Never),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_reminded_after_the_first_week_and_then_after_a_month() {
        assert_eq!(due(None, 6), None);
        assert_eq!(due(None, 7), Some(Due::Never));
        assert_eq!(due(Some(30), 400), None);
        assert_eq!(due(Some(31), 400), Some(Due::Old));
    }
}
