//! The statements that all tables of bodies have alike, made from the table's name and its columns.

use recourse_domain::RecordId;
use rusqlite::{Connection, OptionalExtension, ToSql, named_params};

use crate::table::record::{self, filter_clause, heading_columns, list_order};
use crate::{Filter, Heading, Result, Stored};

/// Writes a body, whether or not the row is there.
pub(crate) fn save<T: Stored>(conn: &Connection, id: RecordId, body: &T) -> Result<()> {
    let columns = body.columns().spelled("id", id).finish()?;
    let sql = save_sql(T::TABLE, columns.iter().map(|(name, _)| *name));
    let mut statement = conn.prepare_cached(&sql)?;
    let names: Vec<String> = columns.iter().map(|(name, _)| format!(":{name}")).collect();
    let values: Vec<(&str, &dyn ToSql)> =
        names.iter().zip(&columns).map(|(name, (_, value))| (name.as_str(), value as &dyn ToSql)).collect();
    statement.execute(values.as_slice())?;
    Ok(())
}

/// A record with its body, if it is there and of this kind.
pub(crate) fn get<T: Stored>(conn: &Connection, id: RecordId) -> Result<Option<(Heading, T)>> {
    let mut statement = conn.prepare_cached(&get_sql(T::TABLE))?;
    Ok(statement.query_row(named_params! {":id": id.to_string()}, read).optional()?)
}

/// Records with their bodies, in the order of lists.
pub(crate) fn list<T: Stored>(conn: &Connection, filter: Filter) -> Result<Vec<(Heading, T)>> {
    let mut statement = conn.prepare_cached(&list_sql(T::TABLE))?;
    let rows = statement.query_map(
        named_params! {
            ":kind": T::KIND.code(),
            ":claim": filter.claim.map(|id| id.to_string()),
            ":archived": record::archived(filter.shelf),
        },
        read,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read<T: Stored>(row: &rusqlite::Row<'_>) -> rusqlite::Result<(Heading, T)> {
    Ok((record::from_row(row)?, T::from_row(row)?))
}

pub(super) fn save_sql<'a>(table: &str, columns: impl Iterator<Item = &'a str> + Clone) -> String {
    let names = columns.clone().collect::<Vec<_>>().join(", ");
    let places = columns.clone().map(|name| format!(":{name}")).collect::<Vec<_>>().join(", ");
    let changes = columns.map(|name| format!("{name} = excluded.{name}")).collect::<Vec<_>>().join(", ");
    format!("INSERT INTO {table} ({names}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {changes}")
}

pub(super) fn get_sql(table: &str) -> String {
    format!(
        concat!("SELECT ", heading_columns!(), ", body.* FROM record JOIN {} AS body USING (id) WHERE id = :id"),
        table
    )
}

pub(super) fn list_sql(table: &str) -> String {
    format!(
        concat!(
            "SELECT ",
            heading_columns!(),
            ", body.* FROM record JOIN {} AS body USING (id) WHERE record.kind = :kind AND ",
            filter_clause!(),
            " ORDER BY ",
            list_order!()
        ),
        table
    )
}
