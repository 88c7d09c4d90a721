//! Statements quoted from records, tied to each other, and versions of one notice.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, NaiveDate};
use recourse_domain::choices::{
    BothTrue, BreachType, Certainty, Channel, Direction, PartyKind, Role, SourceGrade, StatementTie,
};
use recourse_domain::dates::understand;
use recourse_domain::records::{
    Claim, Correspondence, Entry, Evidence, Incident, IncidentLink, Notice, Party, PartyRole, Statement,
};
use recourse_domain::{RecordId, StatedDate};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::statements::{Place, Selected};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, claims, evidence, records, statements, versions};
use recourse_vault::{KdfParams, Secret};

struct Desk {
    session: Session<Unlocked>,
    claim: RecordId,
    _folder: tempfile::TempDir,
}

fn date(words: &str) -> StatedDate {
    understand(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()).unwrap().date
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The program that reads files is the built `recourse`, two folders above this test.
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let tools = Tools {
            clock: Arc::new(FixedClock(DateTime::from_timestamp(1_760_000_000, 0).unwrap())),
            worker: Worker::new(program),
        };
        let passphrase = Secret::new("otter lamp quiet seven".to_owned());
        let (session, _) =
            Session::create(&folder.path().join("v.recourse"), &passphrase, KdfParams::weak_for_tests(), tools)
                .unwrap();
        let claim =
            claims::save(&session, None, Claim { title: "Membership".to_owned(), ..Claim::default() }, "").unwrap().id;
        Self { session, claim, _folder: folder }
    }

    fn party(&self, name: &str, contact: &str, role: Role) -> RecordId {
        let party = Party {
            name: name.to_owned(),
            kind: PartyKind::Organisation,
            roles: vec![PartyRole { role, incident: None }],
            contact: contact.to_owned(),
            identified_as: None,
        };
        records::add(&self.session, self.claim, party, &[]).unwrap().id
    }

    fn notice(&self, subject: &str, text: &str) -> RecordId {
        let notice = Notice {
            from: "The Northfold Society <notices@northfold.example>".to_owned(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            on_document: date("3 November 2021"),
            ..Notice::default()
        };
        records::add(&self.session, self.claim, notice, &[]).unwrap().id
    }

    fn says(&self, words: &str) -> Entry<Statement> {
        let statement = Statement { words: words.to_owned(), ..Statement::default() };
        statements::save(&self.session, self.claim, None, statement, Place::default()).unwrap()
    }

    fn drafted(&self, record: RecordId, words: &str) -> Statement {
        let selected = Selected { record: Some(record), file: None, words: words.to_owned() };
        statements::drafted(&self.session, self.claim, selected).unwrap()
    }
}

fn field<T: std::fmt::Debug>(result: Result<T, Error>) -> &'static str {
    result.unwrap_err().field().unwrap()
}

#[test]
fn a_quote_knows_its_speaker_date_and_incidents_from_where_it_stands() {
    let desk = Desk::new();
    let northfold = desk.party("The Northfold Society", "privacy@northfold.example", Role::Controller);
    let incident =
        records::add(&desk.session, desk.claim, Incident { name: "Autumn".to_owned(), ..Incident::default() }, &[])
            .unwrap();
    let notice = desk.notice("Notification", "Data can no longer be opened.");
    let link = IncidentLink { incident: incident.id, certainty: Certainty::Unsure };
    records::set_incidents(&desk.session, notice, &[link]).unwrap();

    let drafted = desk.drafted(notice, "Data can no longer be opened.");
    assert_eq!(drafted.speaker, Some(northfold));
    assert_eq!(drafted.said_in, Some(notice));
    assert_eq!(drafted.said.edtf.as_deref(), Some("2021-11-03"));
    assert_eq!(drafted.grade, SourceGrade::OwnDocument);
    assert_eq!(drafted.breach_types, [BreachType::Availability]);
    let saved = statements::save(&desk.session, desk.claim, None, drafted, Place::default()).unwrap();
    assert_eq!(saved.incidents, [link]);
    assert_eq!(saved.reference.to_string(), "S-001");
}

