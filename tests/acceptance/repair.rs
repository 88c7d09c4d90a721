//! Damage of each kind: what is repaired, from what, and what is said of the rest.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::terminal::Terminal;

/// A vault with two papers and a backup of it, and a third paper that came after.
fn with_a_backup() -> Terminal {
    let person = Terminal::with_a_quick_vault();
    fs::create_dir(person.path("stick")).unwrap();
    fs::write(person.path("one.txt"), "What was said on the telephone.\n".repeat(300)).unwrap();
    fs::write(person.path("two.txt"), "What was said afterwards.\n".repeat(300)).unwrap();
    fs::write(person.path("three.txt"), "A paper that came later.\n").unwrap();
    person.does(&["add", &person.vault(), &person.at("one.txt"), &person.at("two.txt")]);
    person.does(&["backup", &person.vault(), &person.at("stick")]);
    person.does(&["add", &person.vault(), &person.at("three.txt")]);
    person
}

/// Turns a bit over in the middle of a file.
fn flip(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(file, bytes).unwrap();
}

/// The sealed originals of the vault, the largest first.
fn originals(person: &Terminal) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(format!("{}/objects", person.vault())).into_iter().filter_map(Result::ok);
    let mut found: Vec<PathBuf> = all
        .map(walkdir::DirEntry::into_path)
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.ends_with(".age") && !name.ends_with(".meta.age")
        })
        .collect();
    found.sort_by_key(|path| std::cmp::Reverse(fs::metadata(path).unwrap().len()));
    found
}

fn repaired(person: &Terminal, with_backup: bool, code: i32) -> Value {
    let (vault, stick) = (person.vault(), person.at("stick"));
    let mut words = vec!["repair", &vault, "--json"];
    if with_backup {
        words.extend(["--from", &stick]);
    }
    let answer = person.says(&words);
    assert_eq!(answer.code, Some(code), "{}{}", answer.out, answer.err);
    serde_json::from_str(&answer.out).unwrap()
}

fn is_whole(person: &Terminal, files: u64) {
    let found = person.json(&["check", &person.vault(), "--read-data"]);
    assert_eq!((found["whole"].as_bool(), found["files"].as_u64()), (Some(true), Some(files)), "{found}");
}

#[test]
fn a_sound_vault_is_left_as_it_is() {
    let person = with_a_backup();
    let report = repaired(&person, false, 0);
    assert_eq!((&report["done"], &report["left"]), (&serde_json::json!([]), &serde_json::json!([])));
}

#[test]
fn one_key_file_is_made_anew_from_the_other_and_both_from_a_backup() {
    let person = with_a_backup();
    flip(&person.path("Ruth.recourse/vault.json"));
    let report = repaired(&person, false, 0);
    assert!(report["done"][0].as_str().is_some_and(|said| said.contains("key files")), "{report}");

    flip(&person.path("Ruth.recourse/vault.json"));
    fs::write(person.path("Ruth.recourse/vault.json.bak"), "").unwrap();
    assert_eq!(person.says(&["check", &person.vault()]).code, Some(3));
    let report = repaired(&person, true, 0);
    assert!(report["done"][0].as_str().is_some_and(|said| said.contains("taken from the backup")), "{report}");
    is_whole(&person, 3);
}

#[test]
fn originals_are_taken_from_the_backup_and_the_damaged_ones_kept_aside() {
    let person = with_a_backup();
    let sealed = originals(&person);
    let damaged = fs::read(&sealed[0]).unwrap();
    flip(&sealed[0]);
    fs::remove_file(&sealed[1]).unwrap();
    let alone = repaired(&person, false, 1);
    assert_eq!(alone["left"].as_array().map(Vec::len), Some(2), "{alone}");
    let report = repaired(&person, true, 0);
    assert_eq!(report["done"].as_array().map(Vec::len), Some(2), "{report}");
    is_whole(&person, 3);
    let kept = walkdir::WalkDir::new(person.path("Ruth.recourse/damaged")).into_iter().filter_map(Result::ok);
    let kept: Vec<u64> = kept.filter(|e| e.file_type().is_file()).map(|e| e.metadata().unwrap().len()).collect();
    assert_eq!(kept, [damaged.len() as u64]);

    // One that the backup does not have is said to be lost, and the rest stays.
    flip(&originals(&person)[2]);
    let report = repaired(&person, true, 1);
    assert!(report["left"][0].as_str().is_some_and(|said| said.starts_with("three.txt")), "{report}");
}

#[test]
fn what_is_known_of_an_original_is_written_down_again() {
    let person = with_a_backup();
    let beside = originals(&person)[0].to_string_lossy().replace(".age", ".meta.age");
    fs::remove_file(beside).unwrap();
    let report = repaired(&person, false, 0);
    assert_eq!(report["done"].as_array().map(Vec::len), Some(1), "{report}");
    is_whole(&person, 3);
}

#[test]
fn records_are_taken_from_the_backup_and_what_came_since_waits_in_the_inbox() {
    let person = with_a_backup();
    let records = person.path("Ruth.recourse/records.db");
    flip(&records);
    let refused = person.says(&["backup", &person.vault(), &person.at("stick")]);
    assert_eq!(refused.code, Some(3), "a backup is never made of damaged records: {}{}", refused.out, refused.err);
    let alone = repaired(&person, false, 1);
    assert!(alone["left"][0].as_str().is_some_and(|said| said.contains("rebuild-index")), "{alone}");
    let damaged = fs::read(&records).unwrap();
    repaired(&person, true, 0);
    is_whole(&person, 3);
    assert_eq!(person.lines(&["list", &person.vault(), "inbox"]).len(), 3);
    let kept = walkdir::WalkDir::new(person.path("Ruth.recourse/damaged")).into_iter().filter_map(Result::ok);
    let kept = kept.filter(|e| e.file_name() == "records.db").map(|e| fs::read(e.path()).unwrap());
    assert!(kept.into_iter().any(|kept| kept == damaged), "the damaged file is kept as it was");
}

#[test]
fn without_a_backup_the_originals_are_brought_back_with_their_names() {
    let person = with_a_backup();
    assert_eq!(person.says(&["rebuild-index", &person.vault()]).code, Some(3), "whole records are left alone");
    fs::write(person.path("Ruth.recourse/records.db"), vec![0x5a; 64 * 1024]).unwrap();
    let refused = person.says(&["status", &person.vault()]);
    assert_eq!(refused.code, Some(3));
    assert!(refused.err.contains("rebuild-index"), "it says what can be done: {}", refused.err);
    let made = person.json(&["rebuild-index", &person.vault()]);
    assert_eq!(
        (made["brought_back"].as_u64(), made["problems"].as_array().map(Vec::len)),
        (Some(3), Some(0)),
        "{made}"
    );
    is_whole(&person, 3);
    let mut names: Vec<String> = Vec::new();
    for item in person.lines(&["list", &person.vault(), "inbox"]) {
        let shown = person.json(&["show", &person.vault(), item["reference"].as_str().unwrap()]);
        names.push(shown["head"]["files"][0]["name"].as_str().unwrap_or_default().to_owned());
    }
    names.sort();
    assert_eq!(names, ["one.txt", "three.txt", "two.txt"]);
    assert!(person.does(&["search", &person.vault(), "telephone"]).contains("one"), "words are found again");
}
