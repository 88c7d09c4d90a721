//! A small invented claim, made in memory.

use chrono::NaiveDate;
use image::codecs::jpeg::JpegEncoder;
use recourse_bundle::bag::{BagReport, pack};
use recourse_bundle::compose::{compose, in_process};
use recourse_bundle::model::{
    Attachment, Audience, BundleModel, Certainty, ChronologyRow, Content, Document, EvidenceRow, FileSource,
    Formatting, Gap, LeftOut, MailPage, Reference, Section, SummaryLine, Table, TextPage,
};
use recourse_bundle::progress::unwatched;
use recourse_bundle::report::BuildReport;
use serde_json::json;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

pub fn file(name: &str, media_type: &str, bytes: impl Into<Vec<u8>>) -> FileSource {
    FileSource::in_memory(name.into(), media_type.into(), Arc::from(bytes.into()))
}

pub fn document(reference: &str, title: &str, files: Vec<FileSource>, content: Content) -> Document {
    Document {
        reference: reference.into(),
        title: title.into(),
        date_as_stated: "3 Nov 2021".into(),
        kind: "letter".into(),
        files,
        content,
    }
}

/// A PDF of `pages` plain pages, each with its own words.
pub fn pdf(pages: usize, words: &str) -> Vec<u8> {
    use lopdf::{Document as Pdf, Object, Stream, dictionary};
    let mut pdf = Pdf::with_version("1.5");
    let tree = pdf.new_object_id();
    let font = pdf.add_object(dictionary! {"Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica"});
    let mut kids: Vec<Object> = Vec::new();
    for i in 1..=pages {
        let content = format!("BT /F 18 Tf 72 700 Td ({words} {i}) Tj ET");
        let content = pdf.add_object(Stream::new(dictionary! {}, content.into_bytes()));
        let page = pdf.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => dictionary! {"Font" => dictionary! {"F" => font}},
        });
        kids.push(page.into());
    }
    let count = i64::try_from(pages).expect("few pages");
    pdf.set_object(tree, dictionary! {"Type" => "Pages", "Kids" => kids, "Count" => count});
    let root = pdf.add_object(dictionary! {"Type" => "Catalog", "Pages" => tree});
    pdf.trailer.set("Root", root);
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("memory");
    out
}

/// A photograph: a dark bar at the top of a light field.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        if y < height / 8 {
            image::Rgb([40, 60, 100])
        } else {
            image::Rgb([230, 225, u8::try_from(x % 200).expect("small")])
        }
    });
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 90).encode_image(&picture).expect("memory");
    out
}

/// The same with an EXIF orientation.
pub fn jpeg_turned(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let plain = jpeg(width, height);
    let mut exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).expect("short");
    let mut out = vec![0xFF, 0xD8, 0xFF, 0xE1];
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(&exif);
    out.extend_from_slice(&plain[2..]);
    out
}

fn notice() -> MailPage {
    MailPage {
        headers: vec![
            ("From".into(), "Northfold Society <notices@northfold.example>".into()),
            ("To".into(), "r.marsh@example.org".into()),
            ("Date".into(), "Wednesday 3 November 2021, 17:04".into()),
            ("Subject".into(), "Notification of data incident".into()),
        ],
        body: "Dear Ruth,\n\nWe are writing because a company that keeps records on our behalf has had a security incident. A large amount of Society data can no longer be opened on their systems.\n\nThe data includes information that members, supporters and others have given us. We are still working to understand the full effect.\n\nYou do not need to do anything now, but please be careful with unexpected messages and switch on two-step sign-in where you can.\n\nThe Northfold Society".into(),
        body_note: None,
        formatting: Formatting::None,
        attachments: vec![Attachment {
            name: "questions-and-answers.pdf".into(),
            media_type: "application/pdf".into(),
            size: 41_822,
            reference: Some("E-002".into()),
        }],
    }
}

