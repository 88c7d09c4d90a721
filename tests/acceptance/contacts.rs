//! Suspicious contacts and the five answers to "What is this?": what each makes, and what of it stands in a bundle.

use std::fs;

use serde_json::Value;

use crate::terminal::{Terminal, prints};

const STRANGE: &str = "Received: from mail.refunds.example by mx.example.org; Sat, 4 Dec 2021 09:12:00 +0000\r\n\
Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=refunds.example; dmarc=fail\r\n\
Date: Sat, 4 Dec 2021 09:11:58 +0000\r\n\
From: The Northfold Society <members@northfold.example>\r\n\
To: Ruth Marsh <r.marsh@example.org>\r\n\
Subject: Your refund is waiting\r\n\
Message-ID: <1@refunds.example>\r\n\
\r\n\
Dear member NF-204417, click the link to claim your refund: https://refunds.example/now\r\n";

const REQUEST: &str = "Date: Wed, 10 Nov 2021 19:40:58 +0000\r\n\
From: Ruth Marsh <r.marsh@example.org>\r\n\
To: privacy@northfold.example\r\n\
Subject: Request for my personal data\r\n\
Message-ID: <request-1@mail.example.org>\r\n\
\r\n\
Please send me a copy of the personal data you hold about me.\r\n";

const REPLY: &str = "Date: Mon, 13 Dec 2021 10:00:00 +0000\r\n\
From: Privacy Team <privacy@northfold.example>\r\n\
To: Ruth Marsh <r.marsh@example.org>\r\n\
Subject: Re: Request for my personal data\r\n\
Message-ID: <answer-1@northfold.example>\r\n\
In-Reply-To: <request-1@mail.example.org>\r\n\
\r\n\
Please see what is attached.\r\n";

fn person() -> Terminal {
    let person = Terminal::new();
    person.does(&["new", &person.vault()]);
    let about =
        ["--title", "Northfold", "--organisation", "The Northfold Society", "--email-held", "r.marsh@example.org"];
    person.does(&[&["claim", "add", &person.vault()], &about[..]].concat());
    for (name, words) in [("strange.eml", STRANGE), ("request.eml", REQUEST), ("reply.eml", REPLY)] {
        fs::write(person.path(name), words).unwrap();
    }
    person
}

fn add(person: &Terminal, name: &str, filing: &[&str]) -> Value {
    person.lines(&[&["add", &person.vault(), &person.at(name)], filing].concat()).remove(0)
}

#[test]
fn a_call_is_entered_listed_shown_and_in_its_place_on_the_timeline() {
    let person = person();
    fs::write(person.path("note.txt"), "He knew my membership number and asked for a passcode.\n").unwrap();
    let entered = person.json(&[
        "contact",
        "add",
        &person.vault(),
        "--on",
        "about 4 December 2021",
        "--channel",
        "call",
        "--sender",
        "0161 496 0000",
        "--text",
        &person.at("note.txt"),
        "--knew",
        "My membership number",
    ]);
    assert_eq!(entered["ref"], "X-001", "{entered}");
    let rows = person.lines(&["list", &person.vault(), "contacts"]);
    assert_eq!((rows.len(), &rows[0]["title"], &rows[0]["channel"]), (1, &"0161 496 0000".into(), &"call".into()));
    let shown = person.json(&["show", &person.vault(), "X-001"]);
    assert_eq!(shown["form"]["knew"], "My membership number", "{shown}");
    assert_eq!(shown["form"]["happened"]["words"], "about 4 December 2021");
    assert!(person.does(&["timeline", &person.vault()]).contains("X-001"));
    assert_eq!(person.lines(&["search", &person.vault(), "passcode"])[0]["record"]["reference"], "X-001");

    let nothing = person.says(&["contact", "add", &person.vault()]);
    assert_eq!(nothing.code, Some(2), "{}{}", nothing.out, nothing.err);
    assert!(nothing.err.contains("Say who it seemed to be from"), "{}", nothing.err);
}

