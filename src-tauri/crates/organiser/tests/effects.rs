//! Losses, time, steps and the diary in a bundle: what was typed is what is printed and what stands in the tables, letter for letter.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, Utc};
use recourse_domain::choices::{Audience, LossHead};
use recourse_domain::dates::understand;
use recourse_domain::records::{Claim, DiaryEntry, Entry, Evidence, Loss, Marks, Notice, ProtectiveStep, TimeSpent};
use recourse_domain::{RecordId, StatedDate, money};
use recourse_organiser::bundles::{self, Order};
use recourse_organiser::clock::Clock;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, claims, effects, records, timeline};
use recourse_vault::{KdfParams, Secret};
use serde_json::Value;

const DIARY: &str = "I read it at 6 o'clock, “twice”, and then again; it said £1,200 & <nothing> for #me.\n\n\
Then *nothing* at all: $x_1$, [no link](http://a.example), `code`, \\ and // and 50 % = half.\n\
À bientôt, Zoë Müller-Łukasiewicz. Señor Núñez’s ½ naïve café — “œuvre”, façade, Ångström, ţară, Ħal Għaxaq.\n\n\n\
Last line, after two blank ones.";
const WHY: &str = "=SUM(A1:A9) is what I first wrote;\n- then this,\n+ and this, \"quoted\"; one, two";
const AMOUNTS: [(&str, &str); 4] =
    [("1,234.05", "£1,234.05"), ("EUR 20", "EUR 20.00"), ("JPY 1500", "JPY 1,500"), ("0.07", "£0.07")];

/// A clock whose hands are put on.
struct Hands(Mutex<DateTime<Utc>>);

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

struct Desk {
    session: Arc<Session<Unlocked>>,
    claim: RecordId,
    hands: Arc<Hands>,
    folder: tempfile::TempDir,
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn on(text: &str) -> StatedDate {
    understand(text, "2026-11-21".parse().unwrap()).unwrap().date
}

fn long_line() -> String {
    (1..=120).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let hands = Arc::new(Hands(Mutex::new(at("2026-11-21T10:00:00Z"))));
        let tools = Tools { clock: Arc::clone(&hands) as Arc<dyn Clock>, worker: Worker::new(program) };
        let words = Secret::new("otter lamp quiet seven".to_owned());
        let place = folder.path().join("v.recourse");
        let (session, _) = Session::create(&place, &words, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = Claim { title: "Northfold".into(), ..Claim::default() };
        let claim = claims::save(&session, None, claim, "The Northfold Society").unwrap().id;
        Self { session: Arc::new(session), claim, hands, folder }
    }

    fn now(&self, text: &str) {
        *self.hands.0.lock().unwrap() = at(text);
    }

    fn loss(&self, title: &str, typed: &str, evidence: &[RecordId]) -> Entry<Loss> {
        let loss = Loss {
            title: title.into(),
            happened: on("22 January 2022"),
            head: LossHead::Fee,
            amount: (!typed.is_empty()).then(|| money::understand(typed).unwrap()),
            why: WHY.into(),
            ..Loss::default()
        };
        effects::save_loss(&self.session, self.claim, None, loss, evidence).unwrap()
    }

    fn filled() -> Self {
        let desk = Self::new();
        let (session, claim) = (&desk.session, desk.claim);
        let receipt =
            Evidence { title: "Receipt".into(), transcription: "Paid with thanks".into(), ..Evidence::default() };
        let receipt = records::add(session, claim, receipt, &[]).unwrap().id;
        for (n, (typed, _)) in AMOUNTS.iter().enumerate() {
            desk.loss(&format!("Loss number {n}"), typed, if n == 0 { std::slice::from_ref(&receipt) } else { &[] });
        }
        desk.loss("Nobody knows how much", "", &[]);
        for (activity, minutes) in [("On the telephone", Some(75)), ("on the  telephone", Some(50)), ("Letters", None)]
        {
            let text = long_line();
            let time = TimeSpent {
                activity: activity.into(),
                minutes,
                text,
                note_written: on("23 January 2022"),
                ..TimeSpent::default()
            };
            effects::save_time(session, claim, None, time, &[]).unwrap();
        }
        let notice = Notice { subject: "Notification of data incident".into(), ..Notice::default() };
        let notice = records::add(session, claim, notice, &[]).unwrap().id;
        let step = ProtectiveStep {
            title: "Two-step sign-in".into(),
            done: on("4 November 2021"),
            prompted_by: Some(notice),
            cost: Some(money::understand("£3.50").unwrap()),
            outcome: "It works.\nMostly.".into(),
            ..ProtectiveStep::default()
        };
        effects::save_step(session, claim, None, step, &[]).unwrap();
        let late = DiaryEntry { happened: on("3 November 2026"), text: DIARY.into(), ..DiaryEntry::default() };
        effects::save_entry(session, claim, None, late, &[]).unwrap();
        let fresh = DiaryEntry {
            happened: on("20 November 2026"),
            text: "First words, with a slip of the pen.".into(),
            other_causes: "My mother was ill.".into(),
            ..DiaryEntry::default()
        };
        let fresh = effects::save_entry(session, claim, None, fresh, &[]).unwrap();
        desk.now("2026-11-25T18:30:00Z");
        let again = DiaryEntry { text: "First words, and no slip of the pen.".into(), ..fresh.body };
        effects::save_entry(session, claim, Some(fresh.id), again, &[]).unwrap();
        desk
    }

    fn bundle(&self, audience: Audience) -> Bundle {
        let order = Order {
            claim: self.claim,
            audience,
            date: "2026-11-26".parse().unwrap(),
            folder: self.folder.path().join(audience.code()),
            pdf_only: false,
            after: None,
        };
        let made = bundles::make(&self.session, &order, &|_| ControlFlow::Continue(())).unwrap();
        let folder = self.folder.path().join(format!("{}-bag", audience.code()));
        let zip = made.zip.unwrap();
        said("python3", &["-m", "zipfile", "-e", zip.to_str().unwrap(), folder.to_str().unwrap()]);
        let bag = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        Bundle { pdf: made.pdf, record: bag.join("data/record") }
    }
}

struct Bundle {
    pdf: PathBuf,
    record: PathBuf,
}

impl Bundle {
    /// The lines of its pages as poppler reads them, without the places that only let a long word break.
    fn lines(&self) -> Vec<String> {
        let text = said("pdftotext", &["-layout", self.pdf.to_str().unwrap(), "-"]);
        text.replace('\u{200b}', "").lines().map(|line| line.trim().to_owned()).collect()
    }

