//! `suspicious_contact`: calls, mails and messages that seem to use what was taken.

use recourse_domain::StatedDate;
use recourse_domain::choices::Channel;
use recourse_domain::records::SuspiciousContact;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE suspicious_contact (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    happened TEXT NOT NULL CHECK (json_valid(happened)),
    channel TEXT NOT NULL,
    sender_shown TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    knew TEXT NOT NULL,
    asked_for TEXT NOT NULL,
    kept_copy INTEGER NOT NULL CHECK (kept_copy IN (0, 1)),
    reported_to TEXT NOT NULL,
    acted_on TEXT NOT NULL
) STRICT;
",
}];

impl Stored for SuspiciousContact {
    const TABLE: &'static str = "suspicious_contact";

    fn columns(&self) -> Columns {
        let Self { happened, channel, sender_shown, subject, text, knew, asked_for, kept_copy, reported_to, acted_on } =
            self;
        Columns::new()
            .json("happened", happened)
            .text("channel", channel.code())
            .text("sender_shown", sender_shown)
            .text("subject", subject)
            .text("text", text)
            .text("knew", knew)
            .text("asked_for", asked_for)
            .flag("kept_copy", *kept_copy)
            .text("reported_to", reported_to)
            .text("acted_on", acted_on)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            happened: get_json(row, "happened")?,
            channel: get_code(row, "channel", Channel::from_code)?,
            sender_shown: row.get("sender_shown")?,
            subject: row.get("subject")?,
            text: row.get("text")?,
            knew: row.get("knew")?,
            asked_for: row.get("asked_for")?,
            kept_copy: row.get("kept_copy")?,
            reported_to: row.get("reported_to")?,
            acted_on: row.get("acted_on")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.happened)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.sender_shown, &self.text, &self.knew, &self.asked_for, &self.reported_to, &self.acted_on]
    }

    fn form(&self) -> Option<&'static str> {
        Some(self.channel.code())
    }

    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.sender_shown], Vec::new())
    }
}
