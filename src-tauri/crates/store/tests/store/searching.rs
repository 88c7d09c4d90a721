//! Finding words in records and files.

use chrono::NaiveDate;
use recourse_domain::RecordId;
use recourse_domain::records::{Evidence, Marks, Notice, PageText};
use recourse_domain::search::parse;
use recourse_store::{Found, Hit, NewEntry, Question, Shelf, TextSource};

use crate::support::*;

fn search(store: &Store, words: &str, claim: Option<RecordId>, shelf: Shelf, limit: usize) -> Found {
    let query = parse(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
    store.db.reading().search(Question { query: &query, claim, shelf }, limit).unwrap()
}

fn found(store: &Store, words: &str) -> Vec<Hit> {
    search(store, words, None, Shelf::Current, 50).hits
}

fn ids(store: &Store, words: &str) -> Vec<RecordId> {
    found(store, words).iter().map(|hit| hit.heading.id).collect()
}

fn filled() -> Store {
    let mut store = Store::begun();
    let text = "Dear Zoë, attackers copied the membership list. Your café loyalty card was not among it.";
    store.add(10, Notice { text: text.to_owned(), ..notice("Cyber incident", day(2021, 11, 3)) });
    let marks = Marks { note: "Solicitor said wait".to_owned(), tags: vec!["blue".to_owned()], ..Marks::default() };
    store.write(|w| w.insert(NewEntry { marks, ..new(11, notice("Second", day(2021, 11, 4))) })).unwrap();
    store.write(|w| w.add_file(&file(50, 0))).unwrap();
    let pages = [(1, "first page"), (2, "we told the regulator about the membership list")]
        .map(|(page, text)| PageText { page, text: text.to_owned() });
    store.write(|w| w.set_file_text(file_id(50), TextSource::Extracted, &pages)).unwrap();
    store
}

#[test]
fn words_are_found_whatever_their_capitals_accents_and_endings() {
    let store = filled();
    for words in ["zoe", "ZOË", "cafe", "attack", "copied attackers", "incident", "N-001", "“cyber”"] {
        assert_eq!(ids(&store, words), [id(10)], "{words}");
    }
    assert_eq!(ids(&store, "solicitor blue"), [id(11)]);
    for words in ["", "  ", "*", "\"", "zoe nowhere", "OR", "text:dear", "(", "a\0b"] {
        assert_eq!(ids(&store, words), [], "{words}");
    }
}

#[test]
fn a_page_of_a_file_is_found_with_its_place() {
    let store = filled();
    let hits = found(&store, "regulator");
    assert_eq!(hits.len(), 1);
    assert_eq!((hits[0].heading.id, hits[0].file, hits[0].page), (id(EVIDENCE), Some(file_id(50)), Some(2)));
    let marked: Vec<&str> = hits[0].snippet.iter().filter(|part| part.found).map(|part| part.text.as_str()).collect();
    assert_eq!(marked, ["regulator"]);
    let whole: String = hits[0].snippet.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(whole, "we told the regulator about the membership list");

    let mut both: Vec<_> = found(&store, "membership list").iter().map(|hit| (hit.heading.id, hit.page)).collect();
    both.sort();
    assert_eq!(both, [(id(EVIDENCE), Some(2)), (id(10), None)]);
}

#[test]
fn the_index_follows_every_change() {
    let mut store = filled();
    store.write(|w| w.update(id(10), notice("Renamed", day(2021, 11, 3)))).unwrap();
    assert_eq!((ids(&store, "attackers"), ids(&store, "renamed")), (vec![], vec![id(10)]));
    store.write(|w| w.set_marks::<Notice>(id(11), Marks::default())).unwrap();
    assert_eq!(ids(&store, "solicitor"), []);
    store.write(|w| w.set_file_text(file_id(50), TextSource::Extracted, &[])).unwrap();
    assert_eq!(ids(&store, "regulator"), []);
    let transcription = "typed by hand".to_owned();
    store.write(|w| w.update(id(EVIDENCE), Evidence { transcription, ..Evidence::default() })).unwrap();
    assert_eq!(ids(&store, "hand"), [id(EVIDENCE)]);
    assert!(store.db.integrity().unwrap().is_sound());
}

#[test]
fn a_search_is_of_one_claim_one_shelf_and_so_many() {
    let mut store = filled();
    let many = |store: &Store, claim, shelf| search(store, "membership", claim, shelf, 50).hits.len();
    let mine = Some(id(CLAIM));
    // The claim's own title has the word too.
    assert_eq!(many(&store, mine, Shelf::Current), 3);
    let two = search(&store, "membership", mine, Shelf::Current, 2);
    assert_eq!((two.hits.len(), two.more), (2, true));
    assert!(!search(&store, "membership", mine, Shelf::Current, 3).more);
    assert_eq!(many(&store, Some(id(99)), Shelf::Current), 0);
    store.write(|w| w.archive(id(10))).unwrap();
    assert_eq!(many(&store, mine, Shelf::Current), 2);
    assert_eq!(many(&store, mine, Shelf::Archived), 1);
}

#[test]
fn a_title_weighs_more_than_a_text() {
    let mut store = Store::begun();
    store.add(10, Notice { text: "ransom ".to_owned() + &"word ".repeat(20), ..notice("Letter", day(2021, 1, 1)) });
    store.add(11, Notice { text: "word ".repeat(20), ..notice("Ransom", day(2021, 1, 2)) });
    assert_eq!(ids(&store, "ransom"), [id(11), id(10)]);
}
