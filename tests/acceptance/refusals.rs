//! What is said when something cannot be done: one plain sentence, the right exit code, nothing lost.

use std::fs;

use recourse_tests::sample;

use crate::terminal::{Answer, Terminal, text};

/// One line on standard error, with nothing of the inside of the program in it.
pub fn one_sentence(answer: &Answer) {
    let lines: Vec<&str> = answer.err.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(lines.len(), 1, "{}", answer.err);
    assert!(lines[0].ends_with('.') && !lines[0].contains("Error") && !lines[0].contains("panicked"), "{}", answer.err);
}

#[test]
fn a_wrong_passphrase_is_refused_and_nothing_changes() {
    let person = Terminal::with_the_sample();
    let before = person.does(&["status", &person.vault()]);
    person.remember("not the passphrase");
    let refused = person.says(&["status", &person.vault()]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{}", refused.err);
    one_sentence(&refused);
    person.remember("otter lamp quiet seven");
    assert_eq!(person.does(&["status", &person.vault()]), before);
}

#[test]
fn a_folder_that_is_no_vault_is_refused() {
    let person = Terminal::new();
    let refused = person.says(&["status", &person.at("nothing.recourse")]);
    assert_eq!(refused.code, Some(3), "{}", refused.err);
    one_sentence(&refused);
}

#[test]
fn words_that_mean_nothing_are_a_usage_error() {
    let person = Terminal::new();
    assert_eq!(person.says(&["no-such-verb"]).code, Some(2));
    assert_eq!(person.says(&["export"]).code, Some(2));
}

#[test]
fn a_new_vault_never_takes_the_place_of_another() {
    let person = Terminal::with_the_sample();
    let refused = person.says(&["new", &person.vault()]);
    assert_eq!(refused.code, Some(3), "{}{}", refused.out, refused.err);
    one_sentence(&refused);
    assert!(person.does(&["status", &person.vault()]).contains("Northfold"));
}

#[test]
fn a_file_that_is_not_there_is_named_and_the_others_are_kept() {
    let person = Terminal::with_the_sample();
    fs::write(person.path("new.txt"), "A sentence that is in no other file.\n").unwrap();
    let words = ["add", &person.vault(), &person.at("missing.pdf"), &person.at("new.txt"), "--json"];
    let answer = person.says(&words);
    assert_eq!(answer.code, Some(1), "{}{}", answer.out, answer.err);
    let lines: Vec<serde_json::Value> = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), &lines[0]["kept"], &lines[1]["kept"]), (2, &false.into(), &true.into()), "{}", answer.out);
    assert!(lines[0]["problem"].as_str().is_some_and(|problem| problem.ends_with('.')), "{}", lines[0]);
}

#[test]
fn a_file_that_is_not_what_it_says_is_kept_all_the_same() {
    let person = Terminal::with_the_sample();
    let letter = fs::read(sample("complaint-reply.pdf")).unwrap();
    fs::write(person.path("half.pdf"), &letter[..letter.len() / 3]).unwrap();
    let kept = person.lines(&["add", &person.vault(), &person.at("half.pdf")]);
    assert_eq!(kept[0]["kept"], true, "{}", kept[0]);
    fs::create_dir(person.path("out")).unwrap();
    person.does(&["export", &person.vault(), "--out", &person.at("out")]);
}

#[test]
fn a_damaged_bundle_is_a_no_and_a_missing_one_could_not_be_read() {
    let person = Terminal::with_the_sample();
    fs::create_dir(person.path("out")).unwrap();
    let made = person.json(&["export", &person.vault(), "--out", &person.at("out")]);
    let mut bytes = fs::read(made["zip"].as_str().unwrap()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    fs::write(person.path("damaged.zip"), bytes).unwrap();
    assert_eq!(person.says(&["verify", &person.at("damaged.zip")]).code, Some(1));
    let missing = person.says(&["verify", &text(&person.path("missing.zip"))]);
    assert_eq!(missing.code, Some(3), "{}{}", missing.out, missing.err);
    one_sentence(&missing);
}
