//! Questions: from which gap, asked when and in which letter, and what came back.

use recourse_bundle::model::QuestionRow;
use recourse_domain::categories::category;
use recourse_domain::notice_check::item;
use recourse_domain::records::{Body, Entry, Question, QuestionGap};

use super::{View, say};
use crate::bundles::selection::Chosen;

/// Every question that goes, in the order of their references.
pub(super) fn questions(view: &View<'_>) -> Vec<QuestionRow> {
    let mut questions: Vec<&Entry<Question>> = view.chosen.questions.iter().collect();
    questions.sort_by_key(|question| question.reference.number);
    questions.into_iter().map(|question| row(view, question)).collect()
}

fn row(view: &View<'_>, entry: &Entry<Question>) -> QuestionRow {
    let (chosen, body) = (view.chosen, &entry.body);
    let answer = body.answered_by.and_then(|id| chosen.statement(id)).map(|statement| chosen.quoted(statement));
    QuestionRow {
        reference: entry.reference.to_string(),
        text: body.text.clone(),
        gap: gap(chosen, body),
        asked_of: chosen.named(body.asked_of),
        asked: say::date(&body.asked),
        asked_in: asked_in(chosen, body),
        source: chosen.rests_in(&entry.evidence, body.asked_in),
        state: say::state(body.state).to_owned(),
        answer,
        remark: view.remark(&body.answer_note),
    }
}

/// What left it open.
fn gap(chosen: &Chosen, question: &Question) -> String {
    match &question.gap {
        Some(QuestionGap::Notice { notice, item: code }) => {
            let notice = chosen.notices.iter().find(|entry| entry.id == *notice);
            let about = item(code).map_or(code.as_str(), |item| item.text);
            notice.map(|notice| format!("From {}, {code}: {about}", notice.reference)).unwrap_or_default()
        }
        Some(QuestionGap::Statement { statement }) => {
            let statement = chosen.statement(*statement);
            statement
                .map(|statement| format!("From {}: “{}”", statement.reference, statement.body.words))
                .unwrap_or_default()
        }
        Some(QuestionGap::Category { code }) => {
            format!("From what was said of: {}", category(code).map_or(code.as_str(), |known| known.label))
        }
        None => String::new(),
    }
}

/// "in C-001, “Request for my personal data”".
fn asked_in(chosen: &Chosen, question: &Question) -> String {
    let letter = question.asked_in.and_then(|id| chosen.letters.iter().find(|letter| letter.id == id));
    letter.map(|letter| format!("in {}, “{}”", letter.reference, letter.body.title())).unwrap_or_default()
}

/// "Q-001, asked 10 November 2021: answered in part".
pub(super) fn in_a_line(question: &Entry<Question>) -> String {
    let asked = &question.body.asked;
    let when = if asked.is_undated() { String::new() } else { format!(", asked {}", asked.in_words()) };
    format!("{}{when}: {}", question.reference, say::state(question.body.state))
}
