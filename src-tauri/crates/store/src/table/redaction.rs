//! `redaction`: the areas of a document that one reader of a claim's bundle is not to see. The document itself never changes.

use std::collections::HashMap;

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::Redaction;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::columns::{get_json, get_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 5,
    // A document is an evidence item, or a record whose words were typed.
    sql: "
CREATE TABLE redaction (
    claim_id TEXT NOT NULL REFERENCES record (id),
    audience TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES record (id),
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (claim_id, audience, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX redaction_by_document ON redaction (document);
",
}];

pub(crate) const SET: &str =
    "INSERT INTO redaction (claim_id, audience, document, body) VALUES (:claim, :audience, :document, :body)
    ON CONFLICT (claim_id, audience, document) DO UPDATE SET body = excluded.body";
pub(crate) const FORGET: &str =
    "DELETE FROM redaction WHERE claim_id = :claim AND audience = :audience AND document = :document";
pub(crate) const GET: &str =
    "SELECT body FROM redaction WHERE claim_id = :claim AND audience = :audience AND document = :document";
pub(crate) const OF_CLAIM: &str =
    "SELECT document, body FROM redaction WHERE claim_id = :claim AND audience = :audience ORDER BY document";

/// Keeps the areas of a document; one without areas is forgotten.
pub(crate) fn set(
    conn: &Connection,
    (claim, audience, document): (RecordId, Audience, RecordId),
    redaction: &Redaction,
) -> Result<()> {
    let (claim, document) = (claim.to_string(), document.to_string());
    let key = named_params! {":claim": claim, ":audience": audience.code(), ":document": document};
    if redaction.areas.is_empty() {
        conn.prepare_cached(FORGET)?.execute(key)?;
        return Ok(());
    }
    let body = serde_json::to_string(redaction)?;
    let row = named_params! {":claim": claim, ":audience": audience.code(), ":document": document, ":body": body};
    conn.prepare_cached(SET)?.execute(row)?;
    Ok(())
}

/// What is blacked out of one document; nothing where there is none.
pub(crate) fn get(conn: &Connection, claim: RecordId, audience: Audience, document: RecordId) -> Result<Redaction> {
    let (claim, document) = (claim.to_string(), document.to_string());
    let key = named_params! {":claim": claim, ":audience": audience.code(), ":document": document};
    let found = conn.prepare_cached(GET)?.query_row(key, |row| get_json(row, "body")).optional()?;
    Ok(found.unwrap_or_default())
}

/// What is blacked out for one reader.
pub(crate) fn of_claim(conn: &Connection, claim: RecordId, audience: Audience) -> Result<HashMap<RecordId, Redaction>> {
    let mut statement = conn.prepare_cached(OF_CLAIM)?;
    let key = named_params! {":claim": claim.to_string(), ":audience": audience.code()};
    let rows = statement.query_map(key, |row| Ok((get_spelled(row, "document")?, get_json(row, "body")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
