//! Kept files of every kind as the window is given them, in a vault made for the purpose. Strangers' files are read by
//! the built `recourse`, as in the window.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use recourse_contract::document;
use recourse_contract::types::{DocumentView, Showing};
use recourse_domain::FileId;
use recourse_domain::records::Claim;
use recourse_organiser::clock::FixedClock;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{claims, documents, evidence};
use recourse_vault::{KdfParams, Secret};
use tempfile::TempDir;

/// An open vault, and a folder to make files in.
struct Home {
    session: Session<Unlocked>,
    claim: recourse_domain::RecordId,
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // A test program lies in TARGET/debug/deps, the programs lie above.
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let program = program.with_extension(std::env::consts::EXE_EXTENSION);
        assert!(program.is_file(), "{} is not built; `cargo xtask test` builds it first", program.display());
        let clock = FixedClock("2026-11-22T09:00:00Z".parse().unwrap());
        let tools = Tools { clock: Arc::new(clock), worker: Worker::new(program) };
        let words = Secret::new("otter lamp quiet seven".to_owned());
        let kdf = KdfParams::new(64 * 1024, 3, 1).unwrap();
        let (session, _) = Session::create(&folder.path().join("v.recourse"), &words, kdf, tools).unwrap();
        let claim = claims::save(&session, None, Claim::default(), "Example Bank").unwrap().id;
        Self { session, claim, folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.at(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn keep(&self, paths: &[PathBuf]) -> Vec<evidence::Kept> {
        let order = evidence::Order { claim: self.claim, to: None, filing: None };
        let sources = evidence::expand(paths);
        evidence::keep(&self.session, order, &sources, &mut |_| {}, &AtomicBool::new(false))
    }

    /// Keeps one file and opens it.
    fn opened(&self, path: &Path) -> DocumentView {
        document(&self.session, self.file(path)).unwrap()
    }

    fn file(&self, path: &Path) -> FileId {
        let kept = self.keep(&[path.to_owned()]).remove(0);
        assert!(kept.kept, "{kept:?}");
        evidence::files(&self.session, kept.evidence.unwrap().0).unwrap()[0].id
    }
}

/// One second of silence.
fn wav() -> Vec<u8> {
    let head = b"RIFF\xA4\x3E\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0data\x80\x3E\0\0";
    [&head[..], &[0; 16_000]].concat()
}

/// Two grey pages of eight by eight.
fn tiff() -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    for next in [8 + 2 + 8 * 12 + 4 + 64, 0] {
        let pixels = out.len() as u32 + 2 + 8 * 12 + 4;
        let entries: [(u16, u32); 8] =
            [(256, 8), (257, 8), (258, 8), (259, 1), (262, 1), (273, pixels), (278, 8), (279, 64)];
        out.extend(8_u16.to_le_bytes());
        for (tag, value) in entries {
            out.extend(
                [&tag.to_le_bytes()[..], &4_u16.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()].concat(),
            );
        }
        out.extend((next as u32).to_le_bytes());
        out.extend((0..64).map(|n| n * 4));
    }
    out
}

#[test]
fn recordings_pictures_and_words_are_shown_in_their_own_way() {
    let home = Home::new();
    let sound = home.opened(&home.write("call.wav", &wav()));
    assert_eq!((sound.showing, sound.file.seconds), (Showing::Sound, Some(1.0)));

    let fax = home.opened(&home.write("fax.tif", &tiff()));
    assert_eq!((fax.showing, fax.file.pages, fax.file.problem), (Showing::Pictures, Some(2), None));
    let second = documents::page(&home.session, fax.file.id, 2, 100).unwrap();
    assert_eq!((second.width, second.height), (8, 8));
    assert!(documents::page(&home.session, fax.file.id, 3, 100).is_err());

    let words = home.opened(&home.write("letter.rtf", br"{\rtf1\ansi Dear Ms Reed}"));
    assert_eq!((words.showing, words.text[0].text.as_str()), (Showing::Text, "Dear Ms Reed"));
    let old = home.opened(&home.write("broken.docx", b"PK\x03\x04[Content_Types].xml word/"));
    assert_eq!((old.showing, old.file.problem.is_some()), (Showing::None, true));
}

#[test]
fn a_saved_page_and_its_folder_are_one_item() {
    let home = Home::new();
    let page = home.write("Notice.html", b"<!doctype html><title>Notice</title><p>Your data were taken.</p>");
    home.write("Notice_files/logo.gif", b"GIF89a not quite");
    home.write("Notice_files/site.css", b"p { color: red }");
    let kept = home.keep(&[page, home.at("Notice_files")]);
    let items: Vec<_> = kept.iter().map(|kept| kept.evidence.unwrap().0).collect();
    assert_eq!(items, [items[0]; 3]);
    let names: Vec<_> = evidence::files(&home.session, items[0]).unwrap().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["Notice.html", "logo.gif", "site.css"]);
}

#[test]
fn a_password_opens_a_locked_pdf_until_the_vault_is_locked() {
    let home = Home::new();
    if Command::new("qpdf").arg("--version").output().is_err() {
        eprintln!("skipped: qpdf is not installed");
        return;
    }
    let plain = home.write("plain.pdf", &pdf());
    let locked = home.at("locked.pdf");
    let done = Command::new("qpdf")
        .args(["--encrypt", "open sesame", "its owner", "256", "--"])
        .args([&plain, &locked])
        .status();
    assert!(done.unwrap().success());

    let shown = home.opened(&locked);
    assert_eq!((shown.showing, shown.text.len(), shown.file.problem.is_some()), (Showing::Locked, 0, true));
    let file = shown.file.id;
    let wrong = documents::unlock(&home.session, file, Secret::new("open barley".to_owned())).unwrap_err();
    let wrong = recourse_contract::failure(&wrong);
    assert_eq!(wrong.field.as_deref(), Some("password"));
    assert_eq!(document(&home.session, file).unwrap().showing, Showing::Locked);

    documents::unlock(&home.session, file, Secret::new("open sesame".to_owned())).unwrap();
    let shown = document(&home.session, file).unwrap();
    assert_eq!((shown.showing, shown.file.pages, shown.file.problem), (Showing::Pictures, Some(1), None));
    assert!(shown.text[0].text.contains("4711"), "{:?}", shown.text);
    assert!(documents::page(&home.session, file, 1, 300).unwrap().bytes.starts_with(b"\x89PNG"));

    // Locked and opened again: the words stay found, the password is gone.
    let Home { session, folder, .. } = home;
    let session = session.lock().unwrap().unlock(&Secret::new("otter lamp quiet seven".to_owned())).unwrap();
    let shown = document(&session, file).unwrap();
    assert_eq!((shown.showing, shown.text.len()), (Showing::Locked, 1));
    assert!(documents::page(&session, file, 1, 300).is_err());
    drop(folder);
}

/// One page that says a number.
fn pdf() -> Vec<u8> {
    let content = "BT /F 18 Tf 72 700 Td (Reference 4711) Tj ET";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 6\n0000000000 65535 f \n".to_owned();
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", out.len());
        out.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let start = out.len();
    out.extend(format!("{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    out
}
