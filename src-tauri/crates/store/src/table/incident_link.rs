//! `incident_link`: which incidents a record is about.

use std::collections::HashMap;

use recourse_domain::choices::Certainty;
use recourse_domain::records::IncidentLink;
use recourse_domain::{RecordId, RecordKind};
use rusqlite::{Connection, Row, named_params};

use crate::Result;
use crate::columns::{get_code, get_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE incident_link (
    record TEXT NOT NULL REFERENCES record (id),
    position INTEGER NOT NULL,
    incident TEXT NOT NULL REFERENCES incident (id),
    certainty TEXT NOT NULL,
    PRIMARY KEY (record, position),
    UNIQUE (record, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_link_by_incident ON incident_link (incident);
",
}];

pub(crate) const REMOVE: &str = "DELETE FROM incident_link WHERE record = :record";
pub(crate) const INSERT: &str = "INSERT INTO incident_link (record, position, incident, certainty)
    VALUES (:record, :position, :incident, :certainty)";
pub(crate) const OF_RECORD: &str =
    "SELECT record, incident, certainty FROM incident_link WHERE record = :record ORDER BY position";
pub(crate) const OF_KIND: &str = "SELECT incident_link.record, incident, certainty
    FROM incident_link JOIN record ON record.id = incident_link.record WHERE record.kind = :kind
    ORDER BY incident_link.record, incident_link.position";

/// Replaces the links of a record.
pub(crate) fn replace(conn: &Connection, record: RecordId, links: &[IncidentLink]) -> Result<()> {
    conn.prepare_cached(REMOVE)?.execute(named_params! {":record": record.to_string()})?;
    let mut statement = conn.prepare_cached(INSERT)?;
    for (position, link) in (0i64..).zip(links) {
        statement.execute(named_params! {
            ":record": record.to_string(),
            ":position": position,
            ":incident": link.incident.to_string(),
            ":certainty": link.certainty.code(),
        })?;
    }
    Ok(())
}

/// The links of a record, in the order given.
pub(crate) fn of_record(conn: &Connection, record: RecordId) -> Result<Vec<IncidentLink>> {
    let mut statement = conn.prepare_cached(OF_RECORD)?;
    let rows = statement.query_map(named_params! {":record": record.to_string()}, from_row)?;
    Ok(rows.map(|row| row.map(|(_, link)| link)).collect::<rusqlite::Result<_>>()?)
}

/// The links of all records of a kind.
pub(crate) fn of_kind(conn: &Connection, kind: RecordKind) -> Result<HashMap<RecordId, Vec<IncidentLink>>> {
    let mut links = HashMap::<_, Vec<_>>::new();
    let mut statement = conn.prepare_cached(OF_KIND)?;
    for row in statement.query_map(named_params! {":kind": kind.code()}, from_row)? {
        let (record, link) = row?;
        links.entry(record).or_default().push(link);
    }
    Ok(links)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(RecordId, IncidentLink)> {
    let link = IncidentLink {
        incident: get_spelled(row, "incident")?,
        certainty: get_code(row, "certainty", Certainty::from_code)?,
    };
    Ok((get_spelled(row, "record")?, link))
}
