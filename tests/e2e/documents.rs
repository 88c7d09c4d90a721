//! Documents of every kind, dropped on the window and looked at inside it; then a record changed, put away and brought back.

use std::fs;
use std::path::{Path, PathBuf};

use recourse_tests::sample;

use crate::steps::make_a_vault;
use crate::support::{CONTROL, ESCAPE, Person};

/// True once the first page of a PDF has ink on it.
const PAGE_IS_DRAWN: &str = r#"
const page = document.querySelector("section canvas");
if (!page || page.width < 2) return "no page";
const copy = Object.assign(document.createElement("canvas"), { width: 200, height: 280 });
const pen = copy.getContext("2d");
pen.fillStyle = "white";
pen.fillRect(0, 0, 200, 280);
pen.drawImage(page, 0, 0, 200, 280);
return pen.getImageData(0, 0, 200, 280).data.some((value) => value < 128);
"#;

/// True once the picture is there and stands upright: the sample's photographs of a letter are taller than wide.
const PICTURE_IS_UPRIGHT: &str = r#"
const picture = document.querySelector("main img");
return picture !== null && picture.naturalHeight > picture.naturalWidth;
"#;

/// True once the frame of a saved page holds these words.
const PAGE_IS_IN_THE_FRAME: &str = r#"
return document.querySelector("iframe")?.contentDocument?.body?.innerText.includes("copy of a backup file") === true;
"#;

#[test]
fn every_kind_of_document_is_seen_inside_the_window() {
    let person = Person::sits_down("documents");
    make_a_vault(&person, "Kinds");
    person.press("button", "Look around first");
    person.press("button", "Inbox");
    let unknown = person.path("recording.xyz");
    fs::write(&unknown, [0x13; 64]).expect("the home can be written");
    person.drops(&[
        sample("notice-2021-11-03.eml"),
        sample("complaint-reply.pdf"),
        sample("letter-photo-1.jpg"),
        sample("fundraising-supplier-notice.html"),
        unknown,
    ]);
    person.sees("5 files kept. They wait in the Inbox.");

    person.press("option", "Notification of data incident");
    person.sees("can no longer be opened on their systems");
    person.looks("06 a mail");
    person.press("option", "Reply to complaint");
    person.finds("the drawn page", PAGE_IS_DRAWN);
    person.looks("07 a PDF");
    person.press("option", "letter-photo-1.jpg");
    person.finds("the upright picture", PICTURE_IS_UPRIGHT);
    person.looks("08 a picture");
    person.press("option", "Notice about our fundraising supplier");
    person.finds("the saved page", PAGE_IS_IN_THE_FRAME);
    person.looks("09 a saved page");
    person.press("option", "recording.xyz");
    person.sees("Recourse cannot show this kind of file.");
    person.looks("10 a kind nobody knows");

    let copy = person.path("copy.xyz");
    person.will_choose_nothing();
    person.press("button", "Save a copy\u{2026}");
    person.will_choose(std::slice::from_ref(&copy));
    saved_as_it_was(&person, &copy);

    person.press("option", "Notification of data incident");
    person.press("button", "A notice I received");
    person.sees("It is now N-001.");
    person.press("button", "Save");
    person.sees("N-001 saved.");
    changed_put_away_and_back(&person);
}

/// A closed dialog saves nothing and says nothing; a chosen place gets the same bytes.
fn saved_as_it_was(person: &Person, copy: &PathBuf) {
    assert!(!copy.exists(), "a copy was saved although no place was chosen");
    person.press("button", "Save a copy\u{2026}");
    person.sees("The copy is saved.");
    assert_eq!(fs::read(Path::new(copy)).expect("the copy is there"), [0x13; 64]);
}

fn changed_put_away_and_back(person: &Person) {
    person.press("button", "Change");
    person.type_into("Heading or subject", "The first I heard of it");
    person.press("button", "Save");
    person.press("button", "Its history");
    person.sees("History of N-001");
    person.sees("The first I heard of it");
    person.looks("11 its history");
    person.holds(&[ESCAPE]);
    person.sees_no_more("History of N-001");
    person.press("button", "Put away");
    person.sees("N-001 was put away. Nothing is deleted.");
    person.looks("12 put away");
    // Several messages offer to undo something; the key takes back the newest.
    person.holds(&[CONTROL, "z"]);
    person.sees("Undone: ");
}
