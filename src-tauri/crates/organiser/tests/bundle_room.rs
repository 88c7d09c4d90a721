//! A bundle arranged by hand, on the sample claim: order, wording, what is left out and put in, taking it back, page numbers beforehand, and stopping.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use recourse_domain::RecordId;
use recourse_domain::choices::{Audience, BundleSection};
use recourse_domain::records::Marks;
use recourse_organiser::bundles::{self, Change, Made, Order, Preview, PutIn, Why};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::history::undo;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, records, sample};
use recourse_vault::{KdfParams, Secret};

struct Desk {
    session: Arc<Session<Unlocked>>,
    claim: RecordId,
    folder: tempfile::TempDir,
}

impl Desk {
    fn with_the_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The program that reads files is the built `recourse`, two folders above this test.
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let clock = Arc::new(FixedClock(DateTime::from_timestamp(1_700_000_000, 0).unwrap()));
        let tools = Tools { clock, worker: Worker::new(program) };
        let words = Secret::new("otter lamp quiet seven".to_owned());
        let place = folder.path().join("v.recourse");
        let (session, _) = Session::create(&place, &words, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = sample::add(&session).unwrap().id;
        Self { session: Arc::new(session), claim, folder }
    }

    fn preview(&self, audience: Audience) -> Preview {
        bundles::preview(&self.session, self.claim, audience).unwrap()
    }

    fn arrange(&self, audience: Audience, change: Change) {
        bundles::arrange(&self.session, self.claim, audience, &change).unwrap();
    }

    fn order(&self, audience: Audience, folder: &Path, pdf_only: bool) -> Order {
        let date = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        Order { claim: self.claim, audience, date, folder: folder.to_owned(), pdf_only, after: None }
    }

    fn made(&self, audience: Audience, name: &str) -> Made {
        let order = self.order(audience, &self.folder.path().join(name), false);
        bundles::make(&self.session, &order, &|_| ControlFlow::Continue(())).unwrap()
    }
}

fn ids(preview: &Preview, section: BundleSection) -> Vec<RecordId> {
    let sections = preview.sections.iter().filter(|one| one.key == section);
    sections.flat_map(|one| &one.documents).map(|picked| picked.id).collect()
}

fn references(preview: &Preview) -> Vec<String> {
    let documents = preview.sections.iter().flat_map(|one| &one.documents);
    documents.map(|picked| picked.reference.to_string()).collect()
}