fn sections() -> Vec<Section> {
    let mail = b"From: notices@northfold.example\r\nSubject: Notification\r\n\r\nDear Ruth,\r\n".to_vec();
    let posting = TextPage {
        facts: vec![("Address".into(), "https://northfold.example/news/about-our-fundraising-supplier".into()), ("Seen".into(), "12 November 2021".into())],
        text: "Between February and May this year a supplier of ours was attacked.\n\nNo bank details were taken. The ransom was paid and we are told that the data was destroyed.".into(),
        note: Some("Typed by the claimant from a saved page.".into()),
        formatting: Formatting::None,
        monospaced: false,
    };
    vec![
        Section {
            title: "Notices".into(),
            documents: vec![
                document(
                    "N-001",
                    "Notification of data incident",
                    vec![file("notice.eml", "message/rfc822", mail)],
                    Content::Mail(notice()),
                ),
                Document {
                    date_as_stated: String::new(),
                    kind: "web page".into(),
                    ..document("N-002", "Notice about our fundraising supplier", vec![], Content::Text(posting))
                },
            ],
        },
        Section {
            title: "Letters and e-mails".into(),
            documents: vec![
                document(
                    "E-001",
                    "Letter of 9 November 2021, photographed",
                    vec![
                        file("IMG_0001.jpg", "image/jpeg", jpeg(300, 400)),
                        file("IMG_0002.JPG", "image/jpeg", jpeg_turned(400, 300, 6)),
                    ],
                    Content::Files,
                ),
                document(
                    "E-002",
                    "Questions and answers",
                    vec![file("questions and answers.pdf", "application/pdf", pdf(3, "Question"))],
                    Content::Files,
                ),
                document(
                    "E-003",
                    "A call from the membership office",
                    vec![file("=cmd call*.m4a", "audio/mp4", vec![7; 5000])],
                    Content::Files,
                ),
                document(
                    "E-004",
                    "Łódź, Tŷ Gwyn, رسالة, 🙂",
                    vec![file("zażółć.pdf", "application/pdf", b"not a PDF at all".to_vec())],
                    Content::Files,
                ),
            ],
        },
    ]
}

