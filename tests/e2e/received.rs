//! What a person received goes in and is found again: a photographed letter, a locked PDF, photos of one letter, a mailbox, recordings.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use recourse_testkit::hostile::remote;
use recourse_testkit::photo::Shot;
use recourse_testkit::prose;
use recourse_tests::{corpus, have_tesseract};
use serde_json::json;

use crate::steps::{PASSPHRASE, make_a_vault};
use crate::support::{CONTROL, ENTER, ESCAPE, Person};

/// True once a page or picture is there.
const A_PAGE_IS_DRAWN: &str =
    r#"const page = document.querySelector("main img"); return page?.complete === true && page.naturalHeight > 100;"#;

/// True once the marked words of a search stand in the document.
const WORDS_ARE_MARKED: &str =
    r#"return [...document.querySelectorAll("main mark")].some((mark) => /hallway/i.test(mark.innerText));"#;

/// Goes to the Inbox of a fresh vault.
fn begins(journey: &str, vault: &str) -> Person {
    let person = Person::sits_down(journey);
    make_a_vault(&person, vault);
    person.press("button", "Look around first");
    person.press("button", "Inbox");
    person
}

/// Writes a file into the person's home.
fn written(person: &Person, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = person.path(name);
    fs::write(&path, bytes).expect("the home can be written");
    path
}

/// A photograph that the project makes.
fn photograph(person: &Person, name: &str, shot: &str) -> PathBuf {
    let bytes = Shot::named(shot).expect("a shot of this name").jpeg().expect("the letter can be drawn");
    written(person, name, bytes)
}

/// Chooses these files in the system's dialog.
fn chooses(person: &Person, files: &[PathBuf]) {
    person.will_choose(files);
    person.press("button", "Choose files…");
}

/// Looks at the page in dark colours, then goes back to light ones.
fn looks_in_the_dark(person: &Person, name: &str) {
    let theme = |value: &str| {
        let script = format!("document.documentElement.dataset.theme = '{value}';");
        person.script(&script, &json!([])).expect("the page has a theme");
    };
    theme("dark");
    person.looks(name);
    theme("light");
}

/// Searches everything for these words.
fn searches(person: &Person, words: &str) {
    person.holds(&[CONTROL, "k"]);
    person.sees("Type words, or use");
    person.holds(&[CONTROL, "a"]);
    person.types(words);
}

#[test]
fn a_photographed_letter_is_read_corrected_and_found() {
    let person = begins("received-letter", "Letters");
    let letter = photograph(&person, "from the landlord.jpg", "shadow-askew-left-150");
    chooses(&person, std::slice::from_ref(&letter));
    person.sees("1 file kept. It waits in the Inbox.");
    person.looks("06 waits");
    if have_tesseract() {
        person.sees("read by machine, may be wrong");
        person.sees("Dear Mr Okafor");
        person.looks("07 read by machine");
        looks_in_the_dark(&person, "07 read by machine, dark");
        person.press("button", "Correct the words");
    } else {
        person.sees("tesseract is not installed");
        person.press("button", "Type the words");
    }
    person.type_into(
        "The words as you read them",
        "Dear Mr Okafor,\u{e007}the engineer wrote about your hallway on 3 March.",
    );
    person.looks("08 correcting");
    person.press("button", "Save");
    person.sees("The words are saved. They are found by search.");
    person.sees("corrected by you");
    person.looks("09 corrected");

    searches(&person, "hallw");
    person.sees("1 place found");
    person.looks("10 found");
    looks_in_the_dark(&person, "10 found, dark");
    person.holds(&[ENTER]);
    person.sees_no_more("Type words, or use");
    person.finds("the word marked in the document", WORDS_ARE_MARKED);
    person.looks("11 opened at the words");

    // The same file again, and the filters said back.
    chooses(&person, &[letter]);
    person.sees("already here as E-001");
    person.looks("12 already here");
    person.press("button", "Done");
    for (typed, said) in [("kind:evidence hallway", "evidence"), ("from:landlord", "landlord"), ("before:2022", "2022")]
    {
        searches(&person, typed);
        person.sees("Only");
        person.sees(said);
        person.picture(&format!("13 {said}"));
        person.holds(&[ESCAPE]);
        person.sees_no_more("Type words, or use");
    }

    locked_pdf(&person);
}

