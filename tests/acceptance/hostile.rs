//! Files made to do harm, and files that nobody here wrote: all of them are kept, whatever reading them does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use recourse_testkit::hostile;
use recourse_tests::{corpus, watch};
use serde_json::Value;
use walkdir::WalkDir;

use crate::terminal::{Answer, Terminal, prints, text};

/// What the program and its reading process may hold together: 1.2 GiB.
const MEMORY: u64 = 1_288_490_189;

/// Everything below a folder that is not the vault, as it lies on the disk.
fn lies_there(folder: &Path, vault: &str) -> BTreeMap<PathBuf, (u64, i64, u32)> {
    WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| text_lossy(entry.path()) != vault)
        .flatten()
        .map(|entry| {
            let facts = entry.path().symlink_metadata().unwrap();
            // The home itself is left out: the vault inside it is at work.
            let changed = if entry.path() == folder { 0 } else { facts.mtime_nsec() + facts.mtime() * 1_000_000_000 };
            (entry.path().to_owned(), (facts.len(), changed, facts.mode()))
        })
        .collect()
}

fn text_lossy(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The ordinary files below a folder that this person can read.
fn readable(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    walk.filter(|entry| entry.file_type().is_file() && fs::File::open(entry.path()).is_ok())
        .map(|entry| entry.path().to_owned())
        .collect()
}

/// Path → SHA-256, by the ordinary program.
fn sums(files: &[PathBuf]) -> BTreeMap<PathBuf, String> {
    let mut sums = BTreeMap::new();
    for some in files.chunks(100) {
        let output = Command::new("sha256sum").arg("-z").arg("--").args(some).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = output.stdout.split(|byte| *byte == 0).filter(|line| !line.is_empty());
        sums.extend(
            some.iter()
                .zip(lines)
                .map(|(path, line)| (path.clone(), String::from_utf8_lossy(&line[..64]).into_owned())),
        );
    }
    sums
}

/// A sentence that a person can read: no code, no inside of the program.
fn plain(sentence: &str) -> bool {
    let inside = ["panicked", "Error", "os error", "::", "{", "}", "unwrap", "RUST", "0x", "\n"];
    sentence.ends_with('.')
        && sentence.starts_with(char::is_uppercase)
        && !inside.iter().any(|mark| sentence.contains(mark))
}

/// Adds paths with `--json`; the answer's lines, after looking at what holds for any files at all.
fn add(person: &Terminal, paths: &[&Path], code: i32) -> Vec<Value> {
    let (vault, home) = (person.vault(), person.path(""));
    let mut command = person.command(&["add", &vault, "--json"]);
    let scratch = person.path("tmp");
    fs::create_dir_all(&scratch).unwrap();
    command.args(paths).env("TMPDIR", &scratch);
    let before = lies_there(&home, &vault);
    let watched = watch(&mut command);
    println!("{} MiB at most, {} processes started", watched.most_memory >> 20, watched.children);
    let answer = Answer::of(watched.output);
    assert_eq!(answer.code, Some(code), "{}", answer.err);
    assert!(!answer.err.contains("panicked"), "{}", answer.err);
    assert_eq!(watched.left_behind, [0; 0], "reading processes were left behind");
    assert!(watched.most_memory < MEMORY, "{} bytes of memory", watched.most_memory);
    assert_eq!(lies_there(&home, &vault), before, "something outside of the vault was created or changed");
    let lines = answer.lines();
    for line in &lines {
        let mails = line["mailbox"]["problems"].as_array().map_or(&[][..], Vec::as_slice);
        for problem in [line].into_iter().chain(mails).filter_map(|kept| kept["problem"].as_str()) {
            assert!(plain(problem), "{line}");
        }
        assert!(kept(line) || line["problem"].is_string(), "neither kept nor named: {line}");
    }
    lines
}

/// Whether a file was kept: a mailbox is, when it is an item of its own beside its mails.
fn kept(line: &Value) -> bool {
    line["kept"] == true || line["mailbox"]["whole"].is_string()
}

/// Every one of these was kept, byte for byte. A mailbox's bytes are looked at where it comes out again.
fn kept_as_they_are(lines: &[Value], files: &[PathBuf]) -> BTreeSet<String> {
    let sums = sums(files);
    let mut by_path: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for line in lines {
        by_path.entry(line["path"].as_str().unwrap()).or_default().push(line);
    }
    for (path, sum) in &sums {
        let shown = text_lossy(path);
        let found = by_path.get(shown.as_str()).unwrap_or_else(|| panic!("{shown} is not in the answer"));
        let same =
            found.iter().any(|line| kept(line) && (line["sha256"] == sum.as_str() || line["mailbox"].is_object()));
        assert!(same, "{shown} was not kept as it is: {found:?}");
    }
    let unread = lines.iter().filter(|line| kept(line) && line["problem"].is_string()).count();
    println!("{} files kept byte for byte, {unread} of them named as not readable", sums.len());
    sums.into_values().collect()
}

/// The vault is whole, and its bundle holds every one of these originals and a page or a reason for every document.
fn comes_out_again(person: &Terminal, sums: &BTreeSet<String>) {
    person.does(&["check", &person.vault(), "--read-data"]);
    fs::create_dir(person.path("out")).unwrap();
    let vault = person.vault();
    let out = person.at("out");
    let watched = watch(&mut person.command(&["export", &vault, "--out", &out, "--json"]));
    println!("export: {} MiB at most, {} processes started", watched.most_memory >> 20, watched.children);
    let answer = Answer::of(watched.output);
    assert_eq!(answer.code, Some(0), "{}{}", answer.out, answer.err);
    assert_eq!(watched.left_behind, [0; 0]);
    let made: Value = serde_json::from_str(&answer.out).unwrap();
    for document in made["documents"].as_array().unwrap() {
        let has_pages = document["pages"].as_u64().is_some_and(|pages| pages > 0);
        let has_reason = document["reason"].as_str().is_some_and(plain);
        assert!(has_pages && (document["way"] != "slip-sheet" || has_reason), "{document}");
    }
    let zip = made["zip"].as_str().unwrap();
    person.does(&["verify", zip]);
    prints("python3", &["-m", "zipfile", "-e", zip, &person.at("bag")]);
    let originals: Vec<PathBuf> = readable(&person.path("bag"));
    let came_out: BTreeSet<String> = self::sums(&originals).into_values().collect();
    let missing: Vec<&String> = sums.difference(&came_out).collect();
    assert!(missing.is_empty(), "{} originals are not in the bundle: {missing:?}", missing.len());
    println!("{} originals came out of the bundle as they went in, on {} pages", sums.len(), made["pages"]);
}

#[test]
fn every_file_made_to_do_harm_is_kept_and_the_vault_is_whole() {
    let person = Terminal::with_a_vault();
    let folder = person.path("hostile");
    let written = hostile::write(&folder).unwrap();
    println!("{} files", written.len());
    assert!(written.len() >= 150);
    let lines = add(&person, &[&folder], 0);
    kept_as_they_are(&lines, &written);
    person.does(&["check", &person.vault(), "--read-data"]);
}

#[test]
fn words_and_pdfs_made_to_do_harm_come_out_again() {
    let person = Terminal::with_a_vault();
    let folder = person.path("hostile");
    hostile::write(&folder).unwrap();
    let (texts, pdfs) = (folder.join("texts"), folder.join("pdf"));
    let lines = add(&person, &[&texts, &pdfs], 0);
    let sums = kept_as_they_are(&lines, &[readable(&texts), readable(&pdfs)].concat());
    comes_out_again(&person, &sums);
}

#[test]
fn what_is_no_ordinary_file_is_refused_with_its_own_sentence() {
    let person = Terminal::with_a_vault();
    let (folder, vault) = (person.path("strange"), PathBuf::from(person.vault()));
    let made = hostile::sources::make(&folder, &vault).unwrap();
    let lines = add(&person, &[&folder, &vault], 1);
    for (path, word) in &made.refused {
        let shown = text_lossy(path);
        let line =
            lines.iter().find(|line| line["path"] == shown.as_str()).unwrap_or_else(|| panic!("{shown} is not named"));
        assert_eq!(line["kept"], false, "{line}");
        assert!(line["problem"].as_str().unwrap().contains(word), "not about \u{201c}{word}\u{201d}: {line}");
    }
    let kept: Vec<&Value> = lines.iter().filter(|line| line["kept"] == true).collect();
    let target = text_lossy(&folder.join("target.txt"));
    assert!(kept.iter().any(|line| line["path"] == target.as_str()), "the ordinary file among them was not kept");
    assert!(kept.iter().all(|line| !line["path"].as_str().unwrap().starts_with(&person.vault())), "{kept:?}");
    person.does(&["check", &person.vault(), "--read-data"]);
}

#[test]
fn every_file_that_nobody_here_wrote_is_kept_and_comes_out_again() {
    let Some(folder) = corpus("") else { return };
    let person = Terminal::with_a_vault();
    let lines = add(&person, &[&folder], 0);
    let sums = kept_as_they_are(&lines, &readable(&folder));
    comes_out_again(&person, &sums);
}

#[test]
fn a_name_cannot_write_over_what_the_terminal_shows() {
    let person = Terminal::with_a_vault();
    let name = "bill\u{1b}[2J\u{1b}[31m\n\u{202e}fdp.txt";
    fs::write(person.path(name), "words").unwrap();
    let said = person.does(&["add", &person.vault(), &text(&person.path(name))]);
    assert_eq!(said.trim_end().lines().count(), 1, "{said:?}");
    assert!(said.contains("kept as E-001") && !said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
}
