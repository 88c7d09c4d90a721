//! Undo, Redo, the bin, and deleting for good, on the sample claim.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use chrono::DateTime;
use recourse_domain::RecordId;
use recourse_domain::choices::{Audience, Certainty};
use recourse_domain::records::{
    Claim, Correspondence, DataAssertion, DiaryEntry, Event, Evidence, EvidenceFile, Incident, IncidentLink, Loss,
    Marks, Notice, Party, ProtectiveStep, Question, Request, Statement, SuspiciousContact, TimeSpent,
};
use recourse_organiser::bundles::{self, Change};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::history::{self, ChainCheck, ChangeKind, Sought, bin, undo};
use recourse_organiser::records::Stored;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{evidence, records, sample};
use recourse_vault::{KdfParams, ObjectId, Secret};

struct Desk {
    session: Session<Unlocked>,
    claim: RecordId,
    _folder: tempfile::TempDir,
}

fn words() -> Secret<String> {
    Secret::new("otter lamp quiet seven".to_owned())
}

impl Desk {
    fn with_the_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let clock = Arc::new(FixedClock(DateTime::from_timestamp(1_700_000_000, 0).unwrap()));
        let tools = Tools { clock, worker: Worker::new(program) };
        let place = folder.path().join("v.recourse");
        let (session, _) = Session::create(&place, &words(), KdfParams::weak_for_tests(), tools).unwrap();
        let claim = session.as_one(|| sample::add(&session)).unwrap().id;
        Self { session, claim, _folder: folder }
    }

    fn kind<T: Stored + std::fmt::Debug>(&self) -> Vec<String> {
        records::list::<T>(&self.session, self.claim).unwrap().iter().map(|entry| format!("{entry:?}")).collect()
    }

    /// Everything that a bundle is made from: all records with marks and links, the files, and what goes where.
    fn all(&self) -> Vec<String> {
        let mut all = [
            self.kind::<Claim>(),
            self.kind::<Party>(),
            self.kind::<Incident>(),
            self.kind::<Notice>(),
            self.kind::<Correspondence>(),
            self.kind::<Evidence>(),
            self.kind::<SuspiciousContact>(),
            self.kind::<Statement>(),
            self.kind::<Question>(),
            self.kind::<DataAssertion>(),
            self.kind::<Event>(),
            self.kind::<Request>(),
            self.kind::<Loss>(),
            self.kind::<TimeSpent>(),
            self.kind::<DiaryEntry>(),
            self.kind::<ProtectiveStep>(),
        ]
        .concat();
        for item in self.items() {
            // Their order counts; the numbers by which it is kept may have gaps.
            let files = evidence::files(&self.session, item).unwrap().into_iter();
            all.push(format!("{:?}", files.map(|file| EvidenceFile { position: 0, ..file }).collect::<Vec<_>>()));
        }
        for audience in [Audience::Solicitor, Audience::OtherSide] {
            let preview = bundles::preview(&self.session, self.claim, audience).unwrap();
            all.extend(preview.sections.iter().map(|section| format!("{section:?}")));
        }
        all
    }

    fn items(&self) -> Vec<RecordId> {
        records::list::<Evidence>(&self.session, self.claim).unwrap().iter().map(|item| item.id).collect()
    }

    fn head(&self) -> u64 {
        history::head(&self.session).unwrap().seq
    }

    fn sound(&self) {
        let found = history::check(&self.session).unwrap();
        assert!(matches!(found, ChainCheck::Sound(_)), "{found:?}");
    }

    /// One thing that a person might do. Some of them are refused, and change nothing.
    fn one_edit(&self, chance: &mut u64, step: usize) {
        let mut draw = |most: usize| {
            *chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(*chance >> 33).unwrap() % most.max(1)
        };
        let session = &self.session;
        let notices = records::list::<Notice>(session, self.claim).unwrap();
        let items = self.items();
        let letters = records::list::<Correspondence>(session, self.claim).unwrap();
        let of = |list: &[RecordId], at: usize| list.get(at % list.len().max(1)).copied();
        let pictures: Vec<_> = items
            .iter()
            .flat_map(|item| evidence::files(session, *item).unwrap())
            .filter(|file| file.media_type.starts_with("image/"))
            .collect();
        let any: Vec<RecordId> =
            notices.iter().map(|one| one.id).chain(letters.iter().map(|one| one.id)).chain(items.clone()).collect();
        let Some(record) = of(&any, draw(any.len())) else { return };
        let Some(item) = of(&items, draw(items.len())) else { return };
        match draw(11) {
            0 => {
                let note = format!("note {step}");
                let _ = records::set_marks(
                    session,
                    record,
                    Marks { note, privileged: step.is_multiple_of(2), ..Marks::default() },
                );
            }
            1 => drop(records::archive(session, record)),
            2 => drop(bin::put(session, record)),
            3 => drop(records::tie(session, record, item)),
            4 => drop(records::untie(session, record, item)),
            5 => {
                let incidents = records::list::<Incident>(session, self.claim).unwrap();
                let links: Vec<IncidentLink> = incidents
                    .iter()
                    .take(draw(3))
                    .map(|one| IncidentLink { incident: one.id, certainty: Certainty::Unsure })
                    .collect();
                let _ = records::set_incidents(session, record, &links);
            }
            6 => {
                if let Some(notice) = notices.get(draw(notices.len())) {
                    let body = Notice { subject: format!("Subject {step}"), ..notice.body.clone() };
                    let _ = records::update(session, notice.id, body);
                }
            }
            7 => {
                if let Some(picture) = pictures.get(draw(pictures.len())) {
                    let _ = evidence::turn(session, picture.id, (picture.rotation + 90) % 360);
                }
            }
            8 => {
                if let Some(picture) = pictures.get(draw(pictures.len())) {
                    let _ = evidence::split(session, picture.id);
                }
            }
            9 => drop(evidence::join(session, item, &[record])),
            _ => drop(bundles::arrange(session, self.claim, Audience::Solicitor, &Change::LeaveOut { record })),
        }
    }
}

