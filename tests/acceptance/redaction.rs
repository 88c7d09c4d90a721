//! What is blacked out for a reader is nowhere in what that reader gets: not under the area, not beside it, not in the tables, not in the history.

use std::fs;
use std::path::{Path, PathBuf};

use recourse_tests::sample;
use serde_json::Value;
use walkdir::WalkDir;

use crate::terminal::{Terminal, prints, text};

/// What nobody but the claimant and their solicitor is to read.
const SECRET: &str = "Quillfeather";

/// Two pages that share their resources. The word is drawn on the second, by the page itself and by a form of the shared resources; and the file
/// says it in a bookmark, a note, a field, its title and its metadata.
fn two_pages() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Outlines 8 0 R/AcroForm<</Fields[11 0 R]>>/Metadata 12 0 R>>".to_owned(),
        "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>/XObject<</X1 10 0 R>>>>>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 5 0 R>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 6 0 R/Annots[9 0 R 11 0 R]>>".to_owned(),
        stream("", "BT /F1 18 Tf 60 780 Td (Harbour lights remain readable) Tj ET"),
        stream("", &format!("BT /F1 18 Tf 60 780 Td ({SECRET} lives at number nine) Tj 0 -600 Td (Lanterns below) Tj ET /X1 Do")),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        "<</Type/Outlines/First 13 0 R/Last 13 0 R/Count 1>>".to_owned(),
        format!("<</Type/Annot/Subtype/Text/Rect[60 700 80 720]/Contents({SECRET} again)>>"),
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>>>",
            &format!("BT /F1 18 Tf 60 750 Td ({SECRET} twice) Tj ET"),
        ),
        format!("<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V({SECRET})/Rect[60 650 200 670]>>"),
        stream("/Type/Metadata/Subtype/XML", &format!("<x>{SECRET}</x>")),
        format!("<</Title({SECRET} heading)/Parent 8 0 R/Dest[4 0 R/Fit]>>"),
        format!("<</Title(About {SECRET})>>"),
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(out.len());
        out.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let (start, size) = (out.len(), objects.len() + 1);
    let mut end = format!("xref\n0 {size}\n0000000000 65535 f \n");
    places.iter().for_each(|place| end.push_str(&format!("{place:010} 00000 n \n")));
    end.push_str(&format!("trailer\n<</Size {size}/Root 1 0 R/Info 14 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    out.extend_from_slice(end.as_bytes());
    out
}

fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A photograph that says the word in its EXIF description (TIFF 6.0) and in a comment.
fn photograph() -> Vec<u8> {
    let picture = fs::read(sample("letter-photo-1.jpg")).unwrap();
    let word = format!("{SECRET}\0");
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0E\x01\x02\0".to_vec();
    exif.extend_from_slice(&u32::try_from(word.len()).unwrap().to_le_bytes());
    exif.extend_from_slice(b"\x1A\0\0\0\0\0\0\0");
    exif.extend_from_slice(word.as_bytes());
    let segment = |mark: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, mark][..], &length, body].concat()
    };
    [&picture[..2], &segment(0xE1, &exif), &segment(0xFE, SECRET.as_bytes()), &picture[2..]].concat()
}

/// A bundle that was made, and everything in its ZIP, unpacked.
struct Bundle {
    made: Value,
    folder: PathBuf,
}

impl Bundle {
    fn of(person: &Terminal, audience: &str) -> Self {
        let out = person.at(&format!("out-{audience}"));
        let made =
            person.json(&["export", &person.vault(), "--out", &out, "--audience", audience, "--date", "2026-11-21"]);
        let zip = made["zip"].as_str().unwrap();
        person.does(&["verify", zip]);
        let folder = person.path(&format!("bag-{audience}"));
        prints("python3", &["-m", "zipfile", "-e", zip, &text(&folder)]);
        Self { made, folder }
    }

    fn pdf(&self) -> &str {
        self.made["pdf"].as_str().unwrap()
    }

    fn words(&self) -> String {
        prints("pdftotext", &["-layout", self.pdf(), "-"])
    }

