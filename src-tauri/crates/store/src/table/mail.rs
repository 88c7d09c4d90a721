//! `mail`: what the headers of a kept mail say, and `mail_reference`, the mails that it says it follows.
//!
//! Both are made from the file alone, so the history says nothing of them. They tell which files are the same mail and which
//! letters belong together (RFC 5322, 3.6.4).

use recourse_domain::{FileId, RecordId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::columns::{get_json, get_maybe_spelled, get_spelled};
use crate::migrate::Step;
use crate::{MailHeaders, Result};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 2,
        // Version 3 takes what is in this table into `mail`.
        sql: "
CREATE TABLE mail_sign (
    file_id TEXT NOT NULL REFERENCES evidence_file (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;
",
    },
    Step {
        version: 2,
        sql: "
CREATE TABLE mail (
    file_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence_file (id),
    message_id TEXT,
    in_reply_to TEXT,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,
    subject TEXT NOT NULL,
    sent_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_by_message_id ON mail (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX mail_by_in_reply_to ON mail (in_reply_to) WHERE in_reply_to IS NOT NULL;
CREATE TABLE mail_reference (
    file_id TEXT NOT NULL REFERENCES mail (file_id),
    position INTEGER NOT NULL CHECK (position >= 0),
    message_id TEXT NOT NULL,
    PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_reference_by_message_id ON mail_reference (message_id);
",
    },
    Step {
        version: 3,
        // A sender as it showed is `Name <address>`, an address or a name.
        sql: "
ALTER TABLE mail ADD COLUMN sender_name TEXT NOT NULL DEFAULT '';
ALTER TABLE mail ADD COLUMN sender_address TEXT NOT NULL DEFAULT '';
ALTER TABLE mail ADD COLUMN reply_to TEXT;
ALTER TABLE mail ADD COLUMN failed_checks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(failed_checks));
INSERT INTO mail (file_id, sender, recipients, subject) SELECT DISTINCT file_id, '', '', '' FROM mail_sign
    WHERE file_id NOT IN (SELECT file_id FROM mail);
UPDATE mail SET
    sender_name = coalesce(
        (SELECT words FROM mail_sign WHERE mail_sign.file_id = mail.file_id AND kind = 'from-name'),
        CASE WHEN instr(sender, '<') > 0 THEN trim(substr(sender, 1, instr(sender, '<') - 1))
            WHEN instr(sender, '@') > 0 THEN '' ELSE sender END),
    sender_address = coalesce(
        (SELECT words FROM mail_sign WHERE mail_sign.file_id = mail.file_id AND kind = 'from-address'),
        CASE WHEN instr(sender, '<') > 0 THEN lower(rtrim(substr(sender, instr(sender, '<') + 1), '> '))
            WHEN instr(sender, '@') > 0 THEN lower(sender) ELSE '' END),
    reply_to = (SELECT words FROM mail_sign WHERE mail_sign.file_id = mail.file_id AND kind = 'reply-to'),
    failed_checks = coalesce(
        (SELECT json_group_array(words) FROM (SELECT words FROM mail_sign
            WHERE mail_sign.file_id = mail.file_id AND kind = 'failed-check' ORDER BY position)), '[]'),
    in_reply_to = coalesce(in_reply_to,
        (SELECT words FROM mail_sign WHERE mail_sign.file_id = mail.file_id AND kind = 'in-reply-to')),
    subject = CASE subject WHEN '' THEN coalesce(
        (SELECT words FROM mail_sign WHERE mail_sign.file_id = mail.file_id AND kind = 'subject'), '') ELSE subject END;
INSERT OR IGNORE INTO mail_reference (file_id, position, message_id)
    SELECT file_id, row_number() OVER (PARTITION BY file_id ORDER BY position) - 1, words FROM mail_sign WHERE kind = 'reference';
ALTER TABLE mail DROP COLUMN sender;
DROP TABLE mail_sign;
",
    },
];

pub(crate) const REMOVE_REFERENCES: &str = "DELETE FROM mail_reference WHERE file_id = :file";
pub(crate) const SAVE: &str = "INSERT INTO mail
    (file_id, message_id, in_reply_to, sender_name, sender_address, reply_to, recipients, subject, sent_at, failed_checks)
    VALUES (:file, :message_id, :in_reply_to, :sender_name, :sender_address, :reply_to, :recipients, :subject, :sent_at, :failed_checks)
    ON CONFLICT (file_id) DO UPDATE SET message_id = excluded.message_id, in_reply_to = excluded.in_reply_to,
        sender_name = excluded.sender_name, sender_address = excluded.sender_address, reply_to = excluded.reply_to,
        recipients = excluded.recipients, subject = excluded.subject, sent_at = excluded.sent_at,
        failed_checks = excluded.failed_checks";
pub(crate) const INSERT_REFERENCE: &str =
    "INSERT INTO mail_reference (file_id, position, message_id) VALUES (:file, :position, :message_id)";
pub(crate) const GET: &str = "SELECT * FROM mail WHERE file_id = :file";
pub(crate) const REFERENCES: &str = "SELECT message_id FROM mail_reference WHERE file_id = :file ORDER BY position";
pub(crate) const BY_MESSAGE_ID: &str = "SELECT file_id FROM mail WHERE message_id = :message_id ORDER BY file_id";
/// The messages that a letter is, answers or follows: by its own fields and by the mails that it rests on.
pub(crate) const NAMED_BY: &str = "SELECT message_id FROM correspondence WHERE id = :record AND message_id IS NOT NULL
    UNION SELECT in_reply_to FROM correspondence WHERE id = :record AND in_reply_to IS NOT NULL
    UNION SELECT mail.message_id FROM evidence_link JOIN evidence_file USING (evidence)
        JOIN mail ON mail.file_id = evidence_file.id WHERE evidence_link.record = :record AND mail.message_id IS NOT NULL
    UNION SELECT mail_reference.message_id FROM evidence_link JOIN evidence_file USING (evidence)
        JOIN mail_reference ON mail_reference.file_id = evidence_file.id WHERE evidence_link.record = :record";
/// The letters that are, answer or follow a message.
pub(crate) const NAMING: &str = "SELECT id FROM correspondence WHERE message_id = :message_id
    UNION SELECT id FROM correspondence WHERE in_reply_to = :message_id
    UNION SELECT correspondence.id FROM mail JOIN evidence_file ON evidence_file.id = mail.file_id
        JOIN evidence_link USING (evidence) JOIN correspondence ON correspondence.id = evidence_link.record
        WHERE mail.message_id = :message_id
    UNION SELECT correspondence.id FROM mail_reference JOIN evidence_file ON evidence_file.id = mail_reference.file_id
        JOIN evidence_link USING (evidence) JOIN correspondence ON correspondence.id = evidence_link.record
        WHERE mail_reference.message_id = :message_id";
/// The letters that a letter answers or that answer it, as the person said.
pub(crate) const ANSWERS: &str = "SELECT id FROM correspondence WHERE answers = :record
    UNION SELECT answers FROM correspondence WHERE id = :record AND answers IS NOT NULL";

/// Senders and recipients of the mails of an evidence item.
pub(crate) const PEOPLE: &str =
    "SELECT trim(sender_name || ' ' || sender_address) AS sender, recipients FROM mail JOIN evidence_file ON evidence_file.id = mail.file_id
    WHERE evidence_file.evidence = :evidence ORDER BY evidence_file.position";

/// Senders and recipients of the mails of an evidence item, a mail each.
pub(crate) fn people(conn: &Connection, evidence: RecordId) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare_cached(PEOPLE)?;
    let rows = statement.query_map(named_params! {":evidence": evidence.to_string()}, |row| {
        Ok((row.get("sender")?, row.get("recipients")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps what a mail's headers say, in place of what was kept before.
pub(crate) fn save(conn: &Connection, file: FileId, headers: &MailHeaders) -> Result<()> {
    conn.prepare_cached(REMOVE_REFERENCES)?.execute(named_params! {":file": file.to_string()})?;
    conn.prepare_cached(SAVE)?.execute(named_params! {
        ":file": file.to_string(),
        ":message_id": headers.message_id,
        ":in_reply_to": headers.in_reply_to,
        ":sender_name": headers.sender_name,
        ":sender_address": headers.sender_address,
        ":reply_to": headers.reply_to,
        ":recipients": headers.recipients,
        ":subject": headers.subject,
        ":sent_at": headers.sent_at.map(|at| at.to_rfc3339()),
        ":failed_checks": serde_json::to_string(&headers.failed_checks)?,
    })?;
    let mut statement = conn.prepare_cached(INSERT_REFERENCE)?;
    for (position, message_id) in (0i64..).zip(&headers.references) {
        statement
            .execute(named_params! {":file": file.to_string(), ":position": position, ":message_id": message_id})?;
    }
    Ok(())
}

/// What a mail's headers say, if the file is a mail that was read.
pub(crate) fn get(conn: &Connection, file: FileId) -> Result<Option<MailHeaders>> {
    let of = named_params! {":file": file.to_string()};
    let Some(mut headers) = conn.prepare_cached(GET)?.query_row(of, from_row).optional()? else { return Ok(None) };
    headers.references = texts(conn, REFERENCES, ":file", &file.to_string())?;
    Ok(Some(headers))
}

/// The files that hold a mail with this identifier.
pub(crate) fn by_message_id(conn: &Connection, message_id: &str) -> Result<Vec<FileId>> {
    let mut statement = conn.prepare_cached(BY_MESSAGE_ID)?;
    let rows = statement.query_map(named_params! {":message_id": message_id}, |row| get_spelled(row, "file_id"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The identifiers of the messages that a letter is, answers or follows.
pub(crate) fn named_by(conn: &Connection, letter: RecordId) -> Result<Vec<String>> {
    texts(conn, NAMED_BY, ":record", &letter.to_string())
}

/// The letters that are, answer or follow the message with this identifier.
pub(crate) fn naming(conn: &Connection, message_id: &str) -> Result<Vec<RecordId>> {
    ids(conn, NAMING, ":message_id", message_id)
}

/// The letters tied to this one as question or answer by the person.
pub(crate) fn answers(conn: &Connection, letter: RecordId) -> Result<Vec<RecordId>> {
    ids(conn, ANSWERS, ":record", &letter.to_string())
}

fn texts(conn: &Connection, sql: &str, name: &str, value: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(&[(name, value)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn ids(conn: &Connection, sql: &str, name: &str, value: &str) -> Result<Vec<RecordId>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(&[(name, value)], |row| {
        let text: String = row.get(0)?;
        text.parse().map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<MailHeaders> {
    Ok(MailHeaders {
        message_id: row.get("message_id")?,
        in_reply_to: row.get("in_reply_to")?,
        references: Vec::new(),
        sender_name: row.get("sender_name")?,
        sender_address: row.get("sender_address")?,
        reply_to: row.get("reply_to")?,
        recipients: row.get("recipients")?,
        subject: row.get("subject")?,
        sent_at: get_maybe_spelled(row, "sent_at")?,
        failed_checks: get_json(row, "failed_checks")?,
    })
}
