//! Kept files: their facts, order, words and duplicates.

use recourse_domain::choices::Direction;
use recourse_domain::records::{Correspondence, Evidence, EvidenceFile, EvidenceLink, Notice, PageText};
use recourse_store::{MailHeaders, StoreError, TextSource};

use crate::support::*;

fn page(page: u32, text: &str) -> PageText {
    PageText { page, text: text.to_owned() }
}

#[test]
fn files_come_back_whole_and_in_order() {
    let mut store = Store::begun();
    let bare = EvidenceFile {
        size: 0,
        file_modified: None,
        taken_at: None,
        pages: None,
        rotation: 0,
        problem: None,
        sha256: "cd".repeat(32),
        ..file(11, 0)
    };
    store.write(|w| w.add_file(&file(10, 1)).and_then(|()| w.add_file(&bare))).unwrap();
    let reading = store.db.reading();
    assert_eq!(reading.files_of(id(EVIDENCE)).unwrap(), [bare.clone(), file(10, 1)]);
    assert_eq!(reading.file(file_id(10)).unwrap(), Some(file(10, 1)));
    assert_eq!(reading.all_files().unwrap().len(), 2);
    assert_eq!(reading.find_object(&"cd".repeat(32)).unwrap(), [bare]);
    assert_eq!(reading.find_object(&"ef".repeat(32)).unwrap(), []);
}

#[test]
fn what_a_file_is_cannot_be_changed() {
    let mut store = Store::begun();
    store.write(|w| w.add_file(&file(10, 0))).unwrap();
    for changed in [
        EvidenceFile { sha256: "00".repeat(32), ..file(10, 0) },
        EvidenceFile { size: 1, ..file(10, 0) },
        EvidenceFile { name: "other".to_owned(), ..file(10, 0) },
        EvidenceFile { object: "other".to_owned(), ..file(10, 0) },
        EvidenceFile { added_at: at(99), ..file(10, 0) },
        EvidenceFile { file_modified: None, ..file(10, 0) },
    ] {
        assert!(matches!(store.write(|w| w.update_file(&changed)), Err(StoreError::FileIsFixed)));
    }
    assert!(matches!(store.write(|w| w.update_file(&file(12, 0))), Err(StoreError::NoSuchFile(_))));
    let turned = EvidenceFile { rotation: 180, pages: Some(3), problem: None, ..file(10, 0) };
    store.write(|w| w.update_file(&turned)).unwrap();
    assert_eq!(store.db.reading().file(file_id(10)).unwrap(), Some(turned));
    store.meddle(|conn| {
        assert!(conn.execute("UPDATE evidence_file SET sha256 = replace(sha256, 'a', 'b')", []).is_err());
    });
}

#[test]
fn a_file_that_moves_takes_its_links_along() {
    let mut store = Store::begun();
    store.add(20, Evidence::default());
    store.add(21, Notice::default());
    let link = EvidenceLink { file: Some(file_id(10)), page: Some(1), ..EvidenceLink::to(id(EVIDENCE)) };
    store
        .write(|w| w.add_file(&file(10, 0)).and_then(|()| w.set_links(id(21), &[], std::slice::from_ref(&link))))
        .unwrap();
    let moved = EvidenceFile { evidence: id(20), ..file(10, 0) };
    store.write(|w| w.update_file(&moved)).unwrap();
    assert_eq!(store.db.reading().files_of(id(20)).unwrap(), [moved]);
    let notice = store.db.reading().get::<Notice>(id(21)).unwrap().unwrap();
    assert_eq!(notice.evidence, [EvidenceLink { evidence: id(20), ..link }]);
}

#[test]
fn the_order_of_files_can_be_changed() {
    let mut store = Store::begun();
    store.write(|w| (0..3).try_for_each(|n| w.add_file(&file(10 + u128::from(n), n)))).unwrap();
    store.write(|w| w.order_files(id(EVIDENCE), &[12, 10, 11].map(file_id))).unwrap();
    let order: Vec<_> = store.db.reading().files_of(id(EVIDENCE)).unwrap().iter().map(|file| file.id).collect();
    assert_eq!(order, [12, 10, 11].map(file_id));
    for wrong in [&[10, 11][..], &[10, 11, 11], &[10, 11, 13], &[10, 11, 12, 12]] {
        let order: Vec<_> = wrong.iter().copied().map(file_id).collect();
        assert!(matches!(store.write(|w| w.order_files(id(EVIDENCE), &order)), Err(StoreError::NotTheFiles)));
    }
    let taken = store.write(|w| w.add_file(&file(14, 2)));
    assert!(matches!(taken, Err(StoreError::Conflict)), "{taken:?}");
}

