//! Stretches of the way that several journeys share.

use serde_json::json;

use crate::support::Person;

/// The passphrase of every vault made here.
pub const PASSPHRASE: &str = "otter lamp quiet seven";

/// Makes a vault in the person's home and confirms its recovery sheet; ends where the window asks how to begin.
pub fn make_a_vault(person: &Person, name: &str) {
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
}

/// Looks at the page in light colours and in dark ones.
pub fn looks_twice(person: &Person, name: &str) {
    person.looks(name);
    let theme = |value: &str| {
        let script = format!("document.documentElement.dataset.theme = '{value}';");
        person.script(&script, &json!([])).expect("the page has a theme");
    };
    theme("dark");
    person.looks(&format!("{name}, dark"));
    theme("light");
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
