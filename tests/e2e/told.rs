//! Told and not told in the window: the sample's matrix, a guess taken, a cell settled by hand, a question made in one press and asked in a
//! letter, something said of a kind of data.

use serde_json::json;

use crate::steps::{chooses, looks_twice, make_a_vault};
use crate::support::{CONTROL, ESCAPE, Person};

/// Brings a cell of the matrix to the middle of its table and opens it.
fn opens_cell(person: &Person, name: &str) {
    let script = format!(
        r#"
const cell = [...document.querySelectorAll("td button")].find((one) => one.innerText.startsWith({name:?}));
cell?.scrollIntoView({{ block: "center", inline: "center" }});
return cell !== undefined;
"#
    );
    person.finds(&format!("the cell \u{201c}{name}\u{201d}"), &script);
    person.press("button", name);
}

const REASSURANCE: &str = "A reassurance stated as fact, such as \u{201c}the data was destroyed\u{201d} or \u{201c}no sensitive information\u{201d}, N-001";

/// The sample as it is before anybody has gone through its notices, through the same door as the window's.
const UNTOUCHED: &str = "const [done] = arguments;
    const call = (name, request) => window.__TAURI_INTERNALS__.invoke('call', { name, request });
    (async () => {
      const claims = await call('claim_list', {});
      const claim = claims.find((one) => one.title.includes('Northfold')).id;
      const { notices, items } = await call('told', { claim, incident: null });
      for (const notice of notices)
        for (const item of items)
          await call('notice_check_save', { notice: notice.id, item: item.id, finding: null, quote: '', statement: null, note: '' });
      for (const one of await call('question_list', { claim })) await call('record_archive', { id: one.id });
      const { rows } = await call('categories', { claim, incident: null });
      for (const one of rows.flatMap((row) => row.assertions)) await call('record_archive', { id: one.id });
      done(true);
    })().catch((reason) => done(JSON.stringify(reason)));";

#[test]
fn what_each_notice_says_is_settled_asked_and_kept() {
    let person = Person::sits_down("told");
    make_a_vault(&person, "Told");
    person.press("button", "Look at a sample claim");
    // The sample is whole once its room can be opened.
    person.press("button", "Told / not told");
    person.sees("Ask 4 open questions");
    person.press("button", "Overview");
    assert_eq!(person.later(UNTOUCHED, &json!([])), Ok(json!(true)));
    person.press("button", "Told / not told");
    person.sees("This records content; it does not judge it.");
    person.sees("The likely consequences");
    person.sees("unchecked");
    looks_twice(&person, "06 the matrix, all guesses");
    person.sizes(1024, 700);
    looks_twice(&person, "07 the matrix, small");
    person.sizes(1280, 860);

    // A guess is taken in one press; the words come along.
    person.press("button", "Yes, this is so: What happened: the nature of the breach, N-002");
    person.sees("Saved: What happened: the nature of the breach.");
    // Another cell is settled by hand.
    opens_cell(&person, "The likely consequences, N-002");
    person.sees("A guess from its words");
    looks_twice(&person, "08 one cell");
    person.press("radio", "The notice does not say it");
    person.press("button", "Save");
    person.sees("Saved: The likely consequences.");
    person.press("button", "Ask about this: The likely consequences, N-002");
    person.sees("Ask 1 open question");
    // The reassurance beside amounts given leads to a question that cites Article 9.
    opens_cell(&person, REASSURANCE);
    person.sees("No sensitive information, such as bank account details or passwords, was taken");
    looks_twice(&person, "09 a reassurance");
    person.press("button", "Yes, that is so");
    person.sees("Saved: A reassurance stated as fact");
    opens_cell(&person, REASSURANCE);
    person.sees("Take this back");
    person.press("button", "Ask about this");
    person.sees("Q-014 is among your questions now.");
    person.holds(&[ESCAPE]);
    person.sees("Ask 2 open questions");
    looks_twice(&person, "10 settled and guessed beside each other");

    person.press("tab", "Questions");
    person.sees("What do you expect may follow from this for me?");
    person.sees("UK GDPR, Article 9");
    person.sees("I have not asked yet");
    person.press("button", "Ask 2 open questions");
    person.sees("Which questions");
    chooses(&person, "Asked in which letter", "Complaint about two data breaches");
    looks_twice(&person, "11 asking");
    person.press("button", "I asked them in this letter");
    person.sees("2 questions were asked in C-005.");
    person.sees("asked 1 February 2022");
    person.press("button", "Change Q-013");
    person.sees("How it stands");
    chooses(&person, "How it stands", "A reply came and did not mention it");
    looks_twice(&person, "12 one question");
    person.press("button", "Save");
    person.sees("A reply came and did not mention it");
    looks_twice(&person, "13 questions");

    kinds_of_data(&person);

    // What was settled is in the notice's history in words.
    person.press("button", "Notices");
    person.press("option", "Notification of data incident");
    person.press("button", "Its history");
    person.sees("finding: not said; item: The likely consequences");
    person.looks("16 history of the notice");
    person.holds(&[ESCAPE]);
}

/// A denial and its correction stand together, and a special category is marked.
fn kinds_of_data(person: &Person) {
    person.press("tab", "Kinds of data");
    person.sees("Nothing was said of any kind of data yet.");
    for (kind, standing, when, by, whose) in [
        ("Bank account", "It was said not to be affected", "16 July 2020", "Harrow Fundraising", "all customers"),
        ("Bank account", "It was said to be affected", "29 September 2020", "Harrow Fundraising", "some customers"),
        ("Political opinions", "I gave it to them", "May 2014", "", "mine"),
    ] {
        person.press("button", "Add what was said of a kind of data");
        person.sees("Something said of a kind of data");
        chooses(person, "Kind of data", kind);
        chooses(person, "What is so, or was said", standing);
        person.type_into("When", when);
        if !by.is_empty() {
            person.type_into("Who says so", by);
        }
        person.type_into("Whose data", whose);
        person.press("button", "Save");
        person.sees_no_more("Something said of a kind of data");
    }
    person.sees("Both are kept.");
    person.sees("special category (UK GDPR, Article 9)");
    person.press("button", "Ask about this: Bank account and sort code");
    person.sees("Q-015 is among your questions now.");
    looks_twice(person, "14 kinds of data");
    person.holds(&[CONTROL, "z"]);
    person.sees("Ask about this");
    person.sizes(1024, 700);
    person.looks("15 kinds of data, small");
    person.sizes(1280, 860);
}