    fn text(&self) -> String {
        squeezed(&said("pdftotext", &[self.pdf.to_str().unwrap(), "-"]))
    }

    fn rows(&self, name: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.record.join(format!("{name}.jsonl"))).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// A table as Python's own reader of CSV reads it.
    fn csv(&self, name: &str) -> Vec<Value> {
        let read = "import csv,json,sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')))))";
        let text = said("python3", &["-c", read, path(&self.record.join(format!("{name}.csv")))]);
        serde_json::from_str(&text).unwrap()
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn squeezed(text: &str) -> String {
    text.replace('\u{200b}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_word_amount_and_line_break_is_printed_as_it_was_typed() {
    let desk = Desk::filled();
    let bundle = desk.bundle(Audience::Solicitor);
    let lines = bundle.lines();
    let text = bundle.text();
    // The diary line by line: each line of it is a line of the page, and none lies between two of them that was not typed.
    let typed: Vec<&str> = DIARY.lines().collect();
    let begin = lines.iter().position(|line| line == typed[0]).unwrap_or_else(|| panic!("no line is {:?}", typed[0]));
    let mut printed = lines[begin..].iter().filter(|line| !line.is_empty());
    for line in typed.iter().filter(|line| !line.is_empty()) {
        // A line longer than the page goes on below.
        let mut whole = printed.next().unwrap().clone();
        while whole.len() < line.len() {
            whole = format!("{whole} {}", printed.next().unwrap());
        }
        assert_eq!(&whole, line);
    }
    assert!(lines[begin + 1].is_empty(), "the blank line is kept");
    assert!(text.contains(&squeezed(WHY)), "{WHY}");
    assert!(lines.iter().any(|line| line.ends_with("- then this,")), "its lines are lines");
    // In its own sections, and again in the schedule.
    assert_eq!(text.matches(&long_line()).count(), 5);
    for (_, said) in AMOUNTS {
        assert!(lines.iter().any(|line| line.ends_with(said)), "no line ends with {said}");
    }
    for words in [
        "amount not known",
        "1 without an amount",
        "2 hours 5 minutes",
        "1 does not say how long",
        "how long is not known",
        "Note of it written 23 January 2022",
        "Prompted by N-001, “Notification of data incident”",
        "It works. Mostly.",
        "Written 21 November 2026, 10:00 UTC written 18 days after",
        "Written 21 November 2026, 10:00 UTC; words changed 25 November 2026, 18:30 UTC",
        "First words, and no slip of the pen.",
        "Its words as written 21 November 2026, 10:00 UTC: First words, with a slip of the pen.",
        "Other causes My mother was ill.",
        "Proof: E-001 · p. ",
    ] {
        assert!(text.contains(words), "the pages do not say {words:?}");
    }
    // Sums stand by currency and are never one sum.
    for sum in ["EUR 20.00", "£1,234.12", "JPY 1,500"] {
        assert!(lines.iter().any(|line| line.contains(sum)), "{sum}");
    }
}

#[test]
fn the_tables_hold_what_was_typed() {
    let desk = Desk::filled();
    let bundle = desk.bundle(Audience::Solicitor);
    let losses = bundle.rows("losses");
    let amounts: Vec<_> = losses
        .iter()
        .map(|row| (row["amount"].clone(), row["amount_minor"].clone(), row["amount_currency"].clone()))
        .collect();
    let amount = |decimal: &str, minor: i64, code: &str| (decimal.into(), minor.into(), code.into());
    assert_eq!(
        amounts,
        [
            amount("1234.05", 123_405, "GBP"),
            amount("20.00", 2_000, "EUR"),
            amount("1500", 1_500, "JPY"),
            amount("0.07", 7, "GBP"),
            (Value::Null, Value::Null, Value::Null)
        ]
    );
    assert!(losses.iter().all(|row| row["why"] == WHY));
    assert_eq!((&losses[0]["evidence"], &losses[1]["evidence"]), (&"E-001".into(), &"".into()));
    let diary = bundle.rows("diary");
    assert_eq!((&diary[0]["text"], &diary[0]["written_days_after"]), (&DIARY.into(), &18.into()));
    assert_eq!(diary[1]["written_days_after"], Value::Null);
    assert_eq!(diary[1]["written_at"], "2026-11-21T10:00:00Z");
    assert_eq!(bundle.rows("protective-steps")[0]["prompted_by"], "N-001");
    assert_eq!(bundle.rows("time-spent")[0]["minutes"], 75);
    // As a spreadsheet reads it: the same facts, and nothing in it is taken for a formula.
    let (diary, losses) = (bundle.csv("diary"), bundle.csv("losses"));
    assert_eq!(diary[0]["text"], DIARY);
    let why = losses[0]["why"].as_str().unwrap();
    assert!(why.ends_with(WHY) && !why.starts_with('='), "{why}");
    assert_eq!((&losses[0]["amount"], &losses[0]["amount_minor"]), (&"1234.05".into(), &"123405".into()));
}

#[test]
fn the_other_side_gets_what_is_not_held_back_and_no_words_that_were_changed() {
    let desk = Desk::filled();
    let (session, claim) = (&desk.session, desk.claim);
    let losses = records::list::<Loss>(session, claim).unwrap();
    records::set_marks(session, losses[0].id, Marks { privileged: true, ..Marks::default() }).unwrap();
    let notice = records::list::<Notice>(session, claim).unwrap()[0].id;
    records::set_marks(session, notice, Marks { privileged: true, ..Marks::default() }).unwrap();
    let late = records::list::<DiaryEntry>(session, claim).unwrap();
    let late = late.iter().find(|entry| entry.body.text == DIARY).unwrap().id;
    records::set_marks(session, late, Marks { include_in_bundle: false, ..Marks::default() }).unwrap();
    let bundle = desk.bundle(Audience::OtherSide);
    let text = bundle.text();
    assert!(text.contains("First words, and no slip of the pen."));
    assert!(text.contains("words changed 25 November 2026"), "that they were changed is said");
    for kept in
        ["with a slip of the pen", "1,234.05", "Receipt", "Notification of data incident", "naïve café", "N-001"]
    {
        assert!(!text.contains(kept), "{kept} went out");
    }
    assert_eq!(bundle.rows("losses").len(), AMOUNTS.len());
    assert_eq!(bundle.rows("protective-steps")[0]["prompted_by"], Value::Null);
    let whole = fs::read_to_string(bundle.record.join("claim.json")).unwrap();
    assert!(!whole.contains(&notice.to_string()), "the data names a notice that stays");
}

#[test]
fn each_has_its_row_on_the_timeline() {
    let desk = Desk::filled();
    let question = timeline::Question { claim: desk.claim, incident: None, kinds: Vec::new(), words: String::new() };
    let opened = timeline::open(&desk.session, &question).unwrap().timeline;
    let rows: Vec<String> = opened
        .dated
        .iter()
        .chain(&opened.undated)
        .map(|row| format!("{}|{}", row.what, row.source_in_words()))
        .collect();
    for row in [
        "Loss L-001 (fee): Loss number 0, £1,234.05|E-001 · other",
        "Loss L-005 (fee): Nobody knows how much, amount not known|recollection",
        "Time spent T-001: On the telephone, 1 hour 15 minutes|recollection",
        "Protective step A-001: Two-step sign-in|recollection",
    ] {
        assert!(rows.iter().any(|one| one == row), "no row {row}: {rows:#?}");
    }
    assert!(rows.iter().any(|row| row.starts_with("Diary Y-001: “I read it at 6 o'clock")), "{rows:#?}");
}

#[test]
fn an_entry_without_its_words_is_asked_for_them() {
    let desk = Desk::new();
    let (session, claim) = (&desk.session, desk.claim);
    let field = |error: Error| match error {
        Error::Field { field, .. } => field,
        other => panic!("{other}"),
    };
    assert_eq!(field(effects::save_loss(session, claim, None, Loss::default(), &[]).unwrap_err()), "title");
    assert_eq!(field(effects::save_time(session, claim, None, TimeSpent::default(), &[]).unwrap_err()), "activity");
    assert_eq!(field(effects::save_step(session, claim, None, ProtectiveStep::default(), &[]).unwrap_err()), "title");
    assert_eq!(field(effects::save_entry(session, claim, None, DiaryEntry::default(), &[]).unwrap_err()), "text");
}