#[test]
fn a_document_of_somebody_else_beside_a_notice_speaks_for_itself() {
    let desk = Desk::new();
    desk.party("The Northfold Society", "privacy@northfold.example", Role::Controller);
    let press = desk.party("The Fenwick Courier", "fenwickcourier.example", Role::Press);
    let order = evidence::Order { claim: desk.claim, to: None, filing: None };
    let source =
        evidence::Source::Bytes { name: "page.txt".to_owned(), bytes: b"Records stolen, say two people.".to_vec() };
    let kept = evidence::keep(&desk.session, order, &[source], &mut |_| {}, &AtomicBool::new(false)).pop().unwrap();
    let item = kept.evidence.unwrap().0;
    let body = records::get::<Evidence>(&desk.session, item).unwrap().body;
    let page = Evidence {
        obtained_from: "https://www.fenwickcourier.example/records-stolen".to_owned(),
        date: date("6 November 2021"),
        ..body
    };
    records::update(&desk.session, item, page).unwrap();
    let notice = desk.notice("Notification", "We are writing to you.");
    records::tie(&desk.session, notice, item).unwrap();

    let file = evidence::files(&desk.session, item).unwrap()[0].id;
    let selected = Selected { record: Some(notice), file: Some(file), words: "Records stolen".to_owned() };
    let drafted = statements::drafted(&desk.session, desk.claim, selected).unwrap();
    assert_eq!((drafted.said_in, drafted.speaker), (Some(item), Some(press)));
    assert_eq!(drafted.grade, SourceGrade::Press);
    assert_eq!(drafted.said.edtf.as_deref(), Some("2021-11-06"));

    let place = Place { file: Some(file), page: Some(1) };
    let saved = statements::save(&desk.session, desk.claim, None, drafted.clone(), place).unwrap();
    let (listed, _) = statements::get(&desk.session, saved.id).unwrap();
    assert_eq!(listed.place(), place);
    assert_eq!(listed.entry.evidence[0].evidence, item);
    assert!(records::linked_to(&desk.session, item).unwrap().iter().any(|one| one.id == saved.id));
    // Other words take the place along; nothing of the old quote is left.
    let changed = Statement { words: "Records stolen, say two people.".to_owned(), ..drafted };
    let saved = statements::save(&desk.session, desk.claim, Some(saved.id), changed, place).unwrap();
    assert_eq!(saved.evidence.len(), 1);
    assert_eq!(saved.evidence[0].quote.as_deref(), Some("Records stolen, say two people."));
    let nowhere = Place { file: Some(file), page: Some(0) };
    assert_eq!(field(statements::save(&desk.session, desk.claim, Some(saved.id), saved.body, nowhere)), "page");
}

#[test]
fn calls_are_hearsay_and_ones_own_letters_have_no_speaker_on_record() {
    let desk = Desk::new();
    let party = desk.party("Northfold", "", Role::Controller);
    let letter = |direction, channel| {
        let letter = Correspondence { direction, channel, party: Some(party), ..Correspondence::default() };
        records::add(&desk.session, desk.claim, letter, &[]).unwrap().id
    };
    let call = desk.drafted(letter(Direction::Received, Channel::Call), "only names");
    assert_eq!((call.grade, call.speaker), (SourceGrade::Hearsay, Some(party)));
    let own = desk.drafted(letter(Direction::Sent, Channel::Email), "please send me my data");
    assert_eq!((own.grade, own.speaker), (SourceGrade::OwnDocument, None));
}

#[test]
fn words_are_kept_to_the_letter_and_nothing_unfounded_is_taken() {
    let desk = Desk::new();
    let words = "  “No\nbank details”  ";
    assert_eq!(desk.says(words).body.words, words);
    let save = |statement| statements::save(&desk.session, desk.claim, None, statement, Place::default());
    assert_eq!(field(save(Statement { words: " \n".to_owned(), ..Statement::default() })), "words");
    let other = desk.says("x").id;
    let in_a_statement = Statement { words: "x".to_owned(), said_in: Some(other), ..Statement::default() };
    assert_eq!(field(save(in_a_statement)), "said_in");
    let by_nobody = Statement { words: "x".to_owned(), speaker: Some(other), ..Statement::default() };
    assert_eq!(field(save(by_nobody)), "speaker");
}

