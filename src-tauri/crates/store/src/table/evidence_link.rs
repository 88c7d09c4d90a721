//! `evidence_link`: which evidence a record rests on, and where in it.

use std::collections::HashMap;

use recourse_domain::records::EvidenceLink;
use recourse_domain::{RecordId, RecordKind};
use rusqlite::{Connection, Row, named_params};

use crate::Result;
use crate::columns::{get_maybe_spelled, get_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE evidence_link (
    record TEXT NOT NULL REFERENCES record (id),
    position INTEGER NOT NULL,
    evidence TEXT NOT NULL REFERENCES evidence (id),
    file TEXT,
    page INTEGER CHECK (page > 0),
    quote TEXT,
    PRIMARY KEY (record, position),
    -- A file that moves to another item takes its links along.
    FOREIGN KEY (file, evidence) REFERENCES evidence_file (id, evidence) ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_link_by_evidence ON evidence_link (evidence);
CREATE INDEX evidence_link_by_file ON evidence_link (file, evidence) WHERE file IS NOT NULL;
",
}];

pub(crate) const REMOVE: &str = "DELETE FROM evidence_link WHERE record = :record";
pub(crate) const INSERT: &str = "INSERT INTO evidence_link (record, position, evidence, file, page, quote)
    VALUES (:record, :position, :evidence, :file, :page, :quote)";
pub(crate) const OF_RECORD: &str =
    "SELECT record, evidence, file, page, quote FROM evidence_link WHERE record = :record ORDER BY position";
pub(crate) const OF_KIND: &str = "SELECT evidence_link.record, evidence, file, page, quote
    FROM evidence_link JOIN record ON record.id = evidence_link.record WHERE record.kind = :kind
    ORDER BY evidence_link.record, evidence_link.position";

/// Replaces the links of a record.
pub(crate) fn replace(conn: &Connection, record: RecordId, links: &[EvidenceLink]) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":record": record.to_string()})?;
    let mut statement = conn.prepare_cached(INSERT)?;
    for (position, link) in (0i64..).zip(links) {
        statement.execute(named_params! {
            ":record": record.to_string(),
            ":position": position,
            ":evidence": link.evidence.to_string(),
            ":file": link.file.map(|id| id.to_string()),
            ":page": link.page,
            ":quote": link.quote,
        })?;
    }
    Ok(())
}

/// The links of a record, in the order given.
pub(crate) fn of_record(conn: &Connection, record: RecordId) -> Result<Vec<EvidenceLink>> {
    let mut statement = conn.prepare_cached(OF_RECORD)?;
    let rows = statement.query_map(named_params! {":record": record.to_string()}, from_row)?;
    Ok(rows.map(|row| row.map(|(_, link)| link)).collect::<rusqlite::Result<_>>()?)
}

/// The links of all records of a kind.
pub(crate) fn of_kind(conn: &Connection, kind: RecordKind) -> Result<HashMap<RecordId, Vec<EvidenceLink>>> {
    let mut links = HashMap::<_, Vec<_>>::new();
    let mut statement = conn.prepare_cached(OF_KIND)?;
    for row in statement.query_map(named_params! {":kind": kind.code()}, from_row)? {
        let (record, link) = row?;
        links.entry(record).or_default().push(link);
    }
    Ok(links)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(RecordId, EvidenceLink)> {
    let link = EvidenceLink {
        evidence: get_spelled(row, "evidence")?,
        file: get_maybe_spelled(row, "file")?,
        page: row.get("page")?,
        quote: row.get("quote")?,
    };
    Ok((get_spelled(row, "record")?, link))
}
