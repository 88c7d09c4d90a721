//! A letter of one's own in the window: written from the record, changed, kept over a lock, saved as files, and put on record as sent.

use std::fs;
use std::process::Command;

use crate::steps::{PASSPHRASE, looks_twice, make_a_vault};
use crate::support::{CONTROL, Person};

/// WebDriver's name for the key "End".
const END: &str = "\u{e010}";

/// Adds words at the end of the letter.
fn adds(person: &Person, words: &str) {
    person.press("textbox", "What it says");
    person.holds(&[CONTROL, END]);
    person.types(words);
}

/// Waits until the box of this label holds these words.
fn holds(person: &Person, label: &str, words: &str) {
    let script = format!(
        r#"
const box = [...document.querySelectorAll("input, textarea")].find((one) => one.labels?.[0]?.innerText.includes({label:?}));
return box !== undefined && box.value.includes({words:?});
"#
    );
    person.finds(&format!("\u{201c}{words}\u{201d} in \u{201c}{label}\u{201d}"), &script);
}

/// Saves the letter under this name and answers the file's bytes.
fn saves(person: &Person, what: &str, name: &str) -> Vec<u8> {
    let place = person.path(name);
    person.will_choose(std::slice::from_ref(&place));
    person.press("button", &format!("Save as {what}"));
    person.sees(&format!("Saved: {}", place.display()));
    fs::read(place).expect("the file is there once the window says so")
}

#[test]
fn a_request_is_written_changed_saved_sent_and_taken_back() {
    let person = Person::sits_down("drafts");
    make_a_vault(&person, "Drafts");
    person.press("button", "Look at a sample claim");
    person.press("button", "Letters");
    person.sees("Request for my personal data");
    person.press("button", "Add");
    person.press("menuitem", "Write a letter");
    person.sees("Which letter?");
    looks_twice(&person, "06 which letter");
    person.press("button", "Write it");
    person.sees("Before you send it");
    holds(&person, "What it says", "under Article 15 of the UK GDPR");
    holds(&person, "What it says", "NF-204417 (membership)");
    person.sees("Every place is filled.");
    looks_twice(&person, "07 the letter");
    person.sizes(1024, 700);
    looks_twice(&person, "08 the letter, small");
    person.sizes(1280, 860);

    person.type_into("Heading", "Request for all of my personal data");
    adds(&person, " [my telephone]");
    person.sees("1 place is for you to fill");
    person.press("checkbox", "Names I used before");
    holds(&person, "What it says", "Names I have used before: Ruth Halloran.");
    looks_twice(&person, "09 a place to fill");

    // What was written is there after a lock, and can be gone on with.
    person.press("button", "Lock");
    person.sees("Unlock");
    person.type_into("Passphrase", PASSPHRASE);
    person.press("button", "Unlock");
    person.sees("Northfold Society");
    person.press("button", "Letters");
    person.sees("Begun and not sent");
    looks_twice(&person, "10 begun");
    person.press("button", "Go on writing: Request for all of my personal data");
    person.sees("These are the words you had written.");
    holds(&person, "What it says", "[my telephone]");

    let pdf = saves(&person, "PDF", "letter.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    let words =
        Command::new("pdftotext").arg(person.path("letter.pdf")).arg("-").output().expect("pdftotext is installed");
    let words = String::from_utf8_lossy(&words.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for said in
        ["Request for all of my personal data", "Names I have used before: Ruth Halloran.", "Ruth Marsh [my telephone]"]
    {
        assert!(words.contains(said), "{said}\n{words}");
    }
    assert!(saves(&person, "Word file", "letter.docx").starts_with(b"PK"));
    assert!(String::from_utf8_lossy(&saves(&person, "E-mail draft", "letter.eml")).contains("X-Unsent: 1"));

    person.press("button", "I sent this");
    person.sees("It goes on record as your letter, in these words.");
    looks_twice(&person, "11 sent");
    person.press("button", "Put it on record");
    person.sees("C-008 is on record, and its request as R-");
    person.sees("Names I have used before: Ruth Halloran.");
    looks_twice(&person, "12 on record");
    person.holds(&[CONTROL, "z"]);
    person.sees("These are the words you had written.");
    holds(&person, "Heading", "Request for all of my personal data");
    person.press("button", "Throw it away");
    person.sees("The letter you had begun is thrown away.");
    person.sees_no_more("Begun and not sent");
}

#[test]
fn open_questions_become_a_letter_and_are_marked_as_asked() {
    let person = Person::sits_down("drafts-questions");
    make_a_vault(&person, "Questions");
    person.press("button", "Look at a sample claim");
    person.press("button", "Told / not told");
    person.press("button", "Ask 4 open questions");
    person.press("button", "Begin a letter with them");
    holds(&person, "What it says", "Please answer each of these by its number.");
    looks_twice(&person, "06 the questions");
    person.press("button", "I sent this");
    person.sees("Asked in it");
    looks_twice(&person, "07 asked in it");
    person.press("button", "Put it on record");
    person.sees("C-008 is on record");
    person.press("button", "Told / not told");
    person.sees_no_more("open question");
}
