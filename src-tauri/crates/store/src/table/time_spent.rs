//! `time_spent`: time spent because of the breach.

use recourse_domain::StatedDate;
use recourse_domain::records::TimeSpent;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_json};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE time_spent (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    activity TEXT NOT NULL,
    happened TEXT NOT NULL CHECK (json_valid(happened)),
    minutes INTEGER CHECK (minutes >= 0),
    note_written TEXT NOT NULL CHECK (json_valid(note_written)),
    text TEXT NOT NULL
) STRICT;
",
}];

impl Stored for TimeSpent {
    const TABLE: &'static str = "time_spent";

    fn columns(&self) -> Columns {
        let Self { activity, happened, minutes, note_written, text } = self;
        Columns::new()
            .text("activity", activity)
            .json("happened", happened)
            .maybe_number("minutes", *minutes)
            .json("note_written", note_written)
            .text("text", text)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            activity: row.get("activity")?,
            happened: get_json(row, "happened")?,
            minutes: row.get("minutes")?,
            note_written: get_json(row, "note_written")?,
            text: row.get("text")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.happened)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.text]
    }
}
