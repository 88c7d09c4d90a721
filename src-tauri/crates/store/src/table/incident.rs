//! `incident`: one breach.

use recourse_domain::StatedDate;
use recourse_domain::records::Incident;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_json};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE incident (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    name TEXT NOT NULL,
    kind_as_told TEXT NOT NULL,
    occurred TEXT NOT NULL CHECK (json_valid(occurred)),
    discovered TEXT NOT NULL CHECK (json_valid(discovered)),
    controller_told TEXT NOT NULL CHECK (json_valid(controller_told)),
    regulator_told TEXT NOT NULL CHECK (json_valid(regulator_told)),
    public_told TEXT NOT NULL CHECK (json_valid(public_told)),
    claimant_told TEXT NOT NULL CHECK (json_valid(claimant_told))
) STRICT;
",
}];

impl Stored for Incident {
    const TABLE: &'static str = "incident";

    fn columns(&self) -> Columns {
        let Self {
            name,
            kind_as_told,
            occurred,
            discovered,
            controller_told,
            regulator_told,
            public_told,
            claimant_told,
        } = self;
        Columns::new()
            .text("name", name)
            .text("kind_as_told", kind_as_told)
            .json("occurred", occurred)
            .json("discovered", discovered)
            .json("controller_told", controller_told)
            .json("regulator_told", regulator_told)
            .json("public_told", public_told)
            .json("claimant_told", claimant_told)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get("name")?,
            kind_as_told: row.get("kind_as_told")?,
            occurred: get_json(row, "occurred")?,
            discovered: get_json(row, "discovered")?,
            controller_told: get_json(row, "controller_told")?,
            regulator_told: get_json(row, "regulator_told")?,
            public_told: get_json(row, "public_told")?,
            claimant_told: get_json(row, "claimant_told")?,
        })
    }

    /// When it happened, and no other of its dates: those that people mix up are kept apart.
    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.occurred)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.kind_as_told]
    }
}