    fn files(&self) -> Vec<PathBuf> {
        let walk = WalkDir::new(&self.folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
        walk.filter(|path| path.is_file()).collect()
    }

    /// The file under `data` whose path ends so.
    fn file(&self, ending: &str) -> Vec<u8> {
        let files = self.files();
        let found = files.iter().find(|path| text(path).ends_with(ending));
        fs::read(found.unwrap_or_else(|| panic!("no {ending} among {files:#?}"))).unwrap()
    }

    fn document(&self, reference: &str) -> &Value {
        let documents = self.made["documents"].as_array().unwrap();
        documents
            .iter()
            .find(|one| one["reference"] == reference)
            .unwrap_or_else(|| panic!("no {reference}: {documents:#?}"))
    }

    /// The page of the bundle that is page `page` of a document.
    fn page(&self, reference: &str, page: u64) -> u64 {
        self.document(reference)["first_page"].as_u64().unwrap() + page - 1
    }

    /// Nothing of the ZIP says the word, in whatever case, in one byte a letter or in two, packed or not.
    fn keeps(&self, secret: &str) {
        assert!(!self.words().contains(secret), "pdftotext finds the word");
        let open = self.folder.join("open.pdf");
        prints("qpdf", &["--qdf", "--object-streams=disable", "--decode-level=all", self.pdf(), &text(&open)]);
        for path in self.files() {
            let bytes = fs::read(&path).unwrap();
            assert!(!says(&bytes, secret), "{} says the word", path.display());
        }
    }

    /// How light one dot of a page of the bundle is, 0 to 255; the place in parts of the page.
    fn light(&self, page: u64, (across, down): (f64, f64)) -> u8 {
        let (page, at) = (page.to_string(), self.folder.join(format!("page-{page}")));
        prints("pdftoppm", &["-gray", "-r", "50", "-f", &page, "-l", &page, "-singlefile", self.pdf(), &text(&at)]);
        let picture = fs::read(at.with_extension("pgm")).unwrap();
        let mut fields = picture.split(u8::is_ascii_whitespace).skip(1).map(|field| String::from_utf8_lossy(field));
        let mut number = || fields.next().unwrap().parse::<usize>().unwrap();
        let (width, height) = (number(), number());
        let dots = &picture[picture.len() - width * height..];
        dots[(down * height as f64) as usize * width + (across * width as f64) as usize]
    }
}

fn says(bytes: &[u8], secret: &str) -> bool {
    let low = bytes.to_ascii_lowercase();
    let one: Vec<u8> = secret.to_ascii_lowercase().into_bytes();
    let two: Vec<u8> = one.iter().flat_map(|letter| [0, *letter]).collect();
    let hex: Vec<u8> = one.iter().flat_map(|letter| format!("{letter:02x}").into_bytes()).collect();
    [one, two, hex].iter().any(|form| low.windows(form.len()).any(|there| there == form.as_slice()))
}

fn keep(person: &Terminal, name: &str, bytes: &[u8], filing: &str) -> (String, String) {
    let path = person.path(name);
    fs::write(&path, bytes).unwrap();
    let lines = person.lines(&["add", &person.vault(), &text(&path), "--as", filing]);
    (lines[0]["ref"].as_str().unwrap().to_owned(), digest(&path))
}

fn digest(path: &Path) -> String {
    prints("sha256sum", &[&text(path)])[..64].to_owned()
}

#[test]
fn a_word_blacked_out_on_the_second_page_is_nowhere_and_the_first_page_stays_as_it_was() {
    let person = Terminal::with_a_vault();
    let (document, sum) = keep(&person, "letter.pdf", &two_pages(), "evidence");
    assert!(says(&fs::read(person.path("letter.pdf")).unwrap(), SECRET), "the check would find the word");
    let vault = person.vault();
    let area = ["--area", "2 0.05 0.02 0.9 0.25", "--why", "someone else's data"];
    let said = person.does(&[&["black-out", &vault, &document][..], &area].concat());
    assert!(said.contains("2 pages, 1 area blacked out"), "{said}");

    let theirs = Bundle::of(&person, "other-side");
    theirs.keeps(SECRET);
    let words = theirs.words();
    for said in
        ["Harbour lights remain readable", "parts blacked out", "someone else's data", "claimant keeps it unchanged"]
    {
        assert!(words.contains(said), "the bundle does not say {said:?}:\n{words}");
    }
    assert!(!words.contains("Lanterns below"), "a page with an area has no words under its picture");
    let (first, second) = (theirs.page(&document, 1), theirs.page(&document, 2));
    let pictures = |page: u64| {
        let page = page.to_string();
        prints("pdfimages", &["-list", "-f", &page, "-l", &page, theirs.pdf()]).lines().count() - 2
    };
    assert_eq!((pictures(first), pictures(second)), (0, 1));
    assert_eq!(theirs.light(second, (0.5, 0.1)), 0, "the area is black");
    assert!(theirs.light(second, (0.5, 0.5)) > 240, "the rest is not");
    prints("qpdf", &["--check", theirs.pdf()]);

    let note = String::from_utf8(theirs.file(&format!("{document}-not-here.txt"))).unwrap();
    assert!(note.contains(&sum) && note.contains("1 area on page 2 is blacked out: someone else's data."), "{note}");
    let claim: Value = serde_json::from_slice(&theirs.file("claim.json")).unwrap();
    assert_eq!(claim["documents"][0]["files"][0]["sha256"], sum.as_str());
    assert!(claim["documents"][0]["withheld"].as_str().unwrap().contains("blacked out"), "{claim:#}");
    let reason = theirs.document(&document)["reason"].as_str().unwrap();
    assert!(reason.contains("1 area on page 2"), "{reason}");

    let ours = Bundle::of(&person, "solicitor");
    assert!(ours.words().contains(SECRET), "areas are one reader's");
    let original = ours.files().into_iter().find(|path| text(path).contains("data/originals/")).unwrap();
    assert_eq!(digest(&original), sum, "the original in the vault is what it was");
    person.does(&["check", &vault, "--read-data"]);

    person.does(&["black-out", &vault, &document, "--nothing"]);
    fs::remove_dir_all(person.path("bag-other-side")).unwrap();
    assert!(Bundle::of(&person, "other-side").words().contains(SECRET), "and they can be taken away");
}

#[test]
fn a_photograph_goes_without_its_own_facts_and_with_the_area_black() {
    let person = Terminal::with_a_vault();
    let (document, sum) = keep(&person, "photo.jpg", &photograph(), "evidence");
    let area = ["--area", "1 0.2 0.3 0.5 0.3", "--why", "a neighbour's name"];
    person.does(&[&["black-out", &person.vault(), &document][..], &area].concat());
    let theirs = Bundle::of(&person, "other-side");
    theirs.keeps(SECRET);
    let page = theirs.page(&document, 1);
    assert!(theirs.light(page, (0.45, 0.45)) < 8, "the area is black");
    assert!(theirs.light(page, (0.01, 0.01)) > 240, "the margin is not");
    let note = String::from_utf8(theirs.file("-not-here.txt")).unwrap();
    assert!(note.contains(&sum), "{note}");
    assert!(!theirs.files().iter().any(|path| digest(path) == sum));
}

/// A notice by mail that says the word, with a document attached that says it too.
fn mail() -> String {
    format!(
        "From: Northfold Society <office@northfold.example>\r\nTo: Ruth <ruth@home.example>\r\nSubject: Data incident\r\n\
         Date: Wed, 3 Nov 2021 10:00:00 +0000\r\nMessage-ID: <1@northfold.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         We write about {SECRET} and about you.\r\n--b\r\nContent-Type: application/pdf; name=letter.pdf\r\n\
         Content-Disposition: attachment; filename=letter.pdf\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n--b--\r\n",
        String::from_utf8(two_pages()).unwrap()
    )
}

#[test]
fn a_mail_goes_as_a_picture_and_the_tables_and_the_history_without_its_words() {
    let person = Terminal::with_a_vault();
    keep(&person, "mail.eml", mail().as_bytes(), "notice");
    let vault = person.vault();
    let kept: Vec<Value> = person.lines(&["list", &vault, "evidence"]);
    let named = |ending: &str| {
        let found = kept.iter().find(|one| one["title"].as_str().is_some_and(|title| title.contains(ending)));
        found.unwrap_or_else(|| panic!("no {ending}: {kept:#?}"))["reference"].as_str().unwrap().to_owned()
    };
    let (letter, mail) = (named(SECRET), named("Data incident"));
    for audience in ["solicitor", "other-side"] {
        let whole = ["--area", "1 0 0.1 1 0.85", "--area", "2 0.05 0.02 0.9 0.25"];
        let of_mail = ["black-out", &vault, &mail, "--audience", audience, "--why", "someone else's data"];
        person.does(&[&of_mail[..], &whole[..2]].concat());
        let of_letter = ["black-out", &vault, &letter, "--audience", audience, "--why", "someone else's data"];
        person.does(&[&of_letter[..], &whole[2..]].concat());
        let bundle = Bundle::of(&person, audience);
        bundle.keeps(SECRET);
        let notices = String::from_utf8(bundle.file("record/notices.csv")).unwrap();
        assert!(notices.contains("[blacked out]"), "{notices}");
        assert_eq!(bundle.light(bundle.page(&mail, 1), (0.5, 0.5)), 0, "the area is black");
    }

    person.does(&["black-out", &vault, &mail, "--nothing"]);
    fs::remove_dir_all(person.path("bag-other-side")).unwrap();
    let theirs = Bundle::of(&person, "other-side");
    assert!(theirs.words().contains(SECRET), "the mail's own page says it again");
    let note = String::from_utf8(theirs.file(&format!("{mail}-not-here.txt"))).unwrap();
    assert!(
        note.contains(&format!("{letter} came attached to it")),
        "the mail's file holds what is blacked out: {note}"
    );
}

#[test]
fn what_else_says_the_name_is_shown_and_an_area_that_cannot_be_is_refused() {
    let person = Terminal::with_a_vault();
    let vault = person.vault();
    let (document, _) = keep(&person, "letter.pdf", &two_pages(), "evidence");
    fs::write(person.path("words.txt"), format!("They also told me about {SECRET}.\n")).unwrap();
    person.does(&[
        "notice",
        "add",
        &vault,
        "--from",
        "Northfold",
        "--subject",
        "A call",
        "--text",
        &person.at("words.txt"),
    ]);
    let said = person.does(&["black-out", &vault, &document, "--area", "2 0.05 0.02 0.9 0.25", "--why", "a name"]);
    assert!(said.contains("N-001 A call also says: quillfeather"), "{said}");

    let refused = person.says(&["black-out", &vault, &document, "--area", "3 0 0 1 1", "--why", "a name"]);
    assert!(refused.code != Some(0) && refused.err.contains("There is no such page"), "{}", refused.err);
    let refused = person.says(&["black-out", &vault, &document, "--area", "2 0 0 1 1"]);
    assert!(refused.code != Some(0) && refused.err.contains("Say why"), "{}", refused.err);
}
