//! The pages on what was told: every word is on them, however long the words and however many the notices.

use crate::support::{day, document, tool};
use recourse_bundle::compose::{compose, in_process};
use recourse_bundle::model::{
    BundleModel, Certainty, CheckedNotice, Content, DataKind, DataRow, DateWords, Finding, IncidentDate, IncidentDates,
    Pair, QuestionRow, Quoted, Section, Told,
};
use recourse_bundle::progress::unwatched;
use tempfile::TempDir;

fn said_on(day: &str) -> DateWords {
    DateWords { as_stated: day.into(), normalised: Some(day.into()), flag: None }
}

fn quoted(reference: &str, words: String) -> Quoted {
    Quoted {
        reference: reference.into(),
        words,
        speaker: "The Northfold Society".into(),
        date: said_on("3 November 2021"),
        about: "own document".into(),
        source: Some("N-001".into()),
        place: String::new(),
    }
}

fn notice(number: usize) -> CheckedNotice {
    let finding = |item: usize| Finding {
        item: format!("N{item:02}"),
        text: format!("Thing {item}"),
        footing: "the law asks".into(),
        finding: Some("partly".into()),
        quote: format!("words{number}x{item} to-somebody-at-length@a-long-domain.example"),
        remark: String::new(),
    };
    CheckedNotice {
        reference: format!("N-{number:03}"),
        title: format!("Notice {number}"),
        date: DateWords::default(),
        source: None,
        findings: (1..=14).map(finding).collect(),
    }
}

fn told() -> Told {
    let long = |mark: &str| (1..=1_500).map(|n| format!("{mark}{n}")).collect::<Vec<_>>().join(" ");
    let lines = (1..=300).map(|n| format!("line{n}")).collect::<Vec<_>>().join("\n");
    Told {
        incidents: vec![IncidentDates {
            name: "Autumn".into(),
            kind_as_told: String::new(),
            dates: vec![IncidentDate {
                what: "it happened".into(),
                date: DateWords::default(),
                after: String::new(),
                source: None,
                certainty: None,
            }],
        }],
        notices: (1..=6).map(notice).collect(),
        pairs: vec![Pair {
            tie: "These do not seem to fit".into(),
            first: quoted("S-001", long("left")),
            second: quoted("S-002", lines),
            both_true: "cannot tell".into(),
            remark: String::new(),
        }],
        questions: vec![QuestionRow {
            reference: "Q-001".into(),
            text: long("asked"),
            gap: String::new(),
            asked_of: String::new(),
            asked: DateWords::default(),
            asked_in: String::new(),
            source: None,
            state: "not asked yet".into(),
            answer: None,
            remark: String::new(),
        }],
        data: vec![DataKind {
            label: "Name".into(),
            sensitivity: String::new(),
            assertions: vec![DataRow {
                reference: "D-001".into(),
                date: said_on("May 2014"),
                standing: "given by the claimant".into(),
                by: "the claimant".into(),
                whose: String::new(),
                quote: long("given"),
                source: Some("N-001".into()),
                certainty: Certainty::Recollection,
                remark: String::new(),
            }],
        }],
        ..Told::default()
    }
}

#[test]
fn every_word_is_on_a_page_and_every_section_in_the_outline() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("bundle.pdf");
    let documents = vec![document("N-001", "Notice", Vec::new(), Content::Files)];
    let sections = vec![Section { title: "Notices".into(), documents }];
    let model = BundleModel { told: told(), sections, ..BundleModel::empty("Told", day()) };
    let report = compose(&model, &out, &mut in_process, unwatched()).expect("a bundle");
    assert!((10..80).contains(&report.pages), "{}", report.pages);
    let Some((whole, checked)) = tool("qpdf", &[&"--check", &out]) else { return };
    assert!(whole, "{checked}");
    let Some((true, text)) = tool("pdftotext", &[&out, &"-"]) else { return };
    let words: std::collections::HashSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    for mark in ["left", "asked", "given"] {
        let lost: Vec<String> =
            (1..=1_500).map(|n| format!("{mark}{n}")).filter(|word| !words.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{} words are on no page, the first {}", lost.len(), lost[0]);
    }
    assert!((1..=300).all(|n| words.contains(format!("line{n}").as_str())), "lines are lost");
    for number in 1..=6 {
        assert!((1..=14).all(|item| words.contains(format!("words{number}x{item}").as_str())), "notice {number}");
    }
    let Some((true, outline)) = tool("qpdf", &[&"--json", &"--json-key=outlines", &out]) else { return };
    for section in
        ["Who told whom", "Told and not told", "Statements that do not seem to fit", "Questions", "Kinds of data"]
    {
        assert!(outline.contains(section), "the outline has no {section}");
    }
}
