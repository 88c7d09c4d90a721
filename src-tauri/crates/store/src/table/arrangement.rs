//! `arrangement`: how the person arranged the bundles of a claim for one reader. No row means that nothing was arranged.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::Arrangement;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::columns::get_json;
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 5,
    sql: "
CREATE TABLE arrangement (
    claim_id TEXT NOT NULL REFERENCES claim (id),
    audience TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (claim_id, audience)
) STRICT, WITHOUT ROWID;
",
}];

pub(crate) const SET: &str = "INSERT INTO arrangement (claim_id, audience, body) VALUES (:claim, :audience, :body)
    ON CONFLICT (claim_id, audience) DO UPDATE SET body = excluded.body";
pub(crate) const REMOVE: &str = "DELETE FROM arrangement WHERE claim_id = :claim AND audience = :audience";
pub(crate) const GET: &str = "SELECT body FROM arrangement WHERE claim_id = :claim AND audience = :audience";

/// Keeps one; an empty one is forgotten.
pub(crate) fn set(conn: &Connection, claim: RecordId, audience: Audience, arrangement: &Arrangement) -> Result<()> {
    let (claim, audience) = (claim.to_string(), audience.code());
    if arrangement.is_empty() {
        conn.prepare_cached(REMOVE)?.execute(named_params! {":claim": claim, ":audience": audience})?;
    } else {
        let body = serde_json::to_string(arrangement)?;
        conn.prepare_cached(SET)?.execute(named_params! {":claim": claim, ":audience": audience, ":body": body})?;
    }
    Ok(())
}

/// The arrangement of a claim for a reader.
pub(crate) fn get(conn: &Connection, claim: RecordId, audience: Audience) -> Result<Arrangement> {
    let mut statement = conn.prepare_cached(GET)?;
    let of = named_params! {":claim": claim.to_string(), ":audience": audience.code()};
    Ok(statement.query_row(of, |row| get_json(row, "body")).optional()?.unwrap_or_default())
}