/// The claim.
pub fn model() -> BundleModel {
    let sections = sections();
    let evidence = sections
        .iter()
        .flat_map(|s| &s.documents)
        .flat_map(|d| d.files.iter().map(move |f| (d, f)))
        .map(|(d, f)| EvidenceRow {
            reference: d.reference.clone(),
            title: d.title.clone(),
            how_obtained: "received by e-mail".into(),
            added: "21 November 2026".into(),
            file_name: f.name.clone(),
            size: f.size,
            sha256: f.sha256.clone(),
        })
        .collect();
    let row = |no, date: &str, normalised: Option<&str>, event: &str, who: &str, source: Option<&str>| ChronologyRow {
        no,
        date_as_stated: date.into(),
        normalised: normalised.map(Into::into),
        flag: None,
        earliest: NaiveDate::from_ymd_opt(2021, 11, 3),
        latest: None,
        event: event.into(),
        who: who.into(),
        source: source.map(Into::into),
        certainty: if source.is_some() { Certainty::Document } else { Certainty::Recollection },
    };
    BundleModel {
        claimant: "Ruth Marsh".into(),
        organisation: "Northfold Society".into(),
        references: vec![Reference { label: "Regulator".into(), value: "IC-118220-X1".into() }],
        chain_head: Some("9f".repeat(32)),
        summary: vec![
            SummaryLine {
                label: "Who holds the data".into(),
                text: "The Northfold Society. The notice does not say which company kept the records.".into(),
                source: Some("N-001".into()),
            },
            SummaryLine {
                label: "First told".into(),
                text: "3 November 2021, by e-mail.".into(),
                source: Some("N-001".into()),
            },
            SummaryLine { label: "Membership".into(), text: "From 2015 until about May 2020.".into(), source: None },
        ],
        sections,
        chronology: vec![
            row(1, "about May 2020", Some("between February and August 2020"), "Membership ended.", "Ruth Marsh", None),
            row(
                2,
                "3 Nov 2021",
                Some("3 November 2021"),
                "An e-mail says that data can no longer be opened on a supplier’s systems.",
                "Northfold Society",
                Some("N-001"),
            ),
            row(
                3,
                "",
                None,
                "A posting speaks of an attack “between February and May this year”.",
                "Northfold Society",
                Some("N-002"),
            ),
        ],
        evidence,
        gaps: vec![
            Gap {
                text: "The notice does not say which data was involved.".into(),
                about: Some("N-001".into()),
                state: "asked on 4 January 2022; no answer recorded".into(),
            },
            Gap { text: "The posting carries no date.".into(), about: Some("N-002".into()), state: String::new() },
        ],
        left_out: vec![LeftOut {
            reference: "E-009".into(),
            title: "Advice about the claim".into(),
            reason: "marked as privileged".into(),
        }],
        record: json!({"claim": {"title": "Northfold Society"}}),
        tables: vec![Table {
            name: "statements".into(),
            columns: vec!["reference".into(), "words".into()],
            rows: vec![vec![json!("S-001"), json!("=1+1")], vec![json!("S-002"), json!(-12)]],
        }],
        history: vec![r#"{"seq":1,"what":"claim made"}"#.into()],
        audience: Audience::Solicitor,
        ..BundleModel::empty("Marsh and the Northfold Society", day())
    }
}

/// What a tool says, or `None` with a printed word when it is not installed.
pub fn tool(name: &str, args: &[&dyn AsRef<std::ffi::OsStr>]) -> Option<(bool, String)> {
    tool_in(Path::new("."), name, args)
}

/// The same in a folder.
pub fn tool_in(folder: &Path, name: &str, args: &[&dyn AsRef<std::ffi::OsStr>]) -> Option<(bool, String)> {
    match Command::new(name).args(args.iter().map(|a| a.as_ref())).current_dir(folder).output() {
        Ok(output) => {
            let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
            said.push_str(&String::from_utf8_lossy(&output.stderr));
            Some((output.status.success(), said))
        }
        Err(_) => {
            eprintln!("skipped: {name} is not installed");
            None
        }
    }
}

/// The Python that the packages of others are installed for (`cargo xtask test` does it); `None` with a printed word where it is not there.
pub fn python() -> Option<String> {
    let here = std::env::current_exe().expect("a running program knows where it lies");
    let python = here.ancestors().nth(3).expect("a test lies three folders deep").join("xtask/python/bin/python");
    if python.is_file() {
        return Some(python.to_str().expect("a plain path").to_owned());
    }
    eprintln!("skipped: {} is not there", python.display());
    None
}

/// A finished PDF in a folder of its own.
pub struct Built {
    folder: TempDir,
    pub report: BuildReport,
}

impl Built {
    pub fn pdf(&self) -> PathBuf {
        self.folder.path().join("bundle.pdf")
    }
}

/// Makes the claim's PDF.
pub fn make_pdf() -> Built {
    let folder = TempDir::new().expect("a folder");
    let report = compose(&model(), &folder.path().join("bundle.pdf"), &mut in_process, unwatched()).expect("a bundle");
    Built { folder, report }
}

/// The claim's PDF, made once.
pub fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(make_pdf)
}

/// A finished ZIP in a folder of its own.
pub struct Packed {
    folder: TempDir,
    pub report: BagReport,
}

impl Packed {
    pub fn zip(&self) -> PathBuf {
        self.folder.path().join("bundle.zip")
    }
}

/// The claim's ZIP, made once.
pub fn packed() -> &'static Packed {
    static PACKED: OnceLock<Packed> = OnceLock::new();
    PACKED.get_or_init(|| {
        let folder = TempDir::new().expect("a folder");
        let report = pack(&model(), &built().report, &built().pdf(), &folder.path().join("bundle.zip"), unwatched())
            .expect("a bag");
        Packed { folder, report }
    })
}

/// The ZIP unpacked into a folder `bag`.
pub fn unpack() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let mut zip = zip::ZipArchive::new(File::open(packed().zip()).expect("the ZIP")).expect("a ZIP");
    zip.extract(folder.path()).expect("unpacked");
    std::fs::rename(folder.path().join(&packed().report.root), folder.path().join("bag")).expect("renamed");
    folder
}
