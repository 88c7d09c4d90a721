//! Opening and closing, and what is refused.

use std::fs;
use std::path::Path;

use recourse_domain::records::{Claim, Notice, PageText};
use recourse_store::{Database, Filter, SCHEMA_VERSION, StoreError, TextSource};
use recourse_vault::Secret;

use crate::support::*;

fn refused(path: &Path) -> StoreError {
    let refused = Database::open(path, &key()).unwrap_err();
    let reading = Database::open_read_only(path, &key()).unwrap_err();
    assert_eq!(refused.to_string(), reading.to_string());
    refused
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_closed_folder_holds_one_file_that_opens_elsewhere() {
    let mut store = Store::begun();
    store.add(10, notice("kept", day(2021, 1, 1)));
    assert_eq!(names(store.folder.path()), ["records.db", "records.db-wal"], "no third file beside the log");
    let Store { folder, db } = store;
    db.close().unwrap();
    assert_eq!(names(folder.path()), ["records.db"]);

    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("r.db");
    fs::copy(folder.path().join("records.db"), &copy).unwrap();
    for open in [Database::open_read_only, Database::open] {
        let db = open(&copy, &key()).unwrap();
        assert_eq!(db.reading().list::<Notice>(Filter::default()).unwrap()[0].body.subject, "kept");
        assert!(db.integrity().unwrap().is_sound());
        db.close().unwrap();
    }
}

#[test]
fn what_was_acknowledged_is_in_a_copy_of_the_open_folder() {
    let mut store = Store::begun();
    store.add(10, notice("kept", day(2021, 1, 1)));
    let elsewhere = tempfile::tempdir().unwrap();
    for name in names(store.folder.path()) {
        fs::copy(store.folder.path().join(&name), elsewhere.path().join(&name)).unwrap();
    }
    let path = elsewhere.path().join("records.db");
    let reading = Database::open_read_only(&path, &key()).unwrap();
    assert_eq!(reading.reading().list::<Notice>(Filter::default()).unwrap().len(), 1);
    drop(reading);
    let db = Database::open(&path, &key()).unwrap();
    assert_eq!(db.reading().list::<Notice>(Filter::default()).unwrap().len(), 1);
    assert!(db.integrity().unwrap().is_sound());
}

#[test]
fn nothing_that_was_written_can_be_read_without_the_key() {
    let mut store = Store::begun();
    store.add(10, Notice { text: "Wrenfield marmalade".to_owned(), ..Notice::default() });
    store.write(|w| w.add_file(&file(50, 0))).unwrap();
    let pages = [PageText { page: 1, text: "Wrenfield marmalade".to_owned() }];
    store.write(|w| w.set_file_text(file_id(50), TextSource::Extracted, &pages)).unwrap();
    store.write(|w| w.save_draft("notice", "Wrenfield marmalade")).unwrap();
    let look = |folder: &Path| {
        for name in names(folder) {
            let bytes = fs::read(folder.join(&name)).unwrap();
            for word in ["Wrenfield", "wrenfield", "marmalade", "Heronsgate", "CREATE TABLE", "SQLite format"] {
                assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} in {name}");
            }
        }
    };
    look(store.folder.path());
    let Store { folder, db } = store;
    db.close().unwrap();
    look(folder.path());
}

#[test]
fn another_key_does_not_open_it() {
    let Store { folder, db } = Store::begun();
    db.close().unwrap();
    let path = folder.path().join("records.db");
    let before = fs::read(&path).unwrap();
    let other = Secret::new([1; 32]);
    assert!(matches!(Database::open(&path, &other), Err(StoreError::WrongKey)));
    assert!(matches!(Database::open_read_only(&path, &other), Err(StoreError::WrongKey)));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(Database::open(&path, &key()).is_ok());
}

#[test]
fn what_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.db");
    assert!(matches!(refused(&path), StoreError::Missing));
    assert!(names(folder.path()).is_empty());

    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    for content in [Vec::new(), b"Dear diary".to_vec(), plain] {
        fs::write(&path, &content).unwrap();
        assert!(matches!(refused(&path), StoreError::NotADatabase));
        assert_eq!(fs::read(&path).unwrap(), content);
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(Database::open(&path, &key()).is_err());
}

