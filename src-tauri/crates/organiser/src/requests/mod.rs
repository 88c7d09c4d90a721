//! Requests: made by hand or from a letter, what happened to them, and where each stands today. The clock is worked out anew from the record
//! and the rules each time; it is kept nowhere.

mod begin;
mod save;
mod span;
mod stand;

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, Question, Request};
use recourse_domain::rules::Clock;

pub use begin::from_letter;
pub use save::{save, save_event};
pub use span::{in_words, stated};
pub use stand::{Standing, clocks};

use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// A request with where it stands.
#[derive(Debug)]
pub struct Opened {
    /// The request.
    pub entry: Entry<Request>,
    /// Where it stands today.
    pub clock: Clock,
}

/// The requests of a claim with their clocks, by the day they were sent, those not dated last.
///
/// # Errors
/// What the records said.
pub fn list(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Opened>> {
    let requests = records::list::<Request>(session, claim)?;
    let standing = Standing::of(session, claim)?;
    let clocks = clocks(&requests, &standing);
    Ok(requests.into_iter().zip(clocks).map(|(entry, clock)| Opened { entry, clock }).collect())
}

/// One request with its clock.
///
/// # Errors
/// Where there is none with this id.
pub fn get(session: &Session<Unlocked>, id: RecordId) -> Result<Opened> {
    let entry = records::get::<Request>(session, id)?;
    let standing = match entry.claim {
        Some(claim) => Standing::of(session, claim)?,
        None => Standing::bare(session.today()),
    };
    let clock = standing.clock(&entry.body);
    Ok(Opened { entry, clock })
}

/// The questions that were asked in the letter of a request, in the order of their entry.
pub fn questions_of<'q>(request: &Request, questions: &'q [Entry<Question>]) -> Vec<&'q Entry<Question>> {
    let mut asked: Vec<&Entry<Question>> = match request.letter {
        Some(letter) => questions.iter().filter(|question| question.body.asked_in == Some(letter)).collect(),
        None => Vec::new(),
    };
    asked.sort_by_key(|question| question.reference.number);
    asked
}