#[test]
fn a_mail_filed_as_a_suspicious_contact_fills_in_what_it_states() {
    let person = person();
    let kept = add(&person, "strange.eml", &["--as", "contact"]);
    assert_eq!((&kept["guess"], &kept["made"]["reference"]), (&"contact".into(), &"X-001".into()), "{kept}");
    let shown = person.json(&["show", &person.vault(), "X-001"]);
    let form = &shown["form"];
    assert_eq!(form["sender_shown"], "The Northfold Society <members@northfold.example>");
    assert_eq!(form["subject"], "Your refund is waiting");
    assert!(form["text"].as_str().unwrap().contains("claim your refund"), "{form}");
    assert_eq!((&form["channel"], &form["kept_copy"]), (&"email".into(), &true.into()));
    assert_eq!(shown["happened"]["earliest"], "2021-12-04");
    assert_eq!(shown["head"]["evidence"][0]["reference"], "E-001");
}

#[test]
fn a_reply_finds_the_letter_it_answers() {
    let person = person();
    let request = add(&person, "request.eml", &["--as", "letter"]);
    assert_eq!(request["made"]["reference"], "C-001", "{request}");
    let reply = add(&person, "reply.eml", &["--as", "reply"]);
    assert_eq!((&reply["guess"], &reply["made"]["reference"]), (&"reply".into(), &"C-002".into()), "{reply}");
    let shown = person.json(&["show", &person.vault(), "C-002"]);
    assert_eq!(shown["form"]["direction"], "received");
    assert_eq!(shown["answers"]["reference"], "C-001", "{shown}");
}

#[test]
fn what_waits_says_what_it_looks_like_and_why() {
    let person = person();
    add(&person, "request.eml", &["--as", "letter"]);
    add(&person, "strange.eml", &[]);
    add(&person, "reply.eml", &[]);
    let rows = person.lines(&["list", &person.vault(), "inbox"]);
    let guesses: Vec<&Value> = rows.iter().map(|row| &row["guess"]).collect();
    assert_eq!(guesses, ["contact", "reply"]);
    let strange = person.json(&["show", &person.vault(), "E-002"]);
    let because: Vec<&str> =
        strange["because"].as_array().unwrap().iter().map(|words| words.as_str().unwrap()).collect();
    assert!(because.contains(&"dmarc=fail") && because.contains(&"claim your refund"), "{because:?}");
}

#[test]
fn a_bundle_has_its_suspicious_contacts_in_a_section_in_tables_and_in_the_chronology() {
    let person = person();
    add(&person, "strange.eml", &["--as", "contact"]);
    fs::write(person.path("note.txt"), "He asked for a passcode, and I rang off.\n").unwrap();
    let call =
        ["--on", "5 December 2021", "--channel", "call", "--sender", "Withheld", "--text", &person.at("note.txt")];
    person.does(&[&["contact", "add", &person.vault()], &call[..]].concat());
    fs::create_dir(person.path("out")).unwrap();
    let made = person.json(&["export", &person.vault(), "--out", &person.at("out"), "--date", "2026-11-21"]);
    let words = prints("pdftotext", &["-layout", made["pdf"].as_str().unwrap(), "-"]);
    for said in
        ["Suspicious contacts", "Suspicious contact X-001", "Suspicious contact X-002", "claim your refund", "rang off"]
    {
        assert!(words.contains(said), "the bundle does not say {said:?}");
    }
    let zip = made["zip"].as_str().unwrap();
    prints("python3", &["-m", "zipfile", "-e", zip, &person.at("bag")]);
    let bag = fs::read_dir(person.path("bag")).unwrap().next().unwrap().unwrap().path();
    let read = |name: &str| fs::read_to_string(bag.join("data/record").join(name)).unwrap();
    let claim: Value = serde_json::from_str(&read("claim.json")).unwrap();
    let contacts = claim["record"]["suspicious_contacts"].as_array().or(claim["suspicious_contacts"].as_array());
    assert_eq!(contacts.map(Vec::len), Some(2), "{claim}");
    let lines: Vec<Value> =
        read("suspicious_contacts.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), &lines[0]["reference"], &lines[0]["evidence"]), (2, &"X-001".into(), &"E-001".into()));
    assert_eq!(lines[0]["happened_earliest"], "2021-12-04");
    assert!(read("suspicious_contacts.csv").contains("asked_for"));
    assert!(read("chronology.csv").contains("Suspicious contact X-002"));
}
