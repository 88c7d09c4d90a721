//! Told and not told, on the sample claim: cells, questions, kinds of data.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use recourse_domain::choices::{DataStanding, Direction, Finding, QuestionState};
use recourse_domain::notice_check::ITEMS;
use recourse_domain::records::{Correspondence, DataAssertion, Entry, Incident, Notice, NoticeCheck, Question};
use recourse_domain::{RecordId, StatedDate};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::told::{self, Gap, Matrix};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, records, sample};
use recourse_vault::{KdfParams, Secret};

/// The sample's notices as they came, before anybody had gone through them.
fn untouched(session: &Session<Unlocked>, claim: RecordId) {
    for notice in records::list::<Notice>(session, claim).unwrap() {
        records::update(session, notice.id, Notice { checks: Vec::new(), ..notice.body }).unwrap();
    }
    let questions = records::list::<Question>(session, claim).unwrap().into_iter().map(|entry| entry.id);
    let assertions = records::list::<DataAssertion>(session, claim).unwrap().into_iter().map(|entry| entry.id);
    for id in questions.chain(assertions) {
        records::archive(session, id).unwrap();
    }
}

struct Desk {
    session: Session<Unlocked>,
    claim: RecordId,
    _folder: tempfile::TempDir,
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
        let words = Secret::new("otter lamp quiet seven".to_owned());
        let place = folder.path().join("v.recourse");
        let (session, _) = Session::create(&place, &words, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = sample::add(&session).unwrap().id;
        untouched(&session, claim);
        Self { session, claim, _folder: folder }
    }

    fn matrix(&self) -> Matrix {
        told::matrix(&self.session, self.claim, None).unwrap()
    }

    fn notice(&self, subject: &str) -> Entry<Notice> {
        let all = records::list::<Notice>(&self.session, self.claim).unwrap();
        all.into_iter().find(|notice| notice.body.subject == subject).unwrap()
    }

    fn letter(&self, subject: &str) -> Entry<Correspondence> {
        let all = records::list::<Correspondence>(&self.session, self.claim).unwrap();
        all.into_iter().find(|letter| letter.body.subject == subject).unwrap()
    }

    fn question(&self, id: RecordId) -> Question {
        records::get::<Question>(&self.session, id).unwrap().body
    }

    fn ask(&self, gap: &Gap) -> Entry<Question> {
        told::ask_about(&self.session, self.claim, gap).unwrap()
    }
}

fn check(item: &str, finding: Finding, quote: &str) -> NoticeCheck {
    NoticeCheck { item: item.into(), finding, quote: quote.into(), statement: None, note: String::new() }
}

#[test]
fn the_matrix_guesses_and_keeps_only_what_a_person_chose() {
    let desk = Desk::new();
    let before = desk.matrix();
    let subjects: Vec<_> = before.notices.iter().map(|notice| notice.body.subject.as_str()).collect();
    assert_eq!(
        subjects,
        [
            "Notice about our fundraising supplier",
            "Notification of data incident",
            "Update for members",
            "What we know now"
        ]
    );
    assert_eq!(before.rows.len(), ITEMS.len());
    for cell in before.rows.iter().flatten() {
        assert!(cell.guess.is_some() && cell.check.is_none());
    }
    // Looking, and guessing, has kept nothing.
    let mail = desk.notice("Notification of data incident");
    assert!(
        records::list::<Notice>(&desk.session, desk.claim).unwrap().iter().all(|notice| notice.body.checks.is_empty())
    );
    assert!(!serde_json::to_string(&mail.body).unwrap().contains("guess"));
    let history = records::history(&desk.session, mail.id).unwrap().len();

    let guess = before.rows[0][1].guess.clone().unwrap();
    told::settle(&desk.session, mail.id, check("N04", Finding::NotSaid, "")).unwrap();
    told::settle(&desk.session, mail.id, check("N01", guess.finding, &guess.quote)).unwrap();
    let kept = desk.notice("Notification of data incident");
    let items: Vec<_> = kept.body.checks.iter().map(|check| (check.item.as_str(), check.finding)).collect();
    assert_eq!(items, [("N01", Finding::Said), ("N04", Finding::NotSaid)]);
    assert_eq!(records::history(&desk.session, mail.id).unwrap().len(), history + 2);
    let after = desk.matrix();
    assert!(after.rows[0][1].guess.is_none() && after.rows[3][1].guess.is_none());
    assert!(after.rows[0][0].check.is_none(), "another notice is as it was");

    told::settle(&desk.session, mail.id, check("N01", Finding::Partly, "")).unwrap();
    told::take_back(&desk.session, mail.id, "N04").unwrap();
    let kept = desk.notice("Notification of data incident");
    assert_eq!(kept.body.checks, [check("N01", Finding::Partly, "")]);
}

