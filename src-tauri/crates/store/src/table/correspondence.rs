//! `correspondence`: letters, mails, forms and calls.

use recourse_domain::choices::{CameBack, Channel, Direction};
use recourse_domain::records::{Call, Correspondence};
use recourse_domain::{RecordId, StatedDate};
use rusqlite::{Connection, Row, named_params};

use crate::columns::{Columns, get_code, get_json, get_maybe_spelled, get_spelled};
use crate::migrate::Step;
use crate::{Result, Stored};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE correspondence (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    direction TEXT NOT NULL,
    party TEXT REFERENCES party (id),
    from_shown TEXT NOT NULL,
    to_shown TEXT NOT NULL,
    cc_shown TEXT NOT NULL,
    channel TEXT NOT NULL,
    sent TEXT NOT NULL CHECK (json_valid(sent)),
    received TEXT NOT NULL CHECK (json_valid(received)),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    address_used TEXT NOT NULL,
    came_back TEXT NOT NULL,
    their_reference TEXT NOT NULL,
    message_id TEXT,
    in_reply_to TEXT,
    call TEXT NOT NULL CHECK (json_valid(call))
) STRICT;
CREATE INDEX correspondence_by_party ON correspondence (party);
CREATE INDEX correspondence_by_message_id ON correspondence (message_id) WHERE message_id IS NOT NULL;
",
    },
    Step {
        version: 2,
        sql: "
ALTER TABLE correspondence ADD COLUMN answers TEXT REFERENCES record (id);
CREATE INDEX correspondence_by_answers ON correspondence (answers) WHERE answers IS NOT NULL;
CREATE INDEX correspondence_by_in_reply_to ON correspondence (in_reply_to) WHERE in_reply_to IS NOT NULL;
",
    },
    // A promise is read with its letter and never by itself.
    Step {
        version: 5,
        sql: "
ALTER TABLE correspondence ADD COLUMN promises TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(promises));
",
    },
];

pub(crate) const SENT_AS: &str =
    "SELECT record.id AS id FROM correspondence JOIN record ON record.id = correspondence.id
    WHERE correspondence.message_id = :message_id AND correspondence.direction = 'sent' AND record.claim_id = :claim
        AND record.archived_at IS NULL ORDER BY record.entry_order";

/// The letters of a claim that the claimant sent under a `Message-ID`.
pub(crate) fn sent_as(conn: &Connection, claim: RecordId, message_id: &str) -> Result<Vec<RecordId>> {
    let mut statement = conn.prepare_cached(SENT_AS)?;
    let rows = statement.query_map(named_params! {":claim": claim.to_string(), ":message_id": message_id}, |row| {
        get_spelled(row, "id")
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Stored for Correspondence {
    const TABLE: &'static str = "correspondence";

    fn columns(&self) -> Columns {
        let Self {
            direction,
            party,
            from,
            to,
            cc,
            channel,
            sent,
            received,
            subject,
            text,
            address_used,
            came_back,
            their_reference,
            message_id,
            in_reply_to,
            answers,
            call,
            promises,
        } = self;
        Columns::new()
            .text("direction", direction.code())
            .maybe_spelled("party", *party)
            .text("from_shown", from)
            .text("to_shown", to)
            .text("cc_shown", cc)
            .text("channel", channel.code())
            .json("sent", sent)
            .json("received", received)
            .text("subject", subject)
            .text("text", text)
            .text("address_used", address_used)
            .text("came_back", came_back.code())
            .text("their_reference", their_reference)
            .maybe_text("message_id", message_id.as_deref())
            .maybe_text("in_reply_to", in_reply_to.as_deref())
            .maybe_spelled("answers", *answers)
            .json("call", call)
            .json("promises", promises)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            direction: get_code(row, "direction", Direction::from_code)?,
            party: get_maybe_spelled(row, "party")?,
            from: row.get("from_shown")?,
            to: row.get("to_shown")?,
            cc: row.get("cc_shown")?,
            channel: get_code(row, "channel", Channel::from_code)?,
            sent: get_json(row, "sent")?,
            received: get_json(row, "received")?,
            subject: row.get("subject")?,
            text: row.get("text")?,
            address_used: row.get("address_used")?,
            came_back: get_code(row, "came_back", CameBack::from_code)?,
            their_reference: row.get("their_reference")?,
            message_id: row.get("message_id")?,
            in_reply_to: row.get("in_reply_to")?,
            answers: get_maybe_spelled(row, "answers")?,
            call: get_json::<Option<Call>>(row, "call")?,
            promises: get_json(row, "promises")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(Correspondence::listed_on(self))
    }

    fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> =
            vec![&self.from, &self.to, &self.cc, &self.text, &self.address_used, &self.their_reference];
        words.extend(self.call.iter().map(|call| call.who.as_str()));
        words.extend(self.promises.iter().map(|promise| promise.words.as_str()));
        words
    }

    fn form(&self) -> Option<&'static str> {
        Some(self.channel.code())
    }

    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.from], vec![&self.to, &self.cc])
    }
}
