//! The ZIP is a bag that ordinary tools check, and that all of them refuse when one byte of it changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use recourse_tests::of_python;

use crate::terminal::{Terminal, prints, text};

/// The sample's bundle, its ZIP unpacked.
pub fn unpacked(person: &Terminal) -> PathBuf {
    fs::create_dir(person.path("out")).unwrap();
    let made = person.json(&["export", &person.vault(), "--out", &person.at("out"), "--date", "2026-11-21"]);
    prints("python3", &["-m", "zipfile", "-e", made["zip"].as_str().unwrap(), &person.at("bag")]);
    let mut folders = fs::read_dir(person.path("bag")).unwrap().map(|entry| entry.unwrap().path());
    let bag = folders.next().expect("the ZIP holds one folder");
    assert!(folders.next().is_none(), "the ZIP holds one folder and nothing beside it");
    bag
}

/// The validator of the Library of Congress, where it could be installed.
fn bagit(bag: &Path) -> Option<bool> {
    Some(Command::new(of_python("bagit.py")?).args(["--validate", &text(bag)]).output().unwrap().status.success())
}

fn sha256sum(bag: &Path) -> bool {
    let check = |manifest: &str| {
        Command::new("sha256sum")
            .args(["--check", "--strict", "--quiet", manifest])
            .current_dir(bag)
            .output()
            .unwrap()
            .status
            .success()
    };
    check("manifest-sha256.txt") && check("tagmanifest-sha256.txt")
}

#[test]
fn three_tools_agree_and_one_changed_byte_makes_all_three_refuse() {
    let person = Terminal::with_the_sample();
    let bag = unpacked(&person);
    assert_ne!(bagit(&bag), Some(false));
    assert!(sha256sum(&bag));
    person.does(&["verify", &text(&bag)]);

    let original = fs::read_dir(bag.join("data/originals")).unwrap().next().unwrap().unwrap().path();
    let mut bytes = fs::read(&original).unwrap();
    bytes[100] ^= 1;
    fs::write(&original, bytes).unwrap();
    assert_ne!(bagit(&bag), Some(true));
    assert!(!sha256sum(&bag));
    let refused = person.says(&["verify", &text(&bag)]);
    assert_eq!(refused.code, Some(1), "{}{}", refused.out, refused.err);
    let name = original.file_name().unwrap().to_str().unwrap();
    assert!(refused.out.contains(name), "the answer does not name {name}:\n{}", refused.out);
}

#[test]
fn originals_are_byte_for_byte_what_was_kept() {
    let person = Terminal::with_the_sample();
    let bag = unpacked(&person);
    let digests = |folder: &Path| {
        let mut all: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending != "md" && ending != "json"))
            .map(|path| prints("sha256sum", &["-z", &text(&path)])[..64].to_owned())
            .collect();
        all.sort();
        all
    };
    let documents = digests(&recourse_tests::sample(""));
    let mut originals = digests(&bag.join("data/originals"));
    assert!(documents.iter().all(|digest| originals.contains(digest)), "{documents:?}\n{originals:?}");
    originals.retain(|digest| !documents.contains(digest));
    assert_eq!(originals.len(), 3, "and what came attached to the mails, taken out of them");
}
