//! `record`: what every kind of record has in common, one row each.
//!
//! The title and the place in lists follow from the body by the domain's rules; they are kept here so that records of all kinds can be listed, sorted and
//! found together.

use chrono::{DateTime, Utc};
use recourse_domain::records::Marks;
use recourse_domain::{RecordId, RecordKind, Reference};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::columns::{
    day_number, get_code, get_json, get_maybe_day_number, get_maybe_moment, get_maybe_spelled, get_moment, get_spelled,
    moment,
};
use crate::migrate::Step;
use crate::{Count, Filter, Heading, Result, Shelf};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE record (
    entry_order INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    claim_id TEXT REFERENCES claim (id),
    created_at TEXT NOT NULL,
    archived_at TEXT,
    note TEXT NOT NULL,
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    privileged INTEGER NOT NULL CHECK (privileged IN (0, 1)),
    include_in_bundle INTEGER NOT NULL CHECK (include_in_bundle IN (0, 1)),
    title TEXT NOT NULL,
    listed_earliest INTEGER,
    listed_latest INTEGER,
    UNIQUE (kind, number),
    CHECK ((kind = 'claim') = (claim_id IS NULL)),
    CHECK ((listed_earliest IS NULL) = (listed_latest IS NULL))
) STRICT;
CREATE INDEX record_by_claim ON record (claim_id);
CREATE INDEX record_in_lists ON record (kind, listed_earliest, listed_latest, entry_order);
",
    },
    Step {
        version: 2,
        // The second index alone answers which records a search may find, without the wider rows themselves.
        sql: "
ALTER TABLE record ADD COLUMN form TEXT;
UPDATE record SET form = (SELECT channel FROM notice WHERE notice.id = record.id) WHERE kind = 'notice';
UPDATE record SET form = (SELECT channel FROM correspondence WHERE correspondence.id = record.id) WHERE kind = 'correspondence';
UPDATE record SET form = (SELECT evidence_kind FROM evidence WHERE evidence.id = record.id) WHERE kind = 'evidence';
CREATE INDEX record_in_searches ON record (kind, form, listed_earliest, listed_latest, claim_id, archived_at, number);
",
    },
    Step {
        version: 6,
        // What lies in the bin counts as put away as well, so that whatever leaves out the one leaves out the other; `was_archived` says how it comes back.
        // What was deleted for good keeps its row, its reference and nothing else: other records may point to it.
        sql: "
ALTER TABLE record ADD COLUMN binned_at TEXT;
ALTER TABLE record ADD COLUMN deleted_at TEXT;
ALTER TABLE record ADD COLUMN was_archived INTEGER NOT NULL DEFAULT 0 CHECK (was_archived IN (0, 1));
CREATE INDEX record_in_bin ON record (binned_at) WHERE binned_at IS NOT NULL;
",
    },
];

/// The columns of `record` under names that no body's column has.
macro_rules! heading_columns {
    () => {
        "record.id AS record_id, record.kind AS record_kind, record.number AS record_number, \
         record.claim_id AS record_claim_id, record.created_at AS record_created_at, \
         record.archived_at AS record_archived_at, record.note AS record_note, record.tags AS record_tags, \
         record.privileged AS record_privileged, record.include_in_bundle AS record_include_in_bundle, \
         record.title AS record_title, record.listed_earliest AS record_listed_earliest, \
         record.listed_latest AS record_listed_latest, record.binned_at AS record_binned_at, \
         record.deleted_at AS record_deleted_at"
    };
}
pub(crate) use heading_columns;

/// Which records a [`Filter`] lets through; binds `:claim` and `:archived` (none: both).
macro_rules! filter_clause {
    () => {
        "(:claim IS NULL OR record.claim_id = :claim OR record.id = :claim) \
         AND (:archived IS NULL OR :archived = (record.archived_at IS NOT NULL)) AND record.binned_at IS NULL"
    };
}
pub(crate) use filter_clause;

/// The order of every list: by date, then by entry; undated last, where they stand apart.
macro_rules! list_order {
    () => {
        "record.listed_earliest NULLS LAST, record.listed_latest, record.entry_order"
    };
}
pub(crate) use list_order;

/// What `:archived` is for a shelf.
pub(crate) fn archived(shelf: Shelf) -> Option<bool> {
    match shelf {
        Shelf::Current => Some(false),
        Shelf::Archived => Some(true),
        Shelf::Both => None,
    }
}

pub(crate) const INSERT: &str = "INSERT INTO record
    (id, kind, number, claim_id, created_at, note, tags, privileged, include_in_bundle, title, listed_earliest, listed_latest, form)
    VALUES (:id, :kind, :number, :claim_id, :created_at, :note, :tags, :privileged, :include_in_bundle, :title, :earliest, :latest, :form)";
