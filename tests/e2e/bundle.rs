//! The Bundle room in the window: put in order by key and by dragging, worded anew, left out, seen as it will be, made; and the PDF has that order.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use recourse_tests::wait_for;
use serde_json::json;

use crate::steps::{looks_everywhere, make_a_vault};
use crate::support::{ALT, ENTER, Person};

/// The references of the documents in sight, in order, as one line.
const ORDER: &str =
    "return [...document.querySelectorAll('[data-document] .ref')].map((one) => one.innerText).join(' ');";

/// The middle of the handle of a document and the upper edge of the row of another, in pixels of the page.
const PLACES: &str = r#"
const [from, onto] = arguments;
const row = (name) => [...document.querySelectorAll("[data-document]")].find((one) => one.querySelector(".ref")?.innerText === name);
row(from).scrollIntoView({ block: "center" });
const middle = (one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x + width / 2, y + height / 2]; };
const top = (one) => { const { x, y, width } = one.getBoundingClientRect(); return [x + width / 2, y + 8]; };
return [middle(row(from).querySelector("[data-grip]")), top(row(onto))].map((place) => place.map(Math.round));
"#;

fn order(person: &Person) -> Vec<String> {
    let words = person.script(ORDER, &json!([])).expect("the page answers");
    words.as_str().unwrap_or_default().split(' ').map(str::to_owned).collect()
}

fn comes_to(person: &Person, wanted: &[String]) {
    wait_for("the new order", || {
        let now = order(person);
        if now == wanted { Ok(()) } else { Err(format!("{now:?} instead of {wanted:?}")) }
    });
}

/// Puts the focus on the row of a document.
fn stands_on(person: &Person, reference: &str) {
    person.press("button", reference);
}

/// Drags a document by its handle onto the row of another.
fn drags(person: &Person, reference: &str, onto: &str) {
    let places = person.script(PLACES, &json!([reference, onto])).expect("both are in sight");
    let place = |at: usize| (places[at][0].as_i64().unwrap_or_default(), places[at][1].as_i64().unwrap_or_default());
    person.drags_within(place(0), place(1));
}

fn made(folder: &Path, ending: &str) -> PathBuf {
    let found = fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
    let mut found = found.filter(|path| path.extension().is_some_and(|other| other == ending));
    found.next().unwrap_or_else(|| panic!("no {ending} in {}", folder.display()))
}

