//! The tables of many bundles load as they are into a database of somebody else's making, in one query.

use crate::support::{built, model, python, tool};
use chrono::Days;
use recourse_bundle::bag::pack;
use recourse_bundle::progress::unwatched;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::Path;
use tempfile::TempDir;

/// Makes a bundle that differs from its neighbours, and lays the lines of its record into a folder of its own.
fn one(number: usize, folder: &Path) {
    let mut model = model();
    model.title = format!("Claim {number}");
    model.date = model.date + Days::new(number as u64);
    // What is not known differs from bundle to bundle, so a column can be empty in all of one.
    for (row, line) in model.chronology.iter_mut().enumerate() {
        if (number + row).is_multiple_of(3) {
            (line.earliest, line.normalised, line.source) = (None, None, None);
        }
    }
    model.tables[0].rows.truncate(number % 3);
    if number.is_multiple_of(2) {
        model.sections.truncate(1);
    }
    let zip = folder.join("bundle.zip");
    pack(&model, &built().report, &built().pdf(), &zip, unwatched()).expect("a bag");
    let mut archive = zip::ZipArchive::new(File::open(&zip).expect("the ZIP")).expect("a ZIP");
    let place = folder.join(format!("{number:04}"));
    fs::create_dir(&place).expect("a folder");
    for entry in 0..archive.len() {
        let mut file = archive.by_index(entry).expect("an entry");
        let Some(name) = file.name().expect("a name").rsplit_once("/data/record/").map(|(_, name)| name.to_owned())
        else {
            continue;
        };
        if name.ends_with(".jsonl") {
            std::io::copy(&mut file, &mut File::create(place.join(name)).expect("a file")).expect("written");
        }
    }
}

/// One query over all of them: how many bundles and rows, and what the columns are.
const QUERY: &str = r#"
import json, sys, duckdb
folder = sys.argv[1]
def table(name):
    return f"read_json('{folder}/*/{name}.jsonl', format = 'newline_delimited', filename = true)"
counts = duckdb.sql(f"""
    SELECT (SELECT count(DISTINCT filename) FROM {table('documents')}) AS bundles,
        (SELECT count(*) FROM {table('documents')}) AS documents,
        (SELECT sum(bytes) FROM {table('documents')}) AS bytes,
        (SELECT count(*) FROM {table('chronology')} WHERE earliest IS NOT NULL) AS dated,
        (SELECT max(earliest) FROM {table('chronology')})::VARCHAR AS latest,
        (SELECT count(*) FROM {table('statements')}) AS statements,
        (SELECT count(*) FROM {table('history')} WHERE what = 'claim made') AS history
""").fetchall()[0]
types = {name: {column: str(kind) for column, kind, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM {table(name)}").fetchall()}
         for name in ("documents", "chronology")}
print(json.dumps({"counts": counts, "types": types}, default=int))
"#;

#[test]
fn fifty_bundles_are_read_in_one_query() {
    all_in_one_query(50);
}

#[test]
#[ignore = "writing a thousand bundles takes some minutes"]
fn a_thousand_bundles_are_read_in_one_query() {
    all_in_one_query(1000);
}

fn all_in_one_query(bundles: usize) {
    let Some(python) = python() else { return };
    let folder = TempDir::new().expect("a folder");
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let own = folder.path().join(format!("t{thread}"));
            fs::create_dir(&own).expect("a folder");
            scope.spawn(move || (thread..bundles).step_by(threads).for_each(|number| one(number, &own)));
        }
    });
    let all = folder.path().join("t*").to_str().expect("a plain path").to_owned();
    let Some((good, said)) = tool(&python, &[&"-c", &QUERY, &all]) else { return };
    assert!(good, "{said}");
    let answer: Value = serde_json::from_str(said.lines().last().expect("a line")).expect("JSON");
    let odd = bundles / 2;
    let sizes = |sections: usize| -> u64 {
        model().sections.iter().take(sections).flat_map(|s| &s.documents).flat_map(|d| &d.files).map(|f| f.size).sum()
    };
    // A row a file; N-002 has none and a row all the same.
    let rows = odd * 7 + odd * 2;
    let bytes = odd as u64 * (sizes(2) + sizes(1));
    let dated = bundles * 2;
    let statements: usize = (0..bundles).map(|number| (number % 3).min(2)).sum();
    assert_eq!(answer["counts"], json!([bundles, rows, bytes, dated, "2021-11-03", statements, bundles]), "{answer}");
    for (column, kind) in
        [("reference", "VARCHAR"), ("first_page", "BIGINT"), ("bytes", "BIGINT"), ("sha256", "VARCHAR")]
    {
        assert_eq!(answer["types"]["documents"][column], kind, "{answer}");
    }
    for (column, kind) in [("no", "BIGINT"), ("earliest", "DATE"), ("normalised", "VARCHAR")] {
        assert_eq!(answer["types"]["chronology"][column], kind, "{answer}");
    }
}
