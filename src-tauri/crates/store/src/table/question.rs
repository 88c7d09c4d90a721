//! `question`: questions that what was said leaves open.

use recourse_domain::StatedDate;
use recourse_domain::choices::QuestionState;
use recourse_domain::records::Question;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 3,
    sql: "
CREATE TABLE question (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    text TEXT NOT NULL,
    gap TEXT NOT NULL CHECK (json_valid(gap)),
    asked_of TEXT REFERENCES party (id),
    asked_in TEXT REFERENCES correspondence (id),
    asked TEXT NOT NULL CHECK (json_valid(asked)),
    state TEXT NOT NULL,
    answered_by TEXT REFERENCES statement (id),
    answer_note TEXT NOT NULL
) STRICT;
CREATE INDEX question_by_asked_of ON question (asked_of);
CREATE INDEX question_by_asked_in ON question (asked_in);
CREATE INDEX question_by_answered_by ON question (answered_by);
",
}];

impl Stored for Question {
    const TABLE: &'static str = "question";

    fn columns(&self) -> Columns {
        let Self { text, gap, asked_of, asked_in, asked, state, answered_by, answer_note } = self;
        Columns::new()
            .text("text", text)
            .json("gap", gap)
            .maybe_spelled("asked_of", *asked_of)
            .maybe_spelled("asked_in", *asked_in)
            .json("asked", asked)
            .text("state", state.code())
            .maybe_spelled("answered_by", *answered_by)
            .text("answer_note", answer_note)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            text: row.get("text")?,
            gap: get_json(row, "gap")?,
            asked_of: get_maybe_spelled(row, "asked_of")?,
            asked_in: get_maybe_spelled(row, "asked_in")?,
            asked: get_json(row, "asked")?,
            state: get_code(row, "state", QuestionState::from_code)?,
            answered_by: get_maybe_spelled(row, "answered_by")?,
            answer_note: row.get("answer_note")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.asked)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.answer_note]
    }
}