pub(crate) const SET_LISTED: &str = "UPDATE record SET title = :title, listed_earliest = :earliest, listed_latest = :latest, form = :form WHERE id = :id";
pub(crate) const SET_MARKS: &str = "UPDATE record
    SET note = :note, tags = :tags, privileged = :privileged, include_in_bundle = :include_in_bundle WHERE id = :id";
pub(crate) const SET_ARCHIVED: &str = "UPDATE record SET archived_at = :at WHERE id = :id";
pub(crate) const BIN: &str =
    "UPDATE record SET was_archived = archived_at IS NOT NULL, archived_at = coalesce(archived_at, :at),
    binned_at = :at WHERE id = :id AND binned_at IS NULL";
pub(crate) const UNBIN: &str =
    "UPDATE record SET archived_at = iif(was_archived, archived_at, NULL), binned_at = NULL, was_archived = 0
    WHERE id = :id AND deleted_at IS NULL";
pub(crate) const EMPTY: &str =
    "UPDATE record SET deleted_at = :at, note = '', tags = '[]', title = '', listed_earliest = NULL,
    listed_latest = NULL, form = NULL WHERE id = :id";
pub(crate) const GET: &str = concat!("SELECT ", heading_columns!(), " FROM record WHERE id = :id");
pub(crate) const AT: &str = concat!("SELECT ", heading_columns!(), " FROM record WHERE entry_order = :item");
pub(crate) const ORDER_OF: &str = "SELECT entry_order FROM record WHERE id = :id";
pub(crate) const FIND: &str = "SELECT id FROM record WHERE kind = :kind AND number = :number";
pub(crate) const ALL: &str =
    concat!("SELECT ", heading_columns!(), " FROM record WHERE ", filter_clause!(), " ORDER BY ", list_order!());
pub(crate) const COUNTS: &str = "SELECT kind, count(*) FILTER (WHERE archived_at IS NULL) AS current,
    count(archived_at) FILTER (WHERE binned_at IS NULL) AS archived,
    count(*) FILTER (WHERE archived_at IS NULL AND listed_earliest IS NULL) AS undated
    FROM record WHERE :claim IS NULL OR claim_id = :claim OR id = :claim GROUP BY kind";
pub(crate) const LINKED_TO: &str = concat!(
    "SELECT ",
    heading_columns!(),
    " FROM record WHERE binned_at IS NULL AND id IN (SELECT record FROM evidence_link WHERE evidence = :id
        UNION SELECT record FROM incident_link WHERE incident = :id) ORDER BY ",
    list_order!()
);

pub(crate) const IN_BIN: &str = concat!(
    "SELECT ",
    heading_columns!(),
    " FROM record WHERE binned_at IS NOT NULL AND deleted_at IS NULL ORDER BY binned_at DESC, entry_order DESC"
);

/// Writes a new row and gives its place in the order of entry. `form` is what [`Stored::form`](crate::Stored::form) says.
pub(crate) fn insert(conn: &Connection, row: &Heading, form: Option<&str>) -> Result<i64> {
    conn.prepare_cached(INSERT)?.execute(named_params! {
        ":id": row.id.to_string(),
        ":kind": row.reference.kind.code(),
        ":number": row.reference.number,
        ":claim_id": row.claim.map(|id| id.to_string()),
        ":created_at": moment(row.created_at),
        ":note": row.marks.note,
        ":tags": serde_json::to_string(&row.marks.tags)?,
        ":privileged": row.marks.privileged,
        ":include_in_bundle": row.marks.include_in_bundle,
        ":title": row.title,
        ":earliest": row.listed.map(|(day, _)| day_number(day)),
        ":latest": row.listed.map(|(_, day)| day_number(day)),
        ":form": form,
    })?;
    Ok(conn.last_insert_rowid())
}

/// Keeps the title and the place in lists in step with the body.
pub(crate) fn set_listed(conn: &Connection, row: &Heading, form: Option<&str>) -> Result<()> {
    conn.prepare_cached(SET_LISTED)?.execute(named_params! {
        ":id": row.id.to_string(),
        ":title": row.title,
        ":earliest": row.listed.map(|(day, _)| day_number(day)),
        ":latest": row.listed.map(|(_, day)| day_number(day)),
        ":form": form,
    })?;
    Ok(())
}

/// Replaces the marks.
pub(crate) fn set_marks(conn: &Connection, id: RecordId, marks: &Marks) -> Result<()> {
    conn.prepare_cached(SET_MARKS)?.execute(named_params! {
        ":id": id.to_string(),
        ":note": marks.note,
        ":tags": serde_json::to_string(&marks.tags)?,
        ":privileged": marks.privileged,
        ":include_in_bundle": marks.include_in_bundle,
    })?;
    Ok(())
}

/// Puts a record away or takes it back.
pub(crate) fn set_archived(conn: &Connection, id: RecordId, at: Option<DateTime<Utc>>) -> Result<()> {
    conn.prepare_cached(SET_ARCHIVED)?.execute(named_params! {":id": id.to_string(), ":at": at.map(moment)})?;
    Ok(())
}

