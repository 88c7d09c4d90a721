//! The sample claim in the window: every room, then locked, refused with a wrong passphrase, and opened again.

use crate::steps::{PASSPHRASE, make_a_vault};
use crate::support::Person;

#[test]
fn the_sample_claim_is_there_in_every_room_and_comes_back_after_a_lock() {
    let person = Person::sits_down("sample-claim");
    make_a_vault(&person, "Sample");
    person.press("button", "Look at a sample claim");
    person.sees("Northfold Society");
    person.looks("06 overview");

    person.press("button", "Notices");
    person.sees("Undated · 1");
    person.press("option", "Notification of data incident");
    person.sees("can no longer be opened on their systems");
    person.looks("07 notices");
    person.press("button", "Letters");
    person.sees("Request for my personal data");
    person.looks("08 letters");
    person.press("button", "Evidence");
    person.press("option", "Letter: What we know now, photographed");
    person.sees("Fingerprint (SHA-256)");
    person.looks("09 evidence");
    person.press("button", "Inbox");
    person.sees("trade-news-2021-12-10.html");
    person.looks("10 inbox");
    person.press("button", "Bundle");
    person.sees("What goes in, in this order");
    person.looks("11 bundle");

    person.press("button", "Lock");
    person.sees("Unlock");
    let words = person.words().expect("the page can be read");
    assert!(!words.contains("Calder"), "the locked window still shows: {words}");
    person.looks("12 locked");
    person.type_into("Passphrase", "not the passphrase");
    person.press("button", "Unlock");
    person.sees("passphrase");
    person.looks("13 wrong passphrase");
    person.type_into("Passphrase", PASSPHRASE);
    person.press("button", "Unlock");
    person.sees("Northfold Society");
    person.press("button", "Notices");
    person.sees("Update for members");
}
