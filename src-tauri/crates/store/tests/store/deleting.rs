//! The bin, deleting for good, and what was done at once.

use recourse_domain::records::{Evidence, EvidenceLink, Marks, Notice, PageText};
use recourse_store::{
    ChainCheck, ChainFault, ChangeKind, Filter, MailHeaders, Occasion, Shelf, Sought, StoreError, TextSource,
};
use rusqlite::Connection;
use serde_json::json;

use crate::support::*;

/// A word that stands in no other place.
const SECRET: &str = "xqzwkvjbrant";

fn sound(store: &Store) {
    let found = store.db.reading().verify_chain(&change_key()).unwrap();
    assert!(matches!(found, ChainCheck::Sound(_)), "{found:?}");
}

/// The places where the word is, in any table or index.
fn places(conn: &Connection) -> Vec<String> {
    let mut tables = conn
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')")
        .unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let mut found = Vec::new();
    for table in tables {
        let mut rows = conn.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let bytes = match row.get_ref(column).unwrap() {
                    rusqlite::types::ValueRef::Text(bytes) | rusqlite::types::ValueRef::Blob(bytes) => bytes,
                    _ => continue,
                };
                // An index leaves out what a word shares with the one before, so the end of it is enough.
                if bytes.windows(8).any(|part| part == &SECRET.as_bytes()[4..]) {
                    found.push(table.clone());
                }
            }
        }
    }
    found.dedup();
    found
}

/// An item with a file, a note, a mail's headers, typed words, an edit, a draft, and a notice that rests on it.
fn full() -> Store {
    let mut store = Store::begun();
    let pages = [PageText { page: 1, text: format!("We write about {SECRET}.") }];
    store
        .write(|w| {
            w.add_file(&recourse_domain::records::EvidenceFile { name: format!("{SECRET}.eml"), ..file(50, 0) })?;
            w.set_file_text(file_id(50), TextSource::Typed, &pages)?;
            w.set_mail_headers(file_id(50), &MailHeaders { subject: SECRET.to_owned(), ..MailHeaders::default() })?;
            w.set_marks::<Evidence>(id(EVIDENCE), Marks { note: SECRET.to_owned(), ..Marks::default() })?;
            w.save_draft(&format!("evidence:{}", id(EVIDENCE)), SECRET)
        })
        .unwrap();
    store
        .write(|w| w.update(id(EVIDENCE), Evidence { title: SECRET.to_owned(), ..Evidence::default() }).map(drop))
        .unwrap();
    store
        .write(|w| {
            w.update(id(EVIDENCE), Evidence { title: format!("{SECRET} again"), ..Evidence::default() }).map(drop)
        })
        .unwrap();
    store.add(10, notice("Kept", day(2021, 11, 3)));
    let link = EvidenceLink { file: Some(file_id(50)), page: Some(1), ..EvidenceLink::to(id(EVIDENCE)) };
    store.write(|w| w.set_links(id(10), &[], &[link])).unwrap();
    store
}

#[test]
fn the_bin_is_out_of_everything_and_gives_back_what_was_put_in() {
    let mut store = full();
    let lists = |store: &Store| {
        let reading = store.db.reading();
        let of = |shelf| reading.headings(Filter { claim: None, shelf }).unwrap().len();
        let found = reading.find_object(&file(50, 0).sha256).unwrap().len();
        (of(Shelf::Current), of(Shelf::Archived), of(Shelf::Both), reading.bin().unwrap().len(), found)
    };
    assert_eq!(lists(&store), (5, 0, 5, 0, 1));
    let before = store.db.reading().get::<Evidence>(id(EVIDENCE)).unwrap();
    store.write_at(at(7), |w| w.bin(id(EVIDENCE))).unwrap();
    assert_eq!(lists(&store), (4, 0, 4, 1, 0));
    assert!(matches!(store.write(|w| w.erase(id(10)).map(drop)), Err(StoreError::NotInBin(_))));
    assert!(matches!(store.write(|w| w.bin(id(CLAIM))), Err(StoreError::ClaimStays)));
    store.write_at(at(8), |w| w.unbin(id(EVIDENCE))).unwrap();
    assert_eq!(store.db.reading().get::<Evidence>(id(EVIDENCE)).unwrap(), before);
    store.write_at(at(9), |w| w.archive(id(10)).and_then(|()| w.bin(id(10)))).unwrap();
    store.write_at(at(10), |w| w.unbin(id(10))).unwrap();
    assert_eq!(store.db.reading().heading(id(10)).unwrap().unwrap().archived_at, Some(at(9)));
    sound(&store);
}

