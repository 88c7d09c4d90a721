//! The dates ahead as a calendar file.

use recourse_domain::RecordId;
use recourse_domain::calendar_file::{CUT_OFF_REMINDERS, Entry, USUAL_REMINDERS, calendar_file};

use super::near::{REGISTER, SIGN_UP, dates_ahead};
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// The dates ahead of a claim as an iCalendar file (RFC 5545). A newer file puts the entries of an older one right. Nobody is named in it: a
/// calendar is often seen by others.
///
/// # Errors
/// Where there is no such claim.
pub fn calendar(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<u8>> {
    let mut entries = Vec::new();
    for near in dates_ahead(session, claim)? {
        let changes = records::history(session, near.record.id)?.len();
        let cut_off = near.key == SIGN_UP || near.key == REGISTER;
        entries.push(Entry {
            record: near.record.id,
            key: near.key,
            sequence: u32::try_from(changes).unwrap_or(u32::MAX),
            day: near.day,
            title: near.short,
            note: "Recourse says how this date was worked out or where it is stated.".to_owned(),
            reminders: if cut_off { CUT_OFF_REMINDERS.to_vec() } else { USUAL_REMINDERS.to_vec() },
        });
    }
    Ok(calendar_file(&entries, session.now()).into_bytes())
}
