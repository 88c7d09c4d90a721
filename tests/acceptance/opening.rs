//! Ways into a vault at a terminal: the code on the recovery sheet, a new sheet, and reading beside another program.

use std::fs;
use std::process::{Command, Stdio};

use crate::refusals::one_sentence;
use crate::terminal::Terminal;

#[test]
fn a_forgotten_passphrase_is_replaced_with_the_code_and_the_sheet_with_a_new_one() {
    let person = Terminal::new();
    let made = person.json(&["new", &person.vault()]);
    let code = made["recovery_code"].as_str().unwrap().to_owned();
    fs::write(person.path("code.txt"), code.to_lowercase().replace('-', " ")).unwrap();
    fs::write(person.path("wrong.txt"), code.replace(|c: char| c.is_ascii_digit(), "7")).unwrap();
    fs::write(person.path("new.txt"), "wheat drum island fog\n").unwrap();
    let order = |file: &str| {
        let words = [
            "recover",
            &person.vault(),
            "--code-file",
            &person.at(file),
            "--new-passphrase-file",
            &person.at("new.txt"),
        ];
        person.says(&words)
    };
    let wrong = order("wrong.txt");
    assert_eq!(wrong.code, Some(3));
    one_sentence(&wrong);
    let right = order("code.txt");
    assert_eq!(right.code, Some(0), "{}", right.err);
    assert!(right.out.contains("A backup made before still opens with the old passphrase."));
    assert_eq!(person.says(&["status", &person.vault()]).code, Some(3), "the old passphrase");
    person.remember("wheat drum island fog");

    let sheet = ["sheet", &person.vault(), "--out", &person.at("sheet.pdf")];
    // Nobody is there to type two groups of it: the old one counts, and nothing is left that looks like a sheet.
    assert_eq!(person.says(&sheet).code, Some(2));
    assert!(!person.path("sheet.pdf").exists());
    assert_eq!(order("code.txt").code, Some(0));
    person.does(&[&sheet[..], &["--unchecked"]].concat());
    assert!(fs::read(person.path("sheet.pdf")).unwrap().starts_with(b"%PDF"));
    assert_eq!(order("code.txt").code, Some(3), "the code of the old sheet");
    assert_eq!(person.says(&[&sheet[..], &["--unchecked"]].concat()).code, Some(2), "a file is never written over");
}

#[test]
fn a_vault_that_is_open_elsewhere_can_be_read_and_nothing_else() {
    let person = Terminal::with_a_vault();
    let lock = person.path("Ruth.recourse/lock");
    let mut other = Command::new("flock").arg(&lock).arg("cat").stdin(Stdio::piped()).spawn().unwrap();
    recourse_tests::wait_for("the other program", || {
        let busy = person.says(&["status", &person.vault()]);
        if busy.code == Some(3) { Ok(()) } else { Err(busy.out) }
    });
    let before = fs::read(person.path("Ruth.recourse/records.db")).unwrap();
    assert!(person.does(&["status", &person.vault(), "--read-only"]).contains("Northfold"));
    fs::write(person.path("one.txt"), "A few words.\n").unwrap();
    let refused = person.says(&["add", &person.vault(), &person.at("one.txt"), "--read-only"]);
    assert_ne!(refused.code, Some(0));
    assert!((refused.out + &refused.err).contains("open for reading only"));
    assert_eq!(fs::read(person.path("Ruth.recourse/records.db")).unwrap(), before);
    drop(other.stdin.take());
    other.wait().unwrap();
    person.does(&["status", &person.vault()]);
}
