//! Dates that bear on a claim as a whole: the time for going to court, as candidates; holidays of the person's own; promises of the other side;
//! and a word on the desktop when a date is near.

use std::fs;

use recourse_tests::wait_for;

use crate::steps::{chooses, looks_everywhere, make_a_vault, opens_about_the_claim};
use crate::support::{Person, SHOWN};

#[test]
fn the_time_for_going_to_court_stands_as_candidates_with_their_working() {
    let person = Person::sits_down("limits");
    make_a_vault(&person, "Limits");
    person.press("button", "Look at a sample claim");
    opens_about_the_claim(&person, "Time limits");
    person.sees("Courts decide when time starts.");
    person.sees("Days it may count from");
    person.sees("Last safe day");
    looks_everywhere(&person, "06 candidates");
    person.press("checkbox", "My claim includes harm to my health");
    person.sees("The dates were worked out again.");
    person.sees("Three years");
    // The driver gives what unfolds no role, so the first is opened by its words.
    let unfold = "const one = document.querySelector('main details');
        if (one) one.open = true;
        return one !== null && document.body.innerText.includes('Step by step');";
    person.finds("how a candidate was worked out", unfold);
    looks_everywhere(&person, "07 how it was worked out");

    chooses(&person, "Where", "Scotland");
    person.type_into("The day", "3 June 2030");
    person.type_into("What it is called", "A jubilee");
    person.press("button", "It is a public holiday");
    person.sees("public holiday: A jubilee");
    person.type_into("The day", "some time in spring");
    person.press("button", "It is a working day");
    person.sees("Write one day, for example 3 June 2030.");
    let down = "document.querySelector('main details:last-of-type')?.scrollIntoView(); return true;";
    person.finds("the holidays", down);
    looks_everywhere(&person, "08 holidays");
    person.press("button", "Take back the change of 3 Jun 2030");
    person.finds("the day gone", "return !document.body.innerText.includes('A jubilee');");
}

#[test]
fn a_promise_with_its_day_is_a_near_date_and_the_desktop_says_only_my_own() {
    let person = Person::sits_at_a_desktop("promises");
    person.wakes_up_on("2026-01-05");
    make_a_vault(&person, "Promises");
    person.press("button", "Look around first");
    person.press("button", "Letters");
    person.press("button", "Add a letter");
    person.type_into("Heading or subject", "Your enquiry");
    person.type_into("From", "The Northfold Society");
    person.type_into("When it was sent", "5 January 2026");
    person.press("button", "Add a promise");
    person.type_into("What they say they will do, in their words", "we will write to you with what we have found");
    person.type_into("By when?", "by 20 January 2026");
    looks_everywhere(&person, "06 a promise");
    person.press("button", "Save");
    person.sees("by 20 January 2026");
    person.sees("I have not looked");
    looks_everywhere(&person, "07 the letter with its promise");
    person.press("button", "Overview");
    person.sees("C-001 says “we will write to you with what we have found”, by 20 January 2026.");
    person.sees("Tell me on the desktop when a date of mine is near");
    looks_everywhere(&person, "08 a near date");

    // Their day is no business of the desktop; my own is, once, and without a name.
    opens_about_the_claim(&person, "What a solicitor asks");
    person.type_into("Last day to sign up", "9 January 2026");
    person.press("button", "Save");
    person.sees("What a solicitor of a group claim asks");
    assert!(!person.path(SHOWN).exists());
    person.press("button", "Lock");
    person.sees("Unlock");
    person.wakes_up_on("2026-01-06");
    person.type_into("Passphrase", crate::steps::PASSPHRASE);
    person.press("button", "Unlock");
    let shown = wait_for("a word on the desktop", || fs::read_to_string(person.path(SHOWN)));
    assert_eq!(shown, "Recourse: A date of yours is near: in 3 days.\n");
}
