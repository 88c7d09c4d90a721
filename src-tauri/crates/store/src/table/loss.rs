//! `loss`: money lost or spent. Amounts stand in minor units with their currency beside them.

use recourse_domain::StatedDate;
use recourse_domain::choices::LossHead;
use recourse_domain::records::Loss;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_money};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE loss (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    title TEXT NOT NULL,
    happened TEXT NOT NULL CHECK (json_valid(happened)),
    head TEXT NOT NULL,
    amount_minor INTEGER,
    amount_currency TEXT,
    paid_to TEXT NOT NULL,
    reimbursed_by TEXT NOT NULL,
    reimbursed_minor INTEGER,
    reimbursed_currency TEXT,
    traces_to TEXT NOT NULL,
    why TEXT NOT NULL,
    other_cause TEXT NOT NULL,
    reported_to TEXT NOT NULL,
    reported TEXT NOT NULL CHECK (json_valid(reported)),
    report_reference TEXT NOT NULL,
    CHECK ((amount_minor IS NULL) = (amount_currency IS NULL)),
    CHECK ((reimbursed_minor IS NULL) = (reimbursed_currency IS NULL))
) STRICT;
",
}];

impl Stored for Loss {
    const TABLE: &'static str = "loss";

    fn columns(&self) -> Columns {
        let Self { title, happened, head, amount, paid_to, reimbursed_by, reimbursed, .. } = self;
        let Self { traces_to, why, other_cause, reported_to, reported, report_reference, .. } = self;
        Columns::new()
            .text("title", title)
            .json("happened", happened)
            .text("head", head.code())
            .money(("amount_minor", "amount_currency"), amount.as_ref())
            .text("paid_to", paid_to)
            .text("reimbursed_by", reimbursed_by)
            .money(("reimbursed_minor", "reimbursed_currency"), reimbursed.as_ref())
            .text("traces_to", traces_to)
            .text("why", why)
            .text("other_cause", other_cause)
            .text("reported_to", reported_to)
            .json("reported", reported)
            .text("report_reference", report_reference)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            title: row.get("title")?,
            happened: get_json(row, "happened")?,
            head: get_code(row, "head", LossHead::from_code)?,
            amount: get_money(row, ("amount_minor", "amount_currency"))?,
            paid_to: row.get("paid_to")?,
            reimbursed_by: row.get("reimbursed_by")?,
            reimbursed: get_money(row, ("reimbursed_minor", "reimbursed_currency"))?,
            traces_to: row.get("traces_to")?,
            why: row.get("why")?,
            other_cause: row.get("other_cause")?,
            reported_to: row.get("reported_to")?,
            reported: get_json(row, "reported")?,
            report_reference: row.get("report_reference")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.happened)
    }

    fn words(&self) -> Vec<&str> {
        let Self { paid_to, reimbursed_by, why, other_cause, reported_to, report_reference, .. } = self;
        vec![paid_to, reimbursed_by, why, other_cause, reported_to, report_reference]
    }
}
