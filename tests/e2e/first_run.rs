//! From the first window to a bundle that checks: a vault, a notice, evidence on it, a bundle out.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use recourse_tests::{program, sample};

use crate::steps::make_a_vault;
use crate::support::Person;

#[test]
fn from_the_first_window_to_a_bundle_that_checks() {
    let person = Person::sits_down("first-run");
    make_a_vault(&person, "Ruth");

    person.press("button", "Start with a notice");
    person.type_into("Heading or subject", "Notification of data incident");
    person.type_into("Who is it from?", "The Northfold Society");
    person.type_into("When it came", "3 Nov 2021");
    person.sees("3 November 2021");
    person.type_into(
        "What it says, word for word",
        "A large amount of Society data can no longer be opened on their systems.",
    );
    person.looks("06 a new notice");
    person.press("button", "Save");
    person.sees("N-001");
    person.looks("07 the notice");

    person.will_choose(&[sample("letter-photo-1.jpg"), sample("complaint-reply.pdf"), sample("notice-2021-11-03.eml")]);
    person.press("button", "Add files…");
    for reference in ["E-001", "E-002", "E-003"] {
        person.sees(reference);
    }
    person.looks("08 evidence on it");

    person.press("button", "Inbox");
    person.drops(&[sample("auto-reply-2021-11-10.eml")]);
    person.sees("1 file kept. It waits in the Inbox.");
    person.press("option", "Automatic reply: Request for my personal data");
    person.sees("What is this?");
    person.looks("09 dropped and kept");
    person.press("button", "A letter or e-mail");
    person.sees("It is now C-001.");
    person.press("button", "Save");
    person.sees("privacy@northfold.example");
    person.looks("10 a letter filled in from the mail");

    let out = person.path("handed over");
    fs::create_dir_all(&out).expect("the home can be written");
    person.press("button", "Bundle");
    person.sees("What goes in, in this order");
    person.looks("11 what goes in");
    person.will_choose(std::slice::from_ref(&out));
    person.press("button", "Make the bundle…");
    person.sees("The bundle is ready");
    person.looks("12 the bundle is ready");

    let zip = only_file(&out, "zip");
    let verified = Command::new(program("recourse")).arg("verify").arg(&zip).output().expect("recourse starts");
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    let pdf = only_file(&out, "pdf");
    let words = Command::new("pdftotext").arg(&pdf).arg("-").output().expect("pdftotext is installed");
    let words = String::from_utf8_lossy(&words.stdout).into_owned();
    for said in ["Notification of data incident", "can no longer be opened", "Thursday 17 July 2020"] {
        assert!(words.contains(said), "the bundle does not say {said:?}");
    }
}

/// The one file of this kind in a folder or below it.
fn only_file(folder: &PathBuf, ending: &str) -> PathBuf {
    let files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.is_file() && path.extension().is_some_and(|found| found == ending))
        .collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files.into_iter().next().unwrap_or_default()
}