#[test]
fn a_correction_shows_on_both_sides_and_can_be_taken_back() {
    let desk = Desk::new();
    let (first, later) = (desk.says("No bank details were taken.").id, desk.says("For some customers, they were.").id);
    let session = &desk.session;
    let tie = |tie, both| statements::tie(session, later, first, tie, both, "Which customers?".to_owned());
    tie(Some(StatementTie::Corrects), BothTrue::CannotTell).unwrap();
    let (one, links) = statements::get(session, first).unwrap();
    assert!(one.corrected && !one.conflicts);
    assert_eq!((links.len(), links[0].forward, links[0].other.entry.id), (1, false, later));
    let (_, links) = statements::get(session, later).unwrap();
    assert_eq!((links[0].forward, links[0].link.both_true), (true, BothTrue::CannotTell));
    // Changing the words leaves the tie; saying it otherwise replaces it.
    let body = records::get::<Statement>(session, later).unwrap().body;
    let changed = Statement { links: Vec::new(), ..body };
    statements::save(session, desk.claim, Some(later), changed, Place::default()).unwrap();
    tie(Some(StatementTie::ConflictsWith), BothTrue::Yes).unwrap();
    let (_, links) = statements::get(session, later).unwrap();
    assert_eq!((links.len(), links[0].link.tie), (1, StatementTie::ConflictsWith));
    tie(None, BothTrue::NotSaid).unwrap();
    assert!(statements::get(session, first).unwrap().1.is_empty());
    let own = statements::tie(session, first, first, Some(StatementTie::Repeats), BothTrue::NotSaid, String::new());
    assert_eq!(field(own), "other");
}

#[test]
fn a_pair_says_what_differs_beside_the_words_and_stands_once() {
    let desk = Desk::new();
    let session = &desk.session;
    let say = |shown: &str, when: &str, whose: &str, kind| {
        let statement = Statement {
            words: format!("words of {shown}"),
            speaker_shown: shown.to_owned(),
            said: date(when),
            whose_data: whose.to_owned(),
            breach_types: vec![kind],
            ..Statement::default()
        };
        statements::save(session, desk.claim, None, statement, Place::default()).unwrap().id
    };
    let first = say("Harrow", "16 July 2020", "customers", BreachType::Availability);
    let later = say("Northfold", "29 September 2020", "some customers", BreachType::Confidentiality);
    for (one, other) in [(first, later), (later, first)] {
        let tie = Some(StatementTie::ConflictsWith);
        statements::tie(session, one, other, tie, BothTrue::NotSaid, String::new()).unwrap();
    }
    let pairs = statements::pairs(session, desk.claim).unwrap();
    assert_eq!(pairs.len(), 1);
    assert_eq!(
        pairs[0].differ,
        [
            "They come from different sources: Harrow and Northfold.",
            "They were said at different times: S-001 on 16 July 2020, S-002 on 29 September 2020.",
            "They differ in whose data they cover: S-001 “customers”, S-002 “some customers”.",
            "S-001 speaks of data that could not be reached; S-002 of data that was seen or taken.",
        ]
    );
    records::archive(session, later).unwrap();
    assert!(statements::pairs(session, desk.claim).unwrap().is_empty());
    assert!(!statements::get(session, first).unwrap().0.conflicts);
}

#[test]
fn versions_stand_in_a_row_and_never_in_a_ring() {
    let desk = Desk::new();
    let session = &desk.session;
    let [one, two, three] = ["a", "b", "c"].map(|subject| desk.notice(subject, subject));
    assert!(versions::versions(session, one).unwrap().is_empty());
    versions::set(session, three, Some(two)).unwrap();
    versions::set(session, two, Some(one)).unwrap();
    for id in [one, two, three] {
        let found: Vec<RecordId> = versions::versions(session, id).unwrap().iter().map(|one| one.id).collect();
        assert_eq!(found, [one, two, three]);
    }
    assert_eq!(field(versions::set(session, one, Some(three))), "version_of");
    assert_eq!(field(versions::set(session, one, Some(one))), "version_of");
    let fourth = desk.notice("d", "d");
    assert_eq!(field(versions::set(session, fourth, Some(two))), "version_of");
    assert_eq!(field(versions::set(session, fourth, Some(desk.says("x").id))), "version_of");
    versions::set(session, two, None).unwrap();
    assert!(versions::versions(session, one).unwrap().is_empty());
}

#[test]
fn two_notices_are_laid_side_by_side() {
    let desk = Desk::new();
    let one = desk.notice("Page", "No bank details were taken.\n\nWrite to us.");
    let two = desk.notice("Page", "Bank details were taken.\n\nWrite to us.");
    let found = versions::compare(&desk.session, one, two).unwrap();
    assert_eq!((found.removed, found.added, found.rows.len()), (2, 1, 2));
    assert!(found.about.contains("N-001") && found.about.contains("typed in"), "{}", found.about);
    assert_eq!(field(versions::compare(&desk.session, one, one)), "right");
    let bare = records::add(&desk.session, desk.claim, Evidence::default(), &[]).unwrap().id;
    assert_eq!(field(versions::compare(&desk.session, one, bare)), "right");
}