/// A PDF that asks for a password, again after a lock.
fn locked_pdf(person: &Person) {
    let open = written(person, "open.pdf", prose::TENANT.sheet().bytes());
    let locked = person.path("locked.pdf");
    let made =
        Command::new("qpdf").args(["--encrypt", "kettle", "owner", "256", "--"]).arg(&open).arg(&locked).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("left out: qpdf is not installed, so no PDF is locked");
        return;
    }
    chooses(person, &[locked]);
    person.sees("This document asks for a password");
    person.looks("20 locked");
    person.type_into("Password of the document", "not it");
    person.press("button", "Open the document");
    person.sees("This password does not open the document.");
    looks_in_the_dark(person, "21 a wrong password, dark");
    person.type_into("Password of the document", "kettle");
    person.press("button", "Open the document");
    person.finds("a drawn page", A_PAGE_IS_DRAWN);
    person.looks("22 unlocked");
    let words = person.words().expect("the page can be read");
    assert!(!words.contains("The words in it"), "a page with words of its own needs no others: {words}");
    person.press("button", "Lock");
    person.type_into("Passphrase", PASSPHRASE);
    person.press("button", "Unlock");
    person.press("button", "Inbox");
    person.press("option", "locked.pdf");
    person.sees("This document asks for a password");
}

#[test]
fn photos_of_one_letter_are_joined_turned_and_taken_apart() {
    let person = begins("received-photos", "Photos");
    let photos: Vec<PathBuf> =
        [("page one.jpg", "flat-150"), ("page three.jpg", "on-its-side-200"), ("page two.jpg", "other-side-150")]
            .iter()
            .map(|(name, shot)| photograph(&person, name, shot))
            .collect();
    chooses(&person, &photos);
    person.sees("3 files kept. They wait in the Inbox.");
    person.press("option", "page one.jpg");
    person.holds(&[CONTROL, "a"]);
    person.sees("3 things chosen");
    person.looks("06 three chosen");
    person.sizes(1024, 700);
    looks_in_the_dark(&person, "06 three chosen, small and dark");
    person.sizes(1280, 860);
    person.press("button", "Join into one");
    person.sees("3 files are now together in E-001.");
    person.looks("07 joined");
    person.press("button", "Move page two.jpg up");
    person.sees("The order is saved.");
    person.press("button", "Turn page two.jpg right");
    person.sees("page two.jpg is turned. The file itself is unchanged.");
    person.looks("08 ordered and turned");
    person.press("button", "Take page three.jpg out into an item of its own");
    person.sees("page three.jpg is now E-0");
    person.looks("09 one taken out");
    person.holds(&[CONTROL, "z"]);
    person.finds(
        "three pages again",
        r#"return [...document.querySelectorAll("button")].filter((b) => /^Take page .* out/.test(b.ariaLabel ?? "")).length === 3;"#,
    );
    person.looks("10 taken back");
}

