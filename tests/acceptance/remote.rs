//! Documents that try to reach an address: neither keeping them nor making a bundle of them lets them.

use std::fs;
use std::process::Command;

use recourse_testkit::hostile::remote;
use recourse_tests::{Listener, program};

use crate::terminal::{Answer, Terminal, text};

#[test]
fn nobody_learns_that_a_document_was_kept_or_put_into_a_bundle() {
    let listener = Listener::listen();
    listener.hears_a_call();
    let person = Terminal::with_a_vault();
    let folder = person.path("remote");
    fs::create_dir(&folder).unwrap();
    let documents = remote::documents(listener.port());
    for document in &documents {
        fs::write(folder.join(&document.file_name), &document.bytes).unwrap();
    }
    println!("{} references in a page, {} documents", remote::references(1).len(), documents.len());
    let kept = person.lines(&["add", &person.vault(), &text(&folder)]);
    assert_eq!(kept.len(), documents.len());
    fs::create_dir(person.path("out")).unwrap();
    person.does(&["export", &person.vault(), "--out", &person.at("out")]);
    person.does(&["bundle", "--out", &person.at("loose.pdf"), &text(&folder)]);
    assert_eq!(listener.heard().len(), 1, "somebody else called too: {:?}", listener.heard());
}

#[test]
fn no_program_asks_the_system_for_a_way_out() {
    if Command::new("strace").arg("--version").output().is_err() {
        println!("left out: strace is not installed");
        return;
    }
    let person = Terminal::with_a_vault();
    let folder = person.path("remote");
    fs::create_dir(&folder).unwrap();
    for document in remote::documents(9) {
        fs::write(folder.join(&document.file_name), &document.bytes).unwrap();
    }
    let plain = person.command(&["add", &person.vault(), &text(&folder)]);
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-e", "trace=socket,connect,sendto,sendmsg", "-o", &person.at("calls.txt")]);
    traced.arg(program("recourse")).args(plain.get_args()).current_dir(person.path(""));
    traced.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let answer = Answer::of(traced.output().unwrap());
    if answer.code != Some(0) && answer.err.contains("ptrace") {
        println!("left out: this system does not let strace look ({})", answer.err.trim());
        return;
    }
    assert_eq!(answer.code, Some(0), "{}{}", answer.out, answer.err);
    let calls = fs::read_to_string(person.path("calls.txt")).unwrap();
    let outward: Vec<&str> =
        calls.lines().filter(|call| call.contains("AF_INET") || call.contains("connect(")).collect();
    assert!(outward.is_empty(), "{outward:#?}");
}
