//! Words of the sample claim quoted as statements, a correction tied to what it corrects, and two notices side by side.

use serde_json::json;

use crate::steps::{colours, make_a_vault};
use crate::support::{CONTROL, ESCAPE, Person};

/// Selects words that stand in one run of text of the open document, as a drag of the pointer does.
const SELECT: &str = r#"
const [words] = arguments;
for (const area of document.querySelectorAll("[data-words]")) {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        node.parentElement.scrollIntoView({ block: "center" });
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return true;
    }
}
return false;
"#;

/// Selects words in the page of a frame that has the focus.
const SELECT_IN_THE_FRAME: &str = r#"
const frame = document.querySelector("iframe");
const page = frame?.contentDocument;
if (!page?.body) return false;
frame.focus();
const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf("a copy of a backup file");
    if (at < 0) continue;
    const range = page.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + 23);
    page.getSelection().removeAllRanges();
    page.getSelection().addRange(range);
    return true;
}
return false;
"#;

const THE_WORDS: &str = "A large amount of Society data can no longer be opened on their systems.";
const REASSURED: &str = "No sensitive information, such as bank account details or passwords, was taken.";
const CORRECTED: &str = "for some customers, fields that were not encrypted and were meant for notes had been used for bank account details";

fn selects(person: &Person, words: &str) {
    person.finds(words, &SELECT.replace("arguments", &json!([words]).to_string()));
}

fn the_box_holds(person: &Person, name: &str, words: &str) {
    let script = "return [...document.querySelectorAll('label')].find((l) => l.innerText.startsWith(NAME))?.control?.value === WORDS;";
    let script = script.replace("NAME", &json!(name).to_string()).replace("WORDS", &json!(words).to_string());
    person.finds(&format!("{name}: {words}"), &script);
}

#[test]
fn words_become_statements_pairs_and_versions() {
    let person = Person::sits_down("quote");
    make_a_vault(&person, "Quotes");
    person.press("button", "Look at a sample claim");
    person.sees("Northfold Society");

    person.press("button", "Notices");
    person.press("option", "Notification of data incident");
    person.sees("can no longer be opened on their systems");
    selects(&person, THE_WORDS);
    person.find("button", "Quote as statement");
    person.looks("06 words selected in a mail");
    person.press("button", "Quote as statement");
    person.sees("A new statement");
    the_box_holds(&person, "The words", THE_WORDS);
    the_box_holds(&person, "When it was said", "3 November 2021");
    person.looks("07 the statement");
    person.press("button", "Save");
    person.sees("S-047 added to the statements.");
    person.sees("Quoted from here");

    quote_by_key(&person);
    tie_and_judge(&person);
    compare(&person);
}

/// Two more: from typed words and from the words of a picture, by key.
fn quote_by_key(person: &Person) {
    person.press("option", "Notice about our fundraising supplier");
    person.press("tab", "The words");
    selects(person, REASSURED);
    person.holds(&[CONTROL, "j"]);
    the_box_holds(person, "The words", REASSURED);
    person.press("button", "Save");
    person.sees("S-048 added to the statements.");

    person.press("button", "Evidence");
    person.press("option", "Screenshot: Harrow Fundraising");
    person.press("tab", "The words");
    selects(person, CORRECTED);
    person.holds(&[CONTROL, "j"]);
    the_box_holds(person, "Who said it", "Harrow Fundraising");
    the_box_holds(person, "Whose data it covers", "some customers");
    person.press("button", "Save");
    person.sees("S-049 added to the statements.");

    // A page in a frame runs no script; its words can be quoted all the same.
    person.press("option", "Page: Notice about our fundraising supplier");
    person.finds("the words in the frame", SELECT_IN_THE_FRAME);
    person.press("button", "Quote as statement");
    the_box_holds(person, "The words", "a copy of a backup file");
    person.press("button", "Cancel");

    person.press("button", "Letters");
    person.press("option", "Your complaint NS/COM/22/0187");
    person.finds("the words over the page", "return document.querySelectorAll('[data-page] .words span').length > 5;");
    selects(person, "17 July 2020");
    person.press("button", "Quote as statement");
    person.sees("page 1");
    person.looks("08 quoted from a PDF");
    person.press("button", "Save");
    person.sees("S-050 added to the statements.");
}

/// The later one corrects the earlier; the two stand side by side, and from a statement one gets back to its page.
fn tie_and_judge(person: &Person) {
    person.press("button", "Told / not told");
    person.press("tab", "Statements");
    person.press("button", "S-049");
    person.sees("How it stands to others");
    let choose = "const [name, words] = arguments; const box = [...document.querySelectorAll('label')].find((l) => l.innerText.startsWith(name)).control; \
        box.value = [...box.options].find((o) => o.text.includes(words)).value; box.dispatchEvent(new Event('change', { bubbles: true }));";
    person.script(choose, &json!(["Another statement", "S-048"])).expect("the list can be chosen from");
    person.press("button", "Say so");
    person.sees("S-049 corrects S-048.");
    person.sees("corrected by S-049");
    person.looks("09 a statement");
    person.press("button", "Pairs");
    person.sees("Could both be true?");
    person.sees("They come from different sources");
    person.press("radio", "Cannot tell");
    person.sees("Your answer is kept.");
    person.looks("10 a pair");
    colours(person, "dark");
    person.looks("11 a pair in the dark");
    colours(person, "light");
    person.press("button", "Statements");
    person.press("button", "S-047");
    person.press("button", "Show where it stands");
    person.finds(
        "the words marked",
        &format!("return document.querySelector('mark')?.textContent === {};", json!(THE_WORDS)),
    );
    person.looks("12 back on its page");
}

fn compare(person: &Person) {
    person.press("button", "Compare with another version");
    let choose = "const box = document.querySelector('[role=dialog] select'); \
        box.value = [...box.options].find((o) => o.text.includes('Update for members')).value; box.dispatchEvent(new Event('change', { bubbles: true }));";
    person.script(choose, &json!([])).expect("the list can be chosen from");
    person.sees("only on the left,");
    person.press("checkbox", "is a later version of");
    person.sees("is now a later version of");
    person.looks("13 versions side by side");
    colours(person, "dark");
    person.looks("14 versions in the dark");
    person.sizes(1024, 700);
    person.looks("15 versions small and dark");
    person.holds(&[ESCAPE]);
    person.sizes(1280, 860);
    person.sees("open now");
}
