//! The history: what it says, and that meddling shows.

use recourse_domain::records::{EvidenceLink, Marks, Notice, PageText};
use recourse_store::{BrokenChain, ChainCheck, ChainFault, ChangeKind, TextSource};
use recourse_vault::Secret;
use rusqlite::Connection;
use serde_json::json;

use crate::support::*;

fn check(store: &Store) -> ChainCheck {
    store.db.reading().verify_chain(&change_key()).unwrap()
}

/// A history of five entries: four records and one edit of none of them.
fn told() -> Store {
    let mut store = Store::begun();
    store.write(|w| w.event(Some(id(CLAIM)), &json!({"export": "bundle.zip"}))).unwrap();
    store
}

#[test]
fn each_change_says_what_was_and_what_is() {
    let mut store = Store::begun();
    store.write_at(at(1), |w| w.insert(new(10, notice("Old", day(2021, 11, 3)))).map(drop)).unwrap();
    store.write_at(at(2), |w| w.update(id(10), notice("New", day(2021, 11, 3))).map(drop)).unwrap();
    let marks = Marks { privileged: true, ..Marks::default() };
    store.write_at(at(3), |w| w.set_marks::<Notice>(id(10), marks).map(drop)).unwrap();
    store.write_at(at(4), |w| w.set_links(id(10), &[], &[EvidenceLink::to(id(EVIDENCE))])).unwrap();
    store.write_at(at(5), |w| w.archive(id(10)).and_then(|()| w.unarchive(id(10)))).unwrap();

    let history = store.db.reading().history(id(10)).unwrap();
    let kinds: Vec<ChangeKind> = history.iter().map(|change| change.kind).collect();
    use ChangeKind as K;
    assert_eq!(kinds, [K::Added, K::Edited, K::Marked, K::Linked, K::Archived, K::Unarchived]);
    assert!(history.iter().all(|change| change.record == Some(id(10)) && change.action == "test"));
    assert_eq!(history.iter().map(|change| change.at).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 5].map(at));
    assert_eq!(history.iter().map(|change| change.seq).collect::<Vec<_>>(), [5, 6, 7, 8, 9, 10]);

    assert_eq!(history[0].before, None);
    assert_eq!(history[0].after.as_ref().unwrap()["body"]["subject"], "Old");
    assert_eq!(history[0].after.as_ref().unwrap()["reference"], "N-001");
    assert_eq!(history[1].before, Some(json!({"subject": "Old"})));
    assert_eq!(history[1].after, Some(json!({"subject": "New"})));
    assert_eq!(history[2].after, Some(json!({"privileged": true})));
    assert_eq!(history[3].before, Some(json!({"evidence": []})));
    assert_eq!(history[3].after.as_ref().unwrap()["evidence"][0]["evidence"], json!(id(EVIDENCE)));
    assert_eq!(store.db.reading().changes_after(8, 1).unwrap(), history[4..5]);
    assert!(matches!(check(&store), ChainCheck::Sound(head) if head.seq == 10));
}

#[test]
fn what_changes_nothing_is_no_change() {
    let mut store = Store::begun();
    store.add(10, Notice::default());
    store.write(|w| w.add_file(&file(50, 0))).unwrap();
    store.write(|w| w.set_setting("a", "b")).unwrap();
    let head = store.db.reading().chain_head().unwrap();
    store
        .write(|w| {
            w.update(id(10), Notice::default())?;
            w.set_marks::<Notice>(id(10), Marks::default())?;
            w.set_links(id(10), &[], &[])?;
            w.unarchive(id(10))?;
            w.update_file(&file(50, 0))?;
            w.order_files(id(EVIDENCE), &[file_id(50)])?;
            w.set_file_text(file_id(50), TextSource::Typed, &[])?;
            w.set_setting("a", "b")
        })
        .unwrap();
    assert_eq!(store.db.reading().chain_head().unwrap(), head);
}

#[test]
fn files_and_their_words_are_in_the_items_history() {
    let mut store = Store::begun();
    let pages = [PageText { page: 1, text: "Dear member".to_owned() }];
    store
        .write(|w| {
            w.add_file(&file(50, 0))?;
            w.update_file(&recourse_domain::records::EvidenceFile { rotation: 0, ..file(50, 0) })?;
            w.set_file_text(file_id(50), TextSource::Extracted, &pages)?;
            w.set_file_text(file_id(50), TextSource::Typed, &pages)
        })
        .unwrap();
    let history = store.db.reading().history(id(EVIDENCE)).unwrap();
    assert_eq!(history[1].after.as_ref().unwrap()["sha256"], "ab".repeat(32));
    assert_eq!(history[2].before.as_ref().unwrap()["about"]["rotation"], 90);
    assert_eq!(history[3].after.as_ref().unwrap()["characters"], 11);
    assert!(!history[3].after.as_ref().unwrap().to_string().contains("Dear"));
    assert_eq!(history[4].after.as_ref().unwrap()["pages"][0]["text"], "Dear member");
}

