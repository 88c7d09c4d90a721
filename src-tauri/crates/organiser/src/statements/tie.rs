//! Saying how one statement stands to another.

use recourse_domain::RecordId;
use recourse_domain::choices::{BothTrue, StatementTie};
use recourse_domain::records::{Body, Entry, Statement, StatementLink};
use recourse_store::StoreError;

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Says how a statement stands to another, in place of what it said of that other before; none takes it back.
///
/// # Errors
/// A statement tied to itself, two statements of different claims, or one that is not there.
pub fn tie(
    session: &Session<Unlocked>,
    statement: RecordId,
    other: RecordId,
    tie: Option<StatementTie>,
    both_true: BothTrue,
    note: String,
) -> Result<Entry<Statement>> {
    let wrong = |message: &str| Error::Field { field: "other", message: message.to_owned() };
    if statement == other {
        return Err(wrong("Choose another statement: this is the same one."));
    }
    session.write("tie statements", |records| {
        let get = |id: RecordId| -> Result<Entry<Statement>> {
            Ok(records.get::<Statement>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: Statement::KIND })?)
        };
        let (one, two) = (get(statement)?, get(other)?);
        if one.claim != two.claim {
            return Err(wrong("Both statements have to belong to the same claim."));
        }
        let mut body = one.body;
        let link = tie.map(|tie| StatementLink { tie, statement: other, both_true, note });
        // A pair keeps its place in the order in which it was made.
        match (body.links.iter().position(|known| known.statement == other), link) {
            (Some(at), Some(link)) => body.links[at] = link,
            (Some(at), None) => drop(body.links.remove(at)),
            (None, link) => body.links.extend(link),
        }
        Ok(records.update(statement, body)?)
    })
}
