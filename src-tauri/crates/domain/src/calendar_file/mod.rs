//! Days as a calendar file (iCalendar, RFC 5545) that a person opens in the calendar they use.
//!
//! The same day of the same record always has the same name in the file, so that opening a newer file puts entries right instead of adding
//! them again. Nothing is in it but what the caller hands in; the clock is handed in too.

mod line;

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::RecordId;
use line::{property, text};

/// Days before, on which a calendar is asked to remind.
pub const USUAL_REMINDERS: [u32; 3] = [30, 14, 3];
/// The same for the last day to join a group of claimants.
pub const CUT_OFF_REMINDERS: [u32; 4] = [60, 30, 14, 7];

/// The longest title, in characters: what a calendar shows in one line.
const LONGEST_TITLE: usize = 60;

/// One day for the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The record it belongs to.
    pub record: RecordId,
    /// What tells it apart from other days of the same record, and never changes: the name of its rule, `SAR-1M`.
    pub key: String,
    /// How often it has changed; a calendar takes the entry with the higher number.
    pub sequence: u32,
    /// The day, which it fills.
    pub day: NaiveDate,
    /// What it is, in a few words without names; cut where it is too long for a line.
    pub title: String,
    /// More about it; may be empty.
    pub note: String,
    /// On how many days before it to remind.
    pub reminders: Vec<u32>,
}

impl Entry {
    /// Its name in every file (RFC 5545, 3.8.4.7): made from the record and the key alone.
    pub fn uid(&self) -> String {
        let key: String =
            self.key.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        format!("recourse-{}-{key}", self.record)
    }
}

/// A calendar file of these entries. `stamp` is the moment at which it is made (RFC 5545, 3.8.7.2).
pub fn calendar_file(entries: &[Entry], stamp: DateTime<Utc>) -> String {
    let mut file = String::new();
    property(&mut file, "BEGIN", "VCALENDAR");
    property(&mut file, "VERSION", "2.0");
    property(&mut file, "PRODID", "-//Recourse//Recourse//EN");
    property(&mut file, "CALSCALE", "GREGORIAN");
    for entry in entries {
        event(&mut file, entry, stamp);
    }
    property(&mut file, "END", "VCALENDAR");
    file
}

fn event(file: &mut String, entry: &Entry, stamp: DateTime<Utc>) {
    let title = text(&short(&entry.title));
    property(file, "BEGIN", "VEVENT");
    property(file, "UID", &entry.uid());
    property(file, "DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
    property(file, "SEQUENCE", &entry.sequence.to_string());
    property(file, "DTSTART;VALUE=DATE", &basic(entry.day));
    // The end of a day is the beginning of the next (RFC 5545, 3.6.1).
    property(file, "DTEND;VALUE=DATE", &basic(entry.day.succ_opt().unwrap_or(entry.day)));
    property(file, "SUMMARY", &title);
    if !entry.note.trim().is_empty() {
        property(file, "DESCRIPTION", &text(entry.note.trim()));
    }
    property(file, "CLASS", "PRIVATE");
    property(file, "TRANSP", "TRANSPARENT");
    for days in &entry.reminders {
        property(file, "BEGIN", "VALARM");
        property(file, "ACTION", "DISPLAY");
        property(file, "DESCRIPTION", &title);
        property(file, "TRIGGER", &format!("-P{days}D"));
        property(file, "END", "VALARM");
    }
    property(file, "END", "VEVENT");
}

/// A day in the basic format of ISO 8601, as RFC 5545, 3.3.4 wants it: four figures of year.
fn basic(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// The title on one line, cut after a word where it is too long.
fn short(title: &str) -> String {
    let mut short = String::new();
    for word in title.split_whitespace() {
        if !short.is_empty() && short.chars().count() + 1 + word.chars().count() > LONGEST_TITLE {
            return short + "…";
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.chars().count() > LONGEST_TITLE {
        return short.chars().take(LONGEST_TITLE).chain(['…']).collect();
    }
    short
}
