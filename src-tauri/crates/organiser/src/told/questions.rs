//! Questions: from a gap or by hand, tied to the letter in which they were asked.

use recourse_domain::categories::{category, conflict};
use recourse_domain::choices::{Direction, QuestionState};
use recourse_domain::notice_check::{
    beside_a_gift, question_about, question_about_gifts, question_about_kind, question_about_words,
};
use recourse_domain::records::{Claim, Correspondence, DataAssertion, Entry, Notice, Question, QuestionGap, Statement};
use recourse_domain::{RecordId, RecordKind, StatedDate};
use recourse_store::{Filter, NewEntry, StoreError, Writing};

use super::{made_from, words_of};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// A gap to be made into a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// What a notice does not say, or not wholly: an item N01 to N14.
    Notice(RecordId, String),
    /// What was said of a kind of data, by its code.
    Category(String),
    /// Somebody's words.
    Statement(RecordId),
}

impl Gap {
    fn kept(&self) -> QuestionGap {
        match self {
            Self::Notice(notice, item) => QuestionGap::Notice { notice: *notice, item: item.clone() },
            Self::Category(code) => QuestionGap::Category { code: code.clone() },
            Self::Statement(statement) => QuestionGap::Statement { statement: *statement },
        }
    }
}

/// The questions of a claim: those not asked yet first, in the order of their entry; then the others by the day they were asked.
///
/// # Errors
/// What the records said.
pub fn list(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Entry<Question>>> {
    let mut questions = records::list::<Question>(session, claim)?;
    questions.sort_by_key(|question| {
        let open = question.body.state == QuestionState::Open;
        (!open, if open { question.reference.number } else { 0 })
    });
    Ok(questions)
}

/// Enters a question or replaces its fields. One that names a letter was asked in it, and on the letter's day where no other is given.
///
/// # Errors
/// A question without words, a letter that was not sent, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    mut question: Question,
) -> Result<Entry<Question>> {
    if question.text.trim().is_empty() {
        return Err(Error::Field { field: "text", message: "Write the question first.".to_owned() });
    }
    if let Some(letter) = question.asked_in {
        let letter = records::get::<Correspondence>(session, letter)?;
        is_mine(&letter)?;
        if question.asked.is_undated() {
            question.asked = letter.body.listed_on().clone();
        }
        if question.state == QuestionState::Open {
            question.state = QuestionState::Asked;
        }
    }
    match id {
        Some(id) => records::update(session, id, question),
        None => records::add(session, claim, question, &[]),
    }
}

/// Makes a gap into a question, or answers with the one that was made from it before. It is for the sender of the notice or the speaker,
/// else for the claim's organisation, and about the same incidents.
///
/// # Errors
/// A gap that is not there, or what the records said.
pub fn ask_about(session: &Session<Unlocked>, claim: RecordId, gap: &Gap) -> Result<Entry<Question>> {
    let kept = gap.kept();
    if let Some(made) = made_from(&records::list::<Question>(session, claim)?, &kept) {
        return Ok(made.clone());
    }
    let organisation = records::get::<Claim>(session, claim)?.body.organisation;
    let (text, asked_of, incidents) = match gap {
        Gap::Notice(notice, item) => {
            let notice = records::get::<Notice>(session, *notice)?;
            (about_item(session, &notice, item)?, notice.body.from_party, notice.incidents)
        }
        Gap::Category(code) => (about_kind(session, claim, code)?, None, Vec::new()),
        Gap::Statement(statement) => {
            let statement = records::get::<Statement>(session, *statement)?;
            (question_about_words(&statement.body.words), statement.body.speaker, statement.incidents)
        }
    };
    let question = Question { text, gap: Some(kept), asked_of: asked_of.or(organisation), ..Question::default() };
    let (id, now) = (session.new_record_id()?, session.now());
    let new = NewEntry { incidents, ..NewEntry::new(id, Some(claim), now, question) };
    session.write("make a question", |records| Ok(records.insert(new)?))
}

fn about_item(session: &Session<Unlocked>, notice: &Entry<Notice>, item: &str) -> Result<String> {
    // A reassurance that nothing sensitive was touched, beside what people gave, asks for a question of its own.
    if item == "N14"
        && let Some(gift) = beside_a_gift(&words_of(session, notice)?)
    {
        return Ok(question_about_gifts(&gift));
    }
    let message = || format!("There is no item \u{201c}{item}\u{201d} to look for in a notice.");
    question_about(item).map(str::to_owned).ok_or_else(|| Error::Field { field: "item", message: message() })
}

fn about_kind(session: &Session<Unlocked>, claim: RecordId, code: &str) -> Result<String> {
    let message = "Choose the kind of data from the list.".to_owned();
    let kind = category(code).ok_or(Error::Field { field: "category", message })?;
    if code == "fin.payments" {
        for notice in records::list::<Notice>(session, claim)? {
            if let Some(gift) = beside_a_gift(&words_of(session, &notice)?) {
                return Ok(question_about_gifts(&gift));
            }
        }
    }
    let all = records::list::<DataAssertion>(session, claim)?;
    let of_it: Vec<_> = all.iter().map(|entry| &entry.body).filter(|body| body.category == code).collect();
    Ok(question_about_kind(kind, conflict(&of_it).is_some()))
}

/// Says that these questions were asked in a letter, on its day. Those that were asked in it before and are not named are not asked any
/// more; what became of them otherwise stays as the person said it.
///
/// # Errors
/// A letter that was not sent, a question of another claim, or what the records said.
pub fn asked_in(session: &Session<Unlocked>, letter: RecordId, questions: &[RecordId]) -> Result<RecordId> {
    session.write("say what was asked", |records| {
        let letter = records
            .get::<Correspondence>(letter)?
            .ok_or(StoreError::NoSuchRecord { id: letter, kind: RecordKind::Correspondence })?;
        ask_in(records, &letter, questions)
    })
}

/// The same within a transaction.
pub(crate) fn ask_in(
    records: &Writing<'_>,
    letter: &Entry<Correspondence>,
    questions: &[RecordId],
) -> Result<RecordId> {
    is_mine(letter)?;
    let claim = letter.claim.ok_or(StoreError::NoRecord(letter.id))?;
    let all = records.list::<Question>(Filter { claim: Some(claim), ..Filter::default() })?;
    if let Some(other) = questions.iter().find(|id| all.iter().all(|question| question.id != **id)) {
        return Err(StoreError::NoSuchRecord { id: *other, kind: RecordKind::Question }.into());
    }
    for question in all {
        mark(records, question, letter, questions)?;
    }
    Ok(claim)
}

fn mark(
    records: &Writing<'_>,
    question: Entry<Question>,
    letter: &Entry<Correspondence>,
    named: &[RecordId],
) -> Result<()> {
    let (id, was) = (question.id, question.body);
    let before = was.asked_in == Some(letter.id);
    let now = match named.contains(&id) {
        true if !before => Question {
            asked_in: Some(letter.id),
            asked: letter.body.listed_on().clone(),
            state: if was.state == QuestionState::Open { QuestionState::Asked } else { was.state },
            ..was
        },
        false if before => Question {
            asked_in: None,
            asked: StatedDate::undated(),
            state: if was.state == QuestionState::Asked { QuestionState::Open } else { was.state },
            ..was
        },
        _ => return Ok(()),
    };
    records.update(id, now)?;
    Ok(())
}

fn is_mine(letter: &Entry<Correspondence>) -> Result<()> {
    if letter.body.direction == Direction::Sent {
        return Ok(());
    }
    Err(Error::Field { field: "asked_in", message: "Choose a letter that you sent.".to_owned() })
}
