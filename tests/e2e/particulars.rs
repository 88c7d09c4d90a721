//! What a solicitor asks of a claimant: answered once, used in a letter, and shown in the schedule with its gaps.

use std::fs;

use crate::steps::{looks_twice, make_a_vault, opens_about_the_claim};
use crate::support::Person;

#[test]
fn particulars_are_answered_once_and_stand_in_the_schedule() {
    let person = Person::sits_down("particulars");
    make_a_vault(&person, "Particulars");
    person.press("button", "Look at a sample claim");
    opens_about_the_claim(&person, "What a solicitor asks");
    person.sees("A solicitor asks every claimant this.");
    looks_twice(&person, "06 what a solicitor asks");
    person.type_into("Date of birth", "some day in spring");
    person.press("button", "Save");
    person.sees("Write the day you were born");
    person.type_into("Date of birth", "4 May 1970");
    person.type_into("What it is called", "The Northfold group claim");
    person.type_into("Last day to sign up", "31 January 2027");
    person.press("button", "Save");
    person.sees("What a solicitor of a group claim asks");
    person.sees("4 May 1970");
    person.sees("31 January 2027");
    person.sees("not on record");
    looks_twice(&person, "07 the schedule");
    person.sizes(1024, 700);
    looks_twice(&person, "08 the schedule, small");
    person.sizes(1280, 860);
    let place = person.path("schedule.csv");
    person.will_choose(std::slice::from_ref(&place));
    person.press("button", "Save as a table");
    person.sees(&format!("Saved: {}", place.display()));
    let table = fs::read_to_string(place).expect("the file is there once the window says so");
    assert!(table.contains("Last day to sign up,31 January 2027"), "{table}");

    // The letters know it too, and leave it out unless it is ticked.
    person.press("button", "Add");
    person.press("menuitem", "Write a letter");
    person.press("button", "Write it");
    person.sees("My date of birth: 4 May 1970.");
}
