//! What the store holds to: references given once, links that lead somewhere, all or nothing.

use recourse_domain::RecordKind;
use recourse_domain::choices::Certainty;
use recourse_domain::records::{EvidenceLink, Incident, IncidentLink, Marks, Notice, Party};
use recourse_store::{NewEntry, StoreError};

use crate::support::*;

#[test]
fn a_reference_is_given_once_whatever_is_put_away() {
    let mut store = Store::begun();
    for number in 1..=3 {
        let entry = store.add(10 + number, Notice::default());
        assert_eq!(entry.reference.to_string(), format!("N-{number:03}"));
        store.write(|w| w.archive(entry.id)).unwrap();
    }
    let store = store.meddle(|conn| {
        let lowered = conn.execute("UPDATE counter SET last = 1 WHERE kind = 'notice'", []);
        assert!(lowered.is_err(), "numbers must not go back");
    });
    let mut store = store;
    assert_eq!(store.add(20, Notice::default()).reference.number, 4);
    assert_eq!(store.add(21, Party::default()).reference.to_string(), "P-002");
    store.write(|w| w.unarchive(id(11))).unwrap();
    assert_eq!(store.db.reading().get::<Notice>(id(11)).unwrap().unwrap().reference.number, 1);
}

#[test]
fn what_is_not_there_is_said() {
    let mut store = Store::begun();
    let updated = store.write(|w| w.update(id(77), Notice::default()));
    assert!(matches!(updated, Err(StoreError::NoSuchRecord { kind: RecordKind::Notice, .. })));
    let other_kind = store.write(|w| w.update(id(PARTY), Notice::default()));
    assert!(matches!(other_kind, Err(StoreError::NoSuchRecord { .. })));
    assert!(matches!(store.write(|w| w.archive(id(77))), Err(StoreError::NoRecord(_))));
    assert!(matches!(store.write(|w| w.set_links(id(77), &[], &[])), Err(StoreError::NoRecord(_))));
    assert_eq!(store.db.reading().get::<Party>(id(INCIDENT)).unwrap(), None);
    assert_eq!(store.db.reading().by_reference::<Notice>("N-009".parse().unwrap()).unwrap(), None);
}

#[test]
fn links_lead_somewhere_of_the_right_kind() {
    let mut store = Store::begun();
    let about = |incident| IncidentLink { incident: id(incident), certainty: Certainty::Sure };
    let refused = store.write(|w| w.insert(NewEntry { incidents: vec![about(PARTY)], ..new(10, Notice::default()) }));
    assert!(matches!(refused, Err(StoreError::BrokenLink)), "{refused:?}");
    let evidence = EvidenceLink::to(id(77));
    assert!(matches!(store.write(|w| w.set_links(id(PARTY), &[], &[evidence])), Err(StoreError::BrokenLink)));
    let file = EvidenceLink { file: Some(file_id(5)), ..EvidenceLink::to(id(EVIDENCE)) };
    assert!(matches!(store.write(|w| w.set_links(id(PARTY), &[], &[file])), Err(StoreError::BrokenLink)));
    let twice = [about(INCIDENT), about(INCIDENT)];
    assert!(matches!(store.write(|w| w.set_links(id(PARTY), &twice, &[])), Err(StoreError::Conflict)));
    let from = Notice { from_party: Some(id(INCIDENT)), ..Notice::default() };
    assert!(matches!(store.write(|w| w.insert(new(10, from))), Err(StoreError::BrokenLink)));
    let of_no_claim = store.write(|w| w.insert(NewEntry::new(id(10), None, at(0), Notice::default())));
    assert!(matches!(of_no_claim, Err(StoreError::BrokenLink)));
    let of_no_such_claim = store.write(|w| w.insert(NewEntry::new(id(10), Some(id(77)), at(0), Notice::default())));
    assert!(matches!(of_no_such_claim, Err(StoreError::BrokenLink)));
    // Nothing of all this was kept, not even a number.
    assert_eq!(store.add(10, Notice::default()).reference.number, 1);
}

#[test]
fn an_id_is_taken_once() {
    let mut store = Store::begun();
    let again = store.write(|w| w.insert(new(PARTY, Incident::default())));
    assert!(matches!(again, Err(StoreError::Conflict)), "{again:?}");
}

