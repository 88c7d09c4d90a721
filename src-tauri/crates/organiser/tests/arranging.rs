//! Several files as one item: joined, taken apart, turned, and recognised when they come again.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::DateTime;
use recourse_domain::records::{Claim, Evidence, EvidenceLink, Notice};
use recourse_domain::{FileId, RecordId};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{claims, evidence, records, search};
use recourse_vault::{KdfParams, Secret};

struct Desk {
    session: Session<Unlocked>,
    claim: RecordId,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The program that reads files is the built `recourse`, two folders above this test.
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let tools = Tools {
            clock: Arc::new(FixedClock(DateTime::from_timestamp(1_760_000_000, 0).unwrap())),
            worker: Worker::new(program),
        };
        let passphrase = Secret::new("otter lamp quiet seven".to_owned());
        let (session, _) =
            Session::create(&folder.path().join("v.recourse"), &passphrase, KdfParams::weak_for_tests(), tools)
                .unwrap();
        let claim =
            claims::save(&session, None, Claim { title: "Membership".to_owned(), ..Claim::default() }, "").unwrap().id;
        Self { session, claim, _folder: folder }
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> (RecordId, FileId) {
        let (kept, file) = self.keep_all(name, bytes);
        (kept.evidence.unwrap().0, file)
    }

    fn keep_all(&self, name: &str, bytes: &[u8]) -> (evidence::Kept, FileId) {
        let order = evidence::Order { claim: self.claim, to: None, filing: None };
        let source = evidence::Source::Bytes { name: name.to_owned(), bytes: bytes.to_vec() };
        let stop = AtomicBool::new(false);
        let kept = evidence::keep(&self.session, order, &[source], &mut |_| {}, &stop).pop().unwrap();
        assert!(kept.kept, "{:?}", kept.problem);
        let file = evidence::files(&self.session, kept.evidence.unwrap().0).unwrap()[0].id;
        (kept, file)
    }

    fn found(&self, words: &str) -> Vec<RecordId> {
        let answer = search::search(&self.session, words, Some(self.claim)).unwrap();
        answer.found.hits.iter().map(|hit| hit.heading.id).collect()
    }

    fn files(&self, item: RecordId) -> Vec<FileId> {
        evidence::files(&self.session, item).unwrap().iter().map(|file| file.id).collect()
    }
}

fn photo(number: u32) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("sample/letter-photo-{number}.jpg"));
    std::fs::read(path).unwrap()
}

#[test]
fn items_are_joined_with_their_words_and_links_and_taken_apart_again() {
    let desk = Desk::new();
    let (first, one) = desk.keep("one.txt", b"the heron page");
    let (second, two) = desk.keep("two.txt", b"the otter page");
    let (third, three) = desk.keep("three.txt", b"the badger page");
    let notice = records::add(&desk.session, desk.claim, Notice::default(), &[second, first]).unwrap();

    evidence::join(&desk.session, first, &[third, second]).unwrap();
    assert_eq!(desk.files(first), [one, three, two]);
    assert_eq!((desk.files(second), desk.files(third)), (vec![], vec![]));
    assert_eq!((desk.found("otter"), desk.found("badger")), (vec![first], vec![first]));
    assert!(records::get::<Evidence>(&desk.session, second).unwrap().archived_at.is_some());
    let links = records::get::<Notice>(&desk.session, notice.id).unwrap().evidence;
    assert_eq!(links, [EvidenceLink::to(first)]);
    let last = records::history(&desk.session, second).unwrap();
    assert!(last.iter().any(|change| change.kind == records::ChangeKind::Event), "{last:?}");

    let apart = evidence::split(&desk.session, three).unwrap();
    assert_eq!((desk.files(first), desk.files(apart)), (vec![one, two], vec![three]));
    assert_eq!(desk.found("badger"), [apart]);
    let item = records::get::<Evidence>(&desk.session, apart).unwrap();
    assert_eq!((item.body.title.as_str(), item.body.waiting), ("three.txt", false));
}

#[test]
fn what_cannot_be_joined_or_taken_apart_is_refused_and_nothing_changes() {
    let desk = Desk::new();
    let (first, one) = desk.keep("one.txt", b"the heron page");
    let (second, _) = desk.keep("two.txt", b"the otter page");
    let refused = |into, others: &[RecordId]| evidence::join(&desk.session, into, others).unwrap_err().to_string();
    assert_eq!(refused(first, &[second, second]), "An item can be joined only once.");
    assert_eq!(refused(first, &[first]), "An item can be joined only once.");
    assert_eq!(refused(first, &[]), "Choose at least one other item to join with this one.");
    assert_eq!(desk.files(first), [one]);
    assert_eq!(desk.files(second).len(), 1);
    assert!(evidence::split(&desk.session, one).unwrap_err().to_string().contains("the only file"));
    assert_eq!(evidence::turn(&desk.session, one, 90).unwrap_err().to_string(), "Only pictures can be turned.");
    records::archive(&desk.session, second).unwrap();
    assert!(refused(first, &[second]).contains("put away"));
}

#[test]
fn a_picture_is_turned_as_it_is_shown_and_known_when_it_comes_again() {
    let desk = Desk::new();
    let (first, one) = desk.keep("one.jpg", &photo(1));
    assert_eq!(evidence::turn(&desk.session, one, 270).unwrap(), first);
    let kept = evidence::files(&desk.session, first).unwrap().remove(0);
    assert_eq!(kept.rotation, 270);
    assert!(evidence::turn(&desk.session, one, 45).is_err());

    let (other, _) = desk.keep_all("other.jpg", &photo(2));
    assert!(other.twins.is_empty(), "another page of the letter is no twin");
    // Bytes behind the end of a JPEG change its sum and nothing that is seen.
    let (again, copy) = desk.keep_all("again.jpg", &[photo(1), vec![0; 16]].concat());
    assert_eq!(again.duplicate_of, None);
    assert_eq!(again.twins.iter().map(ToString::to_string).collect::<Vec<_>>(), ["E-001"]);
    let twins = |item| evidence::twins(&desk.session, item).unwrap();
    let found = twins(first);
    assert_eq!((found.len(), found[0].other_file, found[0].same), (1, copy, None));
    evidence::settle(&desk.session, copy, one, Some(false)).unwrap();
    assert_eq!(twins(first)[0].same, Some(false));
    assert_eq!(twins(again.evidence.unwrap().0)[0].same, Some(false));
}

#[test]
fn the_inbox_says_what_waits_and_keeps_its_guesses() {
    let desk = Desk::new();
    let words = b"From: a@example.org\r\nSubject: A data breach\r\n\r\nPersonal data of members were affected by a cyber attack.\r\n";
    desk.keep("notice.eml", words);
    desk.keep("plain.txt", b"shopping list");
    let listed = || {
        let rows = evidence::listed(&desk.session, desk.claim, true).unwrap();
        rows.into_iter().map(|row| (row.files, row.guess.unwrap())).collect::<Vec<_>>()
    };
    let first = listed();
    assert_eq!(first, [(1, evidence::Filing::Notice), (1, evidence::Filing::Evidence)]);
    assert_eq!(listed(), first);
    assert!(evidence::listed(&desk.session, desk.claim, false).unwrap().is_empty());
}
