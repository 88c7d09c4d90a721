//! Ways into a vault: a screen that locks, the code on the recovery sheet, a new passphrase, a new sheet, and opening without asking.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::steps::{chooses, looks_twice, make_a_vault};
use crate::support::Person;

#[test]
fn words_come_back_after_a_lock_and_a_forgotten_passphrase_is_replaced() {
    let person = Person::sits_at_a_desktop("opening");
    let code = make_a_vault(&person, "Opening");
    person.press("button", "Look around first");
    person.press("button", "Notices");
    person.press("button", "Add a notice");
    person.type_into("Heading or subject", "A notice half written");
    // At once, before the words have come to rest.
    person.locks_the_screen();
    person.sees("Unlock");

    person.press("button", "I have the recovery sheet");
    person.type_into("Recovery code", &code.concat().to_lowercase());
    person.sees("9 of 9 groups");
    looks_twice(&person, "06 the recovery code");
    person.press("button", "Go on");
    person.sees("The code is right.");
    person.type_into("New passphrase", "wheat drum island fog");
    person.type_into("New passphrase once more", "wheat drum island fog");
    looks_twice(&person, "07 a new passphrase");
    person.press("button", "Set it and open the vault");
    person.press("button", "Notices");
    person.press("button", "Add a notice");
    person.sees("Your unsaved words are back");

    person.press("button", "This vault");
    chooses(&person, "When nobody has used it for", "30 minutes");
    person.sees("The time is changed.");
    person.press("checkbox", "Open it on this computer without asking for the passphrase");
    person.sees("The vault opens on this computer without asking.");
    looks_twice(&person, "08 opening it");

    person.press("button", "Make a new sheet");
    person.sees("Your new recovery sheet");
    looks_twice(&person, "09 a new sheet");
    let file = person.path("sheet.pdf");
    person.will_choose(std::slice::from_ref(&file));
    person.press("button", "Save it as a PDF…");
    person.sees("Print it, then delete the file.");
    assert!(fs::read(&file).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
    let mode = fs::metadata(&file).map(|file| file.permissions().mode() & 0o777);
    assert!(mode.is_ok_and(|mode| mode == 0o600), "only its owner may read it");
    person.press("button", "Keep the old sheet");

    person.press("button", "Lock");
    person.sees("Open without the passphrase");
    looks_twice(&person, "10 locked");
    person.press("button", "Open without the passphrase");
    person.press("button", "This vault");
    person.finds(
        "the time that was chosen",
        r#"return [...document.querySelectorAll("select")].some((one) => one.selectedOptions[0]?.textContent.trim() === "30 minutes");"#,
    );
}
