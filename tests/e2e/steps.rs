//! Stretches of the way that several journeys share.

use serde_json::json;

use crate::support::Person;

/// The passphrase of every vault made here.
pub const PASSPHRASE: &str = "otter lamp quiet seven";

/// Makes a vault in the person's home and confirms its recovery sheet; ends where the window asks how to begin. Answers with the
/// groups of its recovery code.
pub fn make_a_vault(person: &Person, name: &str) -> Vec<String> {
    person.sees("Welcome to Recourse");
    person.looks("01 welcome");
    person.press("button", "Make a new vault");
    person.type_into("Name of the vault", name);
    person.will_choose(&[person.path("vaults")]);
    std::fs::create_dir_all(person.path("vaults")).expect("the home can be written");
    person.press("button", "Choose another place…");
    person.sees(&format!("vaults/{name}.recourse"));
    person.type_into("Passphrase", PASSPHRASE);
    person.type_into("Passphrase once more", PASSPHRASE);
    person.looks("02 make a vault");
    person.press("button", "Make the vault");
    person.sees("Your recovery sheet");
    person.looks("03 recovery sheet");
    let groups = groups_of_the_sheet(person);
    // A page that is loaded anew has forgotten the sheet; the program has not.
    person.loads_the_page_again();
    person.sees("Your recovery sheet");
    assert_eq!(groups_of_the_sheet(person), groups);
    person.press("button", "I have it on paper");
    person.sees("Check your sheet");
    for number in 1..=groups.len() {
        let label = format!("Group {number}");
        if person.look_for("textbox", &label).is_ok() {
            person.type_into(&label, &groups[number - 1]);
        }
    }
    person.looks("04 check the sheet");
    person.press("button", "Check");
    person.sees("The vault is ready");
    person.looks("05 how to begin");
    groups
}

/// Opens one of the pages about the claim, from any room but the overview, which has a button of that name of its own.
pub fn opens_about_the_claim(person: &Person, page: &str) {
    person.press("button", "Letters");
    person.press("button", "This claim");
    person.press("menuitem", "About this claim");
    person.press("button", page);
}

/// Puts the page into light or dark colours.
pub fn colours(person: &Person, theme: &str) {
    let script = format!("document.documentElement.dataset.theme = '{theme}';");
    person.script(&script, &json!([])).expect("the page has a theme");
}

/// Looks at the page in light colours and in dark ones.
pub fn looks_twice(person: &Person, name: &str) {
    colours(person, "light");
    person.looks(name);
    colours(person, "dark");
    person.looks(&format!("{name}, dark"));
    colours(person, "light");
}

/// Looks at the page in light colours and in dark ones, and in a small window.
pub fn looks_everywhere(person: &Person, name: &str) {
    looks_twice(person, name);
    person.sizes(1024, 700);
    person.looks(&format!("{name}, small"));
    person.sizes(1280, 860);
}

/// Chooses the option of these words, else one that has them in it, in the list of this label, once it is there to be chosen.
pub fn chooses(person: &Person, label: &str, words: &str) {
    let script = format!(
        r#"
const box = [...document.querySelectorAll("select")].find((one) => one.labels[0]?.innerText.includes({label:?}));
const options = [...(box?.options ?? [])];
const wanted = options.find((one) => one.text === {words:?}) ?? options.find((one) => one.text.includes({words:?}));
if (!wanted) return false;
box.value = wanted.value;
box.dispatchEvent(new Event("change", {{ bubbles: true }}));
return true;
"#
    );
    person.finds(&format!("\u{201c}{words}\u{201d} in the list \u{201c}{label}\u{201d}"), &script);
}

/// The groups of the recovery code, as the sheet shows them.
fn groups_of_the_sheet(person: &Person) -> Vec<String> {
    let script = "return [...document.querySelectorAll('ol[aria-label=\"Recovery code\"] code')].map((e) => e.innerText.trim());";
    let groups = person.script(script, &json!([])).expect("the sheet can be read");
    let groups: Vec<String> =
        groups.as_array().into_iter().flatten().filter_map(|group| group.as_str().map(str::to_owned)).collect();
    assert_eq!(groups.len(), 9, "{groups:?}");
    groups
}
