//! Answering a search at every keystroke, however large the vault.
//!
//! Ranking every place that has a common word would take longer than the next keystroke: a word that is in every page says nothing of any of them. So
//! places are first taken from the indexes newest first, some hundreds at most, which the indexes give without reading on. Where these are all the places
//! there are, and none of the words is a common one, they are put in order by BM25, a title's words weighing four times a text's. Records that have the
//! words in their titles come before both. Only the places that are shown are read and cut into snippets.

mod ask;
mod gather;
mod show;
mod sieve;

use rusqlite::Connection;

use crate::table::record;
use crate::{Found, Question, Result};

use ask::Ask;
use sieve::Sieve;

/// A place in an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    /// A record's own words, by its place in the order of entry.
    Record(i64),
    /// A page of a file, by the id of its words.
    Page(i64),
}

/// Looks for what is asked for.
pub(crate) fn run(conn: &Connection, question: Question<'_>, limit: usize) -> Result<Found> {
    let query = question.query;
    if query.is_empty() {
        return Ok(Found::default());
    }
    let mut sieve = Sieve::new(conn, question)?;
    let ask = Ask::of(query);
    let mut places = match &ask {
        Some(ask) => gather::places(conn, ask, &mut sieve, limit)?,
        None => {
            sieve.leave_out(ask::any(&query.without))?;
            sieve.by_date(limit)?.into_iter().map(Place::Record).collect()
        }
    };
    if let Some(item) = named(conn, question, &mut sieve)? {
        places.retain(|place| *place != Place::Record(item));
        places.insert(0, Place::Record(item));
    }
    show::found(conn, &places, ask.as_ref(), limit)
}

/// The record that was named by its reference, if a search may find it.
fn named(conn: &Connection, question: Question<'_>, sieve: &mut Sieve<'_>) -> Result<Option<i64>> {
    let Some(reference) = question.query.named else { return Ok(None) };
    let Some(id) = record::find(conn, reference)? else { return Ok(None) };
    let Some(item) = record::order_of(conn, id)? else { return Ok(None) };
    Ok(if sieve.lets(item)? { Some(item) } else { None })
}

#[cfg(test)]
mod tests;