fn says(program: &str, arguments: &[&str], path: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(path).arg("-").output().expect("poppler is installed");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Where each of these words begins first in a text, all of them there.
fn places_in(text: &str, words: &[String]) -> Vec<usize> {
    words.iter().map(|word| text.find(word.as_str()).unwrap_or_else(|| panic!("{word} is not in: {text}"))).collect()
}

#[test]
fn a_bundle_is_put_in_order_worded_and_made_as_it_was_arranged() {
    let person = Person::sits_down("bundle");
    make_a_vault(&person, "Bundle");
    person.press("button", "Look at a sample claim");
    person.sees("Northfold Society");
    person.press("button", "Bundle");
    person.sees("What goes in, in this order");
    // The pages are counted by laying the bundle out.
    person.finds("exact page numbers", "return /· \\d+ pages ·/.test(document.body.innerText);");
    looks_everywhere(&person, "10 as usual");
    let usual = order(&person);
    assert!(usual.len() > 8, "{usual:?}");

    // By key: the first goes one down, and the row keeps the focus.
    stands_on(&person, &usual[0]);
    person.finds("its pages as they will be", "return document.querySelector('[data-pane=pages] canvas') !== null;");
    person.holds(&[ALT, "\u{e015}"]);
    let mut wanted = usual.clone();
    wanted.swap(0, 1);
    comes_to(&person, &wanted);
    person.sees(&format!("{} is now 2 of", usual[0]));
    person.finds(
        "the row with the focus",
        &format!("return document.activeElement.innerText.startsWith('{}');", usual[0]),
    );
    looks_everywhere(&person, "11 moved by key");

    // By dragging: the third goes to the top.
    drags(&person, &wanted[2].clone(), &wanted[0].clone());
    let third = wanted.remove(2);
    wanted.insert(0, third.clone());
    comes_to(&person, &wanted);
    person.sees(&format!("{third} is now 1 of"));

    // One is left out and another gets a title of its own.
    let left = wanted.remove(3);
    person.press("button", &format!("More about {left}"));
    person.looks("12 what can be done");
    person.press("menuitem", "Leave out of this bundle");
    comes_to(&person, &wanted);
    person.sees("You left it out of this bundle.");
    stands_on(&person, &wanted[1]);
    person.holds(&["\u{e032}"]);
    person.type_into("Title in this bundle", "The notice in my own words");
    person.type_into("Date in this bundle", "in the spring of that year");
    looks_everywhere(&person, "13 a title and a date of its own");
    // By key: the line above the list can become shorter once the pages are counted, and the button moves.
    person.holds(&[ENTER]);
    person.sees("worded by you");
    stands_on(&person, &wanted[0]);
    person.finds("exact page numbers", "return /· \\d+ pages ·/.test(document.body.innerText);");
    looks_everywhere(&person, "14 arranged");

    // It is still so after a lock, for it is kept in the vault; and the history tells it.
    person.press("button", "Overview");
    person.press("button", "Bundle");
    comes_to(&person, &wanted);

    let folder = person.path("bundles");
    fs::create_dir_all(&folder).expect("the home can be written");
    person.will_choose(std::slice::from_ref(&folder));
    person.press("button", "Make the bundle…");
    person.sees("The bundle is ready");
    looks_everywhere(&person, "15 made");

    let pdf = made(&folder, "pdf");
    let text = says("pdftotext", &["-layout"], &pdf);
    let rows: Vec<String> = wanted.iter().map(|reference| format!("{reference} ·")).collect();
    // The summary before the index names documents too.
    let index = &text[text.find(&rows[0]).expect("the first row of the index")..];
    let places = places_in(index, &rows);
    assert!(places.is_sorted(), "{wanted:?} stand at {places:?}");
    assert!(text.contains("The notice in my own words") && text.contains("in the spring of that year"));
    let outline = Command::new("qpdf").args(["--json", "--json-key=outlines"]).arg(&pdf).output().expect("qpdf");
    let outline: serde_json::Value = serde_json::from_slice(&outline.stdout).expect("qpdf answers in JSON");
    let outline = outline["outlines"].to_string();
    let titles: Vec<String> = wanted.iter().map(|reference| format!("\"{reference} ")).collect();
    let places = places_in(&outline, &titles);
    assert!(places.is_sorted(), "{wanted:?} stand at {places:?} in the outline");
    assert!(!outline.contains(&format!("\"{left} ")), "{left} was left out");

    // For the other reader everything is as usual, and what was marked is asked about.
    person.press("radio", "The other side or the court");
    person.sees("It still waits in the inbox.");
    // What was made for one reader is no report for another.
    assert!(!person.words().expect("the page has words").contains("The bundle is ready"));
    looks_everywhere(&person, "16 the other side");
    person.press("radio", "My solicitor");
    comes_to(&person, &wanted);
    person.press("button", "Put everything back as usual");
    comes_to(&person, &usual);
    person.press("button", "Undo");
    comes_to(&person, &wanted);
}

#[test]
fn making_a_bundle_can_be_stopped_and_leaves_nothing() {
    let person = Person::sits_down("bundle-stopped");
    make_a_vault(&person, "Stopped");
    person.press("button", "Look at a sample claim");
    person.sees("Northfold Society");
    person.press("button", "Bundle");
    person.sees("What goes in, in this order");
    let folder = person.path("bundles");
    fs::create_dir_all(&folder).expect("the home can be written");
    person.will_choose(std::slice::from_ref(&folder));
    person.press("button", "Make the bundle…");
    person.press("button", "Cancel");
    person.sees("Stopped. Nothing was written.");
    let left: Vec<_> =
        fs::read_dir(&folder).expect("the folder is there").flatten().map(|one| one.file_name()).collect();
    assert!(left.is_empty(), "{left:?}");
}
