//! The files under `data/record/`: the whole record as JSON with its schema, tables as CSV and JSON Lines, the history.

use super::csv_cells::{table_csv, table_jsonl};
use super::error::BagError;
use super::tables::{chronology, documents, evidence};
use crate::model::{BundleModel, Supplement, Table};
use crate::names::Folder;
use crate::report::BuildReport;
use serde_json::{Value, json};

/// JSON Schema (2020-12) of `claim.json`. It only grows: a field once written keeps its name and type.
pub const SCHEMA: &str = include_str!("claim.schema.json");

/// Counts what was added to `claim.json` since the first: 1, statements, questions, assertions about data and events in `record`;
/// 2, requests, losses, time spent, protective steps and the diary; 3, `withheld` of a document whose originals are not here;
/// 4, `supplement`.
const FORMAT_MINOR: u32 = 4;

/// Every file of the record with its path below the bag's folder, in a fixed order.
pub(super) fn files(
    model: &BundleModel,
    build: &BuildReport,
    paths: &[Vec<String>],
) -> Result<Vec<(String, Vec<u8>)>, BagError> {
    let mut out = vec![
        ("data/record/claim.json".to_owned(), claim_json(model, build, paths)),
        ("data/record/claim.schema.json".to_owned(), SCHEMA.as_bytes().to_vec()),
    ];
    let mut names = Folder::default();
    for taken in ["claim", "claim.schema", "history"] {
        names.give(taken);
    }
    for table in all_tables(model, build, paths) {
        let name = names.give(&table.name);
        let csv = table_csv(&table).map_err(|_| BagError::Table(table.name.clone()))?;
        out.push((format!("data/record/{name}.csv"), csv));
        out.push((format!("data/record/{name}.jsonl"), table_jsonl(&table)));
    }
    if !model.history.is_empty() {
        let mut lines = String::new();
        for line in &model.history {
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
        out.push(("data/record/history.jsonl".to_owned(), lines.into_bytes()));
    }
    Ok(out)
}

/// The bundle's own tables first; one of the caller's with the same name takes its place.
fn all_tables(model: &BundleModel, build: &BuildReport, paths: &[Vec<String>]) -> Vec<Table> {
    let mut tables = vec![documents(model, build, paths), chronology(model), evidence(model)];
    for table in &model.tables {
        if table.name != "documents" {
            tables.retain(|t| t.name != table.name);
        }
        tables.push(table.clone());
    }
    tables
}

fn claim_json(model: &BundleModel, build: &BuildReport, paths: &[Vec<String>]) -> Vec<u8> {
    let references: Vec<Value> = model.references.iter().map(|r| json!({"label": r.label, "value": r.value})).collect();
    let gaps: Vec<Value> =
        model.gaps.iter().map(|g| json!({"text": g.text, "about": g.about, "state": g.state})).collect();
    let claim = json!({
        "$schema": "claim.schema.json",
        "format": "recourse-claim",
        "format_version": 1,
        "format_minor": FORMAT_MINOR,
        "title": model.title,
        "claimant": model.claimant,
        "organisation": model.organisation,
        "references": references,
        "date": model.date.format("%Y-%m-%d").to_string(),
        "audience": model.audience.code(),
        "profile": model.profile.code(),
        "chain_head": model.chain_head,
        "supplement": model.supplement.as_ref().map(Supplement::value),
        "bundle": {
            "path": "data/bundle.pdf",
            "pages": build.pages,
            "bytes": build.bytes,
            "sha256": build.sha256,
        },
        "documents": document_values(model, build, paths),
        "gaps": gaps,
        "record": model.record,
    });
    let mut out = format!("{claim:#}").into_bytes();
    out.push(b'\n');
    out
}

fn document_values(model: &BundleModel, build: &BuildReport, paths: &[Vec<String>]) -> Vec<Value> {
    model
        .documents()
        .zip(paths)
        .map(|((section, document), paths)| {
            let built = build.documents.iter().find(|b| b.reference == document.reference);
            let files: Vec<Value> = document
                .files
                .iter()
                .zip(paths)
                .map(|(f, path)| {
                    json!({"name": f.name, "path": path, "media_type": f.media_type, "bytes": f.size, "sha256": f.sha256})
                })
                .collect();
            json!({
                "reference": document.reference,
                "title": document.title,
                "section": section,
                "date_as_stated": document.date_as_stated,
                "kind": document.kind,
                "first_page": built.map(|b| b.first_page),
                "pages": built.map(|b| b.pages),
                "way": built.map(|b| b.way),
                "reasons": built.map(|b| &b.reasons),
                "withheld": model.redacted(&document.reference).map(|one| one.said.join(" ")),
                "files": files,
            })
        })
        .collect()
}
