//! The matrix of what each notice says.

use std::collections::HashSet;

use recourse_domain::RecordId;
use recourse_domain::choices::{QuestionState, StatementTie};
use recourse_domain::notice_check::{Given, Guess, ITEMS, guess};
use recourse_domain::records::{Entry, Notice, NoticeCheck, Question, QuestionGap, Statement};

use super::{is_about, made_from, words_of};
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// What each notice of a claim says of each item.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// The notices: undated first, then by date.
    pub notices: Vec<Entry<Notice>>,
    /// For each item of the notice check, in order, a cell for each notice.
    pub rows: Vec<Vec<Cell>>,
    /// How many questions were not asked yet.
    pub open_questions: usize,
    /// How many pairs of statements do not seem to fit.
    pub pairs: usize,
}

/// What one notice says of one item.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// What the person settled.
    pub check: Option<NoticeCheck>,
    /// What the words seem to say, where nothing is settled.
    pub guess: Option<Guess>,
    /// The question made from this gap.
    pub question: Option<Entry<Question>>,
}

/// The matrix of a claim, or of one of its incidents.
///
/// # Errors
/// What the records said.
pub fn matrix(session: &Session<Unlocked>, claim: RecordId, incident: Option<RecordId>) -> Result<Matrix> {
    let mut notices = records::list::<Notice>(session, claim)?;
    notices.retain(|notice| is_about(notice, incident));
    // The sort keeps the order of the list among equals.
    notices.sort_by_key(|notice| !notice.body.listed_on().is_undated());
    let questions = records::list::<Question>(session, claim)?;
    let words = notices.iter().map(|notice| words_of(session, notice)).collect::<Result<Vec<_>>>()?;
    let row =
        |item: &str| notices.iter().zip(&words).map(|(notice, words)| cell(item, notice, words, &questions)).collect();
    Ok(Matrix {
        rows: ITEMS.iter().map(|item| row(item.id)).collect(),
        open_questions: questions.iter().filter(|question| question.body.state == QuestionState::Open).count(),
        pairs: pairs(&records::list::<Statement>(session, claim)?, incident),
        notices,
    })
}

fn cell(item: &str, notice: &Entry<Notice>, words: &str, questions: &[Entry<Question>]) -> Cell {
    let check = notice.body.checks.iter().find(|check| check.item == item).cloned();
    let given = Given { text: words, from: &notice.body.from, on_document: &notice.body.on_document };
    let gap = QuestionGap::Notice { notice: notice.id, item: item.to_owned() };
    Cell {
        guess: if check.is_none() { guess(item, given) } else { None },
        question: made_from(questions, &gap).cloned(),
        check,
    }
}

/// Pairs of statements that do not seem to fit, each counted once whichever of the two says so.
fn pairs(statements: &[Entry<Statement>], incident: Option<RecordId>) -> usize {
    let ties = statements.iter().filter(|statement| is_about(statement, incident)).flat_map(|statement| {
        let conflicts = statement.body.links.iter().filter(|link| link.tie == StatementTie::ConflictsWith);
        conflicts.map(|link| (statement.id.min(link.statement), statement.id.max(link.statement)))
    });
    ties.collect::<HashSet<_>>().len()
}
