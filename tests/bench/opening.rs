//! Opening a large vault, beside the stretching of its passphrase alone.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use recourse_tests::{program, root};
use serde_json::Value;

use crate::{VAULT, note, recourse, timed};

/// Originals that have a file of their own, each an evidence item; and mails that share packs, each a letter and its evidence item.
const FILES: usize = 5_000;
const MAILS: usize = 7_500;
/// How much longer than stretching the passphrase opening may take.
const RATIO: f64 = 1.5;

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn opening() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::create_dir(home.join("files")).unwrap();
    for number in 0..FILES {
        fs::write(home.join(format!("files/{number}.bin")), format!("\u{1}recording {number}").repeat(20)).unwrap();
    }
    fs::write(home.join("mails.mbox"), mails()).unwrap();
    timed(recourse(home, &["new", VAULT]));
    timed(recourse(home, &["claim", "add", VAULT, "--title", "Large", "--organisation", "Northfold"]));
    timed(recourse(home, &["add", VAULT, "files"]));
    timed(recourse(home, &["add", VAULT, "mails.mbox", "--mail-to", "ruth", "--as", "letter"]));

    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let words = ["build", "--quiet", "--workspace", "--example", "opening"];
    assert!(Command::new(cargo).args(words).current_dir(root()).status().unwrap().success());
    let built = program("recourse");
    let example = built.parent().unwrap_or(Path::new(".")).join("examples/opening");
    let output = Command::new(example).arg(home.join(VAULT)).arg(home.join("passphrase.txt")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    let listed = |kind: &str| {
        let mut command = recourse(home, &["list", VAULT, kind, "--json"]);
        let output = command.stdout(Stdio::piped()).output().unwrap();
        output.stdout.iter().filter(|byte| **byte == b'\n').count()
    };
    let records: usize = ["inbox", "evidence", "letters"].into_iter().map(listed).sum();
    figures["records"] = records.into();
    println!("{} records, {} originals", figures["records"], figures["originals"]);
    for what in ["argon2id_s", "open_s", "ratio"] {
        println!("{what:<12} {:>6.2}", figures[what].as_f64().unwrap());
    }
    note("opening", &figures);
    assert!(figures["records"].as_u64() >= Some(20_000) && figures["originals"].as_u64() >= Some(5_000), "{figures}");
    assert!(figures["ratio"].as_f64() <= Some(RATIO), "{figures}");
}

fn mails() -> String {
    let mut text = String::new();
    for number in 0..MAILS {
        let _ = write!(
            text,
            "From {number}@xxx Tue Mar 05 14:07:09 +0000 2024\nFrom: Sender {} <s{}@northfold.example>\nTo: Ruth <ruth@home.example>\n\
             Subject: Mail number {number}\nMessage-ID: <{number}@bench.example>\nDate: {} Mar 2024 10:00:00 +0000\n\n\
             These are the words of mail {number}.\n\n",
            number % 97,
            number % 97,
            1 + number % 28
        );
    }
    text
}