#[test]
fn a_mailbox_is_looked_through_and_taken_in() {
    let person = begins("received-mailbox", "Mailbox");
    chooses(&person, &[written(&person, "All mail.mbox", mailbox())]);
    person.sees("Take in mails from All mail.mbox");
    person.looks("06 which mails");
    person.sees("31 mails");
    person.type_into("From", "northfold");
    person.press("button", "Look");
    person.sees("11 match");
    person.looks("07 what matches");
    person.sizes(1024, 700);
    person.looks("08 what matches, small");
    looks_in_the_dark(&person, "08 what matches, small and dark");
    person.sizes(1280, 860);
    person.press("radio", "File them as letters");
    person.press("button", "Take in 11 mails");
    person.sees("11 mails were kept.");
    person.sees("kept as evidence of their own");
    person.sees("here with other bytes");
    person.looks("09 taken in");
    person.press("button", "Done");
    person.press("button", "Letters");
    person.sees("Letter number 6");
    person.looks("10 letters");
    person.press("button", "Evidence");
    person.press("option", "list 3.csv");
    person.sees("It came with");
    person.looks("11 an attachment");
    person.press("option", "Letter number 0");
    person.sees("The same mail came also as");
    person.looks("12 the same mail twice");

    suspicious(&person);
    documents(&person);
    reply(&person);
}

/// 30 mails of three senders, 10 each; three of Northfold's bring a list, and the first of them came twice with other bytes.
fn mailbox() -> String {
    let mut all = String::new();
    let senders =
        ["Northfold Society <office@northfold.example>", "Anna Petrov <anna@home.example>", "Shop <news@shop.example>"];
    for number in 0..30 {
        let sender = senders[number % senders.len()];
        mail(&mut all, number, sender, "");
    }
    mail(&mut all, 0, senders[0], "X-Forwarded-By: another mailbox\n");
    all
}

fn mail(all: &mut String, number: usize, sender: &str, extra: &str) {
    let day = number + 1;
    let _infallible = write!(
        all,
        "From - Mon Nov  1 09:00:00 2021\n{extra}From: {sender}\nTo: Ruth Marsh <r.marsh@example.org>\nDate: {day} Nov 2021 09:00:00 +0000\n\
         Message-ID: <{number}@mails.example>\nSubject: Letter number {number}\nMIME-Version: 1.0\n"
    );
    let words = format!("Dear Ruth,\nthis is the letter of day {day}.\n");
    let _infallible = if number.is_multiple_of(3) && number < 9 {
        write!(
            all,
            "Content-Type: multipart/mixed; boundary=part\n\n--part\nContent-Type: text/plain\n\n{words}\n--part\nContent-Type: text/csv\n\
             Content-Disposition: attachment; filename=\"list {number}.csv\"\n\nname,day\nRuth,{day}\n--part--\n\n"
        )
    } else {
        write!(all, "Content-Type: text/plain\n\n{words}\n")
    };
}

/// A message that is not from who it says, filed as what it is.
fn suspicious(person: &Person) {
    person.press("button", "Inbox");
    let text = "Your bank account is suspended. Click here to verify your account within 24 hours: http://bank.example.test/login\n";
    chooses(person, &[written(person, "strange message.txt", text)]);
    person.press("option", "strange message.txt");
    person.sees("What is this?");
    person.looks("20 what is this");
    person.press("button", "A suspicious call or message");
    person.sees("It is now X-001.");
    person.looks("21 a suspicious contact");
    person.press("button", "Save");
    person.press("button", "Effects");
    person.sees("X-001");
    person.looks("22 effects");
}

/// Chooses the one letter of the person's own that can be answered; true once it was there to be chosen.
const CHOOSES_MY_LETTER: &str = r#"
const box = [...document.querySelectorAll("select")].find((one) => one.labels[0]?.innerText.includes("Which letter does it answer?"));
const mine = [...(box?.options ?? [])].find((one) => one.innerText.includes("What do you hold about me?"));
if (!mine) return false;
box.value = mine.value;
box.dispatchEvent(new Event("change", { bubbles: true }));
return true;
"#;

