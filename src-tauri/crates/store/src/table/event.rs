//! `event`: anything else that belongs on the timeline.

use recourse_domain::StatedDate;
use recourse_domain::records::Event;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_json, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 3,
    sql: "
CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    title TEXT NOT NULL,
    happened TEXT NOT NULL CHECK (json_valid(happened)),
    told_by TEXT REFERENCES party (id),
    told_to TEXT REFERENCES party (id),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_told_by ON event (told_by);
CREATE INDEX event_by_told_to ON event (told_to);
",
}];

impl Stored for Event {
    const TABLE: &'static str = "event";

    fn columns(&self) -> Columns {
        let Self { title, happened, told_by, told_to, text } = self;
        Columns::new()
            .text("title", title)
            .json("happened", happened)
            .maybe_spelled("told_by", *told_by)
            .maybe_spelled("told_to", *told_to)
            .text("text", text)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            title: row.get("title")?,
            happened: get_json(row, "happened")?,
            told_by: get_maybe_spelled(row, "told_by")?,
            told_to: get_maybe_spelled(row, "told_to")?,
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
