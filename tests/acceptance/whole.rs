//! `recourse verify` as a program reads it: every file whole, changed, missing or extra, and an exit code.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bag::unpacked;
use crate::terminal::{Answer, Terminal, text};

fn verdict(person: &Terminal, path: &Path) -> (Answer, Value) {
    let answer = person.says(&["verify", &text(path), "--json"]);
    let verdict = serde_json::from_str(&answer.out).unwrap_or_else(|e| panic!("not JSON ({e}): {}", answer.out));
    (answer, verdict)
}

fn state<'v>(verdict: &'v Value, path: &str) -> &'v str {
    let files = verdict["files"].as_array().unwrap();
    files.iter().find(|file| file["path"] == path).unwrap_or_else(|| panic!("{path} is not named"))["state"]
        .as_str()
        .unwrap()
}

#[test]
fn verify_tells_whole_changed_missing_and_extra_apart() {
    let person = Terminal::with_the_sample();
    let bag = unpacked(&person);
    let (answer, as_made) = verdict(&person, &bag);
    assert_eq!((answer.code, as_made["whole"].as_bool()), (Some(0), Some(true)), "{as_made:#}");
    assert!(as_made["files"].as_array().unwrap().iter().all(|file| file["state"] == "whole"), "{as_made:#}");
    assert_eq!(as_made["seal"].as_str().unwrap().len(), 64);

    let mut originals: Vec<_> = fs::read_dir(bag.join("data/originals")).unwrap().map(|e| e.unwrap().path()).collect();
    originals.sort();
    let inside = |path: &Path| text(path.strip_prefix(&bag).unwrap());
    let (changed, missing) = (inside(&originals[0]), inside(&originals[1]));
    let mut bytes = fs::read(&originals[0]).unwrap();
    bytes[0] ^= 1;
    fs::write(&originals[0], bytes).unwrap();
    fs::remove_file(&originals[1]).unwrap();
    fs::write(bag.join("data/added.txt"), "put in later").unwrap();
    fs::write(bag.join("added.txt"), "put in later").unwrap();
    let (answer, found) = verdict(&person, &bag);
    assert_eq!((answer.code, found["whole"].as_bool()), (Some(1), Some(false)), "{found:#}");
    for (path, is) in [
        (changed.as_str(), "changed"),
        (missing.as_str(), "missing"),
        ("data/added.txt", "extra"),
        ("added.txt", "extra"),
        ("data/bundle.pdf", "whole"),
    ] {
        assert_eq!(state(&found, path), is, "{path}");
    }
    let files = |verdict: &Value| verdict["files"].as_array().unwrap().len();
    assert_eq!(files(&found), files(&as_made) + 2);

    let nothing = person.says(&["verify", &person.at("nothing.zip"), "--json"]);
    assert_eq!(nothing.code, Some(3), "{}{}", nothing.out, nothing.err);
}
