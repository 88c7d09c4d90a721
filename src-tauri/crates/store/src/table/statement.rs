//! `statement`: exact words that somebody said.

use recourse_domain::StatedDate;
use recourse_domain::choices::{SourceGrade, Topic};
use recourse_domain::records::Statement;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 3,
    sql: "
CREATE TABLE statement (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    words TEXT NOT NULL,
    speaker TEXT REFERENCES party (id),
    speaker_shown TEXT NOT NULL,
    said_in TEXT REFERENCES record (id),
    said TEXT NOT NULL CHECK (json_valid(said)),
    topic TEXT NOT NULL,
    breach_types TEXT NOT NULL CHECK (json_valid(breach_types)),
    whose_data TEXT NOT NULL,
    grade TEXT NOT NULL,
    links TEXT NOT NULL CHECK (json_valid(links))
) STRICT;
CREATE INDEX statement_by_speaker ON statement (speaker);
CREATE INDEX statement_by_said_in ON statement (said_in);
",
}];

impl Stored for Statement {
    const TABLE: &'static str = "statement";

    fn columns(&self) -> Columns {
        let Self { words, speaker, speaker_shown, said_in, said, topic, breach_types, whose_data, grade, links } = self;
        Columns::new()
            .text("words", words)
            .maybe_spelled("speaker", *speaker)
            .text("speaker_shown", speaker_shown)
            .maybe_spelled("said_in", *said_in)
            .json("said", said)
            .text("topic", topic.code())
            .json("breach_types", breach_types)
            .text("whose_data", whose_data)
            .text("grade", grade.code())
            .json("links", links)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            words: row.get("words")?,
            speaker: get_maybe_spelled(row, "speaker")?,
            speaker_shown: row.get("speaker_shown")?,
            said_in: get_maybe_spelled(row, "said_in")?,
            said: get_json(row, "said")?,
            topic: get_code(row, "topic", Topic::from_code)?,
            breach_types: get_json(row, "breach_types")?,
            whose_data: row.get("whose_data")?,
            grade: get_code(row, "grade", SourceGrade::from_code)?,
            links: get_json(row, "links")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.said)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.speaker_shown, &self.whose_data]
    }

    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.speaker_shown], Vec::new())
    }
}
