//! The schedule as a table for a spreadsheet.

use recourse_bundle::bag::table_csv;
use recourse_bundle::model::Table;
use serde_json::json;

use super::Part;
use crate::{Error, Result};

/// Columns keep their names; new ones are only ever added.
const COLUMNS: [&str; 4] = ["part", "field", "answer", "sources"];

/// The table; a gap is an answer that is null.
pub(crate) fn table(parts: &[Part]) -> Table {
    let rows = parts.iter().flat_map(|part| {
        part.rows.iter().map(|row| {
            let sources: Vec<String> = row.sources.iter().map(|(_, reference)| reference.to_string()).collect();
            vec![json!(part.title), json!(row.field), json!(row.answer), json!(sources.join(" "))]
        })
    });
    Table { name: "schedule".to_owned(), columns: COLUMNS.map(str::to_owned).to_vec(), rows: rows.collect() }
}

/// The table's bytes: UTF-8 with a byte order mark, safe to open in a spreadsheet. A gap is an empty answer.
///
/// # Errors
/// What the writer said.
pub fn csv(parts: &[Part]) -> Result<Vec<u8>> {
    table_csv(&table(parts)).map_err(|error| Error::Write { what: "The table", source: std::io::Error::other(error) })
}