/// A file of a ZIP, by the end of its name.
fn from_zip(zip: &Path, ending: &str) -> String {
    let output = Command::new("unzip").arg("-p").arg(zip).arg(format!("*/{ending}")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_was_arranged_is_made_and_what_was_taken_back_leaves_the_usual_bytes() {
    let desk = Desk::with_the_sample();
    let audience = Audience::Solicitor;
    let usual = desk.made(audience, "usual");
    let preview = desk.preview(audience);
    let notices = ids(&preview, BundleSection::Notices);
    let letters = ids(&preview, BundleSection::Letters);
    let [moved, left_out, worded] = [notices[2], letters[0], notices[1]];
    assert!(preview.arrangement.is_empty());
    let section = BundleSection::Notices;
    desk.arrange(audience, Change::Move { document: moved, section, before: Some(notices[0]) });
    let section = BundleSection::Letters;
    desk.arrange(audience, Change::MoveSection { section, before: Some(BundleSection::Notices) });
    desk.arrange(audience, Change::LeaveOut { record: left_out });
    let title = "  The first   notice ".to_owned();
    desk.arrange(audience, Change::Word { document: worded, title, date: "spring 2020".to_owned() });

    let arranged = desk.preview(audience);
    assert_eq!(arranged.sections[0].key, BundleSection::Letters);
    assert_eq!(ids(&arranged, BundleSection::Notices)[..2], [moved, notices[0]]);
    let picked = arranged.document(worded).unwrap();
    assert_eq!((picked.title.as_str(), picked.printed_date().as_str()), ("The first notice", "spring 2020"));
    let left = arranged.left_out.iter().find(|left| left.id == left_out).unwrap();
    assert_eq!((left.why, left.put_in()), (Why::ByHand, PutIn::AtOnce));

    let made = desk.made(audience, "arranged");
    let built: Vec<String> = made.build.documents.iter().map(|one| one.reference.clone()).collect();
    assert_eq!(built, references(&arranged));
    assert!(made.build.documents.iter().any(|one| one.title == "The first notice"));
    let zip = made.zip.as_deref().unwrap();
    let claim: serde_json::Value = serde_json::from_str(&from_zip(zip, "claim.json")).unwrap();
    let said = &claim["record"]["arrangement"];
    assert_eq!(said["left_out_by_hand"], 1);
    assert_eq!(said["sections_in_own_order"], true);
    assert_eq!(said["documents_in_own_order"], serde_json::json!(["Notices"]));
    assert_eq!(said["titles_changed"][0]["title"], "The first notice");
    // What was left out stands in nothing that goes, the history of the order among it.
    assert!(!from_zip(zip, "history.jsonl").contains("left out"));

    // The other reader's bundle is another one.
    assert!(desk.preview(Audience::OtherSide).arrangement.is_empty());
    desk.arrange(audience, Change::Reset);
    let again = desk.made(audience, "again");
    assert_eq!((again.build.sha256, again.zip_sha256), (usual.build.sha256, usual.zip_sha256));

    let history = records::history(&desk.session, desk.claim).unwrap();
    let words: Vec<&str> = history.iter().filter_map(|change| change.after.as_ref()?.get("said")?.as_str()).collect();
    assert_eq!(words.len(), 5, "{words:?}");
    assert!(
        words[0].starts_with("Bundle for the solicitor: ") && words[0].ends_with("now 1 of 7 in “Notices”."),
        "{words:?}"
    );
    assert!(words[3].contains("printed with the title “The first notice” and the date “spring 2020”"), "{words:?}");
}

#[test]
fn one_change_is_taken_back_alone() {
    let desk = Desk::with_the_sample();
    let audience = Audience::OtherSide;
    let first = references(&desk.preview(audience));
    let documents = ids(&desk.preview(audience), BundleSection::Notices);
    desk.arrange(audience, Change::LeaveOut { record: documents[0] });
    let between = references(&desk.preview(audience));
    let change = Change::Move { document: documents[1], section: BundleSection::Evidence, before: None };
    desk.arrange(audience, change);
    assert!(ids(&desk.preview(audience), BundleSection::Evidence).contains(&documents[1]));
    undo::undo(&desk.session).unwrap();
    assert_eq!(references(&desk.preview(audience)), between);
    desk.arrange(audience, Change::PutIn { record: documents[0], sure: false });
    assert_eq!(references(&desk.preview(audience)), first);
    assert!(desk.preview(audience).arrangement.is_empty());
}

#[test]
fn what_the_person_marked_is_put_in_only_when_they_say_so_twice() {
    let desk = Desk::with_the_sample();
    let audience = Audience::OtherSide;
    let waiting = desk.preview(audience);
    let waiting = waiting.left_out.iter().find(|left| left.why == Why::Waiting).unwrap().id;
    desk.arrange(audience, Change::PutIn { record: waiting, sure: false });
    assert!(ids(&desk.preview(audience), BundleSection::Waiting).contains(&waiting));

    let letter = ids(&desk.preview(audience), BundleSection::Letters)[0];
    records::set_marks(&desk.session, letter, Marks { include_in_bundle: false, ..Marks::default() }).unwrap();
    let held = desk.preview(audience).left_out.iter().find(|left| left.id == letter).unwrap().put_in();
    assert_eq!(held, PutIn::Ask);
    let refused = bundles::arrange(&desk.session, desk.claim, audience, &Change::PutIn { record: letter, sure: false });
    assert!(matches!(refused, Err(Error::Field { field: "record", .. })), "{refused:?}");
    desk.arrange(audience, Change::PutIn { record: letter, sure: true });
    assert!(desk.preview(audience).document(letter).is_some());
    // Left out again, it stays out for its own reason.
    desk.arrange(audience, Change::LeaveOut { record: letter });
    let left = desk.preview(audience).left_out.iter().find(|left| left.id == letter).unwrap().why;
    assert_eq!(left, Why::HeldBack);

    let stranger = Change::LeaveOut { record: desk.claim };
    assert!(bundles::arrange(&desk.session, desk.claim, audience, &stranger).is_err());
}

#[test]
fn the_pages_told_beforehand_are_those_of_the_bundle() {
    let desk = Desk::with_the_sample();
    let audience = Audience::Solicitor;
    let go_on = || ControlFlow::Continue(());
    let laid = bundles::lay_out(&desk.session, desk.claim, audience, &go_on).unwrap();
    let made = desk.made(audience, "made");
    assert_eq!(laid.pages, made.build.pages);
    let told: Vec<(u32, u32)> = laid.documents.iter().map(|one| (one.first_page, one.pages)).collect();
    let built: Vec<(u32, u32)> = made.build.documents.iter().map(|one| (one.first_page, one.pages)).collect();
    assert_eq!(told, built);
    assert!(
        laid.pdf_bytes.abs_diff(made.build.bytes) * 2 < made.build.bytes,
        "{} {}",
        laid.pdf_bytes,
        made.build.bytes
    );

    let one = laid.documents[1];
    let of = (desk.claim, audience);
    let pdf = bundles::show(&desk.session, of, one.id, one.first_page, &go_on).unwrap();
    let path = desk.folder.path().join("one.pdf");
    std::fs::write(&path, pdf).unwrap();
    let info = Command::new("pdfinfo").arg(&path).output().unwrap();
    let pages = format!("Pages:           {}\n", one.pages);
    assert!(String::from_utf8_lossy(&info.stdout).contains(&pages), "{info:?}");
    let stopped = bundles::lay_out(&desk.session, desk.claim, audience, &|| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(Error::Cancelled)));
}

#[test]
fn a_bundle_stopped_at_any_moment_leaves_nothing() {
    let desk = Desk::with_the_sample();
    let folder = desk.folder.path().join("stopped");
    let order = desk.order(Audience::Solicitor, &folder, false);
    let count = Cell::new(0_usize);
    let stages = RefCell::new(Vec::new());
    let whole = desk.folder.path().join("whole");
    let told = |step: bundles::Step<'_>| {
        let words = step.words.to_owned();
        assert!(step.done <= step.of, "{step:?}");
        // The last word of each stage, and the first of the last two, so that every kind of moment is tried without trying hundreds.
        let mut stages = stages.borrow_mut();
        match stages.last_mut() {
            Some((stage, _, last)) if *stage == words => *last = count.get(),
            _ => stages.push((words, count.get(), count.get())),
        }
        count.set(count.get() + 1);
        ControlFlow::Continue(())
    };
    bundles::make(&desk.session, &Order { folder: whole, ..order.clone() }, &told).unwrap();
    let stages = stages.into_inner();
    let names: Vec<&str> = stages.iter().map(|(words, ..)| words.as_str()).collect();
    assert!(names.contains(&"Packing the ZIP") && names.contains(&"Checking"), "{names:?}");
    let notes = || records::history(&desk.session, desk.claim).unwrap().len();
    let before = notes();
    let late = stages.iter().rev().take(2).map(|(_, first, _)| *first);
    for at in stages.iter().map(|(_, _, last)| *last).chain(late) {
        let so_far = Cell::new(0_usize);
        let stop = |_: bundles::Step<'_>| {
            let now = so_far.replace(so_far.get() + 1);
            if now == at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let stopped = bundles::make(&desk.session, &order, &stop);
        assert!(matches!(stopped, Err(Error::Cancelled)), "at {at}: {stopped:?}");
        let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.is_empty(), "at {at}: {left:?}");
    }
    assert_eq!(notes(), before);
}
