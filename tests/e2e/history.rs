//! A change, Undo and Redo by key, the bin and back, deleting for good, and the history that says all of it.

use crate::steps::{looks_twice, make_a_vault};
use crate::support::Person;

const CTRL: &str = "\u{e009}";
const SHIFT: &str = "\u{e008}";

#[test]
fn what_was_done_is_undone_done_again_deleted_and_told() {
    let person = Person::sits_down("history");
    make_a_vault(&person, "History");
    person.press("button", "Look at a sample claim");
    person.sees("The Northfold Society");
    person.press("button", "Letters");
    person.sees("C-001");

    person.press("button", "Put away");
    person.sees("C-001 was put away");
    person.holds(&[CTRL, "z"]);
    person.sees("Undone: Put away");
    person.holds(&[CTRL, SHIFT, "z"]);
    person.sees("Done again: Put away");
    person.holds(&[CTRL, "z"]);
    person.sees("Undone: Put away");

    person.press("button", "Delete");
    person.sees("is in the bin.");
    person.press("button", "History");
    person.press("tab", "Bin");
    person.sees("since");
    looks_twice(&person, "01 the bin");
    person.press("button", "Take out of the bin: C-001");
    person.sees("The bin is empty.");
    person.holds(&[CTRL, "z"]);
    person.press("button", "Delete C-001 for good");
    person.sees("bundles you have already made or given away");
    looks_twice(&person, "02 asked once");
    person.press("button", "Delete for good");
    person.sees("1 record deleted for good.");

    person.press("tab", "Changes");
    for said in [
        "Deleted for good",
        "Undo: moved to the bin",
        "Moved to the bin",
        "Redo: put away",
        "entries follow on one another",
    ] {
        person.sees(said);
    }
    looks_twice(&person, "03 the history");
    person.type_into("Find in the history", "N-001");
    person.sees_no_more("Deleted for good");
    person.sees("Added");
    looks_twice(&person, "04 one record");
}
