//! `data_assertion`: what was said, given or found of one kind of personal data.

use recourse_domain::StatedDate;
use recourse_domain::choices::DataStanding;
use recourse_domain::records::DataAssertion;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 3,
    sql: "
CREATE TABLE data_assertion (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    category TEXT NOT NULL,
    standing TEXT NOT NULL,
    asserted_on TEXT NOT NULL CHECK (json_valid(asserted_on)),
    asserted_by TEXT REFERENCES party (id),
    by_shown TEXT NOT NULL,
    statement TEXT REFERENCES statement (id),
    whose_data TEXT NOT NULL,
    remark TEXT NOT NULL
) STRICT;
CREATE INDEX data_assertion_by_party ON data_assertion (asserted_by);
CREATE INDEX data_assertion_by_statement ON data_assertion (statement);
",
}];

impl Stored for DataAssertion {
    const TABLE: &'static str = "data_assertion";

    fn columns(&self) -> Columns {
        let Self { category, standing, on, by, by_shown, statement, whose_data, remark } = self;
        Columns::new()
            .text("category", category)
            .text("standing", standing.code())
            .json("asserted_on", on)
            .maybe_spelled("asserted_by", *by)
            .text("by_shown", by_shown)
            .maybe_spelled("statement", *statement)
            .text("whose_data", whose_data)
            .text("remark", remark)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            category: row.get("category")?,
            standing: get_code(row, "standing", DataStanding::from_code)?,
            on: get_json(row, "asserted_on")?,
            by: get_maybe_spelled(row, "asserted_by")?,
            by_shown: row.get("by_shown")?,
            statement: get_maybe_spelled(row, "statement")?,
            whose_data: row.get("whose_data")?,
            remark: row.get("remark")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.on)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.category, &self.by_shown, &self.whose_data, &self.remark]
    }

    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.by_shown], Vec::new())
    }
}
