//! Blacking out in the window: drawn by pointer and by key, seen as it will be, saved, listed among what stays, and taken back.

use serde_json::json;

use crate::steps::{looks_everywhere, make_a_vault};
use crate::support::{CONTROL, ENTER, Person};

const DELETE: &str = "\u{e017}";
const RIGHT: &str = "\u{e014}";
const SHIFT: &str = "\u{e008}";

/// Two places of the page in sight, in pixels of the window, by parts of the page.
const PLACES: &str = r#"
const [from, to] = arguments;
const { x, y, width, height } = document.querySelector("[role=dialog] img").getBoundingClientRect();
return [from, to].map(([across, down]) => [Math.round(x + across * width), Math.round(y + down * height)]);
"#;

/// The brightest of three colours of one dot of the page in sight.
const DOT: &str = r#"
const [across, down] = arguments;
const page = document.querySelector("[role=dialog] img");
const canvas = document.createElement("canvas");
canvas.width = page.naturalWidth;
canvas.height = page.naturalHeight;
const paint = canvas.getContext("2d");
paint.drawImage(page, 0, 0);
return Math.max(...paint.getImageData(across * canvas.width, down * canvas.height, 1, 1).data.slice(0, 3));
"#;

const PICTURE: &str = "const page = document.querySelector('[role=dialog] img'); return page !== null && page.complete && page.naturalWidth > 0;";

fn dot(person: &Person, across: f64, down: f64) -> i64 {
    person.script(DOT, &json!([across, down])).expect("the page is a picture").as_i64().unwrap_or(-1)
}

#[test]
fn areas_are_drawn_by_pointer_and_key_seen_saved_and_taken_back() {
    let person = Person::sits_down("redaction");
    make_a_vault(&person, "Redaction");
    person.press("button", "Look at a sample claim");
    person.sees("Northfold Society");
    person.press("button", "Bundle");
    person.sees("What goes in, in this order");
    person.press("radio", "The other side or the court");
    person.sees("Without what is between you and your lawyer");
    person.press("button", "More about ");
    person.press("menuitem", "Black out…");
    person.finds("the picture of the page", PICTURE);
    person.sees("No area yet");

    let places = person.script(PLACES, &json!([[0.2, 0.1], [0.6, 0.2]])).expect("the page is in sight");
    let place = |at: usize| (places[at][0].as_i64().unwrap_or_default(), places[at][1].as_i64().unwrap_or_default());
    person.drags_within(place(0), place(1));
    person.sees("Area 1, page 1");
    person.type_into("Why", "A neighbour’s name");

    person
        .script("document.querySelector('[role=dialog] [role=group]').focus();", &json!([]))
        .expect("it takes the focus");
    person.holds(&[ENTER]);
    person.sees("Area 2, page 1");
    person.holds(&[RIGHT]);
    person.finds("what was said of the move", "return document.body.innerText.includes('Area 2: 31 % from the left');");
    person.holds(&[SHIFT, RIGHT]);
    person.finds("what was said of the size", "return document.body.innerText.includes('41 % wide');");
    looks_everywhere(&person, "20 areas of a page");
    person.script("document.getElementById('area-1').focus();", &json!([])).expect("it takes the focus");
    person.holds(&[DELETE]);
    person.sees_no_more("Area 2, page 1");

    assert!(dot(&person, 0.4, 0.15) > 0, "the page itself is not black there");
    person.press("button", "See it as it will be");
    person.sees("This is the page as the bundle will hold it.");
    person.finds("the painted page", PICTURE);
    assert_eq!(dot(&person, 0.4, 0.15), 0, "the area is black");
    assert!(dot(&person, 0.4, 0.9) > 200, "the rest is not");
    looks_everywhere(&person, "21 as it will be");

    person.press("button", "Save");
    person.sees("1 area of ");
    if person.look_for("button", "See it as it will be").is_ok() {
        // The same name stands in other records too, and they are named; nothing else is open.
        person.sees("The same words also stand here");
        looks_everywhere(&person, "22 the same words elsewhere");
        person.press("button", "Close");
    }
    person.sees("Areas of it are blacked out.");
    looks_everywhere(&person, "23 among what stays");
    person.holds(&[CONTROL, "z"]);
    person.sees_no_more("Areas of it are blacked out.");
}
