//! What was typed, cut into pieces and understood.

use chrono::NaiveDate;

use super::kinds::{self, Found};
use super::{Query, Term, said};
use crate::StatedDate;
use crate::dates::understand;
use crate::ids::Reference;

/// What in a search could not be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SearchProblem {
    /// The words after a date filter are no date.
    #[error(
        "“{0}” was left aside: its date was not understood. Write it as before:3-nov-2021, after:\"march 2021\" or on:2021."
    )]
    Date(String),
    /// There is no such kind.
    #[error("“{typed}” was left aside: there is no such kind. Kinds are {}.", kinds::all_names())]
    Kind {
        /// What was typed.
        typed: String,
    },
    /// There is no such state.
    #[error("“{0}” was left aside. What can be asked is is:undated, is:waiting and has:file.")]
    State(String),
    /// It is no reference.
    #[error("“{0}” was left aside: it names no record. Write it as in:E-014.")]
    Reference(String),
    /// A filter cannot be turned round.
    #[error("“{0}” was left aside: only words can be left out with a minus sign, not filters.")]
    Minus(String),
    /// There is nothing but words to leave out.
    #[error("Nothing can be looked for yet: there are only words to leave out.")]
    OnlyWithout,
}

/// One piece as typed.
struct Piece {
    /// With its signs, to be said back in a problem.
    typed: String,
    minus: bool,
    /// The word before a colon, where it is a filter's name.
    field: Option<&'static str>,
    text: String,
    quoted: bool,
    closed: bool,
}

const FIELDS: [&str; 9] = ["from", "to", "kind", "before", "after", "on", "in", "is", "has"];

/// Understands what was typed; `today` resolves dates such as "last week". Never fails: what is not understood is left aside and said.
pub fn parse(typed: &str, today: NaiveDate) -> Query {
    let mut query = Query::default();
    for piece in pieces(typed) {
        if let Err(problem) = take(&mut query, &piece, today) {
            query.problem.get_or_insert(problem);
        }
    }
    if query.is_empty() && !query.without.is_empty() {
        query.problem.get_or_insert(SearchProblem::OnlyWithout);
    }
    query
}

fn pieces(typed: &str) -> Vec<Piece> {
    let cleaned: String = typed
        .chars()
        .map(|c| match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let mut rest = cleaned.trim_start();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (piece, after) = piece(rest);
        found.push(piece);
        rest = after.trim_start();
    }
    found
}

/// The piece at the beginning of `text`, which is not empty, and what comes after it.
fn piece(text: &str) -> (Piece, &str) {
    let bare = text.strip_prefix('-').filter(|rest| rest.starts_with(|c: char| c == '"' || c.is_alphanumeric()));
    let minus = bare.is_some();
    let body = bare.unwrap_or(text);
    let field = FIELDS.into_iter().find(|field| {
        body.get(..field.len()).is_some_and(|start| start.eq_ignore_ascii_case(field))
            && body[field.len()..].starts_with(':')
    });
    let value = field.map_or(body, |field| &body[field.len() + 1..]);
    let (inside, after, quoted, closed) = match value.strip_prefix('"') {
        Some(quoted) => match quoted.split_once('"') {
            Some((inside, after)) => (inside, after, true, true),
            None => (quoted, "", true, false),
        },
        None => {
            let end = value.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(value.len());
            (&value[..end], &value[end..], false, false)
        }
    };
    let typed = text[..text.len() - after.len()].to_owned();
    (Piece { typed, minus, field, text: inside.trim().to_owned(), quoted, closed }, after)
}

fn take(query: &mut Query, piece: &Piece, today: NaiveDate) -> Result<(), SearchProblem> {
    let typed = || piece.typed.clone();
    let Some(field) = piece.field else {
        take_words(query, piece);
        return Ok(());
    };
    if !piece.text.chars().any(char::is_alphanumeric) {
        // A filter that is just being typed.
        return Ok(());
    }
    if piece.minus {
        return Err(SearchProblem::Minus(typed()));
    }
    let filters = &mut query.filters;
    let text = piece.text.clone();
    match field {
        "from" => {
            filters.said.push(format!("from: {text}"));
            filters.from.push(text);
        }
        "to" => {
            filters.said.push(format!("to: {text}"));
            filters.to.push(text);
        }
        "kind" => match kinds::find(&text) {
            Found::One(kind) => {
                if !filters.kinds.contains(kind) {
                    filters.said.push(format!("kind: {}", kind.name));
                    filters.kinds.push(*kind);
                }
            }
            Found::Unfinished => {}
            Found::None => return Err(SearchProblem::Kind { typed: typed() }),
        },
        "before" | "after" | "on" => {
            let date = date(&text, today).ok_or_else(|| SearchProblem::Date(typed()))?;
            take_date(query, field, &date).ok_or_else(|| SearchProblem::Date(typed()))?;
        }
        "in" => {
            let reference: Reference = text.parse().map_err(|_| SearchProblem::Reference(typed()))?;
            if !filters.records.contains(&reference) {
                filters.said.push(format!("in {reference}"));
                filters.records.push(reference);
            }
        }
        _ => {
            let (flag, said) = match (field, text.to_lowercase().as_str()) {
                ("is", "undated") => (&mut filters.undated, "undated"),
                ("is", "waiting") => (&mut filters.waiting, "waiting in the inbox"),
                ("has", "file" | "files") => (&mut filters.has_file, "has a file"),
                _ => return Err(SearchProblem::State(typed())),
            };
            if !std::mem::replace(flag, true) {
                filters.said.push(said.to_owned());
            }
        }
    }
    Ok(())
}

fn take_words(query: &mut Query, piece: &Piece) {
    if !piece.text.chars().any(char::is_alphanumeric) {
        return;
    }
    let open = if piece.quoted { !piece.closed } else { !piece.minus };
    let term = Term { text: piece.text.clone(), phrase: piece.quoted, open };
    if piece.minus {
        query.without.push(term);
        return;
    }
    if !piece.quoted && query.named.is_none() {
        query.named = piece.text.parse().ok();
    }
    query.terms.push(term);
}

/// The date that a filter names. Its words may be joined by hyphens.
fn date(text: &str, today: NaiveDate) -> Option<StatedDate> {
    let understood = understand(text, today).or_else(|_| understand(&text.replace('-', " "), today)).ok()?;
    Some(understood.date).filter(|date| !date.is_undated())
}

/// Narrows the days. None where the date lacks the end that the filter needs.
fn take_date(query: &mut Query, field: &str, date: &StatedDate) -> Option<()> {
    let filters = &mut query.filters;
    let said = match field {
        "before" => {
            let first = date.earliest?;
            filters.before = Some(filters.before.map_or(first, |had| had.min(first)));
            format!("before {}", said::day(first))
        }
        "after" => {
            let last = date.latest?;
            filters.after = Some(filters.after.map_or(last, |had| had.max(last)));
            format!("after {}", said::day(last))
        }
        _ => {
            let (first, last) = (date.earliest?, date.latest?);
            // Two runs of days must both hold; where they do not meet, the first day then lies after the last and nothing fits.
            filters.on = Some(filters.on.map_or((first, last), |had| (had.0.max(first), had.1.min(last))));
            said::on(first, last)
        }
    };
    filters.said.push(said);
    Some(())
}
