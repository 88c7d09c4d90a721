//! Requests on the sample claim: begun from a letter, what came back, the days of letters, dates ahead and the calendar file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, Utc};
use recourse_domain::choices::{
    Audience, CameBack, Channel, ClockState, Complete, Direction, NextMove, RequestEventKind, RequestKind,
};
use recourse_domain::dates::understand;
use recourse_domain::records::{Claim, Correspondence, GroupAction, Promise, Request, RequestEvent};
use recourse_domain::rules::{Calendar, Overlay};
use recourse_domain::{RecordId, StatedDate};
use recourse_organiser::clock::Clock;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, bundles, claims, records, requests, sample};
use recourse_vault::{KdfParams, Secret};

/// A clock that is moved by hand.
#[derive(Clone)]
struct Day(Arc<Mutex<NaiveDate>>);

impl Clock for Day {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }

    fn today(&self) -> NaiveDate {
        *self.0.lock().unwrap()
    }
}

struct Desk {
    session: Session<Unlocked>,
    claim: RecordId,
    day: Day,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new(claim: impl Fn(&Session<Unlocked>) -> RecordId) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The program that reads files is the built `recourse`, two folders above this test.
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let day = Day(Arc::new(Mutex::new(on("2026-01-05"))));
        let tools = Tools { clock: Arc::new(day.clone()), worker: Worker::new(program) };
        let words = Secret::new("otter lamp quiet seven".to_owned());
        let place = folder.path().join("v.recourse");
        let (session, _) = Session::create(&place, &words, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = claim(&session);
        Self { session, claim, day, _folder: folder }
    }

    fn empty() -> Self {
        Self::new(|session| claims::save(session, None, Claim::default(), "The Northfold Society").unwrap().id)
    }

    fn is_on(&self, day: &str) {
        *self.day.0.lock().unwrap() = on(day);
    }

    fn letter(&self, came_back: CameBack, direction: Direction, day: &str) -> RecordId {
        let letter = Correspondence {
            direction,
            to: "The Northfold Society".to_owned(),
            channel: Channel::Email,
            sent: said(day),
            subject: "My data".to_owned(),
            text: "Please send me a copy of the personal data you hold about me.".to_owned(),
            address_used: "privacy@northfold.example".to_owned(),
            came_back,
            ..Correspondence::default()
        };
        records::add(&self.session, self.claim, letter, &[]).unwrap().id
    }

    fn made_from(&self, letter: RecordId) -> requests::Opened {
        let request = requests::from_letter(&self.session, letter).unwrap();
        let made = requests::save(&self.session, self.claim, None, request).unwrap();
        requests::get(&self.session, made.id).unwrap()
    }

    fn happens(&self, request: RecordId, kind: RequestEventKind, day: &str, words: &str) -> requests::Opened {
        let event = RequestEvent { kind, on: said(day), letter: None, words: words.to_owned() };
        requests::save_event(&self.session, request, None, Some(event)).unwrap();
        requests::get(&self.session, request).unwrap()
    }
}

