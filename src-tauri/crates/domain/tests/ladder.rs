//! Who knew when: rungs, their order, and days counted from one named field.
#![allow(clippy::unwrap_used, reason = "a test says why it stops by stopping")]

use chrono::{DateTime, NaiveDate};
use recourse_domain::choices::{Certainty, Role};
use recourse_domain::dates::understand;
use recourse_domain::records::{Body, Entry, Event, IdentifiedAs, Incident, IncidentLink, Marks, Party, PartyRole};
use recourse_domain::timeline::{Part, ladder};
use recourse_domain::{RecordId, Reference, StatedDate};

fn date(words: &str) -> StatedDate {
    understand(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()).unwrap().date
}

fn entry<T: Body>(number: u32, body: T) -> Entry<T> {
    Entry {
        id: RecordId(uuid::Uuid::from_u128(u128::from(number))),
        reference: Reference { kind: T::KIND, number },
        claim: None,
        created_at: DateTime::UNIX_EPOCH,
        archived_at: None,
        marks: Marks::default(),
        incidents: Vec::new(),
        evidence: Vec::new(),
        body,
    }
}

fn party(number: u32, name: &str, role: Role) -> Entry<Party> {
    let roles = vec![PartyRole { role, incident: None }];
    entry(number, Party { name: name.to_owned(), roles, ..Party::default() })
}

/// What stands under a rung when the organisation was told on one date and somebody else on another.
fn under(told: &str, other: &str) -> String {
    let incident = Incident { controller_told: date(told), claimant_told: date(other), ..Incident::default() };
    let incident = entry(1, incident);
    let rungs = ladder(&incident, &[], &[], (None, ""));
    let me = rungs.iter().find(|rung| rung.part == Part::Me).unwrap();
    me.in_words(&incident.body.controller_told)
}

#[test]
fn days_are_counted_from_the_day_on_which_the_organisation_was_told() {
    for (told, other, wanted) in [
        ("29 Oct 2021", "3 Nov 2021", "3 November 2021, 5 days after the organisation was told"),
        ("29 Oct 2021", "30 Oct 2021", "30 October 2021, 1 day after the organisation was told"),
        ("29 Oct 2021", "29 Oct 2021", "29 October 2021, the same day as the organisation was told"),
        ("29 Oct 2021", "27 Oct 2021", "27 October 2021, 2 days before the organisation was told"),
        ("29 Oct 2021", "November 2021", "November 2021, between 3 and 32 days after the organisation was told"),
        ("29 Oct 2021", "after 3 Nov 2021", "after 3 November 2021, at least 6 days after the organisation was told"),
        ("29 Oct 2021", "before 3 Nov 2021", "before 3 November 2021"),
        ("29 Oct 2021", "by 29 Oct 2021", "by 29 October 2021"),
        ("29 Oct 2021", "October 2021", "October 2021"),
        (
            "29 Oct 2021",
            "between 29 Oct 2021 and 2 Nov 2021",
            "between 29 October 2021 and 2 November 2021, at most 4 days after the organisation was told",
        ),
        ("undated", "3 Nov 2021", "3 November 2021"),
        ("29 Oct 2021", "undated", "no date given"),
    ] {
        assert_eq!(under(told, other), wanted, "told {told}, other {other}");
    }
}

#[test]
fn nothing_is_ever_counted_from_the_breach() {
    let incident =
        entry(1, Incident { occurred: date("1 Oct 2021"), claimant_told: date("3 Nov 2021"), ..Incident::default() });
    for rung in ladder(&incident, &[], &[], (None, "")) {
        assert!(!rung.in_words(&incident.body.controller_told).contains("day"), "{rung:?}");
    }
}

#[test]
fn every_rung_is_there_in_order_and_an_undated_one_says_so() {
    let incident = entry(1, Incident::default());
    let rungs = ladder(&incident, &[], &[], (None, "Northfold"));
    let parts: Vec<Part> = rungs.iter().map(|rung| rung.part).collect();
    let all = [Part::Breach, Part::Supplier, Part::Organisation, Part::Regulator, Part::Public, Part::Me];
    assert_eq!(parts, all);
    assert!(rungs.iter().all(|rung| rung.in_words(&StatedDate::undated()) == "no date given"));
    assert_eq!(rungs[2].what, "Northfold was told");
}

#[test]
fn an_event_says_who_told_whom_and_is_one_rung_with_the_same_date_of_the_incident() {
    let incident = entry(1, Incident { controller_told: date("29 Oct 2021"), ..Incident::default() });
    let (society, calder, press) = (
        party(2, "Northfold", Role::Controller),
        party(3, "Calder", Role::Processor),
        party(4, "Courier", Role::Press),
    );
    let event = |number, words: &str, title: &str, told: &Entry<Party>| {
        let body = Event { title: title.to_owned(), happened: date(words), told_to: Some(told.id), ..Event::default() };
        let link = IncidentLink { incident: incident.id, certainty: Certainty::Unsure };
        Entry { incidents: vec![link], ..entry(number, body) }
    };
    let elsewhere = Entry { incidents: Vec::new(), ..event(12, "1 Nov 2021", "About something else", &society) };
    let events = [
        event(10, "29 Oct 2021", "Calder told Northfold", &society),
        event(11, "5 Nov 2021", "A reader told the Courier", &press),
        event(13, "28 Oct 2021", "A customer told Calder", &calder),
        elsewhere,
    ];
    let parties = [society.clone(), calder, press];
    let rungs = ladder(&incident, &events, &parties, (Some(society.id), "Northfold"));
    let dated: Vec<_> =
        rungs.iter().filter(|rung| !rung.date.is_undated()).map(|rung| (rung.part, rung.what.as_str())).collect();
    assert_eq!(
        dated,
        [
            (Part::Supplier, "A customer told Calder"),
            (Part::Organisation, "Calder told Northfold"),
            (Part::Public, "A reader told the Courier"),
        ]
    );
}

#[test]
fn the_unnamed_is_named_on_a_date_or_has_not_been_named() {
    let incident = entry(1, Incident { controller_told: date("29 Oct 2021"), ..Incident::default() });
    let calder = party(3, "Calder Data", Role::Processor);
    let mut unnamed = party(4, "“a third party”", Role::UnnamedThirdParty);
    let last = |parties: &[Entry<Party>]| {
        let rung = ladder(&incident, &[], parties, (None, "")).pop().unwrap();
        (rung.part, format!("{}: {}", rung.what, rung.in_words(&incident.body.controller_told)))
    };
    assert_eq!(last(&[calder.clone(), unnamed.clone()]).1, "“a third party” has not been named: no date given");
    unnamed.body.identified_as = Some(IdentifiedAs {
        party: calder.id,
        named_by: "a newspaper".to_owned(),
        on: date("6 Nov 2021"),
        authority: String::new(),
    });
    let words = "“a third party” was named as Calder Data by a newspaper: 6 November 2021, 8 days after the organisation was told";
    assert_eq!(last(&[calder, unnamed]), (Part::Named, words.to_owned()));
}
