//! What somebody without the key learns from the vault's folder, and what the recovery sheet opens without Recourse.

use std::fs;
use std::process::Command;

use recourse_tests::sample;
use walkdir::WalkDir;

use crate::terminal::{Terminal, text};

fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    entries.map(|entry| (text(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn no_word_of_the_claim_can_be_read_in_the_folder() {
    let person = Terminal::with_the_sample();
    // Six letters at least: a shorter word stands in some megabytes of noise by chance, about once in a hundred runs.
    let words = ["northfold", "calder", "harrow", "fenwick", "courier", "incident", "complaint", "letter-photo"];
    let files = files(&person.vault());
    assert!(files.len() > 17, "{}", files.len());
    for (path, bytes) in files {
        let narrow = String::from_utf8_lossy(&bytes).to_lowercase();
        let wide: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let wide = String::from_utf16_lossy(&wide).to_lowercase();
        for word in words {
            assert!(!narrow.contains(word) && !wide.contains(word), "{path} says {word:?}");
            assert!(!path[person.vault().len()..].to_lowercase().contains(word), "{path}");
        }
    }
}

#[test]
fn the_ordinary_age_program_opens_an_object_with_the_line_on_the_sheet() {
    let person = Terminal::new();
    let sheet = person.does(&["new", &person.vault()]);
    let line = sheet
        .split_whitespace()
        .find(|word| word.starts_with("AGE-SECRET-KEY-1"))
        .expect("the sheet has a line for age");
    fs::write(person.path("identity.txt"), format!("{line}\n")).unwrap();
    let kept = sample("complaint-reply.pdf");
    person.does(&["claim", "add", &person.vault(), "--title", "Northfold", "--organisation", "The Northfold Society"]);
    person.does(&["add", &person.vault(), &text(&kept)]);

    let original = fs::read(&kept).unwrap();
    let objects = files(&format!("{}/objects", person.vault())).into_iter().filter(|(path, _)| path.ends_with(".age"));
    let opened: Vec<Vec<u8>> = objects
        .map(|(path, _)| {
            let output = Command::new("age")
                .args(["--decrypt", "--identity", &person.at("identity.txt"), &path])
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        })
        .collect();
    assert!(opened.contains(&original), "{} objects opened, none of them is the letter", opened.len());
}
