//! People and breaches in the window: an unnamed supplier that is named later, two breaches mixed on one page, and a notice without a date.

use std::fs;

use serde_json::json;

use crate::steps::{chooses, looks_everywhere, make_a_vault};
use crate::support::Person;

/// How a notice described somebody it did not name.
const UNNAMED: &str = "a company that keeps records on our behalf";

/// Puts the focus on the box beside these words.
const FOCUSES: &str = r#"
const [words] = arguments;
const box = [...document.querySelectorAll("main input[type=checkbox]")].find((one) => one.labels[0]?.innerText === words);
box?.focus();
return document.activeElement === box && box !== undefined;
"#;

/// The words beside the box that has the focus.
const STANDS_ON: &str =
    "const one = document.activeElement; return one?.labels?.[0]?.innerText ?? one?.outerHTML.slice(0, 200) ?? null;";

/// Begins with a notice in a fresh vault.
fn begins(journey: &str, subject: &str, came: &str, text: &str) -> Person {
    let person = Person::sits_down(journey);
    make_a_vault(&person, "People");
    person.press("button", "Start with a notice");
    notice(&person, subject, came, text);
    person.sees("N-001 added.");
    person
}

fn notice(person: &Person, subject: &str, came: &str, text: &str) {
    person.type_into("Who is it from?", "The Northfold Society");
    person.type_into("Heading or subject", subject);
    person.type_into("When it came", came);
    person.type_into("What it says, word for word", text);
    person.press("button", "Save");
}

fn adds_a_breach(person: &Person, name: &str) {
    person.press("button", "Add a breach");
    person.type_into("What do you call it?", name);
    person.press("button", "Save");
    person.sees(name);
    person.sees_no_more("What do you call it?");
}

#[test]
fn an_unnamed_supplier_is_named_later() {
    let text = format!("Some of our data was held by {UNNAMED}. We were told on 29 October.");
    let person = begins("people-unnamed", "Notification of data incident", "3 Nov 2021", &text);
    let paper = person.path("The Fenwick Courier, 6 November 2021.txt");
    fs::write(&paper, "The company is Calder Data, a letter to staff says.").expect("the home can be written");
    person.press("button", "Inbox");
    person.will_choose(&[paper]);
    person.press("button", "Choose files…");
    person.sees("1 file kept. It waits in the Inbox.");

    person.press("button", "People");
    person.sees("The Northfold Society → me");
    person.press("button", "Add a person or organisation");
    person.type_into("Name", UNNAMED);
    person.press("checkbox", "a third party that was not named");
    person.sees("Who it turned out to be");
    person.looks("06 a party that was not named");
    person.press("button", "Save");
    person.sees("P-001");
    person.sees_no_more("How to reach them");

    person.press("button", UNNAMED);
    chooses(&person, "Who is it?", "somebody who is not listed yet");
    person.type_into("Their name", "Calder Data");
    person.type_into("Who named them?", "The Fenwick Courier");
    person.type_into("When were they named?", "6 November 2021");
    person.type_into("What did the name rest on?", "a letter to staff that the paper saw");
    person.looks("07 named later");
    person.press("button", "Save");
    person.sees(&format!(
        "“{UNNAMED}”: named by The Fenwick Courier, 6 November 2021, as Calder Data (a letter to staff that the paper saw)."
    ));
    person.sees(&format!("It is the one called “{UNNAMED}” in P-001."));

    dates_of_a_breach(&person);
    looks_everywhere(&person, "10 people");
}

/// The six dates with their sources, and the date box: a weekday that does not fit, a season that is asked about.
fn dates_of_a_breach(person: &Person) {
    person.press("button", "Add a breach");
    person.type_into("What do you call it?", "Records supplier, autumn 2021");
    person.type_into("When it happened", "on Thursday 17 July 2020");
    person.sees("17 July 2020 was a Friday, not a Thursday. Both readings are kept: 17 July 2020 and 16 July 2020.");
    person.looks("08 a weekday that does not fit");
    person.type_into("When it happened", "autumn 2021");
    person.sees("A season or a feast can mean different days.");
    person.press("button", "between 1 September 2021 and 30 November 2021");
    person.sees_no_more("A season or a feast can mean different days.");
    person.type_into("When the organisation was told", "29 Oct 2021");
    chooses(person, "When the organisation was told: how do you know?", "A document says so");
    person.sees("When the organisation was told: which document?");
    chooses(person, "When the organisation was told: which document?", "The Fenwick Courier");
    person.type_into("When you were told", "3 Nov 2021");
    chooses(person, "When you were told: how do you know?", "I remember it");
    person.looks("09 dates with their sources");
    person.press("button", "Save");
    person.sees("from E-001, The Fenwick Courier, 6 November 2021");
    person.sees("as you remember it");
    person.sees("The organisation was told");
    person.sees("5 days later");
}

#[test]
fn two_breaches_mixed_on_one_page_stay_apart() {
    let text = "The supplier of our records and, the year before, that of our donor database were attacked.";
    let person = begins("people-mixed", "Two incidents, one page", "10 December 2021", text);
    person.press("button", "People");
    for breach in ["Records supplier, autumn 2021", "Donor database, summer 2020"] {
        adds_a_breach(&person, breach);
    }
    person.press("button", "Notices");
    person.press("option", "Two incidents, one page");
    person.sees("Which breach it is about");
    for breach in ["Records supplier, autumn 2021", "Donor database, summer 2020"] {
        // By keyboard alone: the space bar ticks, and the doubt comes next.
        let focused = person.script(FOCUSES, &json!([breach])).expect("the page answers");
        assert_eq!(focused, json!(true), "{breach}");
        person.holds(&[" "]);
        person.finds(
            "the box for a doubt",
            r#"return [...document.querySelectorAll("main input[type=checkbox]")].some((one) => one.labels[0]?.innerText === "I am not sure" && !one.checked);"#,
        );
        person.holds(&["\u{e004}"]);
        let stands = person.script(STANDS_ON, &json!([])).expect("the page answers");
        assert_eq!(stands, json!("I am not sure"), "after {breach}");
        person.holds(&[" "]);
        person.finds(
            "every breach that is ticked to be in doubt",
            r#"return [...document.querySelectorAll("main input[type=checkbox]")].filter((one) => one.labels[0]?.innerText === "I am not sure").every((one) => one.checked);"#,
        );
    }
    person.looks("06 about both, not sure");
    person.press("button", "People");
    person.sees("Records supplier, autumn 2021 (not sure), Donor database, summer 2020 (not sure)");
    looks_everywhere(&person, "07 people");
}

#[test]
fn an_undated_notice_stays_undated() {
    let person = begins("people-undated", "Notice about our donor database", "undated", "A copy of a file was taken.");
    person.press("button", "Add");
    person.press("menuitem", "A notice I received");
    notice(&person, "Notification of data incident", "3 Nov 2021", "Data can no longer be opened.");
    person.sees("N-002 added.");
    person.sees("Undated · 1");
    let words = person.words().expect("the page can be read");
    let places = [words.find("Undated · 1"), words.find("Notification of data incident")];
    assert!(places[0].is_some() && places[0] < places[1], "the undated one does not come first: {words}");
    person.looks("06 notices");
    person.press("button", "People");
    person.sees("Undated · 1");
    looks_everywhere(&person, "07 people");
}
