//! Told and not told.

use recourse_domain::RecordId;
use recourse_domain::categories::Category;
use recourse_domain::choices::{Addressed, Channel};
use recourse_domain::notice_check::{CheckItem, Guess, ITEMS};
use recourse_domain::records::{Body, DataAssertion, Entry, Incident, Notice, NoticeCheck, Question};
use recourse_organiser::records;
use recourse_organiser::told::{self, Cell, Kind};

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// The matrix of what each notice says.
pub fn told(room: &Room, request: ToldQuestion) -> Answer<ToldView> {
    let matrix = told::matrix(room, request.claim, request.incident)?;
    let items = ITEMS.iter().zip(matrix.rows).map(|(item, cells)| row(room, item, cells)).collect::<Answer<_>>()?;
    Ok(ToldView {
        notices: matrix.notices.iter().map(|notice| column(room, notice)).collect::<Answer<_>>()?,
        items,
        open_questions: number(matrix.open_questions),
        pairs: number(matrix.pairs),
    })
}

/// Settles what a notice says of one item.
pub fn notice_check_save(room: &Room, request: NoticeCheckSave) -> Answer<Nothing> {
    match request.finding {
        Some(finding) => {
            let (item, quote, statement, note) = (request.item, request.quote, request.statement, request.note);
            told::settle(room, request.notice, NoticeCheck { item, finding, quote, statement, note })?;
        }
        None => {
            told::take_back(room, request.notice, &request.item)?;
        }
    }
    Ok(Nothing {})
}

/// The matrix of kinds of data.
pub fn categories(room: &Room, request: ToldQuestion) -> Answer<CategoriesView> {
    let (said, others): (Vec<_>, Vec<_>) =
        told::kinds(room, request.claim, request.incident)?.into_iter().partition(|kind| !kind.assertions.is_empty());
    Ok(CategoriesView {
        rows: said.iter().map(|kind| category_row(room, kind)).collect::<Answer<_>>()?,
        others: others.iter().map(|kind| name(kind.category)).collect(),
    })
}

/// One assertion.
pub fn assertion_get(room: &Room, request: RecordRef) -> Answer<AssertionView> {
    shown(room, &records::get::<DataAssertion>(room, request.id)?)
}

/// Enters an assertion or changes it.
pub fn assertion_save(room: &Room, request: AssertionSave) -> Answer<AssertionView> {
    let before = request.id.map(|id| records::get::<DataAssertion>(room, id)).transpose()?;
    let form = request.form;
    let body = DataAssertion {
        category: form.category,
        standing: form.standing,
        on: read(&form.on, before.as_ref().map(|entry| &entry.body.on), room.today(), "on")?,
        by: form.by,
        by_shown: form.by_shown,
        statement: form.statement,
        whose_data: form.whose_data,
        remark: form.remark,
    };
    shown(room, &told::save_assertion(room, request.claim, request.id, body)?)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn linked(room: &Room, id: RecordId) -> Answer<RecordLink> {
    Ok(record::link(&records::heading(room, id)?))
}

fn link_to<T: Body>(entry: &Entry<T>) -> RecordLink {
    RecordLink { id: entry.id, kind: T::KIND, reference: entry.reference.to_string(), title: entry.body.title() }
}

fn column(room: &Room, entry: &Entry<Notice>) -> Answer<ToldNotice> {
    let body = &entry.body;
    let incidents = entry.incidents.iter().map(|link| {
        let incident = records::get::<Incident>(room, link.incident)?;
        Ok(link_to(&incident))
    });
    Ok(ToldNotice {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: body.title(),
        date: view(body.listed_on()),
        first_seen: view(&body.first_seen),
        under: under(body),
        incidents: incidents.collect::<Answer<_>>()?,
        version_of: body.version_of.map(|id| linked(room, id)).transpose()?,
    })
}

/// The route and to whom, as said after a date: "e-mail to me".
fn under(notice: &Notice) -> String {
    let route = match notice.channel {
        Channel::Email => "e-mail",
        Channel::Letter => "letter",
        Channel::Text => "text message",
        Channel::Call => "call",
        Channel::WebPage => "web page",
        Channel::Form => "web form",
        Channel::Press => "press",
        Channel::Social => "social network",
        Channel::InPerson => "in person",
        Channel::Other => "other",
    };
    match notice.addressed {
        Addressed::ToMe => format!("{route} to me"),
        Addressed::Public => format!("{route}, public"),
        Addressed::Unknown => route.to_owned(),
    }
}

fn row(room: &Room, item: &CheckItem, cells: Vec<Cell>) -> Answer<ToldItem> {
    Ok(ToldItem {
        id: item.id.to_owned(),
        text: item.text.to_owned(),
        footing: item.footing.words().to_owned(),
        condition: item.condition.to_owned(),
        citation: item.citation.to_owned(),
        unchecked: !item.citation.is_empty() && !item.primary_read,
        cells: cells.into_iter().map(|one| cell(room, one)).collect::<Answer<_>>()?,
    })
}

fn cell(room: &Room, cell: Cell) -> Answer<ToldCell> {
    let guess = cell.guess.map(|Guess { finding, quote, because }| ToldGuess { finding, quote, because });
    let question = cell.question.as_ref().map(link_to::<Question>);
    let empty = ToldCell { finding: None, quote: String::new(), statement: None, note: String::new(), guess, question };
    let Some(check) = cell.check else { return Ok(empty) };
    Ok(ToldCell {
        finding: Some(check.finding),
        quote: check.quote,
        statement: check.statement.map(|id| linked(room, id)).transpose()?,
        note: check.note,
        ..empty
    })
}

fn name(category: &Category) -> CategoryName {
    CategoryName {
        code: category.code.to_owned(),
        label: category.label.to_owned(),
        group: category.group.words().to_owned(),
        special: category.sensitivity.is_special(),
        flag: category.note.to_owned(),
    }
}

fn category_row(room: &Room, kind: &Kind) -> Answer<CategoryRow> {
    let rows = kind.assertions.iter().map(|entry| assertion_row(room, entry));
    Ok(CategoryRow {
        category: name(kind.category),
        assertions: rows.collect::<Answer<_>>()?,
        conflict: kind.conflict.clone(),
        question: kind.question.as_ref().map(link_to::<Question>),
    })
}

fn assertion_row(room: &Room, entry: &Entry<DataAssertion>) -> Answer<AssertionRow> {
    let body = &entry.body;
    let by = match body.by {
        Some(id) if body.by_shown.trim().is_empty() => records::heading(room, id)?.title,
        _ => body.by_shown.clone(),
    };
    Ok(AssertionRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        category: body.category.clone(),
        standing: body.standing,
        date: view(&body.on),
        by,
        whose_data: body.whose_data.clone(),
        remark: body.remark.clone(),
        statement: body.statement.map(|id| linked(room, id)).transpose()?,
    })
}

fn shown(room: &Room, entry: &Entry<DataAssertion>) -> Answer<AssertionView> {
    let body = &entry.body;
    Ok(AssertionView {
        head: record::head(room, entry)?,
        on: view(&body.on),
        form: AssertionForm {
            category: body.category.clone(),
            standing: body.standing,
            on: input(&body.on),
            by: body.by,
            by_shown: body.by_shown.clone(),
            statement: body.statement,
            whose_data: body.whose_data.clone(),
            remark: body.remark.clone(),
        },
    })
}
