//! Finding words in records and files.

use chrono::NaiveDate;
use recourse_domain::RecordId;
use recourse_domain::choices::EvidenceKind;
use recourse_domain::records::{Correspondence, Evidence, EvidenceFile, Marks, Notice, PageText};
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

/// A notice, a letter, a mail and a photo, of which the photo waits and has no date.
fn mixed() -> Store {
    let mut store = filled();
    store.add(20, Notice { from: "Alder Trust".to_owned(), ..notice("Outage", day(2021, 3, 9)) });
    let letter = Correspondence {
        from: "Zoë Lark".to_owned(),
        to: "Alder Trust".to_owned(),
        sent: day(2019, 5, 2),
        subject: "Outage again".to_owned(),
        ..Correspondence::default()
    };
    store.add(21, letter);
    let photo =
        Evidence { title: "Outage sign".to_owned(), kind: EvidenceKind::Photo, waiting: true, ..Evidence::default() };
    store.add(22, photo);
    store
}

#[test]
fn filters_narrow_what_is_found() {
    let store = mixed();
    for (typed, expected) in [
        ("outage from:alder", vec![20]),
        ("outage from:\"trust ald\"", vec![20]),
        ("outage to:alder", vec![21]),
        ("outage kind:notice", vec![20]),
        ("outage kind:letter kind:photo", vec![22, 21]),
        ("outage before:2021", vec![21]),
        ("outage after:2019", vec![20]),
        ("outage on:march-2021", vec![20]),
        ("outage is:undated is:waiting", vec![22]),
        ("outage is:undated", vec![22, INCIDENT]),
        ("outage in:N-003 in:C-001", vec![21, 20]),
        ("outage -again -sign", vec![20, INCIDENT]),
        ("\"outage again\"", vec![21]),
        ("\"again outage\"", vec![]),
        ("outage from:nobody", vec![]),
        ("list has:file", vec![EVIDENCE]),
    ] {
        let mut expected: Vec<RecordId> = expected.into_iter().map(id).collect();
        let mut found = ids(&store, typed);
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn filters_alone_list_records_by_date() {
    let store = mixed();
    assert_eq!(ids(&store, "kind:notice"), [id(11), id(10), id(20)]);
    assert_eq!(ids(&store, "from:alder"), [id(20)]);
    assert_eq!(ids(&store, "kind:notice -outage"), [id(11), id(10)]);
    assert_eq!(ids(&store, "-outage"), []);
    let two = search(&store, "kind:notice", None, Shelf::Current, 2);
    assert_eq!((two.hits.len(), two.more), (2, true));
}

#[test]
fn a_record_that_is_named_comes_first() {
    let mut store = mixed();
    store.add(30, notice("About N-001, that is N-001", day(2022, 1, 1)));
    assert_eq!(ids(&store, "n-001"), [id(10), id(30)]);
    assert_eq!(ids(&store, "E-002"), [id(22)]);
    assert_eq!(ids(&store, "N-999"), []);
}

#[test]
fn a_page_that_several_read_is_one_place_in_the_best_words() {
    let mut store = filled();
    let page = |text: &str| [PageText { page: 2, text: text.to_owned() }];
    store.write(|w| w.set_file_text(file_id(50), TextSource::Machine, &page("we to1d the regulator"))).unwrap();
    assert_eq!(
        found(&store, "regulator").iter().map(|hit| hit.source).collect::<Vec<_>>(),
        [Some(TextSource::Extracted)]
    );
    store.write(|w| w.set_file_text(file_id(50), TextSource::Typed, &page("We told the regulator."))).unwrap();
    let hits = found(&store, "regulator");
    assert_eq!((hits.len(), hits[0].source, hits[0].page), (1, Some(TextSource::Typed), Some(2)));
    assert_eq!(hits[0].file_name.as_deref(), Some("Scan 1 — “page”.jpg"));
    assert_eq!(found(&store, "to1d")[0].source, Some(TextSource::Machine));
}

#[test]
fn the_words_of_a_file_that_moves_are_found_under_its_new_item() {
    let mut store = mixed();
    assert_eq!(ids(&store, "regulator"), [id(EVIDENCE)]);
    let moved =
        EvidenceFile { evidence: id(22), position: 0, ..store.db.reading().file(file_id(50)).unwrap().unwrap() };
    store.write(|w| w.update_file(&moved)).unwrap();
    assert_eq!(ids(&store, "regulator"), [id(22)]);
    assert_eq!(found(&store, "first page")[0].page, Some(1));
    assert_eq!(store.db.reading().file_text(file_id(50)).unwrap().len(), 2);
    assert!(store.db.integrity().unwrap().is_sound());
}

#[test]
fn common_words_are_found_newest_first_and_rare_ones_best_first() {
    let mut store = Store::begun();
    for number in 100..500 {
        store.add(number, Notice { text: "the letter".to_owned(), ..notice("Note", day(2021, 1, 1)) });
    }
    let rare = Notice { text: "the kestrel the kestrel kestrel".to_owned(), ..notice("Old", day(2021, 1, 1)) };
    store.add(600, rare);
    store.add(
        601,
        Notice { text: "a kestrel and many other words of no use".to_owned(), ..notice("New", day(2021, 1, 1)) },
    );
    let common = search(&store, "the", None, Shelf::Current, 3);
    assert_eq!(common.hits.iter().map(|hit| hit.heading.id).collect::<Vec<_>>(), [id(600), id(499), id(498)]);
    assert!(common.more);
    assert_eq!(ids(&store, "kestrel"), [id(600), id(601)]);
}

#[test]
fn words_of_a_step_that_failed_are_not_found() {
    let mut store = filled();
    store
        .write(|w| {
            let from = Notice { from_party: Some(id(77)), ..notice("Kestrel", day(2022, 1, 1)) };
            assert!(w.insert(new(30, from)).is_err());
            let twice = [1, 1].map(|page| PageText { page, text: "kestrel".to_owned() });
            assert!(w.set_file_text(file_id(50), TextSource::Machine, &twice).is_err());
            w.insert(new(31, notice("Otter", day(2022, 1, 2))))?;
            let words = |text: &str| [PageText { page: 1, text: text.to_owned() }];
            w.set_file_text(file_id(50), TextSource::Machine, &words("bittern"))?;
            w.set_file_text(file_id(50), TextSource::Machine, &words("plover"))
        })
        .unwrap();
    assert_eq!(ids(&store, "otter"), [id(31)]);
    assert_eq!(
        (found(&store, "kestrel").len(), found(&store, "bittern").len(), found(&store, "plover").len()),
        (0, 0, 1)
    );
    store.write(|w| w.set_file_text(file_id(50), TextSource::Machine, &[])).unwrap();
    assert_eq!(found(&store, "plover").len(), 0);
    store.meddle(|conn| {
        for index in ["record_search", "head_search", "file_search"] {
            conn.execute_batch(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")).unwrap();
        }
    });
}

#[test]
fn one_letter_begins_a_word_of_a_title_and_is_a_word_of_a_page() {
    let mut store = filled();
    let words = |text: &str| [PageText { page: 3, text: text.to_owned() }];
    store.write(|w| w.set_file_text(file_id(50), TextSource::Machine, &words("plan b of the regatta"))).unwrap();
    assert_eq!(ids(&store, "c"), [id(10)], "Cyber incident");
    let pages = |typed: &str| found(&store, typed).iter().filter_map(|hit| hit.page).collect::<Vec<_>>();
    assert_eq!((pages("b"), pages("r"), pages("re")), (vec![3], vec![], vec![3, 2]));
    assert_eq!(pages("plan b"), [3]);
}
