//! Order of lists, filters, counts, and links from the other side.

use chrono::NaiveDate;
use proptest::prelude::*;
use recourse_domain::choices::Certainty;
use recourse_domain::dates::understand;
use recourse_domain::records::{Claim, Correspondence, Evidence, EvidenceLink, Incident, IncidentLink, Notice};
use recourse_domain::{RecordKind, StatedDate};
use recourse_store::{Filter, NewEntry, Shelf};

use crate::support::*;

fn said(words: &str) -> StatedDate {
    understand(words, NaiveDate::from_ymd_opt(2022, 1, 5).unwrap()).unwrap().date
}

fn subjects(store: &Store, filter: Filter) -> Vec<String> {
    store.db.reading().list::<Notice>(filter).unwrap().into_iter().map(|entry| entry.body.subject).collect()
}

#[test]
fn notices_stand_by_first_day_last_day_and_entry_and_undated_ones_last() {
    let mut store = Store::begun();
    store.add(10, notice("undated, first", StatedDate::undated()));
    store.add(11, notice("the year", said("2021")));
    store.add(12, notice("third of November", said("3 November 2021")));
    store.add(13, notice("open beginning", said("before 3 November 2021")));
    store.add(14, notice("November", said("November 2021")));
    store.add(15, notice("third of November again", said("3 November 2021")));
    store.add(16, notice("open end", said("after 2 November 2021")));
    store.add(17, notice("undated, second", StatedDate::undated()));
    let received = Notice { received: said("1 November 2021"), ..notice("received in between", StatedDate::undated()) };
    store.add(18, received);
    assert_eq!(
        subjects(&store, Filter::default()),
        [
            "open beginning",
            "the year",
            "received in between",
            "November",
            "third of November",
            "third of November again",
            "open end",
            "undated, first",
            "undated, second",
        ]
    );
}

#[test]
fn a_change_of_date_moves_the_record() {
    let mut store = Store::begun();
    store.add(10, notice("a", day(2021, 1, 1)));
    store.add(11, notice("b", day(2021, 1, 2)));
    store.write(|w| w.update(id(10), notice("a", day(2021, 1, 3)))).unwrap();
    assert_eq!(subjects(&store, Filter::default()), ["b", "a"]);
    assert_eq!(store.db.reading().heading(id(10)).unwrap().unwrap().listed, day(2021, 1, 3).sort_key());
}

#[test]
fn each_kind_stands_by_its_own_date() {
    let mut store = Store::begun();
    store.add(10, Evidence { date: day(2021, 5, 1), ..Evidence::default() });
    store.add(11, Correspondence { received: day(2021, 4, 1), ..Correspondence::default() });
    store.add(12, Incident { occurred: day(2021, 3, 1), claimant_told: day(2020, 1, 1), ..Incident::default() });
    let headings = store.db.reading().headings(Filter::default()).unwrap();
    let dated: Vec<_> = headings.iter().filter(|heading| heading.listed.is_some()).map(|heading| heading.id).collect();
    assert_eq!(dated, [id(12), id(11), id(10)]);
}

#[test]
fn lists_are_of_one_claim_and_one_shelf() {
    let mut store = Store::begun();
    store.add(10, notice("kept", day(2021, 1, 1)));
    store.add(11, notice("put away", day(2021, 1, 2)));
    store
        .write(|w| {
            w.insert(NewEntry::new(id(20), None, at(0), Claim { title: "Other".to_owned(), ..Claim::default() }))?;
            w.insert(NewEntry::new(id(21), Some(id(20)), at(0), notice("of the other", day(2021, 1, 3))))?;
            w.archive(id(11))
        })
        .unwrap();
    let mine = |shelf| Filter { claim: Some(id(CLAIM)), shelf };
    assert_eq!(subjects(&store, mine(Shelf::Current)), ["kept"]);
    assert_eq!(subjects(&store, mine(Shelf::Archived)), ["put away"]);
    assert_eq!(subjects(&store, mine(Shelf::Both)), ["kept", "put away"]);
    assert_eq!(subjects(&store, Filter::default()), ["kept", "of the other"]);
    let claims = store.db.reading().list::<Claim>(mine(Shelf::Current)).unwrap();
    assert_eq!(claims.iter().map(|claim| claim.id).collect::<Vec<_>>(), [id(CLAIM)]);
    assert_eq!(store.db.reading().headings(Filter { claim: Some(id(20)), shelf: Shelf::Both }).unwrap().len(), 2);
}

#[test]
fn counts_tell_current_archived_and_undated() {
    let mut store = Store::begun();
    store.add(10, notice("dated", day(2021, 1, 1)));
    store.add(11, notice("undated", StatedDate::undated()));
    store.add(12, notice("gone", StatedDate::undated()));
    store.write(|w| w.archive(id(12))).unwrap();
    let counts = store.db.reading().counts(Some(id(CLAIM))).unwrap();
    assert_eq!(counts.iter().map(|count| count.kind).collect::<Vec<_>>(), RecordKind::ALL);
    let notices = counts.iter().find(|count| count.kind == RecordKind::Notice).unwrap();
    assert_eq!((notices.current, notices.archived, notices.undated), (2, 1, 1));
    let letters = counts.iter().find(|count| count.kind == RecordKind::Correspondence).unwrap();
    assert_eq!((letters.current, letters.archived), (0, 0));
    assert!(store.db.reading().counts(Some(id(999))).unwrap().iter().all(|count| count.current == 0));
}

#[test]
fn links_are_seen_from_the_other_side() {
    let mut store = Store::begun();
    let sure = IncidentLink { incident: id(INCIDENT), certainty: Certainty::Sure };
    store.write(|w| w.insert(NewEntry { incidents: vec![sure], ..new(10, notice("a", day(2021, 1, 1))) })).unwrap();
    store.add(11, notice("b", day(2021, 1, 2)));
    store
        .write(|w| w.set_links(id(11), &[], &[EvidenceLink::to(id(EVIDENCE)), EvidenceLink::to(id(EVIDENCE))]))
        .unwrap();
    let ids = |about| store.db.reading().linked_to(id(about)).unwrap().iter().map(|h| h.id).collect::<Vec<_>>();
    assert_eq!(ids(INCIDENT), [id(10)]);
    assert_eq!(ids(EVIDENCE), [id(11)]);
    assert_eq!(store.db.reading().list::<Notice>(Filter::default()).unwrap()[1].evidence.len(), 2);
}

fn dates() -> impl Strategy<Value = StatedDate> {
    let some_day =
        || (-9999i32..=9999, 1u32..=366).prop_filter_map("no such day", |(y, d)| NaiveDate::from_yo_opt(y, d));
    let open = || prop::option::of(some_day());
    prop_oneof![
        Just(StatedDate::undated()),
        (open(), open()).prop_map(|(earliest, latest)| StatedDate {
            kind: recourse_domain::DateKind::Instant,
            earliest,
            latest,
            ..StatedDate::default()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_is_the_domains(dates in prop::collection::vec(dates(), 0..12)) {
        let mut store = Store::begun();
        for (number, date) in (100..).zip(&dates) {
            store.add(number, notice(&number.to_string(), date.clone()));
        }
        let mut wanted: Vec<(usize, &StatedDate)> = dates.iter().enumerate().collect();
        wanted.sort_by_key(|(entered, date)| (date.is_undated(), date.sort_key(), *entered));
        let wanted: Vec<String> = wanted.iter().map(|(entered, _)| (entered + 100).to_string()).collect();
        prop_assert_eq!(subjects(&store, Filter::default()), wanted);
    }
}
