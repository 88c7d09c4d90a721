//! `protective_step`: what was done for protection. The record that prompted it may be of several kinds.

use recourse_domain::StatedDate;
use recourse_domain::records::ProtectiveStep;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_json, get_maybe_spelled, get_money};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE protective_step (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    title TEXT NOT NULL,
    done TEXT NOT NULL CHECK (json_valid(done)),
    prompted_by TEXT REFERENCES record (id),
    cost_minor INTEGER,
    cost_currency TEXT,
    minutes INTEGER CHECK (minutes >= 0),
    outcome TEXT NOT NULL,
    again TEXT NOT NULL CHECK (json_valid(again)),
    CHECK ((cost_minor IS NULL) = (cost_currency IS NULL))
) STRICT;
CREATE INDEX protective_step_by_prompted_by ON protective_step (prompted_by);
",
}];

impl Stored for ProtectiveStep {
    const TABLE: &'static str = "protective_step";

    fn columns(&self) -> Columns {
        let Self { title, done, prompted_by, cost, minutes, outcome, again } = self;
        Columns::new()
            .text("title", title)
            .json("done", done)
            .maybe_spelled("prompted_by", *prompted_by)
            .money(("cost_minor", "cost_currency"), cost.as_ref())
            .maybe_number("minutes", *minutes)
            .text("outcome", outcome)
            .json("again", again)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            title: row.get("title")?,
            done: get_json(row, "done")?,
            prompted_by: get_maybe_spelled(row, "prompted_by")?,
            cost: get_money(row, ("cost_minor", "cost_currency"))?,
            minutes: row.get("minutes")?,
            outcome: row.get("outcome")?,
            again: get_json(row, "again")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.done)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.outcome]
    }
}
