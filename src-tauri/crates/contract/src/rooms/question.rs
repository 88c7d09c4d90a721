//! Questions.

use recourse_domain::RecordId;
use recourse_domain::categories::category;
use recourse_domain::choices::StatementTie;
use recourse_domain::notice_check::item;
use recourse_domain::records::{Entry, EvidenceLink, Question, QuestionGap, Statement};
use recourse_organiser::told::{self, Gap};
use recourse_organiser::{Error, records};

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The questions of a claim, open ones first.
pub fn question_list(room: &Room, request: ClaimRef) -> Answer<Vec<QuestionRow>> {
    told::questions(room, request.claim)?.iter().map(|entry| row(room, entry)).collect()
}

/// One question.
pub fn question_get(room: &Room, request: RecordRef) -> Answer<QuestionView> {
    shown(room, &records::get::<Question>(room, request.id)?)
}

/// Enters a question or changes it.
pub fn question_save(room: &Room, request: QuestionSave) -> Answer<QuestionView> {
    let before = match request.id {
        Some(id) => records::get::<Question>(room, id)?.body,
        None => Question::default(),
    };
    let form = request.form;
    let body = Question {
        text: form.text,
        gap: before.gap,
        asked_of: form.asked_of,
        asked_in: form.asked_in,
        asked: read(&form.asked, Some(&before.asked), room.today(), "asked")?,
        state: form.state,
        answered_by: form.answered_by,
        answer_note: form.answer_note,
    };
    shown(room, &told::save_question(room, request.claim, request.id, body)?)
}

/// Makes a gap into a question, or finds the one that was made.
pub fn question_from(room: &Room, request: QuestionFrom) -> Answer<QuestionView> {
    let gap = match (request.notice, request.statement) {
        (Some(notice), _) => Gap::Notice(notice, request.item),
        (None, Some(statement)) => Gap::Statement(statement),
        (None, None) => Gap::Category(request.category),
    };
    shown(room, &told::ask_about(room, request.claim, &gap)?)
}

/// Says that questions were asked in a letter.
pub fn questions_asked(room: &Room, request: QuestionsAsked) -> Answer<Vec<QuestionRow>> {
    let claim = told::asked_in(room, request.letter, &request.questions)?;
    question_list(room, ClaimRef { claim })
}

fn linked(room: &Room, id: RecordId) -> Answer<RecordLink> {
    Ok(record::link(&records::heading(room, id)?))
}

pub(super) fn row(room: &Room, entry: &Entry<Question>) -> Answer<QuestionRow> {
    let body = &entry.body;
    Ok(QuestionRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        text: body.text.clone(),
        state: body.state,
        date: view(&body.asked),
        asked_of: body.asked_of.map(|id| linked(room, id)).transpose()?.map(|party| party.title).unwrap_or_default(),
        gap: body.gap.as_ref().map(|gap| from(room, gap)).transpose()?.unwrap_or_default(),
    })
}

/// Where a question comes from, in words.
fn from(room: &Room, gap: &QuestionGap) -> Answer<String> {
    Ok(match gap {
        QuestionGap::Notice { notice, item: id } => {
            let about = item(id).map_or(id.as_str(), |item| item.text);
            format!("{}: {about}", linked(room, *notice)?.reference)
        }
        QuestionGap::Category { code } => category(code).map_or(code.as_str(), |known| known.label).to_owned(),
        QuestionGap::Statement { statement } => linked(room, *statement)?.reference,
    })
}

fn shown(room: &Room, entry: &Entry<Question>) -> Answer<QuestionView> {
    let body = &entry.body;
    let gap = match &body.gap {
        Some(QuestionGap::Notice { notice: id, .. } | QuestionGap::Statement { statement: id }) => {
            Some(linked(room, *id)?)
        }
        Some(QuestionGap::Category { .. }) | None => None,
    };
    Ok(QuestionView {
        head: record::head(room, entry)?,
        asked: view(&body.asked),
        row: row(room, entry)?,
        gap,
        asked_in: body.asked_in.map(|id| linked(room, id)).transpose()?,
        answer: body.answered_by.map(|id| answer(room, id)).transpose()?,
        form: QuestionForm {
            text: body.text.clone(),
            asked_of: body.asked_of,
            asked_in: body.asked_in,
            asked: input(&body.asked),
            state: body.state,
            answered_by: body.answered_by,
            answer_note: body.answer_note.clone(),
        },
    })
}

/// The statement that answers, as its list shows it.
fn answer(room: &Room, id: RecordId) -> Answer<StatementRow> {
    let entry = records::get::<Statement>(room, id)?;
    let claim = entry.claim.ok_or(Error::NoClaim)?;
    let tied = |tie: StatementTie, other: &Entry<Statement>| {
        other.body.links.iter().any(|link| link.tie == tie && link.statement == id)
    };
    let others = records::list::<Statement>(room, claim)?;
    let body = &entry.body;
    Ok(StatementRow {
        id,
        reference: entry.reference.to_string(),
        words: body.words.clone(),
        speaker: match body.speaker {
            Some(party) if body.speaker_shown.trim().is_empty() => linked(room, party)?.title,
            _ => body.speaker_shown.clone(),
        },
        topic: body.topic,
        grade: body.grade,
        breach_types: body.breach_types.clone(),
        date: view(&body.said),
        said_in: body.said_in.map(|id| linked(room, id)).transpose()?,
        page: entry.evidence.iter().find_map(|link: &EvidenceLink| link.page),
        corrected: others.iter().any(|other| tied(StatementTie::Corrects, other)),
        conflicts: body.links.iter().any(|link| link.tie == StatementTie::ConflictsWith)
            || others.iter().any(|other| tied(StatementTie::ConflictsWith, other)),
    })
}
