//! Every field of every kind of record comes back as it went in.

use proptest::prelude::*;
use recourse_domain::RecordId;
use recourse_domain::choices::*;
use recourse_domain::records::*;
use recourse_store::{NewEntry, Stored};

use crate::full::*;
use crate::support::*;

/// Enters, reads, changes to the default and back, and looks at every step through every door.
fn round_trip<T: Stored + Default + std::fmt::Debug>(full: T) {
    let mut store = Store::begun();
    let is_claim = T::KIND == recourse_domain::RecordKind::Claim;
    let claim: Option<RecordId> = (!is_claim).then(|| id(CLAIM));
    let marks = Marks {
        note: "mine alone".to_owned(),
        tags: vec!["b".to_owned(), "a".to_owned()],
        privileged: true,
        include_in_bundle: false,
    };
    let entry = store
        .write(|w| {
            w.add_file(&file(50, 0))?;
            w.insert(NewEntry {
                id: id(99),
                claim,
                created_at: at(5),
                marks: marks.clone(),
                incidents: vec![IncidentLink { incident: id(INCIDENT), certainty: Certainty::Unsure }],
                evidence: vec![
                    EvidenceLink {
                        evidence: id(EVIDENCE),
                        file: Some(file_id(50)),
                        page: Some(2),
                        quote: Some("an incident".to_owned()),
                    },
                    EvidenceLink::to(id(EVIDENCE)),
                ],
                body: full.clone(),
            })
        })
        .unwrap();
    assert_eq!(entry.body, full);
    assert_eq!((entry.id, entry.claim, entry.created_at), (id(99), claim, at(5)));
    assert_eq!(entry.marks, marks);
    assert_eq!(entry.reference.kind, T::KIND);

    let reading = store.db.reading();
    assert_eq!(reading.get::<T>(id(99)).unwrap(), Some(entry.clone()));
    assert_eq!(reading.by_reference::<T>(entry.reference).unwrap(), Some(entry.clone()));
    assert!(reading.list::<T>(Default::default()).unwrap().contains(&entry));
    assert_eq!(reading.heading(id(99)).unwrap().unwrap().title, full.title());

    for body in [T::default(), full] {
        let changed = store.write(|w| w.update(id(99), body.clone())).unwrap();
        assert_eq!(changed.body, body);
        assert_eq!(store.db.reading().get::<T>(id(99)).unwrap(), Some(changed));
    }
}

#[test]
fn claims_come_back_whole() {
    round_trip(claim());
}

#[test]
fn parties_come_back_whole() {
    round_trip(party());
}

#[test]
fn incidents_come_back_whole() {
    round_trip(incident());
}

#[test]
fn notices_come_back_whole() {
    round_trip(notice_in_full());
}

#[test]
fn evidence_comes_back_whole() {
    round_trip(evidence());
}

#[test]
fn correspondence_comes_back_whole() {
    round_trip(correspondence());
}

#[test]
fn suspicious_contacts_come_back_whole() {
    round_trip(suspicious_contact());
}

#[test]
fn statements_come_back_whole() {
    round_trip(statement());
}

#[test]
fn questions_come_back_whole() {
    round_trip(question());
}

#[test]
fn data_assertions_come_back_whole() {
    round_trip(data_assertion());
}

#[test]
fn events_come_back_whole() {
    round_trip(event());
}

#[test]
fn requests_come_back_whole() {
    round_trip(request());
}

#[test]
fn effects_come_back_whole() {
    round_trip(loss());
    round_trip(time_spent());
    round_trip(diary_entry());
    round_trip(protective_step());
}

#[test]
fn every_choice_can_be_kept() {
    let mut store = Store::begun();
    let mut number = 100;
    for channel in Channel::ALL {
        number += 1;
        store.add(number, Notice { channel: *channel, ..Notice::default() });
        assert_eq!(store.db.reading().get::<Notice>(id(number)).unwrap().unwrap().body.channel, *channel);
    }
    for kind in EvidenceKind::ALL {
        number += 1;
        store.add(number, Evidence { kind: *kind, ..Evidence::default() });
        assert_eq!(store.db.reading().get::<Evidence>(id(number)).unwrap().unwrap().body.kind, *kind);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_words_come_back_as_they_were(text in any::<String>(), subject in "\\PC*", tags in prop::collection::vec(any::<String>(), 0..3)) {
        let mut store = Store::begun();
        let body = Notice { text: text.clone(), subject, their_reference: format!("{text}\0'\";--"), ..Notice::default() };
        let marks = Marks { tags, note: text, ..Marks::default() };
        let entry = store.write(|w| w.insert(NewEntry { marks, ..new(9, body) })).unwrap();
        prop_assert_eq!(store.db.reading().get::<Notice>(id(9)).unwrap(), Some(entry));
    }
}
