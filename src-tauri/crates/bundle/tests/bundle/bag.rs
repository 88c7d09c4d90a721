use crate::support::{built, model, packed, python, tool_in, unpack};
use recourse_bundle::bag::{BagError, pack};
use recourse_bundle::model::FileSource;
use recourse_bundle::progress::unwatched;
use std::fs;
use tempfile::TempDir;

#[test]
fn the_listing_is_the_one_the_readme_tells() {
    let mut names: Vec<&str> = packed().report.files.iter().map(|f| f.path.as_str()).collect();
    names.sort_unstable();
    assert_eq!(packed().report.root, "marsh-and-the-northfold-society-2026-11-21");
    assert_eq!(
        names,
        [
            "README.txt",
            "bag-info.txt",
            "bagit.txt",
            "data/bundle.pdf",
            "data/originals/E-001-01-IMG_0001.jpg",
            "data/originals/E-001-02-IMG_0002.JPG",
            "data/originals/E-002-questions-and-answers.pdf",
            "data/originals/E-003-cmd-call.m4a",
            "data/originals/E-004-zazolc.pdf",
            "data/originals/N-001-notice.eml",
            "data/record/chronology.csv",
            "data/record/chronology.jsonl",
            "data/record/claim.json",
            "data/record/claim.schema.json",
            "data/record/documents.csv",
            "data/record/documents.jsonl",
            "data/record/evidence.csv",
            "data/record/evidence.jsonl",
            "data/record/history.jsonl",
            "data/record/statements.csv",
            "data/record/statements.jsonl",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            "tagmanifest-sha256.txt.tsq",
        ]
    );
}

#[test]
fn the_same_claim_gives_the_same_zip() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("again.zip");
    let report = pack(&model(), &built().report, &built().pdf(), &out, unwatched()).expect("a bag");
    assert_eq!(report, packed().report);
    assert!(fs::read(&out).expect("one") == fs::read(packed().zip()).expect("two"));
}

#[test]
fn tables_open_in_a_spreadsheet_and_hold_no_formula() {
    let folder = unpack();
    let csv = fs::read(folder.path().join("bag/data/record/statements.csv")).expect("a table");
    assert_eq!(csv, b"\xEF\xBB\xBFreference,words\r\nS-001,'=1+1\r\nS-002,-12\r\n");
    let jsonl = fs::read_to_string(folder.path().join("bag/data/record/statements.jsonl")).expect("a table");
    assert_eq!(jsonl, "{\"reference\":\"S-001\",\"words\":\"=1+1\"}\n{\"reference\":\"S-002\",\"words\":-12}\n");
    let claim: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("bag/data/record/claim.json")).expect("the claim"))
            .expect("JSON");
    assert_eq!(claim["documents"][4]["files"][0]["name"], "=cmd call*.m4a");
    assert_eq!(claim["bundle"]["sha256"], built().report.sha256);
    let schema: serde_json::Value = serde_json::from_str(recourse_bundle::bag::SCHEMA).expect("JSON");
    for field in schema["required"].as_array().expect("fields") {
        assert!(claim.get(field.as_str().expect("a name")).is_some(), "{field}");
    }
}

#[test]
fn one_byte_anywhere_and_all_three_refuse() {
    let folder = unpack();
    let bag = folder.path().join("bag");
    assert_eq!(opinions(&bag), [true, true, true], "as made");
    let files = [
        "data/bundle.pdf",
        "data/originals/N-001-notice.eml",
        "data/originals/E-003-cmd-call.m4a",
        "data/record/claim.json",
        "manifest-sha256.txt",
        "README.txt",
    ];
    for name in files {
        let path = bag.join(name);
        let whole = fs::read(&path).expect("a file");
        for at in [0, whole.len() / 3, whole.len() / 2] {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            fs::write(&path, changed).expect("written");
            assert_eq!(opinions(&bag), [false, false, false], "{name}, byte {at}");
        }
        fs::remove_file(&path).expect("gone");
        assert_eq!(opinions(&bag), [false, false, false], "{name} missing");
        fs::write(&path, whole).expect("written");
    }
    assert_eq!(opinions(&bag), [true, true, true], "mended");
}

/// What `verify`, `sha256sum -c` and `bagit.py --validate` say. A tool that is not there says what `verify` says.
fn opinions(bag: &std::path::Path) -> [bool; 3] {
    let ours = recourse_bundle::verify::verify(bag, unwatched()).expect("an answer").whole;
    let sums = tool_in(bag, "sha256sum", &[&"--strict", &"-c", &"tagmanifest-sha256.txt", &"manifest-sha256.txt"]);
    let python = python().and_then(|python| tool_in(bag, &python, &[&"-m", &"bagit", &"--validate", &"."]));
    [ours, sums.map_or(ours, |s| s.0), python.map_or(ours, |p| p.0)]
}

#[test]
fn an_original_that_changed_stops_the_zip() {
    let folder = TempDir::new().expect("a folder");
    let mut model = model();
    let file: &mut FileSource = &mut model.sections[0].documents[0].files[0];
    file.sha256 = "0".repeat(64);
    let answer = pack(&model, &built().report, &built().pdf(), &folder.path().join("b.zip"), unwatched());
    assert!(matches!(answer, Err(BagError::Changed { reference, .. }) if reference == "N-001"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn an_original_that_cannot_be_read_is_named() {
    let folder = TempDir::new().expect("a folder");
    let mut model = model();
    model.sections[1].documents[1].files[0].open =
        std::sync::Arc::new(|| Err(std::io::Error::other("the disk is gone")));
    let answer = pack(&model, &built().report, &built().pdf(), &folder.path().join("b.zip"), unwatched());
    let error = answer.expect_err("refused").to_string();
    assert_eq!(error, "the original “questions and answers.pdf” of E-002 could not be read: the disk is gone");
}
