//! The traps of the sample's story, each walked to in the window: what was said stands beside what was said, and nothing is decided.

use serde_json::json;

use crate::steps::make_a_vault;
use crate::support::Person;

/// The story is open at a part of Told / not told.
fn goes_to(person: &Person, tab: &str) {
    person.press("button", "Told / not told");
    person.script("document.querySelector('main .page')?.scrollTo(0, 0);", &json!([])).expect("the page scrolls");
    person.press("tab", tab);
}

/// Brings the last place with these words to the middle of the window.
fn comes_to(person: &Person, words: &str) {
    let script = "const all = [...document.querySelectorAll('main *')].filter((one) => one.innerText?.includes(WORDS));
        all.at(-1)?.scrollIntoView({ block: 'center', inline: 'center' });
        return all.length > 0;";
    person.finds(words, &script.replace("WORDS", &json!(words).to_string()));
}

/// Opens a statement, sees what is known of it, and keeps a picture.
fn statement(person: &Person, reference: &str, known: &[&str], picture: &str) {
    goes_to(person, "Statements");
    person.press("button", reference);
    for words in known {
        person.sees(words);
    }
    person.looks(picture);
}

#[test]
fn every_trap_of_the_story_is_seen_as_it_is() {
    let person = Person::sits_down("traps");
    make_a_vault(&person, "Traps");
    person.press("button", "Look at a sample claim");
    person.sees("What is known so far");

    dates_that_do_not_agree(&person);
    words_that_do_not_agree(&person);
    what_belongs_to_which(&person);
}

/// X1, X2, X6, X8, X14: what is said of time.
fn dates_that_do_not_agree(person: &Person) {
    person.press("button", "Timeline");
    person.sees("16 July 2020 or 17 July 2020");
    person.type_into("Only with these words", "Thursday 17 July");
    person.sees("Thursday 17 July 2020");
    person.press("button", "Thursday 17 July 2020");
    person.sees("17 July 2020 was a Friday, not a Thursday.");
    person.looks("X1 a weekday that does not fit");
    person.press("button", "Back to the timeline");
    person.type_into("Only with these words", "left the Society");
    person.press("button", "about 18 months ago");
    person.sees("about May 2020");
    person.looks("X14 about eighteen months ago");
    person.press("button", "Back to the timeline");
    person.sees("5 days after the organisation was told");
    person.looks("X8 days counted from a named day");

    person.press("button", "People");
    person.sees("between February and May 2020");
    person.sees("When it was found");
    person.sees("14 May 2020");
    comes_to(person, "When it was found");
    person.looks("X2 happened, found and told are three");
    person.press("button", "Notices");
    person.sees("Undated · 1");
    person.press("option", "Notice about our fundraising supplier");
    person.looks("X6 a notice without a date");
    statement(
        person,
        "S-004",
        &["between 16 July 2020 and 12 November 2021", "S-008 does not seem to fit with S-004"],
        "X6 bounds from what is around it",
    );
}

/// X3, X4, X5, X7, X9, X12: what is said of the data and of what happened to it.
fn words_that_do_not_agree(person: &Person) {
    goes_to(person, "Kinds of data");
    person.sees("some customers of Harrow Fundraising");
    comes_to(person, "Both are kept.");
    person.looks("X3 a denial and its correction");
    goes_to(person, "Questions");
    comes_to(person, "The notice lists amounts given");
    person.sees("UK GDPR, Article 9");
    person.looks("X4 a question about amounts given");
    goes_to(person, "What each notice says");
    comes_to(person, "we were assured the data was destroyed");
    person.looks("X5 an assurance in the notice's own words");
    for (reference, breach, grade, picture) in [
        ("S-013", "lost or out of reach", "The organisation’s own document", "X7 out of reach"),
        ("S-018", "seen or taken by others", "The press", "X7 taken"),
        ("S-041", "altered or corrupted", "Heard from somebody else", "X7 corrupted"),
        ("S-039", "Heard from somebody else", "does not seem to fit with", "X9 five months"),
    ] {
        statement(person, reference, &[breach, grade], picture);
    }
    goes_to(person, "Statements");
    person.press("button", "Pairs");
    comes_to(person, "S-023 \u{201c}49 branches and the central office\u{201d}, S-020 \u{201c}50 branches\u{201d}");
    person.looks("X12 two counts");
    person.press("button", "Statements");
}

/// X10, X11, X13: what may be one thing or two, and who is not named.
fn what_belongs_to_which(person: &Person) {
    person.press("button", "Inbox");
    person.sees("trade-news-2021-12-10.html");
    person.looks("X10 a late report waits");
    statement(
        person,
        "S-040",
        &["Fundraising supplier, 2020", "Records supplier, autumn 2021"],
        "X11 one page about both",
    );
    let unsure = "return [...document.querySelectorAll('label')].filter((one) => one.innerText.includes('I am not sure') && one.control?.checked).length === 2;";
    person.finds("both breaches, neither for certain", unsure);
    person.press("button", "People");
    person.sees("\u{201c}a company that keeps records on our behalf\u{201d}: named by The Fenwick Courier, 6 November 2021, as Calder Data");
    person.looks("X13 named later by somebody else");
}
