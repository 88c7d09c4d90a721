use chrono::{DateTime, Utc};
use recourse_domain::RecordId;
use recourse_domain::records::{Claim, Claimant};
use uuid::Uuid;

use super::*;
use crate::{ChainCheck, Filter, NewEntry};

fn key() -> Secret<[u8; 32]> {
    Secret::new([7; 32])
}

fn occasion(key: &Secret<[u8; 32]>) -> Occasion<'_> {
    Occasion {
        at: DateTime::<Utc>::UNIX_EPOCH,
        action: "test",
        change_key: key,
        chance: [0; 16],
        turn: None,
        back: None,
    }
}

fn claim(number: u128, words: usize) -> NewEntry<Claim> {
    let claimant = Claimant { contact: "Heron ".repeat(words), ..Claimant::default() };
    let body = Claim { title: "A claim".to_owned(), claimant, ..Claim::default() };
    NewEntry::new(RecordId(Uuid::from_u128(number)), None, DateTime::UNIX_EPOCH, body)
}

fn claims(db: &Database) -> usize {
    db.reading().list::<Claim>(Filter::default()).unwrap().len()
}

/// A database that has no room for more than a few more pages.
fn nearly_full(folder: &Path) -> Database {
    let mut db = Database::create(&folder.join("records.db"), &key()).unwrap();
    db.transaction(&occasion(&key()), |w| w.insert(claim(1, 1))).unwrap();
    limit(&db, 4);
    db
}

fn limit(db: &Database, spare: u32) {
    let pages: u32 = db.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    db.conn.pragma_update_and_check(None, "max_page_count", pages + spare, |_| Ok(())).unwrap();
}

#[test]
fn a_full_disk_is_said_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = nearly_full(folder.path());
    let full = db.transaction(&occasion(&key()), |w| w.insert(claim(2, 100_000)));
    assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
    assert_eq!(claims(&db), 1);
    assert!(matches!(db.reading().verify_chain(&key()).unwrap(), ChainCheck::Sound(head) if head.seq == 1));

    limit(&db, 100_000);
    db.transaction(&occasion(&key()), |w| w.insert(claim(2, 100_000))).unwrap();
    assert_eq!(claims(&db), 2);
    assert!(db.integrity().unwrap().is_sound());
}

#[test]
fn what_follows_a_failure_that_was_passed_over_is_not_kept_on_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut db = nearly_full(folder.path());
    let done: Result<()> = db.transaction(&occasion(&key()), |w| {
        assert!(w.insert(claim(2, 100_000)).is_err());
        let _ = w.insert(claim(3, 1));
        Ok(())
    });
    // Either SQLite kept the transaction, and the small claim with it, or it gave it up and nothing is there.
    match done {
        Ok(()) => assert_eq!(claims(&db), 2),
        Err(StoreError::GivenUp) => assert_eq!(claims(&db), 1),
        Err(other) => panic!("{other}"),
    }
    assert!(matches!(db.reading().verify_chain(&key()).unwrap(), ChainCheck::Sound(_)));
}

#[test]
fn the_switches_are_as_the_format_says() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::create(&folder.path().join("records.db"), &key()).unwrap();
    let number = |name: &str| db.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    let word = |name: &str| db.conn.pragma_query_value(None, name, |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(word("journal_mode"), "wal");
    assert_eq!(word("locking_mode"), "exclusive");
    assert_eq!(number("synchronous"), 2);
    assert_eq!(number("foreign_keys"), 1);
    assert_eq!(number("trusted_schema"), 0);
    assert_eq!(number("secure_delete"), 1);
    assert_eq!(number("temp_store"), 2);
    assert_eq!(word("cipher_page_size"), "4096");
    assert!(word("cipher_version").starts_with('4'), "{}", word("cipher_version"));
    assert_eq!(word("cipher_hmac_algorithm"), "HMAC_SHA512");
}
