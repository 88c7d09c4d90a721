//! What comes after a bundle has gone out goes into a supplement; nothing that went out is numbered anew.

use std::fs;

use recourse_tests::script;
use serde_json::Value;

use crate::terminal::{Terminal, prints};

/// Makes a bundle in a new folder, after an earlier one if there is one.
fn export(person: &Terminal, folder: &str, after: Option<&str>, date: &str) -> Value {
    fs::create_dir(person.path(folder)).unwrap();
    let (vault, out) = (person.vault(), person.at(folder));
    let mut words = vec!["export", &vault, "--out", &out, "--date", date];
    words.extend(after.iter().flat_map(|earlier| ["--after", earlier]));
    person.json(&words)
}

fn path<'a>(made: &'a Value, what: &str) -> &'a str {
    made[what].as_str().unwrap()
}

fn references(made: &Value) -> Vec<&str> {
    made["documents"].as_array().unwrap().iter().map(|one| one["reference"].as_str().unwrap()).collect()
}

fn keep(person: &Terminal, name: &str, words: &str) -> String {
    fs::write(person.path(name), words).unwrap();
    let kept = person.says(&["add", &person.vault(), &person.at(name), "--json"]).lines();
    kept[0]["ref"].as_str().unwrap().to_owned()
}

#[test]
fn late_documents_follow_on_pages_of_their_own_and_a_second_supplement_follows_the_first() {
    let person = Terminal::with_the_sample();
    let whole = export(&person, "whole", None, "2026-11-01");

    let late = keep(&person, "late.txt", "A letter that came a week later.");
    let first = export(&person, "first", Some(path(&whole, "zip")), "2026-11-08");
    assert_eq!(references(&first), [late.as_str()]);
    assert_eq!(first["mark"], "-A");
    assert!(path(&first, "pdf").ends_with("-supplement-a-2026-11-08.pdf"), "{first}");

    let page = first["documents"][0]["first_page"].as_u64().unwrap();
    let shown = prints("pdftotext", &["-layout", path(&first, "pdf"), "-"]);
    let pages: Vec<&str> = shown.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert_eq!(first["pages"].as_u64(), Some(pages.len() as u64));
    for (number, page) in (1..).zip(&pages) {
        let printed = page.split_whitespace().last().unwrap();
        assert_eq!(printed, format!("{number}-A"), "{page}");
    }
    let cover = pages[0].split_whitespace().collect::<Vec<_>>().join(" ");
    let sum = whole["pdf_sha256"].as_str().unwrap();
    assert!(cover.contains("SUPPLEMENT A TO THE CLAIM BUNDLE"), "{cover}");
    assert!(cover.contains(&format!("the bundle of 1 November 2026, {} pages", whole["pages"])), "{cover}");
    // It may break across lines.
    assert!(cover.chars().filter(char::is_ascii_hexdigit).collect::<String>().contains(sum), "{cover}");
    assert!(pages[page as usize - 1].contains("a week later"), "{}", pages[page as usize - 1]);
    assert!(pages[1].contains(&format!("{page}-A")), "the index names the page as it is printed:\n{}", pages[1]);
    if let Some(read) = script("readers.py", &[path(&first, "pdf")]) {
        let labels: Vec<String> = (1..=pages.len()).map(|number| format!("{number}-A")).collect();
        assert_eq!(read["labels"], Value::from(labels));
    }
    assert!(person.does(&["verify", path(&first, "zip")]).contains("Whole and unchanged"));

    let later = keep(&person, "later.txt", "Another letter, later still.");
    let second = export(&person, "second", Some(path(&first, "zip")), "2026-11-20");
    assert_eq!(references(&second), [later.as_str()]);
    assert_eq!(second["mark"], "-B");
}

#[test]
fn what_nothing_can_be_added_to_is_refused_with_its_reason_and_nothing_is_written() {
    let person = Terminal::with_the_sample();
    let whole = export(&person, "whole", None, "2026-11-01");
    let zip = path(&whole, "zip").to_owned();
    let (vault, out) = (person.vault(), person.at("out"));
    fs::create_dir(person.path("out")).unwrap();
    let refused = |zip: &str, audience: &str| {
        let words = ["export", &vault, "--out", &out, "--after", zip, "--audience", audience];
        let answer = person.says(&words);
        assert_eq!(answer.code, Some(3), "{}{}", answer.out, answer.err);
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
        answer.err
    };
    assert!(refused(&zip, "solicitor").contains("Nothing has come since that bundle"));
    assert!(refused(&zip, "other-side").contains("made for another reader"));
    let mut bytes = fs::read(&zip).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let changed = person.at("changed.zip");
    fs::write(&changed, bytes).unwrap();
    assert!(refused(&changed, "solicitor").contains("not whole or was changed"));
}