#[test]
fn a_transaction_is_kept_whole_or_not_at_all() {
    let mut store = Store::begun();
    let head = store.db.reading().chain_head().unwrap();
    let failed = store.write(|w| {
        w.insert(new(10, Notice::default()))?;
        assert!(w.get::<Notice>(id(10))?.is_some(), "it sees its own work");
        w.archive(id(77))
    });
    assert!(failed.is_err());
    assert_eq!(store.db.reading().get::<Notice>(id(10)).unwrap(), None);
    assert_eq!(store.db.reading().chain_head().unwrap(), head);
}

#[test]
fn a_step_that_fails_leaves_the_rest_of_the_transaction_as_it_was() {
    let mut store = Store::begun();
    store
        .write(|w| {
            w.insert(new(10, Notice::default()))?;
            let from = Notice { from_party: Some(id(77)), ..Notice::default() };
            assert!(w.insert(new(11, from)).is_err());
            w.insert(new(12, Notice::default())).map(drop)
        })
        .unwrap();
    assert_eq!(store.db.reading().heading(id(11)).unwrap(), None);
    assert_eq!(store.db.reading().get::<Notice>(id(12)).unwrap().unwrap().reference.number, 2);
    assert!(store.db.integrity().unwrap().is_sound());
}

#[test]
fn what_fails_among_steps_taken_together_gives_up_the_transaction() {
    let mut store = Store::begun();
    let outcome = store.write(|w| {
        w.insert(new(10, Notice::default()))?;
        let from = Notice { from_party: Some(id(77)), ..Notice::default() };
        assert!(w.together(|| w.insert(new(11, from))).is_err());
        assert!(matches!(w.insert(new(12, Notice::default())), Err(StoreError::GivenUp)));
        Ok(())
    });
    assert!(matches!(outcome, Err(StoreError::GivenUp)), "{outcome:?}");
    store.write(|w| w.together(|| w.insert(new(13, Notice::default())).map(drop))).unwrap();
    let entered = [10, 11, 12, 13].map(|number| store.db.reading().heading(id(number)).unwrap().is_some());
    assert_eq!(entered, [false, false, false, true]);
}

#[test]
fn marks_and_shelf_are_kept_apart_from_the_body() {
    let mut store = Store::begun();
    store.add(10, Notice::default());
    let marks = Marks { note: "ask first".to_owned(), privileged: true, ..Marks::default() };
    store.write(|w| w.set_marks::<Notice>(id(10), marks.clone())).unwrap();
    store.write_at(at(3), |w| w.archive(id(10))).unwrap();
    store.write_at(at(4), |w| w.archive(id(10))).unwrap();
    store.write(|w| w.update(id(10), notice("b", day(2021, 1, 1)))).unwrap();
    let entry = store.db.reading().get::<Notice>(id(10)).unwrap().unwrap();
    assert_eq!((entry.marks, entry.archived_at), (marks, Some(at(3))));
}

#[test]
fn drafts_come_and_go_and_settings_stay() {
    let mut store = Store::begun();
    let head = store.db.reading().chain_head().unwrap();
    store.write_at(at(1), |w| w.save_draft("notice", "{\"subject\":\"Da\"}")).unwrap();
    store.write_at(at(2), |w| w.save_draft("notice", "{\"subject\":\"Data\"}")).unwrap();
    let draft = store.db.reading().draft("notice").unwrap().unwrap();
    assert_eq!((draft.body.as_str(), draft.at), ("{\"subject\":\"Data\"}", at(2)));
    assert_eq!(store.db.reading().drafts().unwrap(), [draft]);
    store.write(|w| w.remove_draft("notice")).unwrap();
    assert_eq!(store.db.reading().draft("notice").unwrap(), None);
    assert_eq!(store.db.reading().chain_head().unwrap(), head, "drafts are no history");

    store.write(|w| w.set_setting("lock_after_minutes", "10")).unwrap();
    store.write(|w| w.set_setting("lock_after_minutes", "5")).unwrap();
    assert_eq!(store.db.reading().setting("lock_after_minutes").unwrap().as_deref(), Some("5"));
    assert_eq!(store.db.reading().setting("theme").unwrap(), None);
}
