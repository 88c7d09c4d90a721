//! The room of the vault: a backup made and tried, the reminder when it is old, and a vault made anew from it on another computer.

use std::fs;

use crate::steps::{PASSPHRASE, looks_twice, make_a_vault};
use crate::support::Person;

#[test]
fn a_backup_is_made_tried_and_asked_for_again_and_a_vault_is_made_from_it() {
    let person = Person::sits_down("backup");
    make_a_vault(&person, "Ruth");
    person.press("button", "Look at a sample claim");
    person.sees("Northfold Society");

    person.press("button", "This vault");
    person.press("tab", "Backup");
    person.sees("There is no backup of this vault yet.");
    person.looks("06 no backup yet");
    let stick = person.path("stick");
    fs::create_dir_all(&stick).expect("the home can be written");
    person.will_choose(std::slice::from_ref(&stick));
    person.press("button", "Make a backup");
    person.sees("The backup is made.");
    person.press("button", "Test my backup");
    person.sees("It opened, and");
    looks_twice(&person, "07 made and tried");
    person.press("tab", "Is it whole?");
    person.press("button", "Check and read everything");
    person.sees("The vault is whole.");
    person.looks("08 it is whole");

    person.wakes_up_on("2040-01-01");
    person.press("button", "Overview");
    person.sees("Your last backup is more than a month old");
    looks_twice(&person, "09 a quiet word");
    person.press("button", "Remind me in a week");
    person.sees_no_more("more than a month old");

    person.press("button", "Lock");
    person.press("button", "Repair this vault");
    person.sees("never deleted");
    person.looks("10 repair");
    person.press("button", "Close");
    person.press("button", "Make a new vault");
    person.press("button", "I have a backup");
    person.press("button", "Choose the backup");
    person.sees("stick/Ruth.recourse");
    person.type_into("Name of the vault", "Ruth again");
    person.will_choose(&[person.path("vaults")]);
    person.press("button", "Choose another place");
    person.sees("vaults/Ruth again.recourse");
    person.type_into("Its passphrase", PASSPHRASE);
    person.looks("11 from a backup");
    person.press("button", "Make the vault");
    person.type_into("Passphrase", PASSPHRASE);
    person.press("button", "Unlock");
    person.sees("Northfold Society");
}