#[test]
fn words_of_a_file_are_kept_by_source() {
    let mut store = Store::begun();
    store.write(|w| w.add_file(&file(10, 0))).unwrap();
    let set =
        |store: &mut Store, source, pages: &[PageText]| store.write(|w| w.set_file_text(file_id(10), source, pages));
    set(&mut store, TextSource::Machine, &[page(1, "Dcar mcmber"), page(2, "yours")]).unwrap();
    set(&mut store, TextSource::Typed, &[page(1, "Dear member")]).unwrap();
    set(&mut store, TextSource::Machine, &[page(1, "Dear rnember"), page(2, "yours")]).unwrap();
    assert_eq!(
        store.db.reading().file_text(file_id(10)).unwrap(),
        [
            (page(1, "Dear member"), TextSource::Typed),
            (page(1, "Dear rnember"), TextSource::Machine),
            (page(2, "yours"), TextSource::Machine),
        ]
    );
    let twice = set(&mut store, TextSource::Typed, &[page(1, "a"), page(1, "b")]);
    assert!(matches!(twice, Err(StoreError::Conflict)), "{twice:?}");
    let none = store.write(|w| w.set_file_text(file_id(77), TextSource::Typed, &[]));
    assert!(matches!(none, Err(StoreError::NoSuchFile(_))));
}

#[test]
fn what_a_mails_headers_say_stays_with_its_file_in_order() {
    let mut store = Store::begun();
    let headers = MailHeaders {
        message_id: Some("3@heron.example".to_owned()),
        in_reply_to: Some("2@heron.example".to_owned()),
        references: vec!["1@heron.example".to_owned(), "2@heron.example".to_owned()],
        sender_name: "Parcels".to_owned(),
        sender_address: "a@parcels.example".to_owned(),
        reply_to: Some("b@elsewhere.example".to_owned()),
        recipients: "Rowan <rowan@example.org>".to_owned(),
        subject: "Your parcel".to_owned(),
        sent_at: chrono::DateTime::parse_from_rfc3339("2024-03-05T10:00:00+01:00").ok(),
        failed_checks: vec!["dmarc=fail".to_owned(), "spf=fail".to_owned()],
    };
    store
        .write(|w| {
            w.add_file(&file(50, 0))?;
            w.set_mail_headers(file_id(50), &MailHeaders { subject: "before".to_owned(), ..MailHeaders::default() })?;
            w.set_mail_headers(file_id(50), &headers)
        })
        .unwrap();
    assert_eq!(headers.answers().collect::<Vec<_>>(), ["2@heron.example", "1@heron.example", "2@heron.example"]);
    assert_eq!(store.db.reading().mail_headers(file_id(50)).unwrap(), Some(headers.clone()));
    assert_eq!(store.db.reading().mail_headers(file_id(51)).unwrap(), None);
    assert!(matches!(store.write(|w| w.set_mail_headers(file_id(51), &headers)), Err(StoreError::BrokenLink)));
}

#[test]
fn a_letter_that_was_sent_is_found_by_its_message_id() {
    let mut store = Store::begun();
    let mail = |direction| Correspondence {
        direction,
        message_id: Some("1@heron.example".to_owned()),
        ..Correspondence::default()
    };
    store.add(10, mail(Direction::Sent));
    store.add(11, mail(Direction::Received));
    store.add(12, mail(Direction::Sent));
    let found = |store: &Store| store.db.reading().sent_as(id(CLAIM), "1@heron.example").unwrap();
    assert_eq!(found(&store), [id(10), id(12)]);
    store.write(|w| w.archive(id(12))).unwrap();
    assert_eq!(found(&store), [id(10)]);
    assert!(store.db.reading().sent_as(id(999), "1@heron.example").unwrap().is_empty());
}

#[test]
fn what_the_person_says_of_twins_is_kept_in_either_order_and_taken_back() {
    let mut store = Store::begun();
    store.write(|w| w.add_file(&file(50, 0))).unwrap();
    store.write(|w| w.add_file(&file(51, 1))).unwrap();
    let said = |store: &Store| store.db.reading().twins_said(file_id(50), file_id(51)).unwrap();
    assert_eq!(said(&store), None);
    store.write(|w| w.settle_twins(file_id(51), file_id(50), "same-picture", Some(true))).unwrap();
    assert_eq!(said(&store), Some(true));
    store.write(|w| w.settle_twins(file_id(50), file_id(51), "same-picture", Some(false))).unwrap();
    assert_eq!(said(&store), Some(false));
    store.write(|w| w.settle_twins(file_id(50), file_id(51), "same-picture", None)).unwrap();
    assert_eq!(said(&store), None);
    assert!(store.write(|w| w.settle_twins(file_id(50), file_id(50), "same-picture", Some(true))).is_err());
}

#[test]
fn a_guess_is_forgotten_when_the_words_change() {
    let mut store = Store::begun();
    store.write(|w| w.add_file(&file(50, 0))).unwrap();
    store.write(|w| w.set_guess(id(EVIDENCE), "notice")).unwrap();
    assert_eq!(store.db.reading().guesses().unwrap().get(&id(EVIDENCE)).map(String::as_str), Some("notice"));
    let page = recourse_domain::records::PageText { page: 1, text: "other words".to_owned() };
    store.write(|w| w.set_file_text(file_id(50), recourse_store::TextSource::Machine, &[page])).unwrap();
    assert!(store.db.reading().guesses().unwrap().is_empty());
    let files = store.db.reading().files_in_lists().unwrap();
    assert_eq!(files[&id(EVIDENCE)].count, 1);
    assert_eq!(files[&id(EVIDENCE)].problem.as_deref(), Some("Page 2 could not be read."));
}
