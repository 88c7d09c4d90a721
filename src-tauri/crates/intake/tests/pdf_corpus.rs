//! The words of real PDFs against poppler's, and a picture of each first page.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::Command;

use recourse_intake::{ProblemCode, Reading};

/// Words found, words right: both against the same document's words by `pdftotext`.
#[test]
fn the_words_are_those_that_poppler_finds() {
    let Some(folder) = common::corpus("pdf").filter(|_| common::have("pdftotext")) else { return };
    let worker = common::worker();
    let (mut found, mut right, mut files) = (Vec::new(), Vec::new(), 0);
    let mut problems: BTreeMap<String, usize> = BTreeMap::new();
    let verbose = std::env::var_os("RECOURSE_VERBOSE").is_some();
    for path in common::files(&folder) {
        files += 1;
        let file = std::fs::File::open(&path).expect("a file");
        let reading = worker.read("document.pdf", file).expect("a reading");
        if let Some(problem) = &reading.problem {
            *problems.entry(format!("{:?}", problem.code)).or_default() += 1;
            if verbose {
                eprintln!("{}: {}", path.display(), problem.sentence);
            }
            continue;
        }
        let theirs = counted(&poppler(&path));
        let ours = counted(&words(&reading));
        let total: usize = theirs.values().sum();
        if total < 5 {
            continue;
        }
        let common: usize = theirs.iter().map(|(word, n)| (*n).min(ours.get(word).copied().unwrap_or(0))).sum();
        let (f, r) = (ratio(common, total), ratio(common, ours.values().sum()));
        if verbose && (f < 0.9 || r < 0.9) {
            eprintln!("{}: found {f:.2} right {r:.2} of {total}", path.display());
        }
        found.push(f);
        right.push(r);
    }
    let (f, r) = (mean(&found), mean(&right));
    eprintln!("{files} files, {} compared: words found {f:.3}, right {r:.3}; problems {problems:?}", found.len());
    assert!(!problems.contains_key("Unreadable"), "a reader died: {problems:?}");
    assert!(f >= 0.90 && r >= 0.88, "found {f:.3}, right {r:.3}");
}

#[test]
fn page_counts_are_those_of_three_readers() {
    let Some(folder) = common::corpus("pdf") else { return };
    let expected = std::fs::read_to_string(folder.join("../pdf-expected.tsv")).expect("the expected counts");
    let worker = common::worker();
    let (mut same, mut different, mut unread) = (0, Vec::new(), Vec::new());
    for line in expected.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(name), Some(pages)) = (cells.next(), cells.next().and_then(|n| n.trim().parse::<u32>().ok())) else {
            continue;
        };
        let Ok(file) = std::fs::File::open(folder.join(name)) else { continue };
        let reading = worker.read(name, file).expect("a reading");
        match reading.pages {
            Some(count) if count == pages => same += 1,
            Some(count) => different.push(format!("{name}: {count}, expected {pages}")),
            None => {
                let code = reading.problem.map(|p| p.code);
                assert!(matches!(code, Some(ProblemCode::Locked | ProblemCode::Damaged)), "{name}: {code:?}");
                unread.push(name.to_owned());
            }
        }
    }
    eprintln!("page counts: {same} same, different {different:?}, not read {unread:?}");
    assert!(same > 0 && different.len() * 50 <= same, "{different:?}");
}

#[test]
fn every_first_page_becomes_a_picture_or_a_sentence() {
    let Some(folder) = common::corpus("pdf") else { return };
    let worker = common::worker();
    let (mut pictures, mut without) = (0, Vec::new());
    for path in common::files(&folder) {
        match worker.render_page(1, 400, std::fs::File::open(&path).expect("a file")) {
            Ok(picture) => {
                assert!(picture.bytes.starts_with(b"\x89PNG"), "{}", path.display());
                assert!(picture.width.max(picture.height).abs_diff(400) <= 1, "{}", path.display());
                pictures += 1;
            }
            Err(error) => without.push(format!("{}: {error}", path.display())),
        }
    }
    eprintln!("first pages: {pictures} pictures, {} without: {without:#?}", without.len());
    assert!(pictures > without.len() * 5);
}

fn words(reading: &Reading) -> String {
    reading.text.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn poppler(path: &Path) -> String {
    let out = Command::new("pdftotext").args(["-q", "-enc", "UTF-8"]).arg(path).arg("-").output().expect("pdftotext");
    String::from_utf8_lossy(&out.stdout).into_owned()
}

fn counted(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    let plain = text.replace('\u{FB01}', "fi").replace('\u{FB02}', "fl").replace('\u{FB00}', "ff");
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    words
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len().max(1) as f64
}
