//! Requests in the window: one is sent, comes back, is sent again, more time is announced with reasons; its date and how it was worked out
//! are shown, and nothing is said to be over before the latest day that can be meant is.

use std::fs;

use serde_json::json;

use crate::steps::{chooses, looks_everywhere, make_a_vault};
use crate::support::Person;

/// Brings a heading of the room into sight.
fn scrolls_to(person: &Person, words: &str) {
    let script = "const [words] = arguments;
        [...document.querySelectorAll('main h2, main h3')].find((one) => one.innerText.includes(words))?.scrollIntoView();";
    person.script(script, &json!([words])).expect("the page scrolls");
}

/// Notes something that happened to the one request there is.
fn notes(person: &Person, what: &str, when: &str, words: &str) {
    person.press("button", "Something else happened: R-001");
    person.press("menuitem", what);
    person.sees("What happened to R-001");
    person.type_into("When?", when);
    if !words.is_empty() {
        person.type_into("The reasons they gave", words);
    }
    person.press("button", "Save");
    person.sees("Noted in R-001.");
}

/// Lets it be another day, and looks at the room then.
fn comes_back_on(person: &Person, day: &str) {
    person.wakes_up_on(day);
    person.press("button", "Overview");
    person.press("button", "Requests");
}

#[test]
fn a_request_is_followed_from_its_sending_to_the_day_after_the_last_that_can_be_meant() {
    let person = Person::sits_down("requests");
    person.wakes_up_on("2026-01-05");
    make_a_vault(&person, "Requests");
    person.press("button", "Look around first");
    person.press("button", "Requests");
    person.sees("Begin with a letter you sent");
    looks_everywhere(&person, "10 no request yet");

    // The letter first; then it is said to be a request.
    person.press("button", "Letters");
    person.press("button", "Add a letter");
    person.press("radio", "I wrote to them");
    person.type_into("Heading or subject", "Request for my personal data");
    person.type_into("To", "The Northfold Society");
    person.type_into("When it was sent", "5 January 2026");
    person.type_into("What it says, word for word", "Please send me a copy of the personal data you hold about me.");
    person.type_into("Address or number I used", "dataprotection@northfold.example");
    person.press("button", "Save");
    person.sees("C-001 added.");
    person.press("button", "This letter is a request");
    person.sees("A new request");
    looks_everywhere(&person, "11 a letter is a request");
    person.press("button", "Save");
    person.sees("R-001 added.");
    person.sees("they have until 5 February 2026.");
    looks_everywhere(&person, "12 waiting");

    notes(&person, "It came back undelivered", "5 January 2026", "");
    person.sees("It came back on 5 January 2026");
    looks_everywhere(&person, "13 it came back");
    comes_back_on(&person, "2026-01-07");
    person.press("button", "Send it again: R-001");
    person.sees("What happened to R-001");
    person.type_into("When?", "7 January 2026");
    person.press("button", "Save");
    // A month from the 7th is a Saturday.
    person.sees("they have until 9 February 2026.");

    comes_back_on(&person, "2026-02-02");
    notes(&person, "They need more time", "2 February 2026", "The archive is large.");
    // They wrote on 2 February, so they had it by then: three months run from 7 January at the earliest and from 2 February at the latest.
    person.sees("They told me on 2 February 2026 that they need more time. They have until 5 May 2026 at the latest.");
    looks_everywhere(&person, "14 more time");
    person.press("button", "How was this worked out? R-001");
    person.sees("Step by step");
    person.sees("The archive is large.");
    person.sees("Where they are is not known, so all three calendars were asked and the latest day counts.");
    scrolls_to(&person, "Send me a copy of my data");
    looks_everywhere(&person, "15 how it was worked out");
    scrolls_to(&person, "What happened");
    person.looks("16 what happened");
    // The early May holiday is on the 4th everywhere; the day after is a working day in each part of the country.
    chooses(&person, "Which part of the UK are they in?", "England and Wales");
    person.sees("R-001 saved.");

    comes_back_on(&person, "2026-03-20");
    person.press("button", "Overview");
    person.sees("in 46 days");
    looks_everywhere(&person, "17 near dates");
    let calendar = person.path("dates.ics");
    person.will_choose(std::slice::from_ref(&calendar));
    person.press("button", "Save the dates for my calendar");
    person.sees(&format!("Saved: {}", calendar.display()));
    let text = fs::read_to_string(&calendar).expect("the file is there");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    assert!(text.contains("20260505"), "{text}");

    // On the last day that can be meant nothing is over; on the day after it is.
    comes_back_on(&person, "2026-05-05");
    person.sees("They have until 5 May 2026 at the latest.");
    assert!(!person.words().expect("the page has words").contains("I have had no answer"));
    comes_back_on(&person, "2026-05-06");
    person.sees("I have had no answer. The time for it ended on 5 May 2026.");
    looks_everywhere(&person, "18 the day after");
    person.press("button", "I asked again: R-001");
    person.type_into("When?", "6 May 2026");
    person.press("button", "Save");
    person.press("button", "Complain to them: R-001");
    // The complaint is written from the record, and is a request of its own once it is sent.
    person.sees("A complaint to the organisation");
    person.sees("What you want them to do, in your own words");
    // In May 2026 section 164A of the Data Protection Act 2018 is not in force yet.
    let text = "return [...document.querySelectorAll('textarea')].some((one) => one.value.includes('This is a complaint about my personal data.'))
        && ![...document.querySelectorAll('textarea')].some((one) => one.value.includes('164A'));";
    person.finds("the complaint without a law that is not in force", text);
    looks_everywhere(&person, "19 the complaint is written");
}

#[test]
fn the_samples_requests_stand_with_their_letters_and_questions() {
    let person = Person::sits_down("requests-sample");
    make_a_vault(&person, "Sample requests");
    person.press("button", "Look at a sample claim");
    person.press("button", "Requests");
    person.sees("R-001");
    person.sees("R-002");
    person.sees("If they received it on the day I sent it, the time for it ended on 10 December 2021.");
    person.sees("It says that there is no record of my request of 10 November");
    looks_everywhere(&person, "20 the sample's requests");
    scrolls_to(&person, "Complaint to the organisation");
    looks_everywhere(&person, "21 the complaint");
    person.press("button", "Letters");
    person.press("option", "Complaint about two data breaches");
    person.sees("This letter is a request");
    person.looks("22 the letter of the complaint");
    person.press("button", "Timeline");
    person.type_into("Only with these words", "Request for my data");
    person.sees("R-001, “Request for my data”");
    person.looks("23 requests on the timeline");
}