#[test]
fn only_items_and_statements_that_exist_are_settled() {
    let desk = Desk::new();
    let mail = desk.notice("Notification of data incident");
    let refused = told::settle(&desk.session, mail.id, check("N15", Finding::Said, ""));
    assert!(matches!(refused, Err(Error::Field { field: "item", .. })), "{refused:?}");
    let strange = NoticeCheck { statement: Some(mail.id), ..check("N01", Finding::Said, "") };
    assert!(told::settle(&desk.session, mail.id, strange).is_err());
    assert!(desk.notice("Notification of data incident").body.checks.is_empty());
}

#[test]
fn one_incident_shows_its_own_notices_sure_and_unsure() {
    let desk = Desk::new();
    let incidents = records::list::<Incident>(&desk.session, desk.claim).unwrap();
    let of = |name: &str| incidents.iter().find(|incident| incident.body.name.contains(name)).unwrap().id;
    let fundraising = told::matrix(&desk.session, desk.claim, Some(of("Fundraising"))).unwrap();
    assert_eq!(fundraising.notices.len(), 1);
    assert!(fundraising.rows.iter().all(|row| row.len() == 1));
    assert_eq!(told::matrix(&desk.session, desk.claim, Some(of("Records"))).unwrap().notices.len(), 3);
}

#[test]
fn a_notice_without_typed_words_is_guessed_from_its_file() {
    let desk = Desk::new();
    let page = desk.notice("Notice about our fundraising supplier");
    let bare = Notice { text: String::new(), ..page.body };
    records::update(&desk.session, page.id, bare).unwrap();
    let words = told::words_of(&desk.session, &records::get(&desk.session, page.id).unwrap()).unwrap();
    assert!(words.contains("a copy of a backup file was taken"), "{words}");
    assert!(!words.contains("29 September 2020"), "the supplier's own page lies beside it: {words}");
    let guess = desk.matrix().rows[0][0].guess.clone().unwrap();
    assert_eq!(guess.finding, Finding::Said);
    assert!(words.contains(&guess.quote));
}

#[test]
fn a_gap_makes_one_question_however_often_it_is_asked_for() {
    let desk = Desk::new();
    let mail = desk.notice("Notification of data incident");
    let gap = Gap::Notice(mail.id, "N09".to_owned());
    let made = desk.ask(&gap);
    assert_eq!(made.body.text, "Which of my personal data were affected? Please name the kinds.");
    assert_eq!(made.body.asked_of, mail.body.from_party);
    assert_eq!(made.incidents, mail.incidents);
    assert_eq!(desk.ask(&gap).id, made.id);
    let cell = &desk.matrix().rows[8][1];
    assert_eq!(cell.question.as_ref().map(|question| question.id), Some(made.id));
    assert_eq!(desk.matrix().open_questions, 1);
    assert!(told::ask_about(&desk.session, desk.claim, &Gap::Notice(mail.id, "N15".to_owned())).is_err());
}

#[test]
fn no_sensitive_information_beside_amounts_given_asks_about_article_9() {
    let desk = Desk::new();
    let page = desk.notice("Notice about our fundraising supplier");
    let notice = desk.ask(&Gap::Notice(page.id, "N14".to_owned())).body.text;
    let kind = desk.ask(&Gap::Category("fin.payments".to_owned())).body.text;
    for text in [&notice, &kind] {
        assert!(text.contains("UK GDPR, Article 9") && text.contains("amounts given"), "{text}");
    }
    // The update reassures too, and lists no gifts.
    let update = desk.notice("Update for members");
    let plain = desk.ask(&Gap::Notice(update.id, "N14".to_owned())).body.text;
    assert_eq!(plain, "What does this reassurance rest on, and who made sure of it?");
    assert!(told::ask_about(&desk.session, desk.claim, &Gap::Category("fin.Bank".to_owned())).is_err());
}

