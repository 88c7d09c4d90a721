//! The main job: a notice in, evidence on it, a bundle out.

use std::fs;

use recourse_tests::sample;

use crate::terminal::{Terminal, prints, text};

#[test]
fn a_notice_in_evidence_on_it_a_bundle_out() {
    let person = Terminal::new();
    person.does(&["new", &person.vault()]);
    person.does(&[
        "claim",
        "add",
        &person.vault(),
        "--title",
        "Northfold Society",
        "--organisation",
        "The Northfold Society",
    ]);
    fs::write(person.path("notice.txt"), "A large amount of Society data can no longer be opened.\n").unwrap();
    let words =
        ["--from", "The Northfold Society", "--channel", "email", "--on", "3 Nov 2021", "--subject", "Data incident"];
    let notice =
        person.json(&[&["notice", "add", &person.vault()], &words[..], &["--text", &person.at("notice.txt")]].concat());
    assert_eq!(notice["ref"], "N-001", "{notice}");

    let (photo, letter) = (text(&sample("letter-photo-1.jpg")), text(&sample("complaint-reply.pdf")));
    let kept = person.lines(&["add", &person.vault(), &photo, &letter, "--to", "N-001", "--as", "evidence"]);
    assert_eq!(kept.len(), 2);
    for (line, path) in kept.iter().zip([&photo, &letter]) {
        assert_eq!(line["kept"], true, "{line}");
        assert_eq!(line["sha256"].as_str().unwrap(), &prints("sha256sum", &[path])[..64]);
        assert_eq!(line["pages"], 1, "{line}");
    }
    let again = person.lines(&["add", &person.vault(), &letter]);
    assert_eq!(again[0]["duplicate_of"], kept[1]["ref"], "the same file twice is recognised");

    fs::create_dir(person.path("out")).unwrap();
    let made = person.json(&["export", &person.vault(), "--out", &person.at("out"), "--date", "2026-11-21"]);
    let pdf = made["pdf"].as_str().unwrap();
    assert!(
        prints("pdfinfo", &[pdf]).lines().any(|line| line == format!("Pages:           {}", made["pages"])),
        "{made}"
    );
    let words = prints("pdftotext", &["-layout", pdf, "-"]);
    for said in ["Data incident", "3 Nov 2021", "can no longer be opened", "Thursday 17 July 2020"] {
        assert!(words.contains(said), "the bundle does not say {said:?}");
    }
    prints("qpdf", &["--check", pdf]);
    person.does(&["verify", made["zip"].as_str().unwrap()]);
}

#[test]
fn the_same_record_and_date_give_the_same_bundle() {
    let person = Terminal::with_the_sample();
    let digest = |out: &str| {
        fs::create_dir(person.path(out)).unwrap();
        let made = person.json(&["export", &person.vault(), "--out", &person.at(out), "--date", "2026-11-21"]);
        prints("sha256sum", &[made["zip"].as_str().unwrap()])[..64].to_owned()
    };
    assert_eq!(digest("one"), digest("two"));
}

#[test]
fn every_page_says_its_number_and_every_document_begins_where_the_index_says() {
    let person = Terminal::with_the_sample();
    fs::create_dir(person.path("out")).unwrap();
    let made =
        person.json(&["export", &person.vault(), "--out", &person.at("out"), "--date", "2026-11-21", "--pdf-only"]);
    let pages: Vec<String> = prints("pdftotext", &["-layout", made["pdf"].as_str().unwrap(), "-"])
        .split('\u{c}')
        .map(str::to_owned)
        .collect();
    let total = made["pages"].as_u64().unwrap();
    assert_eq!(pages.len() as u64, total + 1, "the last page ends with a form feed too");
    for (number, page) in (1..=total).zip(&pages) {
        let says = page.split_whitespace().any(|word| word == number.to_string());
        assert!(says, "page {number} does not say its number:\n{page}");
    }
    let documents = made["documents"].as_array().unwrap();
    assert!(documents.len() >= 17, "{documents:#?}");
    for document in documents {
        let page = &pages[document["first_page"].as_u64().unwrap() as usize - 1];
        let reference = document["reference"].as_str().unwrap();
        if document["way"] != "generated" || !page.contains(char::is_alphabetic) {
            // A stranger's own page, or a photograph: nothing but the number is put on it.
            continue;
        }
        assert!(page.contains(reference), "{reference} is not on the page it begins on:\n{page}");
    }
}
