//! Dates between the forms and the records.

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::dates::understand;
use recourse_organiser::Error;

use crate::types::{DateAnswer, DateInput, DateQuestion, DateView, Failure};

/// A date as the window shows it.
pub fn view(date: &StatedDate) -> DateView {
    DateView {
        as_stated: date.as_stated.clone(),
        said_back: date.in_words(),
        edtf: date.edtf.clone(),
        earliest: date.earliest.map(|day| day.to_string()),
        latest: date.latest.map(|day| day.to_string()),
        said_on: date.said_on.map(|day| day.to_string()),
        undated: date.is_undated(),
        flag: date.flag().map(|problem| problem.to_string()),
    }
}

/// A date ready to stand in a form.
pub fn input(date: &StatedDate) -> DateInput {
    DateInput { words: date.as_stated.clone(), said_on: date.said_on.map(|day| day.to_string()) }
}

/// Reads what a form sends. Words that were not touched keep the date they had, so that a mail's own header is not read as if a person had typed it.
///
/// # Errors
/// Where the words are no date; it names the field.
pub fn read(
    input: &DateInput,
    before: Option<&StatedDate>,
    today: NaiveDate,
    field: &'static str,
) -> Result<StatedDate, Error> {
    if let Some(before) = before.filter(|before| before.as_stated.trim() == input.words.trim()) {
        return Ok(before.clone());
    }
    let said_on = input.said_on.as_deref().and_then(|day| day.parse().ok()).unwrap_or(today);
    understand(&input.words, said_on)
        .map(|understood| understood.date)
        .map_err(|problem| Error::Date { field, problem })
}

/// What the date box, or `recourse date`, answers.
///
/// # Errors
/// Where `said_on` is not a day.
pub fn answer(question: &DateQuestion, today: NaiveDate) -> Result<DateAnswer, Failure> {
    let said_on = day(question.said_on.as_deref(), "said_on")?.unwrap_or(today);
    let mut answer = DateAnswer {
        as_stated: question.words.clone(),
        said_on: said_on.to_string(),
        kind: None,
        edtf: None,
        earliest: None,
        latest: None,
        tolerance_days: None,
        said_back: None,
        problem: None,
        choices: Vec::new(),
    };
    match understand(&question.words, said_on) {
        Ok(understood) => {
            let date = understood.date;
            answer.kind = serde_json::to_value(date.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
            answer.edtf = date.edtf;
            answer.earliest = date.earliest.map(|day| day.to_string());
            answer.latest = date.latest.map(|day| day.to_string());
            answer.tolerance_days = date.tolerance_days;
            answer.said_back = Some(understood.said_back);
            answer.problem = understood.flag.map(|flag| flag.to_string());
        }
        Err(problem) => {
            answer.problem = Some(problem.to_string());
            answer.choices = problem.choices().to_vec();
        }
    }
    Ok(answer)
}

/// A plain calendar day, `YYYY-MM-DD`.
///
/// # Errors
/// Where it is something else; it names the field.
pub fn day(text: Option<&str>, field: &str) -> Result<Option<NaiveDate>, Failure> {
    text.map(|text| {
        text.parse().map_err(|_| Failure {
            code: "date".to_owned(),
            message: format!("“{text}” is not a day. Write it as 2026-11-21."),
            advice: String::new(),
            field: Some(field.to_owned()),
        })
    })
    .transpose()
}