#[test]
fn undoing_everything_leaves_what_was_there_and_redoing_brings_all_of_it_back() {
    let desk = Desk::with_the_sample();
    for seed in [7, 2026] {
        let before = desk.all();
        let (mut chance, mut edits) = (seed, 0);
        for step in 0..40 {
            let head = desk.head();
            desk.session.as_one(|| desk.one_edit(&mut chance, step));
            edits += usize::from(desk.head() > head);
        }
        assert!(edits > 20, "{edits}");
        let after = desk.all();
        assert_ne!(after, before);
        for left in (0..edits).rev() {
            assert!(undo::undo(&desk.session).unwrap().is_some(), "{left}");
        }
        assert_eq!(desk.all(), before);
        for left in (0..edits).rev() {
            assert!(undo::redo(&desk.session).unwrap().is_some(), "{left}");
        }
        assert!(undo::redo(&desk.session).unwrap().is_none());
        assert_eq!(desk.all(), after);
        desk.sound();
    }
}

#[test]
fn undo_outlives_a_lock_and_new_work_ends_redo() {
    let Desk { session, claim, _folder } = Desk::with_the_sample();
    let notice = records::list::<Notice>(&session, claim).unwrap().remove(0);
    records::update(&session, notice.id, Notice { subject: "One".to_owned(), ..notice.body.clone() }).unwrap();
    records::update(&session, notice.id, Notice { subject: "Two".to_owned(), ..notice.body.clone() }).unwrap();
    let session = session.lock().unwrap().unlock(&words()).unwrap();
    let subject = |session: &Session<Unlocked>| records::get::<Notice>(session, notice.id).unwrap().body.subject;
    undo::undo(&session).unwrap().unwrap();
    assert_eq!(subject(&session), "One");
    undo::undo(&session).unwrap().unwrap();
    assert_eq!(subject(&session), notice.body.subject);
    undo::redo(&session).unwrap().unwrap();
    assert_eq!(subject(&session), "One");
    records::archive(&session, notice.id).unwrap();
    assert!(undo::redo(&session).unwrap().is_none());
    let told = undo::undo(&session).unwrap().unwrap();
    assert_eq!(told.changes.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Archived]);
    // A claim cannot be taken back, so making the sample cannot either.
    while undo::undo(&session).unwrap().is_some() {}
    assert_eq!(subject(&session), notice.body.subject);
}

#[test]
fn what_is_deleted_for_good_takes_its_originals_along_and_undo_passes_over_it() {
    let Desk { session, claim, _folder } = Desk::with_the_sample();
    let items = records::list::<Evidence>(&session, claim).unwrap();
    let item = items.iter().find(|item| evidence::files(&session, item.id).unwrap().len() == 1).unwrap();
    let object: ObjectId = evidence::files(&session, item.id).unwrap()[0].object.parse().unwrap();
    records::set_marks(&session, item.id, Marks { note: "zebrafinch".to_owned(), ..Marks::default() }).unwrap();
    bin::put(&session, item.id).unwrap();
    assert_eq!(bin::list(&session).unwrap().len(), 1);
    let emptied = bin::empty(&session, &[item.id]).unwrap();
    assert_eq!((emptied.records, emptied.files, emptied.still_there), (1, 1, false));
    assert!(!session.vault().object_exists(&object));
    assert!(bin::list(&session).unwrap().is_empty());
    assert_eq!(history::named(&session, item.id).unwrap(), format!("{} deleted", item.reference));
    let sought = Sought { words: vec!["zebrafinch".to_owned()], ..Sought::default() };
    assert!(history::page(&session, &sought, 10).unwrap().is_empty());
    assert!(undo::undo(&session).unwrap().is_none());
    let whole = recourse_organiser::check::check(&session, true, &mut recourse_organiser::check::unwatched).unwrap();
    assert!(whole.is_whole(), "{:?}", whole.problems);
}
