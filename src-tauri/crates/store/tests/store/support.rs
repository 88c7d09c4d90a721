//! A database in a temporary folder, and invented things to put into it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use recourse_domain::records::{Claim, Entry, Evidence, EvidenceFile, Incident, Notice, Party};
use recourse_domain::{FileId, RecordId, StatedDate};
use recourse_store::{Database, NewEntry, Occasion, Result, Stored, Writing};
use recourse_vault::Secret;
use rusqlite::Connection;
use tempfile::TempDir;
use uuid::Uuid;

pub const KEY: [u8; 32] = [0xA5; 32];
pub const CHANGE_KEY: [u8; 32] = [0x5A; 32];

pub fn key() -> Secret<[u8; 32]> {
    Secret::new(KEY)
}

pub fn change_key() -> Secret<[u8; 32]> {
    Secret::new(CHANGE_KEY)
}

pub fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

pub fn file_id(number: u128) -> FileId {
    FileId(Uuid::from_u128(number))
}

/// Some minutes after a fixed moment, with a fraction of a second.
pub fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_760_000_000, 123_456_789).unwrap() + TimeDelta::minutes(minutes)
}

pub fn day(year: i32, month: u32, day: u32) -> StatedDate {
    StatedDate::day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

/// A database in a folder of its own.
pub struct Store {
    pub folder: TempDir,
    pub db: Database,
}

pub const CLAIM: u128 = 1;
pub const PARTY: u128 = 2;
pub const INCIDENT: u128 = 3;
pub const EVIDENCE: u128 = 4;

impl Store {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Database::create(&folder.path().join("records.db"), &key()).unwrap();
        Self { folder, db }
    }

    /// With a claim, a party, an incident and an evidence item.
    pub fn begun() -> Self {
        let mut store = Self::empty();
        store
            .write(|w| {
                let claim = Claim { title: "Heronsgate membership".to_owned(), ..Claim::default() };
                w.insert(NewEntry::new(id(CLAIM), None, at(0), claim))?;
                let party = Party { name: "Fernhollow Alliance".to_owned(), ..Party::default() };
                w.insert(new(PARTY, party))?;
                let incident = Incident { name: "Autumn outage".to_owned(), ..Incident::default() };
                w.insert(new(INCIDENT, incident))?;
                let evidence = Evidence { title: "Letter of November".to_owned(), ..Evidence::default() };
                w.insert(new(EVIDENCE, evidence)).map(drop)
            })
            .unwrap();
        store
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("records.db")
    }

    pub fn write<T>(&mut self, work: impl FnOnce(&Writing<'_>) -> Result<T>) -> Result<T> {
        self.write_at(at(0), work)
    }

    pub fn write_at<T>(&mut self, at: DateTime<Utc>, work: impl FnOnce(&Writing<'_>) -> Result<T>) -> Result<T> {
        let change_key = change_key();
        let occasion =
            Occasion { at, action: "test", change_key: &change_key, chance: [0; 16], turn: None, back: None };
        self.db.transaction(&occasion, work)
    }

    /// Enters a record of the claim.
    pub fn add<T: Stored>(&mut self, number: u128, body: T) -> Entry<T> {
        self.write(|w| w.insert(new(number, body))).unwrap()
    }

    /// Closes the database, lets `work` do what it likes to the file, and opens it again.
    pub fn meddle(self, work: impl FnOnce(&Connection)) -> Self {
        let Self { folder, db } = self;
        let path = folder.path().join("records.db");
        db.close().unwrap();
        work(&raw(&path));
        let db = Database::open(&path, &key()).unwrap();
        Self { folder, db }
    }
}

/// A new record of the claim.
pub fn new<T>(number: u128, body: T) -> NewEntry<T> {
    NewEntry::new(id(number), Some(id(CLAIM)), at(0), body)
}

pub fn notice(subject: &str, on_document: StatedDate) -> Notice {
    Notice { subject: subject.to_owned(), on_document, ..Notice::default() }
}

pub fn file(number: u128, position: u32) -> EvidenceFile {
    EvidenceFile {
        id: file_id(number),
        evidence: id(EVIDENCE),
        position,
        object: format!("{number:064x}"),
        sha256: "ab".repeat(32),
        size: 1 << 40,
        name: "Scan 1 — “page”.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        added_at: at(1),
        file_modified: Some(at(-9)),
        taken_at: Some("2021:11:03 10:00:00".to_owned()),
        pages: Some(2),
        seconds: None,
        rotation: 90,
        problem: Some("Page 2 could not be read.".to_owned()),
    }
}

/// The file as any SQLCipher program with the key sees it.
pub fn raw(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "a5".repeat(32))).unwrap();
    conn
}