#[test]
fn questions_are_asked_in_a_letter_and_taken_out_of_it_again() {
    let desk = Desk::new();
    let mail = desk.notice("Notification of data incident");
    let [one, two, three] = ["N09", "N10", "N11"].map(|item| desk.ask(&Gap::Notice(mail.id, item.to_owned())).id);
    let letter = desk.letter("Complaint about two data breaches");
    told::asked_in(&desk.session, letter.id, &[one, two]).unwrap();
    for id in [one, two] {
        let question = desk.question(id);
        assert_eq!((question.state, question.asked_in), (QuestionState::Asked, Some(letter.id)));
        assert_eq!(question.asked, letter.body.sent);
    }
    assert_eq!(desk.question(three).state, QuestionState::Open);
    let order: Vec<_> =
        told::questions(&desk.session, desk.claim).unwrap().iter().map(|question| question.id).collect();
    assert_eq!(order, [three, one, two]);

    // What came of a question is the person's to say, and stays.
    let answered = Question { state: QuestionState::Ignored, ..desk.question(two) };
    told::save_question(&desk.session, desk.claim, Some(two), answered).unwrap();
    told::asked_in(&desk.session, letter.id, &[]).unwrap();
    let (one, two) = (desk.question(one), desk.question(two));
    assert_eq!((one.state, one.asked_in, one.asked.is_undated()), (QuestionState::Open, None, true));
    assert_eq!((two.state, two.asked_in), (QuestionState::Ignored, None));

    let theirs = desk.letter("Your complaint NS/COM/22/0187");
    assert_eq!(theirs.body.direction, Direction::Received);
    let refused = told::asked_in(&desk.session, theirs.id, &[three]);
    assert!(matches!(refused, Err(Error::Field { field: "asked_in", .. })), "{refused:?}");
    assert!(told::asked_in(&desk.session, letter.id, &[mail.id]).is_err());
}

#[test]
fn a_question_by_hand_needs_words_and_takes_the_day_of_its_letter() {
    let desk = Desk::new();
    let save = |question: Question| told::save_question(&desk.session, desk.claim, None, question);
    let refused = save(Question { text: "  ".into(), ..Question::default() });
    assert!(matches!(refused, Err(Error::Field { field: "text", .. })), "{refused:?}");
    let letter = desk.letter("Complaint about two data breaches");
    let text = "Why was my data still there?".to_owned();
    let made = save(Question { text, asked_in: Some(letter.id), ..Question::default() }).unwrap();
    assert_eq!((made.body.state, made.body.asked), (QuestionState::Asked, letter.body.sent));
}

#[test]
fn what_was_said_of_a_kind_of_data_stands_together_special_ones_first() {
    let desk = Desk::new();
    let say = |category: &str, standing, day: u32| {
        let on = StatedDate::day(NaiveDate::from_ymd_opt(2020, day, 1).unwrap());
        let assertion = DataAssertion { category: category.into(), standing, on, ..DataAssertion::default() };
        told::save_assertion(&desk.session, desk.claim, None, assertion)
    };
    say("fin.bank", DataStanding::SaidAffected, 9).unwrap();
    say("fin.bank", DataStanding::SaidNotAffected, 7).unwrap();
    say("sc.political", DataStanding::Gave, 1).unwrap();
    let refused = say("fin.Bank", DataStanding::Gave, 1);
    assert!(matches!(refused, Err(Error::Field { field: "category", .. })), "{refused:?}");
    let kinds = told::kinds(&desk.session, desk.claim, None).unwrap();
    assert_eq!(kinds.len(), 49);
    let codes: Vec<_> = kinds.iter().take(2).map(|kind| kind.category.code).collect();
    assert_eq!(codes, ["sc.political", "fin.bank"]);
    let standings: Vec<_> = kinds[1].assertions.iter().map(|one| one.body.standing).collect();
    assert_eq!(standings, [DataStanding::SaidNotAffected, DataStanding::SaidAffected]);
    assert!(kinds[1].conflict.as_ref().unwrap().ends_with("Both are kept."));
    assert_eq!(kinds[0].conflict, None);
    let question = desk.ask(&Gap::Category("fin.bank".to_owned()));
    assert!(question.body.text.contains("not always the same"));
    let kinds = told::kinds(&desk.session, desk.claim, None).unwrap();
    assert_eq!(kinds[1].question.as_ref().map(|one| one.id), Some(question.id));
}