/// An answer to a letter that the person wrote.
fn reply(person: &Person) {
    person.press("button", "Letters");
    person.press("button", "Add");
    person.press("menuitem", "A letter, e-mail or call");
    person.press("radio", "I wrote to them");
    person.type_into("Heading or subject", "What do you hold about me?");
    person.press("button", "Save");
    person.sees("C-012 added.");
    person.press("button", "Inbox");
    let answer = written(person, "their answer.txt", "Thank you for your letter. We will look into it.\n");
    chooses(person, &[answer]);
    person.press("option", "their answer.txt");
    person.press("button", "A reply to a letter of mine");
    person.finds("my letter", CHOOSES_MY_LETTER);
    person.looks("26 which letter it answers");
    person.press("button", "File it as a reply");
    person.sees("It is now C-013.");
    person.press("button", "Save");
    person.sees("The whole exchange, oldest first");
    person.sees("What do you hold about me?");
    person.looks("27 a reply");
}

/// Documents of more kinds: a fax of two pages, a recording, a word processor's letter.
fn documents(person: &Person) {
    person.press("button", "Inbox");
    let docx = remote::documents(9).into_iter().find(|one| one.file_name == "letter.docx").expect("it is made");
    let files = [
        written(person, "fax.tif", fax()),
        written(person, "voicemail.wav", tone()),
        written(person, "letter.docx", docx.bytes),
    ];
    chooses(person, &files);
    person.sees("3 files kept. They wait in the Inbox.");
    person.press("option", "fax.tif");
    person.sees("Page 2 of 2");
    person.looks("23 two pages");
    person.press("option", "voicemail.wav");
    person.sees("It lasts 2 s.");
    person.looks("24 a recording");
    person.press("option", "letter.docx");
    person.sees("Words of the letter.");
    person.looks("25 words of a document");
    let Some(pictures) = corpus("pictures") else { return };
    chooses(person, &[pictures.join("example.heic")]);
    person.press("option", "example.heic");
    person.finds("the picture of a telephone", A_PAGE_IS_DRAWN);
    person.looks("25 a picture of a telephone");
}

/// Two grey pages in one TIFF (TIFF 6.0, "Baseline").
fn fax() -> Vec<u8> {
    const WIDE: u32 = 400;
    const HIGH: u32 = 560;
    let pixels = (WIDE * HIGH) as usize;
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    let directory = 2 + 9 * 12 + 4;
    for page in 0..2_u32 {
        let at = 8 + page * (directory + pixels as u32);
        let next = if page == 0 { at + directory + pixels as u32 } else { 0 };
        let fields: [(u16, u16, u32); 9] = [
            (256, 4, WIDE),
            (257, 4, HIGH),
            (258, 3, 8),
            (259, 3, 1),
            (262, 3, 1),
            (273, 4, at + directory),
            (277, 3, 1),
            (278, 4, HIGH),
            (279, 4, pixels as u32),
        ];
        out.extend((fields.len() as u16).to_le_bytes());
        for (tag, kind, value) in fields {
            out.extend(tag.to_le_bytes());
            out.extend(kind.to_le_bytes());
            out.extend(1_u32.to_le_bytes());
            out.extend(value.to_le_bytes());
        }
        out.extend(next.to_le_bytes());
        // Lines of writing on the first page, a column on the second.
        out.extend((0..pixels as u32).map(|dot| {
            let (x, y) = (dot % WIDE, dot / WIDE);
            let ink = if page == 0 { y % 24 < 6 && x % 60 < 45 } else { x % 100 < 20 };
            if ink && (40..WIDE - 40).contains(&x) && (40..HIGH - 40).contains(&y) { 30 } else { 245 }
        }));
    }
    out
}

/// Two seconds of a tone, 8-bit mono (RIFF WAVE).
fn tone() -> Vec<u8> {
    const RATE: u32 = 8_000;
    let samples: Vec<u8> = (0..2 * RATE).map(|n| if n / 10 % 2 == 0 { 108 } else { 148 }).collect();
    let mut out = b"RIFF".to_vec();
    out.extend((36 + samples.len() as u32).to_le_bytes());
    out.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    out.extend(RATE.to_le_bytes());
    out.extend(RATE.to_le_bytes());
    out.extend(b"\x01\0\x08\0data");
    out.extend((samples.len() as u32).to_le_bytes());
    out.extend(samples);
    out
}
