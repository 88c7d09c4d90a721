//! Looking at what is on record.

use std::path::Path;

use recourse_contract::rooms;
use recourse_contract::types::{DateView, Nothing, RecordRef, SearchQuestion};
use recourse_domain::records::{DataAssertion, Event, Question, Statement};
use recourse_domain::{RecordKind, Reference, StatedDate};
use recourse_organiser::records::{self, Stored};
use recourse_organiser::session::{Session, Unlocked};
use serde::Serialize;
use serde_json::Value;

use super::Manner;
use crate::arguments::Kind;
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// The records of one kind.
pub fn list(manner: &Manner, vault: &Path, kind: Kind) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    match kind {
        Kind::Claims => say::list(manner.json, &rooms::claim_list(&session, Nothing {})?, |row| {
            format!("{}  {}", row.reference, row.title)
        }),
        Kind::Parties => say::list(manner.json, &rooms::party_list(&session, manner.claim_ref(&session)?)?, |row| {
            format!("{}  {}", row.reference, row.form.name)
        }),
        Kind::Incidents => {
            say::list(manner.json, &rooms::incident_list(&session, manner.claim_ref(&session)?)?, |row| {
                format!("{}  {}", row.reference, row.name)
            })
        }
        Kind::Notices => say::list(manner.json, &rooms::notice_list(&session, manner.claim_ref(&session)?)?, |row| {
            format!("{}  {}  {}", row.reference, date(&row.date), row.title)
        }),
        Kind::Letters => say::list(manner.json, &rooms::letter_list(&session, manner.claim_ref(&session)?)?, |row| {
            format!("{}  {}  {}", row.reference, date(&row.date), row.title)
        }),
        Kind::Contacts => say::list(manner.json, &rooms::contact_list(&session, manner.claim_ref(&session)?)?, |row| {
            format!("{}  {}  {}", row.reference, date(&row.date), row.title)
        }),
        Kind::Evidence => {
            say::list(manner.json, &rooms::evidence_list(&session, manner.claim_ref(&session)?)?, |row| {
                format!("{}  {}  {}", row.reference, date(&row.date), row.title)
            })
        }
        Kind::Inbox => say::list(manner.json, &rooms::inbox_list(&session, manner.claim_ref(&session)?)?, |row| {
            format!("{}  {}", row.reference, row.title)
        }),
        Kind::Statements => whole::<Statement>(manner, &session, |body| &body.said),
        Kind::Questions => whole::<Question>(manner, &session, |body| &body.asked),
        Kind::Data => whole::<DataAssertion>(manner, &session, |body| &body.on),
        Kind::Events => whole::<Event>(manner, &session, |body| &body.happened),
        Kind::Requests => say::list(manner.json, &rooms::request_list(&session, manner.claim_ref(&session)?)?, |row| {
            format!("{}  {}  {}  {}", row.head.reference, date(&row.sent), row.head.title, row.clock.sentence)
        }),
        Kind::Losses => say::list(manner.json, &rooms::loss_list(&session, manner.claim_ref(&session)?)?, |row| {
            line(&row.reference, &row.date, &row.title, &row.amount)
        }),
        Kind::Time => say::list(manner.json, &rooms::time_list(&session, manner.claim_ref(&session)?)?, |row| {
            line(&row.reference, &row.date, &row.title, &row.length)
        }),
        Kind::Diary => say::list(manner.json, &rooms::diary_list(&session, manner.claim_ref(&session)?)?, |row| {
            let after = row.written_after.map(|days| format!("written {days} days after")).unwrap_or_default();
            line(&row.reference, &row.date, &row.title, &after)
        }),
        Kind::Steps => say::list(manner.json, &rooms::step_list(&session, manner.claim_ref(&session)?)?, |row| {
            line(&row.reference, &row.date, &row.title, &row.cost)
        }),
    }?;
    session.lock()?;
    Ok(Outcome::Done)
}

/// The records of a kind as they are kept, each with its date and its title.
fn whole<T: Stored>(
    manner: &Manner,
    session: &Session<Unlocked>,
    date: impl Fn(&T) -> &StatedDate,
) -> Result<(), Trouble> {
    let rows = records::list::<T>(session, manner.claim(session)?)?;
    say::list(manner.json, &rows, |row| {
        format!("{}  {}  {}", row.reference, date(&row.body).in_words(), row.body.title().replace('\n', " "))
    })
}

