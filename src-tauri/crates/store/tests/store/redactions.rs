//! What is blacked out for a reader: kept for that reader only, and every change of it in the history.

use recourse_domain::choices::Audience;
use recourse_domain::records::{Area, Redaction};
use recourse_store::{ChangeKind, StoreError};
use serde_json::json;

use crate::support::*;

fn one_area(why: &str) -> Redaction {
    let area = Area { page: 2, left: 100, top: 200, width: 3000, height: 400, why: why.to_owned() };
    Redaction { areas: vec![area], seen: "ab".repeat(32) }
}

#[test]
fn areas_are_one_readers_and_every_change_is_in_the_history() {
    let mut store = Store::begun();
    let set = |store: &mut Store, redaction: &Redaction| {
        store.write(|w| w.set_redaction(id(CLAIM), Audience::OtherSide, id(EVIDENCE), redaction)).unwrap();
    };
    let (first, second) = (one_area("someone else’s data"), one_area("an account number"));
    set(&mut store, &first);
    set(&mut store, &first);
    set(&mut store, &second);
    let reading = store.db.reading();
    assert_eq!(reading.redaction(id(CLAIM), Audience::OtherSide, id(EVIDENCE)).unwrap(), second);
    assert_eq!(reading.redaction(id(CLAIM), Audience::Solicitor, id(EVIDENCE)).unwrap(), Redaction::default());
    assert_eq!(reading.redactions(id(CLAIM), Audience::OtherSide).unwrap().len(), 1);

    set(&mut store, &Redaction::default());
    let reading = store.db.reading();
    assert_eq!(reading.redactions(id(CLAIM), Audience::OtherSide).unwrap().len(), 0);
    let history = reading.history(id(EVIDENCE)).unwrap();
    let changes: Vec<_> = history.iter().filter(|change| change.kind == ChangeKind::Redacted).collect();
    assert_eq!(changes.len(), 3, "what changes nothing is no change");
    assert_eq!(changes[1].before.as_ref().unwrap()["blacked_out"], json!(first.areas));
    let claim = json!(id(CLAIM));
    let after = json!({"audience": "other-side", "blacked_out": second.areas, "claim": claim, "seen": second.seen});
    assert_eq!(changes[1].after, Some(after));
    assert_eq!(changes[2].after.as_ref().unwrap()["blacked_out"], json!([]));
}

#[test]
fn a_document_that_is_not_there_has_no_areas() {
    let mut store = Store::begun();
    let refused = store.write(|w| w.set_redaction(id(CLAIM), Audience::OtherSide, id(999), &one_area("x")));
    assert!(matches!(refused, Err(StoreError::BrokenLink)), "{refused:?}");
}
