//! A letter to go out, as a mail, a Word file and a PDF.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Read;

use chrono::{DateTime, NaiveDate};
use recourse_bundle::letter::{Letter, LetterError, MailMarks, addresses, docx, eml, pdf};

fn letter() -> Letter {
    Letter {
        from: "Zoë Łaska\nzoe@example.org, 01632 960001".into(),
        to: "The Northfold Society\n3 Northgate Court".into(),
        email: "privacy@northfold.example, second@northfold.example".into(),
        date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        subject: "My data – “all” of it\nBcc: thief@example.com".into(),
        text: "Dear Sir or Madam,\n\nFish & chips < £5 > nothing.\n– one\n– two\n\n\nYours faithfully,\nZoë\n".into(),
        mail: MailMarks {
            at: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
            message_id: "1@recourse.invalid".into(),
            follows: Some("first@mail.example.org".into()),
        },
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_mail_reads_back_with_its_headers_and_its_words() {
    let made = eml(&letter()).unwrap();
    let mail = mail_parser::MessageParser::default().parse(&made).unwrap();
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
    let from = mail.from().and_then(|from| from.first()).unwrap();
    assert_eq!((from.name(), from.address()), (Some("Zoë Łaska"), Some("zoe@example.org")));
    let to: Vec<_> = mail.to().unwrap().iter().filter_map(|to| to.address()).collect();
    assert_eq!(to, ["privacy@northfold.example", "second@northfold.example"]);
    assert_eq!(mail.subject(), Some("My data – “all” of it Bcc: thief@example.com"));
    assert!(mail.bcc().is_none(), "a line break in the heading makes no header");
    assert_eq!(mail.date().map(mail_parser::DateTime::to_timestamp), Some(1_795_000_000));
    assert_eq!(mail.message_id(), Some("1@recourse.invalid"));
    assert_eq!(mail.in_reply_to().as_text(), Some("first@mail.example.org"));
    let words = mail.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(words.trim_end(), letter().text.trim_end());
    assert!(made.split(|byte| *byte == b'\n').all(|line| line.len() <= 998), "RFC 5322, section 2.1.1");
}

#[test]
fn the_word_file_holds_every_line_as_words() {
    let made = docx(&letter()).unwrap();
    let words = part(&made, "word/document.xml");
    assert!(words.contains("Fish &amp; chips &lt; £5 &gt; nothing."));
    assert_eq!(words.matches("<w:p>").count(), 7, "sender, addressee, day, heading and three paragraphs");
    assert!(part(&made, "docProps/core.xml").contains("<dc:creator>Zoë Łaska</dc:creator>"));
    let odd = Letter { text: "bell\u{7} and \u{fffe}tab\tend".into(), ..letter() };
    assert!(part(&docx(&odd).unwrap(), "word/document.xml").contains("bell and tab    end"));
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    assert_eq!(eml(&letter()).unwrap(), eml(&letter()).unwrap());
    assert_eq!(docx(&letter()).unwrap(), docx(&letter()).unwrap());
    assert_eq!(pdf(&letter()).unwrap(), pdf(&letter()).unwrap());
}

#[test]
fn the_pdf_is_tagged_and_says_what_it_cannot_show() {
    let made = pdf(&letter()).unwrap();
    let document = lopdf::Document::load_mem(&made).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang"));
    let odd = Letter { text: "A letter with \u{13000}.".into(), ..letter() };
    assert!(matches!(pdf(&odd), Err(LetterError::Unshown(which)) if which.contains('\u{13000}')));
}

#[test]
fn addresses_are_found_among_other_words() {
    let found = addresses(
        "3 Court, ZZ9; 01632 960100; <privacy@northfold.example>. a@b, privacy@northfold.example, @x.example",
    );
    assert_eq!(found, ["privacy@northfold.example"]);
}
