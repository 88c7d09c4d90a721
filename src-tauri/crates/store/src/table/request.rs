//! `request`: requests that start a clock. The clock itself is worked out and kept nowhere.

use recourse_domain::StatedDate;
use recourse_domain::choices::{Channel, Complete, Jurisdiction, RequestKind};
use recourse_domain::records::Request;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_maybe_code, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE request (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    kind TEXT NOT NULL,
    sent_to TEXT REFERENCES party (id),
    sent_by TEXT NOT NULL,
    address_used TEXT NOT NULL,
    channel TEXT NOT NULL,
    sent TEXT NOT NULL CHECK (json_valid(sent)),
    letter TEXT REFERENCES correspondence (id),
    calendar TEXT,
    their_reference TEXT NOT NULL,
    events TEXT NOT NULL CHECK (json_valid(events)),
    complete TEXT NOT NULL,
    missing TEXT NOT NULL,
    next_step TEXT NOT NULL
) STRICT;
CREATE INDEX request_by_sent_to ON request (sent_to);
CREATE INDEX request_by_letter ON request (letter);
",
}];

impl Stored for Request {
    const TABLE: &'static str = "request";

    fn columns(&self) -> Columns {
        let Self { kind, sent_to, sent_by, address_used, channel, sent, letter, calendar, their_reference, .. } = self;
        let Self { events, complete, missing, next_step, .. } = self;
        Columns::new()
            .text("kind", kind.code())
            .maybe_spelled("sent_to", *sent_to)
            .text("sent_by", sent_by)
            .text("address_used", address_used)
            .text("channel", channel.code())
            .json("sent", sent)
            .maybe_spelled("letter", *letter)
            .maybe_text("calendar", calendar.map(Jurisdiction::code))
            .text("their_reference", their_reference)
            .json("events", events)
            .text("complete", complete.code())
            .text("missing", missing)
            .text("next_step", next_step)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            kind: get_code(row, "kind", RequestKind::from_code)?,
            sent_to: get_maybe_spelled(row, "sent_to")?,
            sent_by: row.get("sent_by")?,
            address_used: row.get("address_used")?,
            channel: get_code(row, "channel", Channel::from_code)?,
            sent: get_json(row, "sent")?,
            letter: get_maybe_spelled(row, "letter")?,
            calendar: get_maybe_code(row, "calendar", Jurisdiction::from_code)?,
            their_reference: row.get("their_reference")?,
            events: get_json(row, "events")?,
            complete: get_code(row, "complete", Complete::from_code)?,
            missing: row.get("missing")?,
            next_step: row.get("next_step")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.sent)
    }

    fn words(&self) -> Vec<&str> {
        let one = [&self.sent_by, &self.address_used, &self.their_reference, &self.missing, &self.next_step];
        one.into_iter().chain(self.events.iter().map(|event| &event.words)).map(String::as_str).collect()
    }

    fn form(&self) -> Option<&'static str> {
        Some(self.channel.code())
    }
}
