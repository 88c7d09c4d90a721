//! `evidence`: things kept as proof. Their files are in `evidence_file`.

use recourse_domain::choices::{EvidenceKind, OriginalOrCopy};
use recourse_domain::records::Evidence;
use recourse_domain::{RecordId, StatedDate};
use rusqlite::{Connection, Row, named_params};

use crate::columns::{Columns, get_code, get_json, get_maybe_spelled};
use crate::migrate::Step;
use crate::table::record::{self, heading_columns};
use crate::{Heading, Result, Stored};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    title TEXT NOT NULL,
    evidence_kind TEXT NOT NULL,
    date TEXT NOT NULL CHECK (json_valid(date)),
    how_obtained TEXT NOT NULL,
    obtained_from TEXT NOT NULL,
    obtained_by TEXT NOT NULL,
    original_or_copy TEXT NOT NULL,
    where_original TEXT NOT NULL,
    third_party_data INTEGER NOT NULL CHECK (third_party_data IN (0, 1)),
    transcription TEXT NOT NULL,
    waiting INTEGER NOT NULL CHECK (waiting IN (0, 1)),
    came_with TEXT REFERENCES record (id)
) STRICT;
CREATE INDEX evidence_by_came_with ON evidence (came_with) WHERE came_with IS NOT NULL;
CREATE INDEX evidence_waiting ON evidence (waiting) WHERE waiting = 1;
",
    },
    Step {
        version: 3,
        sql: "
ALTER TABLE evidence ADD COLUMN version_of TEXT REFERENCES record (id);
CREATE INDEX evidence_by_version_of ON evidence (version_of) WHERE version_of IS NOT NULL;
",
    },
];

pub(crate) const CAME_WITH: &str = concat!(
    "SELECT ",
    heading_columns!(),
    " FROM evidence JOIN record USING (id) WHERE evidence.came_with = :mail AND record.binned_at IS NULL ORDER BY record.entry_order"
);

/// The items that came attached to a mail.
pub(crate) fn came_with(conn: &Connection, mail: RecordId) -> Result<Vec<Heading>> {
    let mut statement = conn.prepare_cached(CAME_WITH)?;
    let rows = statement.query_map(named_params! {":mail": mail.to_string()}, record::from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Stored for Evidence {
    const TABLE: &'static str = "evidence";

    fn columns(&self) -> Columns {
        let Self {
            title,
            kind,
            date,
            how_obtained,
            obtained_from,
            obtained_by,
            original_or_copy,
            where_original,
            third_party_data,
            transcription,
            waiting,
            came_with,
            version_of,
        } = self;
        Columns::new()
            .text("title", title)
            .text("evidence_kind", kind.code())
            .json("date", date)
            .text("how_obtained", how_obtained)
            .text("obtained_from", obtained_from)
            .text("obtained_by", obtained_by)
            .text("original_or_copy", original_or_copy.code())
            .text("where_original", where_original)
            .flag("third_party_data", *third_party_data)
            .text("transcription", transcription)
            .flag("waiting", *waiting)
            .maybe_spelled("came_with", *came_with)
            .maybe_spelled("version_of", *version_of)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            title: row.get("title")?,
            kind: get_code(row, "evidence_kind", EvidenceKind::from_code)?,
            date: get_json(row, "date")?,
            how_obtained: row.get("how_obtained")?,
            obtained_from: row.get("obtained_from")?,
            obtained_by: row.get("obtained_by")?,
            original_or_copy: get_code(row, "original_or_copy", OriginalOrCopy::from_code)?,
            where_original: row.get("where_original")?,
            third_party_data: row.get("third_party_data")?,
            transcription: row.get("transcription")?,
            waiting: row.get("waiting")?,
            came_with: get_maybe_spelled(row, "came_with")?,
            version_of: get_maybe_spelled(row, "version_of")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        Some(&self.date)
    }

    fn words(&self) -> Vec<&str> {
        vec![&self.transcription, &self.how_obtained, &self.obtained_from, &self.obtained_by, &self.where_original]
    }

    fn form(&self) -> Option<&'static str> {
        Some(self.kind.code())
    }

    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (vec![&self.obtained_from], Vec::new())
    }
}
