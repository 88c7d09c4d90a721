//! Letters written from the record, as files that programs nobody here wrote can open.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::terminal::{Terminal, prints, text};

/// Words with every run of white space as one blank: lines break elsewhere on a page.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a letter in every form; answers its words.
fn written(person: &Terminal, kind: &str) -> String {
    let vault = person.vault();
    let files = ["letter.docx", "letter.pdf", "letter.eml", "letter.txt"].map(|name| person.at(name));
    let mut words = vec!["write", vault.as_str(), kind];
    words.extend(files.iter().flat_map(|file| ["--out", file.as_str()]));
    person.does(&words);
    fs::read_to_string(person.path("letter.txt")).unwrap()
}

/// The words of a PDF that LibreOffice makes of a Word file; none where LibreOffice is not installed.
fn through_libreoffice(folder: &Path, file: &Path) -> Option<String> {
    let home = format!("-env:UserInstallation=file://{}", text(&folder.join("office")));
    let made = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir"])
        .arg(folder.join("made"))
        .arg(file)
        .output();
    let Ok(made) = made else {
        println!("left out: LibreOffice is not installed");
        return None;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let pdf = folder.join("made").join(file.with_extension("pdf").file_name().unwrap());
    Some(prints("pdftotext", &[&text(&pdf), "-"]))
}

/// Reads a mail with Python's own library, by its present rules (RFC 5322, RFC 2047, RFC 2045).
const READ_A_MAIL: &str = "
import email, email.policy, json, sys
mail = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
print(json.dumps({'defects': [str(one) for part in mail.walk() for one in part.defects],
  'unsent': mail['X-Unsent'], 'to': mail['To'], 'from': mail['From'], 'subject': mail['Subject'],
  'date': mail['Date'] is not None, 'id': mail['Message-ID'], 'type': mail.get_content_type(),
  'charset': mail.get_content_charset(), 'words': mail.get_content()}))";

#[test]
fn every_form_of_a_letter_opens_elsewhere_and_says_the_same() {
    let person = Terminal::with_the_sample();
    for kind in ["access", "questions", "complaint"] {
        let words = written(&person, kind);
        let pdf = prints("pdftotext", &[&person.at("letter.pdf"), "-"]);
        assert!(plain(&pdf).contains(&plain(&words)), "{kind}\n{pdf}");
        prints("qpdf", &["--check", &person.at("letter.pdf")]);
        if let Some(office) = through_libreoffice(&person.path(""), &person.path("letter.docx")) {
            assert!(plain(&office).contains(&plain(&words)), "{kind}\n{office}");
        }
        let mail: serde_json::Value =
            serde_json::from_str(&prints("python3", &["-c", READ_A_MAIL, &person.at("letter.eml")])).unwrap();
        assert_eq!(mail["defects"].as_array().map(Vec::len), Some(0), "{mail}");
        assert_eq!((mail["unsent"].as_str(), mail["charset"].as_str()), (Some("1"), Some("utf-8")), "{mail}");
        assert_eq!(mail["to"], "privacy@northfold.example");
        assert_eq!(mail["from"], "Ruth Marsh <r.marsh@example.org>");
        assert_eq!((mail["date"].as_bool(), mail["type"].as_str()), (Some(true), Some("text/plain")));
        assert_eq!(mail["words"].as_str().unwrap().trim_end(), words.trim_end());
    }
}

#[test]
fn a_letter_is_said_at_the_terminal_and_nothing_is_put_on_record() {
    let person = Terminal::with_the_sample();
    let before = person.lines(&["list", &person.vault(), "letters"]);
    let said = person.does(&["write", &person.vault(), "chaser", "--about", "C-001"]);
    assert!(said.contains("Subject: Asking again: Request for my personal data"), "{said}");
    assert!(said.contains("An automatic reply came. I have found no other answer."), "{said}");
    assert_eq!(person.lines(&["list", &person.vault(), "letters"]), before);
    let refused = person.says(&["write", &person.vault(), "chaser"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("Choose a letter of yours to ask again about."), "{}", refused.err);
    assert_eq!(person.says(&["write", &person.vault(), "postcard"]).code, Some(2));
}