#[test]
fn a_file_cut_short_is_refused_and_left_alone() {
    let Store { folder, db } = Store::begun();
    db.close().unwrap();
    let path = folder.path().join("records.db");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 1000]).unwrap();
    assert!(matches!(refused(&path), StoreError::Damaged));
    assert_eq!(fs::read(&path).unwrap().len(), whole.len() - 1000);
}

#[test]
fn a_changed_byte_in_any_page_is_noticed() {
    let Store { folder, db } = Store::begun();
    db.close().unwrap();
    let path = folder.path().join("records.db");
    let whole = fs::read(&path).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut changed = whole.clone();
        changed[page * 4096 + 2000] ^= 1;
        fs::write(&path, &changed).unwrap();
        match Database::open(&path, &key()) {
            Err(StoreError::WrongKey | StoreError::Damaged) => {}
            Err(other) => panic!("page {page}: {other}"),
            Ok(db) => {
                assert!(!db.integrity().unwrap().pages.is_empty(), "page {page}");
                match db.reading().list::<Claim>(Filter::default()) {
                    Ok(claims) => assert_eq!(claims.len(), 1, "page {page}"),
                    Err(e) => assert!(matches!(e, StoreError::Damaged), "page {page}: {e:?}"),
                }
            }
        }
    }
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let Store { folder, db } = Store::begun();
    db.close().unwrap();
    let path = folder.path().join("records.db");
    raw(&path).pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    let before = fs::read(&path).unwrap();
    let newer = refused(&path);
    assert!(matches!(newer, StoreError::NewerSchema { found, known } if found == known + 1));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_without_a_schema_is_not_taken_for_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.db");
    raw(&path).execute_batch("CREATE TABLE x (y) STRICT; DROP TABLE x;").unwrap_err();
    raw(&path).execute_batch("CREATE TABLE x (y TEXT) STRICT").unwrap();
    assert!(matches!(Database::open(&path, &key()), Err(StoreError::Damaged)));
}

#[test]
fn two_do_not_open_it_at_once() {
    let store = Store::begun();
    assert!(matches!(Database::open(&store.path(), &key()), Err(StoreError::Busy)));
    assert!(matches!(Database::open_read_only(&store.path(), &key()), Err(StoreError::Busy)));
    store.db.close().unwrap();
    assert!(Database::open(&store.folder.path().join("records.db"), &key()).is_ok());
}

#[test]
fn read_only_is_read_only() {
    let Store { folder, db } = Store::begun();
    db.close().unwrap();
    let path = folder.path().join("records.db");
    let before = fs::read(&path).unwrap();
    let mut store = Store { db: Database::open_read_only(&path, &key()).unwrap(), folder };
    let written = store.write(|w| w.archive(id(PARTY)));
    assert!(matches!(written, Err(StoreError::ReadOnly)), "{written:?}");
    assert!(store.db.integrity().unwrap().is_sound());
    let Store { folder, db } = store;
    db.close().unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(names(folder.path()), ["records.db"]);
}

#[test]
fn a_copy_is_read_beside_the_writer_and_needs_no_folder() {
    let mut store = Store::begun();
    store.add(10, notice("kept", day(2021, 1, 1)));
    let folder = tempfile::tempdir().unwrap();
    let copy = Database::open_copy(&store.path(), folder.path(), &key()).unwrap();
    folder.close().unwrap();
    store.add(11, notice("later", day(2021, 1, 2)));
    let mut copy = Store { db: copy, folder: tempfile::tempdir().unwrap() };
    assert_eq!(copy.db.reading().list::<Notice>(Filter::default()).unwrap().len(), 1);
    let written = copy.write(|w| w.archive(id(PARTY)));
    assert!(matches!(written, Err(StoreError::ReadOnly)), "{written:?}");
    assert!(copy.db.integrity().unwrap().is_sound());
    copy.db.close().unwrap();
    assert_eq!(store.db.reading().list::<Notice>(Filter::default()).unwrap().len(), 2);
    store.db.close().unwrap();
}

