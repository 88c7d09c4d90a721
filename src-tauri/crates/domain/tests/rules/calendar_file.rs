//! The calendar file, read by a library that nobody here wrote.

use chrono::{DateTime, Utc};
use recourse_domain::RecordId;
use recourse_domain::calendar_file::{CUT_OFF_REMINDERS, Entry, USUAL_REMINDERS, calendar_file};
use serde_json::{Value, json};

use crate::case::day;
use crate::python::ask;

const RECORD: &str = "0193a1f0-0000-7000-8000-000000000014";

fn entry(key: &str, on: &str, title: &str, note: &str) -> Entry {
    Entry {
        record: RECORD.parse::<RecordId>().unwrap(),
        key: key.to_owned(),
        sequence: 0,
        day: day(on),
        title: title.to_owned(),
        note: note.to_owned(),
        reminders: USUAL_REMINDERS.to_vec(),
    }
}

fn stamp() -> DateTime<Utc> {
    "2026-11-21T09:30:05Z".parse().unwrap()
}

fn entries() -> Vec<Entry> {
    vec![
        entry(
            "SAR-1M",
            "2026-12-31",
            "Request for my data: they have until today",
            "One month; 3 steps, \\ and “quotes”:\nfrom 30 November.",
        ),
        Entry {
            sequence: 7,
            reminders: CUT_OFF_REMINDERS.to_vec(),
            ..entry("GLO-CUTOFF", "2028-02-29", "Last day to join", "")
        },
        entry("ICO-3M", "2027-01-04", &"naïve ".repeat(30), &"Überlänge, 長い行; ".repeat(40)),
    ]
}

#[test]
fn lines_end_and_fold_as_the_format_wants() {
    let file = calendar_file(&entries(), stamp());
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
}

#[test]
fn the_whole_of_a_small_file() {
    let one = Entry { reminders: vec![3], ..entry("SAR-1M", "2026-12-31", "Request for my data", "") };
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Recourse//Recourse//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:recourse-0193a1f0-0000-7000-8000-000000000014-sar-1m",
        "DTSTAMP:20261121T093005Z",
        "SEQUENCE:0",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Request for my data",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Request for my data",
        "TRIGGER:-P3D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(calendar_file(&[one], stamp()), lines.join("\r\n"));
}

#[test]
fn a_day_keeps_its_name_when_everything_else_about_it_changes() {
    let first = entry("SAR-1M", "2026-12-31", "Request for my data", "");
    let moved = Entry { sequence: 1, reminders: vec![], ..entry("SAR-1M", "2027-01-04", "Other words", "more") };
    assert_eq!(first.uid(), moved.uid());
    assert_ne!(first.uid(), entry("SAR-EXT", "2026-12-31", "Request for my data", "").uid());
}

#[test]
fn a_title_is_one_short_line() {
    let file = calendar_file(&[entry("X", "2026-12-31", &"word\nword ".repeat(20), "")], stamp());
    let title = file.lines().find(|line| line.starts_with("SUMMARY:")).unwrap();
    assert_eq!(title, format!("SUMMARY:{}…", ["word"; 12].join(" ")));
    let endless = calendar_file(&[entry("X", "2026-12-31", &"é".repeat(200), "")], stamp()).replace("\r\n ", "");
    assert!(endless.contains(&format!("SUMMARY:{}…\r\n", "é".repeat(60))), "{endless}");
}

#[test]
fn a_strict_reader_finds_what_was_written_and_writes_it_again() {
    let entries = entries();
    let file = calendar_file(&entries, stamp());
    let Some(found) = ask("calendar_file.py", "icalendar", &[], file.as_bytes()) else { return };
    assert_eq!(found["read"], found["again"]);
    let read = found["read"].as_array().unwrap();
    assert_eq!(read.len(), entries.len());
    for (read, entry) in read.iter().zip(&entries) {
        let alarm = |days: &u32| json!({ "action": "DISPLAY", "days": -f64::from(*days), "text": read["title"] });
        let expected = json!({
            "uid": entry.uid(),
            "sequence": entry.sequence,
            "stamp": "2026-11-21T09:30:05+00:00",
            "value": "DATE",
            "first": entry.day.to_string(),
            "end": entry.day.succ_opt().unwrap().to_string(),
            "title": read["title"],
            "note": entry.note.trim(),
            "alarms": entry.reminders.iter().map(alarm).collect::<Vec<Value>>(),
        });
        assert_eq!(*read, expected);
    }
    assert_eq!(read[0]["title"], entries[0].title.as_str());
    assert!(read[2]["title"].as_str().unwrap().starts_with("naïve naïve"));
}
