//! `diary_entry`: the diary. When an entry was written is `created_at` of its record, which no statement changes.

use recourse_domain::StatedDate;
use recourse_domain::records::DiaryEntry;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_json};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE diary_entry (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    happened TEXT NOT NULL CHECK (json_valid(happened)),
    text TEXT NOT NULL,
    effect TEXT NOT NULL,
    other_causes TEXT NOT NULL,
    help_sought TEXT NOT NULL,
    witness TEXT NOT NULL
) STRICT;
",
}];

impl Stored for DiaryEntry {
    const TABLE: &'static str = "diary_entry";

    fn columns(&self) -> Columns {
        let Self { happened, text, effect, other_causes, help_sought, witness } = self;
        Columns::new()
            .json("happened", happened)
            .text("text", text)
            .text("effect", effect)
            .text("other_causes", other_causes)
            .text("help_sought", help_sought)
            .text("witness", witness)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            happened: get_json(row, "happened")?,
            text: row.get("text")?,
            effect: row.get("effect")?,
            other_causes: row.get("other_causes")?,
            help_sought: row.get("help_sought")?,
            witness: row.get("witness")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.happened)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.text, &self.effect, &self.other_causes, &self.help_sought, &self.witness]
    }
}
