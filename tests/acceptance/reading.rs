//! Words out of photographed letters: read by machine, found by search, and none where there are none.

use std::fs;

use recourse_testkit::noise::noise;
use recourse_testkit::photo::Shot;
use recourse_tests::{accuracy, have_tesseract};

use crate::terminal::Terminal;

/// The share of words that has to be right.
const ENOUGH: f64 = 0.97;

fn with_a_claim() -> Terminal {
    let person = Terminal::new();
    person.does(&["new", &person.vault()]);
    person.does(&["claim", "add", &person.vault(), "--title", "Wexmoor", "--organisation", "Wexmoor Homes Limited"]);
    person
}

#[test]
fn a_photographed_letter_is_read_and_found() {
    if !have_tesseract() {
        return;
    }
    let person = with_a_claim();
    let shots = ["shadow-askew-left-150", "shadow-askew-300", "on-its-side-200", "upside-down-200"];
    for name in shots {
        let file = person.at(&format!("{name}.jpg"));
        fs::write(&file, Shot::named(name).unwrap().jpeg().unwrap()).unwrap();
        let answer = person.says(&["add", &person.vault(), &file]);
        assert!(answer.err.contains("to be read by machine: recourse read"), "{}", answer.err);
    }
    assert_eq!(person.says(&["search", &person.vault(), "Okafor"]).code, Some(1), "nothing was read yet");

    let read = person.lines(&["read", &person.vault()]);
    let names: Vec<_> = read.iter().map(|line| line["name"].as_str().unwrap().trim_end_matches(".jpg")).collect();
    assert_eq!(names, shots.iter().rev().copied().collect::<Vec<_>>(), "the newest is read first");
    for (line, name) in read.iter().zip(names) {
        assert_eq!(line["state"], "read", "{line}");
        let right = accuracy(Shot::named(name).unwrap().letter.lines, line["text"][0]["text"].as_str().unwrap());
        println!("{name}: {:.1} % of the words", right * 100.0);
        assert!(right >= ENOUGH, "{name}: {:.1} %\n{}", right * 100.0, line["text"][0]["text"]);
    }
    assert_eq!(person.lines(&["search", &person.vault(), "Okafor"]).len(), shots.len());
    assert!(person.lines(&["read", &person.vault()]).is_empty(), "what was read does not wait any more");
}

#[test]
fn a_picture_without_writing_brings_no_words() {
    if !have_tesseract() {
        return;
    }
    let person = with_a_claim();
    // Grain, a sky that darkens, and an empty sheet: no letters anywhere.
    type Light = fn(u32, u32) -> u8;
    let grain: Light = |x, y| (128.0 + 100.0 * noise(x / 3, y / 3, 7)) as u8;
    let sky: Light = |x, y| (220 - y / 8 + x / 60) as u8;
    let sheet: Light = |_, _| 250;
    let pictures = [("grain.png", grain), ("sky.png", sky), ("sheet.png", sheet)];
    for (name, light) in pictures {
        let path = person.at(name);
        recourse_testkit::photo::grey_png(1_000, 1_300, light, path.as_ref()).unwrap();
        person.does(&["add", &person.vault(), &path]);
    }
    let read = person.lines(&["read", &person.vault()]);
    assert_eq!(read.len(), 3);
    for line in read {
        assert_eq!((line["state"].as_str(), line["words"].as_u64()), (Some("nothing_found"), Some(0)), "{line}");
    }
}

#[test]
fn without_the_reading_program_everything_else_works() {
    let person = with_a_claim();
    let file = person.at("letter.jpg");
    fs::write(&file, Shot::named("flat-150").unwrap().jpeg().unwrap()).unwrap();
    assert!(person.does(&["add", &person.vault(), &file]).contains("kept as E-001"));
    let answer = person.without_other_programs(&["read", &person.vault()]);
    assert_eq!(answer.code, Some(3));
    assert!(answer.err.contains("tesseract with English, is not installed"), "{}", answer.err);
}
