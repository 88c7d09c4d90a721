//! The tables every bag has, made from the model itself.

use crate::model::{BundleModel, Table};
use crate::report::BuildReport;
use serde_json::{Value, json};

/// One row a file: where it stands in the bundle and where it lies in the bag.
pub(super) fn documents(model: &BundleModel, build: &BuildReport, paths: &[Vec<String>]) -> Table {
    let columns = [
        "reference",
        "title",
        "section",
        "date_as_stated",
        "kind",
        "first_page",
        "pages",
        "file_no",
        "file_name",
        "path",
        "media_type",
        "bytes",
        "sha256",
        "withheld",
    ];
    let mut rows = Vec::new();
    for ((section, document), paths) in model.documents().zip(paths) {
        let built = build.documents.iter().find(|b| b.reference == document.reference);
        let head = [
            json!(document.reference),
            json!(document.title),
            json!(section),
            json!(document.date_as_stated),
            json!(document.kind),
            json!(built.map(|b| b.first_page)),
            json!(built.map(|b| b.pages)),
        ];
        if document.files.is_empty() {
            let mut row = head.to_vec();
            row.extend([const { Value::Null }; 7]);
            rows.push(row);
        }
        for (i, (file, path)) in document.files.iter().zip(paths).enumerate() {
            let mut row = head.to_vec();
            row.extend([
                json!(i + 1),
                json!(file.name),
                json!(path),
                json!(file.media_type),
                json!(file.size),
                json!(file.sha256),
                json!(model.redacted(&document.reference).map(|one| one.said.join(" "))),
            ]);
            rows.push(row);
        }
    }
    table("documents", &columns, rows)
}

/// The chronology.
pub(super) fn chronology(model: &BundleModel) -> Table {
    let columns =
        ["no", "date_as_stated", "normalised", "earliest", "latest", "event", "who", "source", "certainty", "flag"];
    let rows = model
        .chronology
        .iter()
        .map(|r| {
            vec![
                json!(r.no),
                json!(r.date_as_stated),
                json!(r.normalised),
                json!(r.earliest.map(|d| d.format("%Y-%m-%d").to_string())),
                json!(r.latest.map(|d| d.format("%Y-%m-%d").to_string())),
                json!(r.event),
                json!(r.who),
                json!(r.source),
                json!(r.certainty.words()),
                json!(r.flag),
            ]
        })
        .collect();
    table("chronology", &columns, rows)
}

/// The list of evidence.
pub(super) fn evidence(model: &BundleModel) -> Table {
    let columns = ["reference", "title", "how_obtained", "added", "file_name", "bytes", "sha256"];
    let rows = model
        .evidence
        .iter()
        .map(|r| {
            vec![
                json!(r.reference),
                json!(r.title),
                json!(r.how_obtained),
                json!(r.added),
                json!(r.file_name),
                json!(r.size),
                json!(r.sha256),
            ]
        })
        .collect();
    table("evidence", &columns, rows)
}

fn table(name: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Table {
    Table { name: name.to_owned(), columns: columns.iter().map(|c| (*c).to_owned()).collect(), rows }
}
