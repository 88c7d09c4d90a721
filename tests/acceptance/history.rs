//! The history at a terminal, the bin, and deleting for good.

use std::fs;

use crate::terminal::Terminal;

#[test]
fn what_is_deleted_goes_to_the_bin_and_then_for_good_and_the_history_says_so() {
    let person = Terminal::new();
    let vault = person.vault();
    person.does(&["new", &vault]);
    person.does(&["claim", "add", &vault, "--title", "Northfold", "--organisation", "The Northfold Society"]);
    fs::write(person.path("leaflet.txt"), "A leaflet about kingfishers.\n").unwrap();
    person.lines(&["add", &vault, &person.at("leaflet.txt")]);
    person.does(&["delete", &vault, "E-001"]);
    assert!(person.lines(&["list", &vault, "inbox"]).is_empty());
    assert_eq!(person.lines(&["bin", &vault])[0]["record"]["reference"], "E-001");
    person.does(&["bin", &vault, "--restore", "E-001"]);
    assert_eq!(person.lines(&["list", &vault, "inbox"]).len(), 1);
    person.does(&["undo", &vault]);
    let emptied = person.json(&["bin", &vault, "--empty"]);
    assert_eq!((&emptied["records"], &emptied["files"]), (&1.into(), &1.into()));
    let whats = |words: &[&str]| -> Vec<String> {
        let lines = person.lines(&[&["history", &vault], words].concat());
        lines.iter().map(|line| line["what"].as_str().unwrap().to_owned()).collect()
    };
    let told = whats(&["E-001"]);
    assert_eq!(told[0], "Deleted for good, with its file");
    assert_eq!(&told[1..4], ["Undo: moved to the bin", "Taken out of the bin", "Moved to the bin"]);
    assert!(whats(&["--words", "kingfishers"]).is_empty() && whats(&["--words", "leaflet"]).is_empty());
    let whole = person.json(&["check", &vault, "--read-data"]);
    assert_eq!((&whole["whole"], &whole["files"]), (&true.into(), &0.into()), "{whole}");
    // Its reference is not given again, and the same file can come back.
    let again = person.lines(&["add", &vault, &person.at("leaflet.txt")]);
    assert_eq!((&again[0]["ref"], &again[0]["duplicate_of"]), (&"E-002".into(), &serde_json::Value::Null));
}