fn on(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn said(words: &str) -> StatedDate {
    understand(words, on("2026-01-05")).unwrap().date
}

#[test]
fn a_letter_that_came_back_makes_a_request_that_came_back() {
    let desk = Desk::empty();
    let bounced = desk.made_from(desk.letter(CameBack::Bounced, Direction::Sent, "5 January 2026"));
    let body = &bounced.entry.body;
    assert_eq!((body.kind, body.address_used.as_str()), (RequestKind::Access, "privacy@northfold.example"));
    assert!(body.sent_to.is_some());
    assert_eq!((bounced.clock.state, bounced.clock.next), (ClockState::Bounced, Some(NextMove::SendAgain)));
    let delivered = desk.made_from(desk.letter(CameBack::Delivered, Direction::Sent, "5 January 2026"));
    assert_eq!((delivered.clock.state, delivered.clock.assumed_received), (ClockState::Waiting, false));
    let received = desk.letter(CameBack::Unknown, Direction::Received, "6 January 2026");
    let refused = requests::from_letter(&desk.session, received);
    assert!(matches!(refused, Err(Error::Field { field: "letter", .. })));
    let request = Request { letter: Some(received), ..Request::default() };
    let refused = requests::save(&desk.session, desk.claim, None, request);
    assert!(matches!(refused, Err(Error::Field { field: "letter", .. })));
}

#[test]
fn what_happened_takes_the_day_of_its_letter_and_can_be_taken_away() {
    let desk = Desk::empty();
    let request = desk.made_from(desk.letter(CameBack::Unknown, Direction::Sent, "5 January 2026")).entry.id;
    let letter = desk.letter(CameBack::Unknown, Direction::Received, "20 January 2026");
    let event = RequestEvent { kind: RequestEventKind::Answered, letter: Some(letter), ..RequestEvent::default() };
    let saved = requests::save_event(&desk.session, request, None, Some(event)).unwrap();
    assert_eq!(saved.body.events[0].on.in_words(), "20 January 2026");
    assert_eq!(requests::get(&desk.session, request).unwrap().clock.state, ClockState::Answered);
    let none = requests::save_event(&desk.session, request, Some(3), None);
    assert!(matches!(none, Err(Error::Field { field: "index", .. })));
    let saved = requests::save_event(&desk.session, request, Some(0), None).unwrap();
    assert!(saved.body.events.is_empty());
}

#[test]
fn nothing_is_over_before_the_latest_day_that_can_be_meant() {
    let desk = Desk::empty();
    let request = desk.made_from(desk.letter(CameBack::Unknown, Direction::Sent, "7 January 2026")).entry.id;
    let extended = desk.happens(request, RequestEventKind::Extended, "2 February 2026", "The archive is large.");
    assert_eq!(extended.clock.state, ClockState::Extended);
    let due = extended.clock.due.unwrap();
    assert_eq!((due.earliest, due.latest), (Some(on("2026-04-07")), Some(on("2026-05-05"))));
    for (day, state) in [("2026-05-05", ClockState::Extended), ("2026-05-06", ClockState::Overdue)] {
        desk.is_on(day);
        assert_eq!(requests::get(&desk.session, request).unwrap().clock.state, state, "{day}");
    }
}

#[test]
fn dates_ahead_are_the_last_day_of_theirs_and_the_first_of_mine() {
    let desk = Desk::empty();
    let request = desk.made_from(desk.letter(CameBack::Delivered, Direction::Sent, "5 January 2026"));
    let mut claim = records::get::<Claim>(&desk.session, desk.claim).unwrap().body;
    claim.group_action =
        GroupAction { sign_up_cut_off: said("between 25 January 2026 and 27 January 2026"), ..GroupAction::default() };
    records::update(&desk.session, desk.claim, claim).unwrap();
    let near = claims::overview(&desk.session, desk.claim).unwrap().near;
    let told: Vec<_> = near.iter().map(|one| (one.record.id, one.day, one.mine, one.soon())).collect();
    assert_eq!(told, [(desk.claim, on("2026-01-25"), true, true), (request.entry.id, on("2026-02-05"), false, false)]);
    // Two months and more ahead is not near, and still goes into the calendar.
    desk.is_on("2025-11-01");
    assert!(claims::overview(&desk.session, desk.claim).unwrap().near.is_empty());
    let file = String::from_utf8(claims::calendar(&desk.session, desk.claim).unwrap()).unwrap();
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
    assert!(file.contains("DTSTART;VALUE=DATE:20260125"), "{file}");
    assert!(!file.contains("Northfold"), "{file}");
    desk.is_on("2026-02-06");
    // With no answer, what is ahead is the person's own: to write to the regulator within three months of the last contact.
    let ahead = claims::dates_ahead(&desk.session, desk.claim).unwrap();
    let told: Vec<_> = ahead.iter().map(|one| (one.key.as_str(), one.day, one.mine)).collect();
    assert_eq!(told, [("ICO-3M", on("2026-04-05"), true)]);
}

#[test]
fn the_samples_request_has_no_day_of_receipt_and_its_remarks_stay_with_the_solicitor() {
    let desk = Desk::new(|session| sample::add(session).unwrap().id);
    let all = requests::list(&desk.session, desk.claim).unwrap();
    let kinds: Vec<_> = all.iter().map(|one| (one.entry.body.kind, one.clock.state)).collect();
    assert_eq!(kinds, [(RequestKind::Access, ClockState::Overdue), (RequestKind::Complaint, ClockState::Incomplete)]);
    assert!(all[0].clock.assumed_received);
    assert_eq!(all[0].clock.due.unwrap().latest, Some(on("2021-12-10")));
    let out = |audience| {
        let preview = bundles::preview(&desk.session, desk.claim, audience).unwrap();
        preview.left_out.iter().map(|left| left.reference.to_string()).collect::<Vec<_>>()
    };
    assert!(!out(Audience::OtherSide).contains(&"R-001".to_owned()));
    let letter = all[0].entry.body.letter.unwrap();
    let marks = recourse_domain::records::Marks { privileged: true, ..Default::default() };
    records::set_marks(&desk.session, letter, marks).unwrap();
    assert!(out(Audience::OtherSide).contains(&"R-001".to_owned()));
    assert!(!out(Audience::Solicitor).contains(&"R-001".to_owned()));
}

#[test]
fn a_holiday_of_ones_own_moves_the_day_that_an_answer_is_due() {
    let desk = Desk::empty();
    let request = desk.made_from(desk.letter(CameBack::Delivered, Direction::Sent, "5 January 2026")).entry.id;
    let due = || requests::get(&desk.session, request).unwrap().clock.due.unwrap().latest;
    assert_eq!(due(), Some(on("2026-02-05")));
    let before = records::get::<Claim>(&desk.session, desk.claim).unwrap().body;
    let added = Calendar::ALL.map(|calendar| (calendar, on("2026-02-05"), "A day of mourning".to_owned()));
    let own_holidays = Overlay { added: added.to_vec(), ..Overlay::default() };
    records::update(&desk.session, desk.claim, Claim { own_holidays, ..before.clone() }).unwrap();
    assert_eq!(due(), Some(on("2026-02-06")));
    records::update(&desk.session, desk.claim, before).unwrap();
    assert_eq!(due(), Some(on("2026-02-05")));
}

#[test]
fn a_promise_is_ahead_to_its_last_possible_day_unless_it_was_kept() {
    let desk = Desk::empty();
    let letter = desk.letter(CameBack::Unknown, Direction::Received, "5 January 2026");
    let keeps = |done| {
        let before = records::get::<Correspondence>(&desk.session, letter).unwrap().body;
        let promise =
            Promise { words: "we will write to you".to_owned(), by: said("by the end of January 2026"), done };
        records::update(&desk.session, letter, Correspondence { promises: vec![promise], ..before }).unwrap();
        claims::dates_ahead(&desk.session, desk.claim).unwrap()
    };
    let ahead = keeps(Complete::Unknown);
    assert_eq!(ahead.len(), 1);
    assert_eq!((ahead[0].day, ahead[0].mine), (on("2026-01-31"), false));
    assert!(ahead[0].text.starts_with("C-001 says “we will write to you”, by "), "{}", ahead[0].text);
    assert!(!ahead[0].text.contains("by by"), "{}", ahead[0].text);
    assert_eq!(keeps(Complete::Yes), []);
    // It is nobody's business but the person's own when theirs is near.
    keeps(Complete::No);
    assert_eq!(claims::reminder(&desk.session).unwrap(), None);
    desk.is_on("2026-02-01");
    assert_eq!(claims::dates_ahead(&desk.session, desk.claim).unwrap(), []);
}

#[test]
fn the_desktop_is_told_of_dates_of_ones_own_and_only_if_that_is_wanted() {
    let desk = Desk::empty();
    let before = records::get::<Claim>(&desk.session, desk.claim).unwrap().body;
    let group_action = GroupAction { sign_up_cut_off: said("9 January 2026"), ..GroupAction::default() };
    records::update(&desk.session, desk.claim, Claim { group_action, ..before }).unwrap();
    let told = || claims::reminder(&desk.session).unwrap();
    assert_eq!(told().as_deref(), Some("A date of yours is near: in 4 days."));
    claims::set_reminds(&desk.session, false).unwrap();
    assert_eq!(told(), None);
    claims::set_reminds(&desk.session, true).unwrap();
    desk.is_on("2026-01-10");
    assert_eq!(told(), None);
}
