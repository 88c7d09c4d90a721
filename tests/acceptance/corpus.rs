//! A numbered bundle straight from files that nobody here wrote: none may crash it, none may be left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use recourse_tests::{corpus, script};

use crate::terminal::{Terminal, prints, text};

#[test]
fn every_pdf_is_in_as_pages_or_as_a_sheet_with_a_reason() {
    let (Some(pdfs), Some(corpus)) = (corpus("pdf"), corpus("")) else { return };
    let person = Terminal::new();
    let made = person.json(&["bundle", "--out", &person.at("b.pdf"), &text(&pdfs)]);
    let documents: BTreeMap<&str, &serde_json::Value> = made["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| (document["title"].as_str().unwrap(), document))
        .collect();
    let table = fs::read_to_string(corpus.join("pdf-expected.tsv")).unwrap();
    for row in table.lines().skip(1) {
        let [file, pages, encrypted, readers] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let document = documents.get(file).unwrap_or_else(|| panic!("{file} is not in the bundle"));
        if document["way"] == "slip-sheet" {
            assert!(document["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{document}");
            assert!(
                readers != "3" || encrypted == "True",
                "{file} opens in three readers and got a slip sheet: {document}"
            );
        } else if readers == "3" && encrypted == "False" {
            assert_eq!(document["pages"].to_string(), pages, "{file}");
        }
    }
    assert_eq!(documents.len(), table.lines().count() - 1);
    assert!(prints("pdfinfo", &[&person.at("b.pdf")]).contains(&format!("Pages:           {}\n", made["pages"])));
    no_link_is_lost(&person.at("b.pdf"), &pdfs, &documents);
}

/// Links within each document, counted by a reader that nobody here wrote, before and after.
fn no_link_is_lost(bundle: &str, pdfs: &Path, documents: &BTreeMap<&str, &serde_json::Value>) {
    let copied = documents.iter().filter(|(_, document)| document["way"] == "engine-one");
    let files: Vec<(String, usize, usize)> = copied
        .map(|(file, document)| {
            let number = |field: &str| document[field].as_u64().unwrap() as usize;
            (text(&pdfs.join(file)), number("first_page") - 1, number("pages"))
        })
        .collect();
    let paths: Vec<&str> = files.iter().map(|(path, ..)| path.as_str()).chain([bundle]).collect();
    let Some(counts) = script("links.py", &paths) else { return };
    let links = |path: &str| -> Option<Vec<u64>> { serde_json::from_value(counts[path].clone()).unwrap() };
    let after = links(bundle).expect("pikepdf opens the bundle");
    let mut compared = 0;
    for (path, first, pages) in &files {
        let Some(before) = links(path) else { continue };
        let kept: u64 = after[*first..first + pages].iter().sum();
        assert_eq!(kept, before.iter().sum::<u64>(), "links of {path}");
        compared += kept;
    }
    println!("{compared} links before and after");
    assert!(compared > 0);
}
