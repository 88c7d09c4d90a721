//! Losses, time, steps and the diary in the window: an amount that is asked about, time added up, a step on the advice of a notice, and a
//! diary entry that says how long after it was written.

use crate::steps::{chooses, looks_everywhere, make_a_vault};
use crate::support::Person;

#[test]
fn losses_time_steps_and_the_diary_are_kept_as_they_are_typed() {
    let person = Person::sits_down("effects");
    make_a_vault(&person, "Effects");
    person.press("button", "Look at a sample claim");
    person.sees("What is known so far");
    person.press("button", "Effects");
    person.sees("New SIM card, so that the calls would stop");
    person.sees("1 without an amount");
    looks_everywhere(&person, "01 losses");

    a_loss(&person);
    time_and_a_step(&person);
    the_diary(&person);
}

fn a_loss(person: &Person) {
    person.press("button", "Add a loss");
    person.type_into("What was it?", "New bank card, posted abroad");
    chooses(person, "What kind of loss is it?", "A fee");
    person.type_into("How much?", "1.200");
    person.sees("It has more figures after the dot than GBP has.");
    looks_everywhere(person, "02 an amount is asked about");
    person.press("button", "Save");
    person.sees("Your words are still here.");
    person.type_into("How much?", "12,50");
    person.press("button", "12.50");
    person.sees("\u{a3}12.50");
    person.type_into("How much?", "EUR 20");
    person.sees("EUR 20.00");
    person.type_into("When was it?", "3 February 2022");
    person.press("button", "Save");
    person.sees("L-005");
    person.sees("EUR 20.00");
    looks_everywhere(person, "03 a loss");
    person.press("button", "Its history");
    person.sees("Added");
    person.press("button", "Close");
    person.press("button", "Put away");
    person.sees("L-005 was put away");
    person.press("button", "Undo");
    person.sees("New bank card, posted abroad");
}

fn time_and_a_step(person: &Person) {
    person.press("tab", "Time");
    person.sees("Going to the bank");
    person.press("button", "Add time");
    person.type_into("What did you do?", "telephone");
    person.type_into("How many minutes?", "half an hour");
    person.sees("Write the minutes in figures, for example 45.");
    person.type_into("How many minutes?", "95");
    person.type_into("When was it?", "16 November 2021");
    person.press("button", "Save");
    person.sees("T-004");
    // Twenty-five minutes and ninety-five under one word.
    person.sees("2 hours");
    person.sees("3 hours 30 minutes");
    looks_everywhere(person, "04 time");

    person.press("tab", "Steps");
    person.sees("Switched on two-step sign-in for my e-mail");
    person.press("button", "Add a step");
    person.type_into("What did you do?", "Changed the password of my e-mail");
    chooses(person, "Whose advice was it?", "Notification of data incident");
    looks_everywhere(person, "05 a step being written");
    person.type_into("What did it cost?", "0");
    person.sees("\u{a3}0.00");
    person.press("button", "Save");
    person.sees("A-003");
    person.sees("Advised in");
    let costs =
        "const text = document.querySelector('section[aria-label=\"What it comes to\"]')?.innerText ?? 'no sums';
        return text.includes('\u{a3}0.00') || document.body.innerText;";
    person.finds("what the steps cost", costs);
    looks_everywhere(person, "06 a step");
}

fn the_diary(person: &Person) {
    person.press("tab", "Diary");
    person.sees("Write as much or as little as you like");
    person.sees("Samaritans, 116 123");
    looks_everywhere(person, "07 an empty page");
    person.type_into("Your words", "Could not sleep.\n\nIt was the not knowing.");
    person.type_into("When was it?", "3 November 2021");
    person.press("button", "Save");
    person.sees("Y-003");
    person.sees("This time is the moment you saved it.");
    person
        .finds("the mark of when it was written", "return /written [\\d,]+ days after/.test(document.body.innerText);");
    person.press("button", "Change");
    person.type_into("Your words", "Could not sleep much.\n\nIt was the not knowing.");
    person.press("button", "Save");
    person.sees("The words were changed on");
    // The driver gives what unfolds no role, so it is opened by its words.
    person.finds(
        "the words it had before",
        "const fold = [...document.querySelectorAll('summary')].find((one) => one.innerText.startsWith('The words of'));
        fold?.click();
        return fold !== undefined;",
    );
    person.sees("Could not sleep.");
    looks_everywhere(person, "08 a diary entry");

    person.press("tab", "Suspicious contacts");
    person.sees("Report Fraud");
    looks_everywhere(person, "09 suspicious contacts");
    person.press("button", "Timeline");
    person.sees("Who knew when");
    person.type_into("Only with these words", "bank card");
    person.sees("Loss L-005 (fee): New bank card, posted abroad, EUR 20.00");
    person.looks("10 on the timeline");
}
