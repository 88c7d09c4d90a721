//! The record in the ZIP as a firm takes it in: its schema, its tables, its request for a time stamp, read by programs of others.

use std::fs;
use std::path::Path;
use std::process::Command;

use recourse_tests::of_python;

use crate::bag::unpacked;
use crate::terminal::{Terminal, prints, text};

/// Holds `claim.json` against the schema beside it; then once more with every field that the schema does not know counted as wrong, so that
/// the schema cannot lag behind.
const SCHEMA: &str = r#"
import copy, json, sys, jsonschema
folder = sys.argv[1]
schema = json.load(open(f"{folder}/claim.schema.json", encoding="utf-8"))
claim = json.load(open(f"{folder}/claim.json", encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
strict = copy.deepcopy(schema)
known = strict["properties"]
documents = known["documents"]["items"]
levels = [strict, known["bundle"], known["references"]["items"], known["gaps"]["items"], known["record"], documents,
          documents["properties"]["files"]["items"]]
for level in levels:
    level["additionalProperties"] = False
for form in (schema, strict):
    for error in jsonschema.Draft202012Validator(form).iter_errors(claim):
        print(f"{error.json_path}: {error.message[:300]}")
"#;

/// All tables in one query: the rows of each.
const TABLES: &str = r#"
import glob, json, os, sys, duckdb
paths = sorted(glob.glob(sys.argv[1] + "/*.jsonl"))
rows = " UNION ALL ".join(f"SELECT '{os.path.basename(path)}' AS name, count(*) AS rows FROM read_json('{path}', format = 'newline_delimited')"
                          for path in paths)
print(json.dumps(dict(duckdb.sql(rows).fetchall())))
"#;

fn python(program: &str, folder: &Path) -> Option<String> {
    let python = of_python("python")?;
    let output = Command::new(python).args(["-c", program, &text(folder)]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_record_is_what_its_schema_says_and_a_database_reads_its_tables() {
    let person = Terminal::with_the_sample();
    let bag = unpacked(&person);
    let record = bag.join("data/record");
    if let Some(complaints) = python(SCHEMA, &record) {
        assert_eq!(complaints, "");
    }
    if let Some(rows) = python(TABLES, &record) {
        let rows: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&rows).unwrap();
        assert!(rows.len() >= 12, "{rows:?}");
        for (name, count) in rows {
            let lines = fs::read_to_string(record.join(&name)).unwrap().lines().count();
            assert_eq!(count.as_u64(), Some(lines as u64), "{name}");
        }
    }
    let request = text(&bag.join("tagmanifest-sha256.txt.tsq"));
    let said = prints("openssl", &["ts", "-query", "-in", &request, "-text"]);
    assert!(said.contains("Hash Algorithm: sha256") && said.contains("Certificate required: yes"), "{said}");
}
