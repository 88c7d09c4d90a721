//! Letters of the claimant's own, on the sample claim: what each says, and what is put on record and taken back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::Arc;

use chrono::DateTime;
use recourse_domain::choices::{Channel, Direction, LetterOutKind, QuestionState, RequestEventKind, RequestKind};
use recourse_domain::dates::understand;
use recourse_domain::records::{Claim, Claimant, Correspondence, Entry, Party, Question, Request};
use recourse_domain::{RecordId, StatedDate};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::letters_out::{self, Begin, Form, Format, Order, Sending, Undo, boxes};
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, claims, drafts, records, sample};
use recourse_vault::{KdfParams, Secret};

struct Desk {
    session: Session<Unlocked>,
    claim: RecordId,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// A desk with the sample claim, or with an empty one.
    fn new(with_sample: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("recourse");
        let tools = Tools {
            clock: Arc::new(FixedClock(DateTime::from_timestamp(1_795_000_000, 0).unwrap())),
            worker: Worker::new(program),
        };
        let words = Secret::new("otter lamp quiet seven".to_owned());
        let place = folder.path().join("v.recourse");
        let (session, _) = Session::create(&place, &words, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = if with_sample {
            sample::add(&session).unwrap().id
        } else {
            claims::save(&session, None, Claim { title: "Mine".into(), ..Claim::default() }, "").unwrap().id
        };
        Self { session, claim, _folder: folder }
    }

    fn order(&self, kind: LetterOutKind) -> Order {
        Order { claim: self.claim, kind, letter: None, party: None, questions: None }
    }

    fn begin(&self, kind: LetterOutKind) -> Begin {
        let letter = (kind == LetterOutKind::Chaser).then(|| self.letter("Request for my personal data").id);
        letters_out::begin(&self.session, &Order { letter, ..self.order(kind) }).unwrap()
    }

    fn letter(&self, subject: &str) -> Entry<Correspondence> {
        let all = records::list::<Correspondence>(&self.session, self.claim).unwrap();
        all.into_iter().find(|letter| letter.body.subject == subject).unwrap()
    }

    fn sending(&self, kind: LetterOutKind, form: Form) -> Sending {
        let sent = understand("22 November 2026", self.session.today()).unwrap().date;
        let address_used = form.email.clone();
        Sending { claim: self.claim, kind, form, sent, channel: Channel::Email, address_used, draft: None }
    }

    fn all<T: records::Stored>(&self) -> Vec<Entry<T>> {
        records::list::<T>(&self.session, self.claim).unwrap()
    }
}

fn golden(name: &str, begin: &Begin) {
    let Form { to, email, from, subject, text, .. } = &begin.form;
    let written = format!(
        "TO\n{to}\n\nMAIL\n{email}\n\nFROM\n{from}\n\nSUBJECT\n{subject}\n\nWORDS\n{text}\n\nLAW\n{}\n\nREMARKS\n{}\n",
        begin.law,
        begin.remarks.join("\n")
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/letters/{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert_eq!(written, std::fs::read_to_string(path).unwrap());
}

#[test]
fn each_letter_says_what_is_on_record() {
    let desk = Desk::new(true);
    for kind in LetterOutKind::ALL {
        golden(kind.code(), &desk.begin(*kind));
    }
}

#[test]
fn where_nothing_is_known_a_box_stands_and_nothing_is_made_up() {
    let desk = Desk::new(false);
    for kind in LetterOutKind::ALL.iter().filter(|kind| **kind != LetterOutKind::Chaser) {
        let begin = desk.begin(*kind);
        golden(&format!("bare-{}", kind.code()), &begin);
        assert!(!boxes(&begin.form.text).is_empty(), "{}", kind.code());
    }
}

#[test]
fn no_date_of_birth_and_no_address_unless_the_person_adds_it() {
    let desk = Desk::new(true);
    let claim = records::get::<Claim>(&desk.session, desk.claim).unwrap().body;
    let born = chrono::NaiveDate::from_ymd_opt(1970, 5, 4);
    let claimant = Claimant { date_of_birth: born, ..claim.claimant.clone() };
    records::update(&desk.session, desk.claim, Claim { claimant, ..claim }).unwrap();
    for kind in LetterOutKind::ALL {
        let begin = desk.begin(*kind);
        // What the person once wrote to them is said again as it was.
        let own = |line: &&str| !line.starts_with('>');
        let text = begin.form.text.lines().filter(own).collect::<Vec<_>>().join("\n");
        for line in ["4 May 1970", "Tanyard Lane", "Ruth Halloran"] {
            assert!(!text.contains(line), "{}: {line}", kind.code());
        }
        let tell: Vec<_> = begin.tell.iter().map(|tell| tell.what).collect();
        assert_eq!(tell, ["other-names", "emails", "addresses", "date-of-birth"]);
        assert_eq!(begin.tell[3].line, "My date of birth: 4 May 1970.");
    }
}

#[test]
fn a_sent_letter_makes_its_request_and_marks_its_questions_and_undo_takes_all_back() {
    let desk = Desk::new(true);
    let begin = desk.begin(LetterOutKind::Questions);
    let asked = begin.form.questions.clone();
    assert_eq!(asked.len(), 4);
    let key = format!("{}one", letters_out::key_prefix(desk.claim));
    drafts::put(&desk.session, &key, r#"{"kind":"questions","subject":"Mine"}"#).unwrap();
    assert_eq!(letters_out::begun(&desk.session, desk.claim).unwrap()[0].subject, "Mine");
    let before: Vec<_> = desk.all::<Question>().into_iter().map(|one| one.body).collect();

    let form = Form { text: format!("{}\n\nA word of my own.", begin.form.text), ..begin.form };
    let sending = Sending { draft: Some(key.clone()), ..desk.sending(LetterOutKind::Questions, form.clone()) };
    let sent = letters_out::sent(&desk.session, sending).unwrap();
    assert!(letters_out::begun(&desk.session, desk.claim).unwrap().is_empty());
    let letter = records::get::<Correspondence>(&desk.session, sent.letter.id).unwrap();
    assert_eq!((letter.body.direction, letter.body.text.as_str()), (Direction::Sent, form.text.as_str()));
    assert_eq!(letter.body.sent.in_words(), "22 November 2026");
    assert!(!letter.marks.privileged);
    let request = records::get::<Request>(&desk.session, sent.request.unwrap()).unwrap().body;
    assert_eq!((request.kind, request.letter), (RequestKind::Questions, Some(letter.id)));
    assert_eq!(request.sent_to, letter.body.party);
    assert!(request.events.is_empty());
    for id in &asked {
        let question = records::get::<Question>(&desk.session, *id).unwrap().body;
        assert_eq!((question.state, question.asked_in), (QuestionState::Asked, Some(letter.id)));
    }

    let undo = Undo {
        letter: letter.id,
        request: sent.request,
        chased: sent.chased,
        draft: Some((key.clone(), r#"{"kind":"questions","subject":"Again"}"#.into())),
    };
    letters_out::unsent(&desk.session, &undo).unwrap();
    assert_eq!(desk.all::<Question>().into_iter().map(|one| one.body).collect::<Vec<_>>(), before);
    assert!(desk.all::<Request>().iter().all(|one| Some(one.id) != sent.request));
    assert!(desk.all::<Correspondence>().iter().all(|one| one.id != letter.id));
    assert_eq!(letters_out::begun(&desk.session, desk.claim).unwrap()[0].subject, "Again");
}

#[test]
fn a_chaser_follows_its_letter_and_is_noted_on_the_request() {
    let desk = Desk::new(true);
    let asked = desk.letter("Request for my personal data");
    let request = desk.all::<Request>().into_iter().find(|one| one.body.letter == Some(asked.id)).unwrap();
    let events = request.body.events.len();
    let begin = desk.begin(LetterOutKind::Chaser);
    assert!(begin.form.text.contains("UK GDPR, Article 15"));
    assert_eq!(begin.form.email, "privacy@northfold.example");
    let sent = letters_out::sent(&desk.session, desk.sending(LetterOutKind::Chaser, begin.form)).unwrap();
    assert_eq!(sent.letter.body.in_reply_to, asked.body.message_id);
    assert!(sent.request.is_none());
    assert_eq!(sent.chased, Some(request.id));
    let now = records::get::<Request>(&desk.session, request.id).unwrap().body;
    assert_eq!(now.of_kind(RequestEventKind::Chased).last().and_then(|event| event.letter), Some(sent.letter.id));
    let undo = Undo { letter: sent.letter.id, request: None, chased: sent.chased, draft: None };
    letters_out::unsent(&desk.session, &undo).unwrap();
    assert_eq!(records::get::<Request>(&desk.session, sent.chased.unwrap()).unwrap().body.events.len(), events);
}

#[test]
fn letters_that_have_an_answer_are_not_offered_and_a_note_to_the_solicitor_is_privileged() {
    let desk = Desk::new(true);
    let open = letters_out::unanswered(&desk.session, desk.claim).unwrap();
    let subjects: Vec<&str> = open.iter().map(|letter| letter.body.subject.as_str()).collect();
    assert!(subjects.contains(&"Request for my personal data"), "an automatic reply is no answer: {subjects:?}");
    assert!(!subjects.contains(&"Complaint about two data breaches"), "{subjects:?}");
    let begin = desk.begin(LetterOutKind::SolicitorNote);
    let party = records::get::<Party>(&desk.session, begin.form.party.unwrap()).unwrap();
    assert_eq!(party.body.name, "Sedgewray Tolland LLP");
    let sent = letters_out::sent(&desk.session, desk.sending(LetterOutKind::SolicitorNote, begin.form)).unwrap();
    assert!(sent.letter.marks.privileged && sent.request.is_none());
}

#[test]
fn a_chaser_needs_a_letter_of_mine_and_a_file_needs_words() {
    let desk = Desk::new(true);
    let theirs = desk.letter("Your complaint NS/COM/22/0187").id;
    for letter in [None, Some(theirs)] {
        let order = Order { letter, ..desk.order(LetterOutKind::Chaser) };
        assert!(matches!(letters_out::begin(&desk.session, &order), Err(Error::Field { field: "letter", .. })));
    }
    let empty = Form { text: " \n".into(), ..Form::default() };
    assert!(letters_out::file(&desk.session, &empty, Format::Txt).is_err());
    let undated = Sending { sent: StatedDate::undated(), ..desk.sending(LetterOutKind::Access, empty) };
    assert!(letters_out::sent(&desk.session, undated).is_err());
}
