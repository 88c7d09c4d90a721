//! A whole mailbox: added, filtered, looked into, and a program that is killed in the middle of one.

use std::fs;
use std::process::{Command, Stdio};

use recourse_tests::{program, wait_for};
use serde_json::Value;

use crate::terminal::Terminal;

/// A mailbox of `count` mails, each with an attachment; every tenth is from the Northfold Society.
fn mailbox(count: usize, filler: usize) -> String {
    let mut whole = String::new();
    for number in 0..count {
        let sender = if number.is_multiple_of(10) { "news@northfold.example" } else { "friend@y.example" };
        let day = 1 + number % 28;
        whole += &format!(
            "From a@b Tue Mar  5 14:07:09 2024\nFrom: {sender}\nTo: ruth@home.example\nSubject: Mail {number}\n\
             Date: {day} Mar 2024 10:00:00 +0000\nMessage-ID: <{number}@x>\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nDear Ruth, kestrel{number}\n{}\n--b\n\
             Content-Type: text/csv\nContent-Disposition: attachment; filename=rows{number}.csv\n\nrow,{number}\n--b--\n\n",
            "more words\n".repeat(filler)
        );
    }
    whole
}

fn about(lines: &[Value]) -> &Value {
    &lines.last().unwrap()["mailbox"]
}

#[test]
fn a_mailbox_is_taken_apart_and_found_again() {
    let person = Terminal::with_the_sample();
    let vault = person.vault();
    let before = person.lines(&["list", &vault, "inbox"]).len();
    fs::write(person.path("Takeout.mbox"), mailbox(200, 20)).unwrap();

    let survey = person.json(&["add", &vault, &person.at("Takeout.mbox"), "--survey", "--mail-from", "NORTHFOLD"]);
    assert_eq!((&survey["mails"], &survey["matching"]), (&200.into(), &20.into()));
    let filter = [
        "add",
        &vault,
        &person.at("Takeout.mbox"),
        "--mail-from",
        "northfold",
        "--since",
        "2024-03-11",
        "--mail-words",
        "kestrel10",
    ];
    let some = person.lines(&filter);
    assert_eq!((&about(&some)["mails"], &about(&some)["whole"]), (&2.into(), &Value::Null), "{some:?}");

    let all = person.lines(&["add", &vault, &person.at("Takeout.mbox")]);
    assert_eq!(all[0]["media_type"], "application/mbox");
    let taken = about(&all);
    assert_eq!((&taken["mails"], &taken["already_here"], &taken["attachments"]), (&198.into(), &2.into(), &198.into()));
    assert_eq!((&taken["whole"], &taken["problems"]), (&all[0]["ref"], &serde_json::json!([])));
    assert_eq!(person.lines(&["list", &vault, "inbox"]).len() - before, 200);
    assert!(!person.lines(&["search", &vault, "kestrel137"]).is_empty());
    person.does(&["check", &vault, "--read-data"]);

    let again = person.lines(&["add", &vault, &person.at("Takeout.mbox")]);
    assert_eq!((&about(&again)["mails"], &about(&again)["already_here"]), (&0.into(), &200.into()));
    let usage = person.says(&["add", &vault, &person.at("passphrase.txt"), "--survey"]);
    assert_eq!(usage.code, Some(2), "{}", usage.err);
}

#[test]
fn killed_in_the_middle_there_are_whole_mails_only() {
    let person = Terminal::with_the_sample();
    let vault = person.vault();
    let before = person.lines(&["list", &vault, "evidence"]).len();
    fs::write(person.path("large.mbox"), mailbox(900, 200)).unwrap();
    let mut adding = Command::new(program("recourse"))
        .args(["add", &vault, &person.at("large.mbox"), "--mail-to", "ruth"])
        .env("RECOURSE_PASSPHRASE_FILE", person.path("passphrase.txt"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let objects = person.path("Ruth.recourse/objects");
    let is_pack = |file: &walkdir::DirEntry| file.file_name().to_string_lossy().ends_with(".pack.age");
    let kept = || walkdir::WalkDir::new(&objects).into_iter().flatten().any(|file| is_pack(&file));
    wait_for("some mails to be kept", || if kept() { Ok(()) } else { Err("none yet") });
    adding.kill().unwrap();
    adding.wait().unwrap();

    person.does(&["check", &vault, "--read-data"]);
    // Mails wait in the inbox, attachments have found their place beside them.
    let attachments = person.lines(&["list", &vault, "evidence"]).len() - before;
    let rest = person.lines(&["add", &vault, &person.at("large.mbox"), "--mail-to", "ruth"]);
    assert_eq!(about(&rest)["already_here"], attachments);
    assert_eq!(about(&rest)["mails"], 900 - attachments);
    person.does(&["check", &vault, "--read-data"]);
}