#[test]
fn the_history_refuses_to_be_changed() {
    told().meddle(|conn| {
        for sql in [
            "UPDATE change SET body = '{}'",
            "DELETE FROM change WHERE seq = 5",
            "DELETE FROM change",
            "INSERT OR REPLACE INTO change SELECT seq, at, kind, NULL, body, prev, hash, mac FROM change WHERE seq = 2",
            "INSERT INTO change SELECT 99, at, kind, record, body, prev, hash, mac FROM change WHERE seq = 2",
        ] {
            assert!(conn.execute(sql, []).is_err(), "{sql}");
        }
    });
}

const OPEN_UP: &str = "DROP TRIGGER change_is_fixed; DROP TRIGGER change_stays; DROP TRIGGER change_comes_last;";

#[test]
fn meddling_by_somebody_who_can_write_sql_shows() {
    use ChainFault as F;
    for (sql, seq, fault) in [
        ("UPDATE change SET body = replace(body, 'test', 'tset') WHERE seq = 3", 3, F::Altered),
        ("UPDATE change SET at = '2020-01-01T00:00:00Z' WHERE seq = 1", 1, F::Altered),
        ("UPDATE change SET kind = 'edited' WHERE seq = 2", 2, F::Altered),
        ("UPDATE change SET record = NULL WHERE seq = 2", 2, F::Altered),
        ("UPDATE change SET hash = zeroblob(32) WHERE seq = 4", 4, F::Altered),
        ("UPDATE change SET prev = zeroblob(32) WHERE seq = 4", 4, F::Unchained),
        ("UPDATE change SET mac = zeroblob(32) WHERE seq = 5", 5, F::Unsealed),
        ("DELETE FROM change WHERE seq = 1", 1, F::Missing),
        ("DELETE FROM change WHERE seq = 3", 3, F::Missing),
        ("DELETE FROM change WHERE seq = 5", 5, F::Missing),
        ("DELETE FROM change", 1, F::Missing),
        ("DELETE FROM change; DELETE FROM change_head", 1, F::HeadUnsealed),
        ("DELETE FROM change_head", 6, F::HeadUnsealed),
        ("UPDATE change_head SET seq = 4", 6, F::HeadUnsealed),
        ("UPDATE change SET seq = -seq WHERE seq > 3; UPDATE change SET seq = 9 + seq WHERE seq < 0", 4, F::Unchained),
    ] {
        let store = told();
        assert!(matches!(check(&store), ChainCheck::Sound(_)));
        let store = store.meddle(|conn: &Connection| {
            conn.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
            conn.execute_batch(OPEN_UP).unwrap();
            conn.execute_batch(sql).unwrap();
        });
        assert_eq!(check(&store), ChainCheck::Broken(BrokenChain { seq, fault }), "{sql}");
    }
}

#[test]
fn an_old_head_put_back_shows() {
    let mut old = None;
    let store = told().meddle(|conn| {
        let head = conn.query_row("SELECT seq, hash, mac FROM change_head", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?, row.get::<_, [u8; 32]>(2)?))
        });
        old = Some(head.unwrap());
    });
    let mut store = store;
    store.add(10, Notice::default());
    let store = store.meddle(|conn| {
        conn.execute("UPDATE change_head SET seq = ?1, hash = ?2, mac = ?3", old.unwrap()).unwrap();
    });
    assert_eq!(check(&store), ChainCheck::Broken(BrokenChain { seq: 6, fault: ChainFault::AfterHead }));
}

#[test]
fn the_history_of_another_key_is_not_this_vaults() {
    let store = told();
    let other = store.db.reading().verify_chain(&Secret::new([1; 32])).unwrap();
    assert_eq!(other, ChainCheck::Broken(BrokenChain { seq: 1, fault: ChainFault::Unsealed }));
    let empty = Store::empty();
    assert_eq!(check(&empty), ChainCheck::Sound(Default::default()));
}

/// The bytes that are hashed are part of the format: this value changes only when a record of the story here has a new field. An older history is
/// checked from the bytes that are stored.
#[test]
fn the_chain_is_pinned() {
    assert_eq!(
        told().db.reading().chain_head().unwrap().to_string(),
        "5 edf46fd1799977124250bc5d9a0ec90c04c1795cee59249ceaa780c2e8f32816"
    );
}