/// A row with what stands last on it, where there is something.
fn line(reference: &str, when: &DateView, title: &str, last: &str) -> String {
    let words = [reference, date(when), title, last].into_iter().filter(|words| !words.is_empty());
    words.collect::<Vec<_>>().join("  ").replace('\n', " ")
}

fn date(date: &DateView) -> &str {
    &date.said_back
}

/// One record, whole.
pub fn show(manner: &Manner, vault: &Path, reference: Reference) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let id = records::find(&session, reference)?.id;
    let request = RecordRef { id };
    let value = match reference.kind {
        RecordKind::Notice => plain(&rooms::notice_get(&session, request)?),
        RecordKind::Correspondence => plain(&rooms::letter_get(&session, request)?),
        RecordKind::SuspiciousContact => plain(&rooms::contact_get(&session, request)?),
        RecordKind::Evidence => plain(&rooms::evidence_get(&session, request)?),
        RecordKind::Claim => plain(&rooms::claim_get(&session, recourse_contract::types::ClaimRef { claim: id })?),
        RecordKind::Statement => plain(&rooms::statement_get(&session, request)?),
        RecordKind::Question => plain(&rooms::question_get(&session, request)?),
        RecordKind::DataAssertion => plain(&rooms::assertion_get(&session, request)?),
        RecordKind::Event => plain(&rooms::event_get(&session, request)?),
        RecordKind::Party => plain(&records::get::<recourse_domain::records::Party>(&session, id)?),
        RecordKind::Incident => plain(&records::get::<recourse_domain::records::Incident>(&session, id)?),
        RecordKind::Request => plain(&rooms::request_get(&session, request)?),
        RecordKind::Loss => plain(&rooms::loss_get(&session, request)?),
        RecordKind::TimeSpent => plain(&rooms::time_get(&session, request)?),
        RecordKind::DiaryEntry => plain(&rooms::diary_get(&session, request)?),
        RecordKind::ProtectiveStep => plain(&rooms::step_get(&session, request)?),
    };
    session.lock()?;
    if manner.json {
        say::json(&value)?;
    } else {
        let mut lines = Vec::new();
        in_words(&mut lines, "", &value);
        say::line(&lines.join("\n"))?;
    }
    Ok(Outcome::Done)
}

fn plain(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Fields that are filled in, one a line, inner ones by their path.
fn in_words(lines: &mut Vec<String>, path: &str, value: &Value) {
    let inner = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => lines.push(format!("{path}: {text}")),
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                in_words(lines, &inner(&(index + 1).to_string()), value);
            }
        }
        Value::Object(map) => {
            for (name, value) in map {
                in_words(lines, &inner(name), value);
            }
        }
        other => lines.push(format!("{path}: {other}")),
    }
}

/// Where words are. What could not be understood of the question goes to standard error.
pub fn search(manner: &Manner, vault: &Path, words: &str) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let claim = match manner.claim {
        Some(_) => Some(manner.claim(&session)?),
        None => None,
    };
    let found = rooms::search(&session, SearchQuestion { words: words.to_owned(), claim })?;
    session.lock()?;
    say::list(manner.json, &found.hits, |hit| {
        let page = hit.page.map(|page| format!(" p.{page}")).unwrap_or_default();
        let machine = if hit.by_machine { "  (read by machine)" } else { "" };
        format!("{}{page}  {}  {}{machine}", hit.record.reference, hit.record.title, around(&hit.snippet))
    })?;
    if !manner.json {
        let understood = (!found.filters.is_empty()).then(|| format!("Only: {}.", found.filters.join(", ")));
        let more = found.more.then(|| "There are more; more words or a filter would narrow it.".to_owned());
        understood.iter().chain(&more).try_for_each(|line| say::line(line))?;
    }
    if let Some(problem) = &found.problem {
        say::aside(problem);
    }
    Ok(if found.hits.is_empty() { Outcome::No } else { Outcome::Done })
}

fn around(snippet: &[recourse_contract::types::SnippetPart]) -> String {
    snippet.iter().map(|part| part.text.replace('\n', " ")).collect()
}
