//! Statements: exact words that somebody said, where they stand, and how they stand to each other.

mod guess;
mod pairs;
mod save;
mod source;
mod tie;

use std::collections::HashMap;

use recourse_domain::RecordId;
use recourse_domain::choices::StatementTie;
use recourse_domain::records::{Entry, Party, Question, Statement, StatementLink};
use recourse_store::{Filter, Heading};

use crate::session::{Session, Unlocked};
use crate::{Result, records};

pub use pairs::{Pair, pairs};
pub use save::{Place, save};
pub use source::{Selected, date_of, drafted};
pub use tie::tie;

/// A statement with what a list says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The statement.
    pub entry: Entry<Statement>,
    /// Who said it: as the source shows it, else the name of the party.
    pub speaker: String,
    /// The record in which it stands.
    pub said_in: Option<Heading>,
    /// Whether a later statement on record puts it right.
    pub corrected: bool,
    /// Whether it does not seem to fit with another.
    pub conflicts: bool,
}

impl Listed {
    /// The file and the page that the words stand on, where they are known.
    pub fn place(&self) -> Place {
        let link = self.entry.evidence.iter().find(|link| link.quote.as_ref() == Some(&self.entry.body.words));
        link.map_or_else(Place::default, |link| Place { file: link.file, page: link.page })
    }
}

/// How one statement stands to another, seen from the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What was said of the two.
    pub link: StatementLink,
    /// Whether the statement looked at says it of the other; else the other says it of this.
    pub forward: bool,
    /// The other statement.
    pub other: Listed,
}

/// The statements of a claim, those put away left out: by date, undated last.
///
/// # Errors
/// What the records said.
pub fn list(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Listed>> {
    session.read(|records| {
        let entries = records.list::<Statement>(Filter { claim: Some(claim), ..Filter::default() })?;
        let parties = records.list::<Party>(Filter { claim: Some(claim), ..Filter::default() })?;
        let names: HashMap<RecordId, String> = parties.into_iter().map(|party| (party.id, party.body.name)).collect();
        let said = |tie: StatementTie, of: RecordId| {
            entries.iter().any(|one| one.body.links.iter().any(|link| link.tie == tie && link.statement == of))
        };
        let mut listed = Vec::with_capacity(entries.len());
        for entry in &entries {
            let body = &entry.body;
            let named = body.speaker.and_then(|id| names.get(&id)).filter(|_| body.speaker_shown.trim().is_empty());
            let said_in = match body.said_in {
                Some(id) => records.heading(id)?,
                None => None,
            };
            listed.push(Listed {
                speaker: named.unwrap_or(&body.speaker_shown).clone(),
                said_in,
                corrected: said(StatementTie::Corrects, entry.id),
                conflicts: said(StatementTie::ConflictsWith, entry.id)
                    || body.links.iter().any(|link| {
                        link.tie == StatementTie::ConflictsWith && entries.iter().any(|one| one.id == link.statement)
                    }),
                entry: entry.clone(),
            });
        }
        Ok(listed)
    })
}

/// One statement, also where it was put away, and how it stands to the others of its claim, both ways.
///
/// # Errors
/// Where there is no such statement.
pub fn get(session: &Session<Unlocked>, id: RecordId) -> Result<(Listed, Vec<Link>)> {
    let entry = records::get::<Statement>(session, id)?;
    let all = match entry.claim {
        Some(claim) => list(session, claim)?,
        None => Vec::new(),
    };
    let this = match all.iter().find(|one| one.entry.id == id) {
        Some(one) => one.clone(),
        None => Listed {
            speaker: entry.body.speaker_shown.clone(),
            said_in: match entry.body.said_in {
                Some(record) => Some(records::heading(session, record)?),
                None => None,
            },
            corrected: false,
            conflicts: false,
            entry,
        },
    };
    let mut links = Vec::new();
    for link in &this.entry.body.links {
        if let Some(other) = all.iter().find(|one| one.entry.id == link.statement) {
            links.push(Link { link: link.clone(), forward: true, other: other.clone() });
        }
    }
    for other in &all {
        for link in other.entry.body.links.iter().filter(|link| link.statement == id) {
            links.push(Link { link: link.clone(), forward: false, other: other.clone() });
        }
    }
    Ok((this, links))
}

/// The questions that a statement answers.
///
/// # Errors
/// What the records said.
pub fn answers(session: &Session<Unlocked>, statement: &Entry<Statement>) -> Result<Vec<Heading>> {
    session.read(|records| {
        let mut found = Vec::new();
        for question in records.list::<Question>(Filter { claim: statement.claim, ..Filter::default() })? {
            if question.body.answered_by == Some(statement.id) {
                found.extend(records.heading(question.id)?);
            }
        }
        Ok(found)
    })
}
