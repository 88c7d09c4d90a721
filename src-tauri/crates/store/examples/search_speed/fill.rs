//! The large vault: one claim, 2,000 notices, 8,000 letters and 40,000 evidence items with a file each.

use std::path::Path;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use recourse_domain::choices::{Channel, EvidenceKind};
use recourse_domain::records::{Claim, Correspondence, Evidence, EvidenceFile, Notice, PageText};
use recourse_domain::{FileId, RecordId, StatedDate};
use recourse_store::{Database, NewEntry, Occasion, TextSource, Writing};
use recourse_vault::Secret;
use uuid::Uuid;

use crate::words::Words;

const NOTICES: u128 = 2_000;
const LETTERS: u128 = 8_000;
const ITEMS: u128 = 40_000;
/// Records of one transaction.
const AT_ONCE: usize = 500;
const SENDERS: [&str; 8] = [
    "Alder Trust",
    "Fernhollow Alliance",
    "Heronsgate",
    "Marlow Bank",
    "J. Pike",
    "Tollgate Ltd",
    "Zoë Lark",
    "Brook & Son",
];

/// The claim that everything belongs to.
pub const CLAIM: RecordId = RecordId(Uuid::from_u128(1));

/// Makes the records file.
pub fn fill(path: &Path, key: &Secret<[u8; 32]>) {
    let mut database = Database::create(path, key).unwrap();
    let mut words = Words::new();
    let numbers: Vec<u128> = (2..2 + NOTICES + LETTERS + ITEMS).collect();
    write(&mut database, |records| {
        let claim = Claim { title: "Heronsgate membership".to_owned(), ..Claim::default() };
        records.insert(NewEntry::new(CLAIM, None, now(), claim)).map(drop).unwrap();
    });
    for some in numbers.chunks(AT_ONCE) {
        write(&mut database, |records| some.iter().for_each(|number| add(records, &mut words, *number)));
    }
    database.close().unwrap();
}

/// Adds one item more, with its file and words, in a transaction of its own.
pub fn one_more(database: &mut Database, number: u128) {
    let mut words = Words::new();
    // Each run of the program takes numbers of its own.
    let number = (u128::from(std::process::id()) << 64) + (1 << 32) + number;
    write(database, |records| item(records, &mut words, number, 4_500));
}

fn write(database: &mut Database, work: impl FnOnce(&Writing<'_>)) {
    let change_key = Secret::new([0x5A; 32]);
    let occasion =
        Occasion { at: now(), action: "measure", change_key: &change_key, chance: [0; 16], turn: None, back: None };
    database
        .transaction::<_, recourse_store::StoreError>(&occasion, |records| {
            work(records);
            Ok(())
        })
        .unwrap();
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_760_000_000, 0).unwrap()
}

fn add(records: &Writing<'_>, words: &mut Words, number: u128) {
    // Kinds are mixed, as they come in.
    match number % 25 {
        0 => {
            let notice = Notice {
                from: sender(words),
                channel: Channel::Email,
                on_document: day(words),
                subject: words.text(40),
                text: words.text(2_000),
                ..Notice::default()
            };
            enter(records, number, notice);
        }
        1..=4 => {
            let letter = Correspondence {
                from: sender(words),
                to: sender(words),
                channel: Channel::Letter,
                sent: day(words),
                subject: words.text(40),
                text: words.text(2_000),
                ..Correspondence::default()
            };
            enter(records, number, letter);
        }
        _ => item(records, words, number, 4_500),
    }
}

fn item(records: &Writing<'_>, words: &mut Words, number: u128, bytes: usize) {
    let kinds = [EvidenceKind::Mail, EvidenceKind::Document, EvidenceKind::Mail, EvidenceKind::Photo];
    let evidence = Evidence {
        title: words.text(30),
        kind: kinds[words.number(kinds.len())],
        date: day(words),
        obtained_from: sender(words),
        waiting: number.is_multiple_of(2),
        ..Evidence::default()
    };
    enter(records, number, evidence);
    let file = EvidenceFile {
        id: FileId(Uuid::from_u128(number)),
        evidence: RecordId(Uuid::from_u128(number)),
        position: 0,
        object: format!("{number:064x}"),
        sha256: format!("{number:064x}"),
        size: 100_000,
        name: format!("{}.pdf", words.text(20).trim_end()),
        media_type: "application/pdf".to_owned(),
        added_at: now(),
        file_modified: None,
        taken_at: None,
        pages: Some(2),
        seconds: None,
        rotation: 0,
        problem: None,
    };
    records.add_file(&file).unwrap();
    let pages: Vec<PageText> = (1..=2).map(|page| PageText { page, text: words.text(bytes / 2) }).collect();
    records.set_file_text(file.id, TextSource::Extracted, &pages).unwrap();
}

fn enter<T: recourse_store::Stored>(records: &Writing<'_>, number: u128, body: T) {
    records.insert(NewEntry::new(RecordId(Uuid::from_u128(number)), Some(CLAIM), now(), body)).unwrap();
}

fn sender(words: &mut Words) -> String {
    SENDERS[words.number(SENDERS.len())].to_owned()
}

fn day(words: &mut Words) -> StatedDate {
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    StatedDate::day(first + Duration::days(i64::try_from(words.number(4_000)).unwrap()))
}