#[test]
fn a_copy_taken_while_the_file_is_opened_written_and_closed_is_whole_or_not_taken() {
    let Store { folder, db } = Store::begun();
    db.close().unwrap();
    let path = folder.path().join("records.db");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for number in 10..40 {
                let db = Database::open(&path, &key()).unwrap();
                let mut store = Store { db, folder: tempfile::tempdir().unwrap() };
                store.add(number, notice("kept", day(2021, 1, 1)));
                store.db.close().unwrap();
            }
        });
        let mut seen = 0;
        while !writer.is_finished() {
            let folder = tempfile::tempdir().unwrap();
            let Ok(copy) = Database::open_copy(&path, folder.path(), &key()) else { continue };
            let now = copy.reading().list::<Notice>(Filter::default()).unwrap().len();
            assert!(copy.integrity().unwrap().is_sound());
            assert!(now >= seen, "{now} after {seen}");
            seen = now;
        }
    });
}

#[test]
fn creation_takes_no_ones_place_and_sweeps_what_an_earlier_one_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.db");
    fs::write(folder.path().join("records.db.new"), "half a file").unwrap();
    Database::create(&path, &key()).unwrap().close().unwrap();
    assert_eq!(names(folder.path()), ["records.db"]);
    assert!(matches!(Database::create(&path, &key()), Err(StoreError::AlreadyExists)));
    assert!(Database::open(&path, &key()).is_ok());
    assert!(matches!(Database::create(&folder.path().join("none/records.db"), &key()), Err(StoreError::Missing)));
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let mut store = Store::begun();
    store.add(10, Notice::default());
    for name in names(store.folder.path()) {
        let mode = fs::metadata(store.folder.path().join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn records_are_copied_as_they_are_now_while_they_are_open() {
    let mut store = Store::begun();
    store.add(10, notice("kept", day(2021, 1, 1)));
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("copy.db");
    store.db.copy_to(&copy).unwrap();
    store.add(11, notice("later", day(2021, 1, 2)));
    let head = Database::head_of(&copy, &key()).unwrap();
    assert_eq!(names(elsewhere.path()), ["copy.db"], "looking leaves nothing");
    assert!(store.db.reading().has_entry(&head).unwrap());
    assert!(store.db.reading().chain_head().unwrap().seq > head.seq);
    let db = Database::open(&copy, &key()).unwrap();
    assert_eq!(db.reading().list::<Notice>(Filter::default()).unwrap().len(), 1);
    assert!(db.integrity().unwrap().is_sound());
    drop(db);
    store.db.copy_to(&copy).unwrap();
    let other = recourse_store::ChainHead { hash: [7; 32], ..head };
    assert!(!store.db.reading().has_entry(&other).unwrap());
}

/// Takes away what version 6 brought.
const BACK_TO_5: &str = "
DROP TABLE upkeep;
DROP TABLE leaving;
DROP INDEX record_in_bin;
ALTER TABLE record DROP COLUMN binned_at;
ALTER TABLE record DROP COLUMN deleted_at;
ALTER TABLE record DROP COLUMN was_archived;
DROP INDEX change_by_turn;
DROP TRIGGER change_is_fixed;
ALTER TABLE change DROP COLUMN salt;
ALTER TABLE change DROP COLUMN sum;
ALTER TABLE change DROP COLUMN turn;
ALTER TABLE change DROP COLUMN back;
ALTER TABLE change DROP COLUMN erased_by;
CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'fixed'); END;
PRAGMA user_version = 5;
";

#[test]
fn records_of_an_earlier_version_are_kept_aside_before_they_are_changed() {
    let mut store = Store::begun();
    store.add(10, notice("kept", day(2021, 1, 1)));
    let Store { folder, db } = store;
    db.close().unwrap();
    let path = folder.path().join("records.db");
    raw(&path).execute_batch(BACK_TO_5).unwrap();
    let db = Database::open(&path, &key()).unwrap();
    let kept = db.kept_before_updates();
    assert_eq!(kept, [folder.path().join(format!("records-before-v{SCHEMA_VERSION}.db"))]);
    db.note_upkeep("what", "this").unwrap();
    assert_eq!(db.reading().upkeep("what").unwrap().as_deref(), Some("this"));
    db.close().unwrap();
    assert_eq!(names(folder.path()), ["records-before-v6.db", "records.db"]);
    let version: u32 = raw(&kept[0]).pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 5);
    assert!(Database::head_of(&kept[0], &key()).unwrap().seq > 0);
    assert!(matches!(Database::open_read_only(&kept[0], &key()), Err(StoreError::OlderSchema)));
}