#[test]
fn what_is_deleted_for_good_is_nowhere_and_the_chain_holds() {
    let store = full();
    let mut store = store.meddle(|conn| assert!(places(conn).len() > 5, "{:?}", places(conn)));
    store.write_at(at(7), |w| w.bin(id(EVIDENCE))).unwrap();
    let erased = store.write_at(at(8), |w| w.erase(id(EVIDENCE))).unwrap();
    assert_eq!((erased.files, erased.entries > 4), (1, true));
    let reading = store.db.reading();
    assert_eq!(reading.leaving().unwrap(), [file(50, 0).object]);
    let row = reading.heading(id(EVIDENCE)).unwrap().unwrap();
    assert_eq!((row.reference.to_string().as_str(), row.deleted_at, row.title.as_str()), ("E-001", Some(at(8)), ""));
    let links = reading.get::<Notice>(id(10)).unwrap().unwrap().evidence;
    assert_eq!(links, [EvidenceLink::to(id(EVIDENCE))]);
    let history = reading.history(id(EVIDENCE)).unwrap();
    assert_eq!(history.iter().filter(|change| change.erased_at == Some(at(8))).count(), erased.entries);
    assert_eq!(history.last().unwrap().kind, ChangeKind::Erased);
    sound(&store);
    let mut store = store.meddle(|conn| assert_eq!(places(conn), [""; 0]));
    sound(&store);
    for refused in [
        store.write(|w| w.unbin(id(EVIDENCE))),
        store.write(|w| w.update(id(EVIDENCE), Evidence { title: "x".to_owned(), ..Evidence::default() }).map(drop)),
        store.write(|w| w.add_file(&file(51, 0))),
    ] {
        assert!(matches!(refused, Err(StoreError::Deleted(_))), "{refused:?}");
    }
    assert_eq!(store.add(11, Evidence::default()).reference.to_string(), "E-002");
}

#[test]
fn an_original_that_another_item_holds_does_not_leave() {
    let mut store = full();
    store.add(12, Evidence::default());
    store.write(|w| w.add_file(&recourse_domain::records::EvidenceFile { evidence: id(12), ..file(51, 0) })).unwrap();
    store.write(|w| w.bin(id(EVIDENCE)).and_then(|()| w.erase(id(EVIDENCE)).map(drop))).unwrap();
    assert_eq!(store.db.reading().leaving().unwrap(), [""; 0]);
}

#[test]
fn emptying_an_entry_without_saying_so_shows() {
    let meddled = |sql: &str| {
        let mut store = full();
        store.write(|w| w.bin(id(EVIDENCE)).and_then(|()| w.erase(id(EVIDENCE)).map(drop))).unwrap();
        let store = store.meddle(|conn| {
            conn.execute_batch("DROP TRIGGER change_is_fixed; DROP TRIGGER change_stays;").unwrap();
            conn.execute_batch(sql).unwrap();
        });
        match store.db.reading().verify_chain(&change_key()).unwrap() {
            ChainCheck::Broken(broken) => broken.fault,
            ChainCheck::Sound(_) => panic!("{sql} was not seen"),
        }
    };
    let empty = |seq: u32, by: &str| {
        format!("UPDATE change SET body = 'null', salt = NULL, erased_by = {by} WHERE seq = {seq}")
    };
    assert_eq!(meddled(&empty(1, "(SELECT max(seq) FROM change)")), ChainFault::Altered);
    assert_eq!(meddled(&empty(1, "99999")), ChainFault::Emptied);
    assert_eq!(
        meddled("UPDATE change SET body = '{\"action\":\"\"}' WHERE erased_by IS NOT NULL"),
        ChainFault::Altered
    );
    assert_eq!(
        meddled("UPDATE change SET at = '2020-01-01T00:00:00Z' WHERE erased_by IS NOT NULL"),
        ChainFault::Altered
    );
}

/// Words that were written by a version before schema 6, whose hash covers them directly.
#[test]
fn words_of_old_entries_are_erased_too() {
    let store = full();
    let mut store = store.meddle(old_form);
    sound(&store);
    assert!(store.db.reading().turns_before(u64::MAX, 5).unwrap().is_empty());
    store.write_at(at(7), |w| w.bin(id(EVIDENCE))).unwrap();
    store.write_at(at(8), |w| w.erase(id(EVIDENCE)).map(drop)).unwrap();
    sound(&store);
    let store = store.meddle(|conn| {
        assert_eq!(places(conn), [""; 0]);
        conn.execute_batch("DROP TRIGGER change_is_fixed").unwrap();
        conn.execute("UPDATE change SET kind = 'marked' WHERE seq = 4", []).unwrap();
    });
    let found = store.db.reading().verify_chain(&change_key()).unwrap();
    assert!(matches!(found, ChainCheck::Broken(broken) if broken.fault == ChainFault::Altered), "{found:?}");
}