/// Moves a record to the bin.
pub(crate) fn bin(conn: &Connection, id: RecordId, at: DateTime<Utc>) -> Result<()> {
    conn.prepare_cached(BIN)?.execute(named_params! {":id": id.to_string(), ":at": moment(at)})?;
    Ok(())
}

/// Takes a record out of the bin, as it was.
pub(crate) fn unbin(conn: &Connection, id: RecordId) -> Result<()> {
    conn.prepare_cached(UNBIN)?.execute(named_params! {":id": id.to_string()})?;
    Ok(())
}

/// Leaves nothing of a record but its names.
pub(crate) fn empty(conn: &Connection, id: RecordId, at: DateTime<Utc>) -> Result<()> {
    conn.prepare_cached(EMPTY)?.execute(named_params! {":id": id.to_string(), ":at": moment(at)})?;
    Ok(())
}

/// What lies in the bin, the last first.
pub(crate) fn in_bin(conn: &Connection) -> Result<Vec<Heading>> {
    let mut statement = conn.prepare_cached(IN_BIN)?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One record of any kind.
pub(crate) fn get(conn: &Connection, id: RecordId) -> Result<Option<Heading>> {
    Ok(conn.prepare_cached(GET)?.query_row(named_params! {":id": id.to_string()}, from_row).optional()?)
}

/// The record at a place in the order of entry.
pub(crate) fn at(conn: &Connection, item: i64) -> Result<Option<Heading>> {
    Ok(conn.prepare_cached(AT)?.query_row(named_params! {":item": item}, from_row).optional()?)
}

/// A record's place in the order of entry.
pub(crate) fn order_of(conn: &Connection, id: RecordId) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached(ORDER_OF)?;
    Ok(statement.query_row(named_params! {":id": id.to_string()}, |row| row.get("entry_order")).optional()?)
}

/// The id behind a reference.
pub(crate) fn find(conn: &Connection, reference: Reference) -> Result<Option<RecordId>> {
    let of = named_params! {":kind": reference.kind.code(), ":number": reference.number};
    Ok(conn.prepare_cached(FIND)?.query_row(of, |row| get_spelled(row, "id")).optional()?)
}

/// Records of all kinds, in the order of lists.
pub(crate) fn all(conn: &Connection, filter: Filter) -> Result<Vec<Heading>> {
    let mut statement = conn.prepare_cached(ALL)?;
    let rows = statement.query_map(
        named_params! {":claim": filter.claim.map(|id| id.to_string()), ":archived": archived(filter.shelf)},
        from_row,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The records that rest on an evidence item or are about an incident.
pub(crate) fn linked_to(conn: &Connection, id: RecordId) -> Result<Vec<Heading>> {
    let mut statement = conn.prepare_cached(LINKED_TO)?;
    let rows = statement.query_map(named_params! {":id": id.to_string()}, from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many there are of each kind, in the domain's order; kinds without any have zeros.
pub(crate) fn counts(conn: &Connection, claim: Option<RecordId>) -> Result<Vec<Count>> {
    let mut counts = RecordKind::ALL.map(|kind| Count { kind, current: 0, archived: 0, undated: 0 });
    let mut statement = conn.prepare_cached(COUNTS)?;
    let mut rows = statement.query(named_params! {":claim": claim.map(|id| id.to_string())})?;
    while let Some(row) = rows.next()? {
        let kind = get_code(row, "kind", RecordKind::from_code)?;
        for count in counts.iter_mut().filter(|count| count.kind == kind) {
            count.current = u64::from(row.get::<_, u32>("current")?);
            count.archived = u64::from(row.get::<_, u32>("archived")?);
            count.undated = u64::from(row.get::<_, u32>("undated")?);
        }
    }
    Ok(counts.into())
}

/// Reads the columns of [`heading_columns`].
pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Heading> {
    let earliest = get_maybe_day_number(row, "record_listed_earliest")?;
    let latest = get_maybe_day_number(row, "record_listed_latest")?;
    Ok(Heading {
        id: get_spelled(row, "record_id")?,
        reference: Reference {
            kind: get_code(row, "record_kind", RecordKind::from_code)?,
            number: row.get("record_number")?,
        },
        claim: get_maybe_spelled(row, "record_claim_id")?,
        created_at: get_moment(row, "record_created_at")?,
        archived_at: get_maybe_moment(row, "record_archived_at")?,
        binned_at: get_maybe_moment(row, "record_binned_at")?,
        deleted_at: get_maybe_moment(row, "record_deleted_at")?,
        marks: Marks {
            note: row.get("record_note")?,
            tags: get_json(row, "record_tags")?,
            privileged: row.get("record_privileged")?,
            include_in_bundle: row.get("record_include_in_bundle")?,
        },
        title: row.get("record_title")?,
        listed: earliest.zip(latest),
    })
}
