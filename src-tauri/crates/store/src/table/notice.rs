//! `notice`: notices of a breach.

use recourse_domain::StatedDate;
use recourse_domain::choices::{Addressed, Channel};
use recourse_domain::records::Notice;
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    from_party TEXT REFERENCES party (id),
    from_shown TEXT NOT NULL,
    channel TEXT NOT NULL,
    addressed TEXT NOT NULL,
    on_document TEXT NOT NULL CHECK (json_valid(on_document)),
    received TEXT NOT NULL CHECK (json_valid(received)),
    first_seen TEXT NOT NULL CHECK (json_valid(first_seen)),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    their_reference TEXT NOT NULL,
    asked_not_to_comment INTEGER NOT NULL CHECK (asked_not_to_comment IN (0, 1)),
    offer TEXT NOT NULL,
    offer_until TEXT NOT NULL CHECK (json_valid(offer_until)),
    what_i_did_next TEXT NOT NULL
) STRICT;
CREATE INDEX notice_by_party ON notice (from_party);
",
    },
    Step {
        version: 3,
        sql: "
ALTER TABLE notice ADD COLUMN checks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checks));
ALTER TABLE notice ADD COLUMN version_of TEXT REFERENCES record (id);
CREATE INDEX notice_by_version_of ON notice (version_of) WHERE version_of IS NOT NULL;
",
    },
];

impl Stored for Notice {
    const TABLE: &'static str = "notice";

    fn columns(&self) -> Columns {
        let Self {
            from_party,
            from,
            channel,
            addressed,
            on_document,
            received,
            first_seen,
            subject,
            text,
            their_reference,
            asked_not_to_comment,
            offer,
            offer_until,
            what_i_did_next,
            checks,
            version_of,
        } = self;
        Columns::new()
            .maybe_spelled("from_party", *from_party)
            .text("from_shown", from)
            .text("channel", channel.code())
            .text("addressed", addressed.code())
            .json("on_document", on_document)
            .json("received", received)
            .json("first_seen", first_seen)
            .text("subject", subject)
            .text("text", text)
            .text("their_reference", their_reference)
            .flag("asked_not_to_comment", *asked_not_to_comment)
            .text("offer", offer)
            .json("offer_until", offer_until)
            .text("what_i_did_next", what_i_did_next)
            .json("checks", checks)
            .maybe_spelled("version_of", *version_of)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            from_party: get_maybe_spelled(row, "from_party")?,
            from: row.get("from_shown")?,
            channel: get_code(row, "channel", Channel::from_code)?,
            addressed: get_code(row, "addressed", Addressed::from_code)?,
            on_document: get_json(row, "on_document")?,
            received: get_json(row, "received")?,
            first_seen: get_json(row, "first_seen")?,
            subject: row.get("subject")?,
            text: row.get("text")?,
            their_reference: row.get("their_reference")?,
            asked_not_to_comment: row.get("asked_not_to_comment")?,
            offer: row.get("offer")?,
            offer_until: get_json(row, "offer_until")?,
            what_i_did_next: row.get("what_i_did_next")?,
            checks: get_json(row, "checks")?,
            version_of: get_maybe_spelled(row, "version_of")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(Notice::listed_on(self))
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.from, &self.text, &self.their_reference, &self.offer, &self.what_i_did_next]
    }

    fn form(&self) -> Option<&'static str> {
        Some(self.channel.code())
    }

    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.from], Vec::new())
    }
}