/// Writes the whole history again as a version before schema 6 wrote it, by the rule in `chain.rs`.
fn old_form(conn: &Connection) {
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::{Digest, Sha256};
    let guard: String =
        conn.query_row("SELECT sql FROM sqlite_schema WHERE name = 'change_is_fixed'", [], |row| row.get(0)).unwrap();
    conn.execute_batch(
        "DROP TRIGGER change_is_fixed; UPDATE change SET salt = NULL, sum = NULL, turn = NULL, back = NULL",
    )
    .unwrap();
    let mac = |parts: &[&[u8]]| -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(change_key().expose()).unwrap();
        parts.iter().for_each(|part| mac.update(part));
        mac.finalize().into_bytes().into()
    };
    let mut rows = conn.prepare("SELECT seq, at, kind, coalesce(record, ''), body FROM change ORDER BY seq").unwrap();
    type Row = (i64, String, String, String, String);
    let rows: Vec<Row> = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut prev = [0; 32];
    for (seq, at, kind, record, body) in rows {
        let mut hash = Sha256::new().chain_update(b"recourse.change.v1").chain_update(prev);
        for field in [&seq.to_be_bytes()[..], at.as_bytes(), kind.as_bytes(), record.as_bytes(), body.as_bytes()] {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field);
        }
        let hash: [u8; 32] = hash.finalize().into();
        let row = rusqlite::params![seq, prev, hash, mac(&[&hash])];
        conn.execute("UPDATE change SET prev = ?2, hash = ?3, mac = ?4 WHERE seq = ?1", row).unwrap();
        let head = rusqlite::params![seq, hash, mac(&[b"recourse.change.head.v1", &seq.to_be_bytes(), &hash])];
        conn.execute("UPDATE change_head SET seq = ?1, hash = ?2, mac = ?3", head).unwrap();
        prev = hash;
    }
    conn.execute_batch(&guard).unwrap();
}

#[test]
fn what_was_done_at_once_is_one_turn_and_says_what_it_takes_back() {
    let mut store = Store::begun();
    let first = store.write(|w| {
        w.insert(new(10, Notice::default()))?;
        w.archive(id(10))?;
        Ok(w.turn())
    });
    let first = first.unwrap().unwrap();
    let key = change_key();
    let occasion =
        Occasion { at: at(3), action: "undo", change_key: &key, chance: [1; 16], turn: None, back: Some(first) };
    store.db.transaction(&occasion, |w| w.unarchive(id(10))).unwrap();
    let on = Occasion { turn: Some(first), back: None, action: "test", ..occasion };
    store
        .db
        .transaction(&on, |w| w.set_marks::<Notice>(id(10), Marks { privileged: true, ..Marks::default() }).map(drop))
        .unwrap();
    let reading = store.db.reading();
    let turns = reading.turns_before(u64::MAX, 2).unwrap();
    assert_eq!(
        turns.iter().map(|turn| (turn.turn, turn.back)).collect::<Vec<_>>(),
        [(first + 2, Some(first)), (first, None)]
    );
    assert!(turns[1].kinds.contains(&ChangeKind::Marked));
    let kinds: Vec<ChangeKind> = reading.changes_of_turn(first).unwrap().iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Marked, ChangeKind::Archived, ChangeKind::Added]);
    sound(&store);
}

#[test]
fn the_history_is_read_page_by_page_and_sieved() {
    let mut store = Store::begun();
    store.add(10, notice("50% \"off\"", day(2021, 11, 3)));
    store.add(11, notice("Otterburn", day(2021, 11, 4)));
    store.write(|w| w.archive(id(11)).and_then(|()| w.event(None, &json!({"a": 1})))).unwrap();
    let seqs = |sought: Sought, limit| -> Vec<u64> {
        store.db.reading().changes(&sought, limit).unwrap().iter().map(|change| change.seq).collect()
    };
    let all = Sought::default();
    assert_eq!(seqs(all.clone(), 3), [8, 7, 6]);
    assert_eq!(seqs(Sought { before: Some(6), ..all.clone() }, 2), [5, 4]);
    assert_eq!(seqs(Sought { record: Some(id(11)), ..all.clone() }, 9), [7, 6]);
    assert_eq!(seqs(Sought { kinds: vec![ChangeKind::Archived, ChangeKind::Event], ..all.clone() }, 9), [8, 7]);
    let words = |words: &[&str]| Sought { words: words.iter().map(|word| (*word).to_owned()).collect(), ..all.clone() };
    assert_eq!(seqs(words(&["50%", "\"off\""]), 9), [5]);
    assert_eq!(seqs(words(&["otterb"]), 9), [7, 6], "the title counts too");
    assert_eq!(seqs(words(&["5_%"]), 9), [0; 0]);
}
