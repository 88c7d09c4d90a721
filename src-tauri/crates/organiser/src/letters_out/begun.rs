//! Letters that were begun and not sent yet, and letters that have no answer.

use chrono::{DateTime, Utc};
use recourse_domain::RecordId;
use recourse_domain::choices::{CameBack, Channel, Direction, LetterOutKind};
use recourse_domain::records::{Correspondence, Entry};
use serde::Deserialize;

use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// A letter that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The name its words are kept under.
    pub key: String,
    /// What letter.
    pub kind: LetterOutKind,
    /// Its heading.
    pub subject: String,
    /// When its words were last kept.
    pub at: DateTime<Utc>,
}

#[derive(Deserialize)]
struct Kept {
    kind: LetterOutKind,
    #[serde(default)]
    subject: String,
}

/// What the names of a claim's begun letters begin with.
pub fn key_prefix(claim: RecordId) -> String {
    format!("letter-out:{claim}:")
}

/// The letters of a claim that were begun, the latest first.
///
/// # Errors
/// What the records said.
pub fn begun(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Begun>> {
    let prefix = key_prefix(claim);
    let all = session.read(|records| Ok(records.drafts()?))?;
    let mut begun: Vec<Begun> = all
        .into_iter()
        .filter(|draft| draft.key.starts_with(&prefix))
        .filter_map(|draft| {
            // Words of another shape belong to another version of the window; they are left alone.
            let kept: Kept = serde_json::from_str(&draft.body).ok()?;
            Some(Begun { key: draft.key, kind: kept.kind, subject: kept.subject, at: draft.at })
        })
        .collect();
    begun.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.key.cmp(&other.key)));
    Ok(begun)
}

/// What the claimant wrote and no letter on record answers, the latest first. What a machine sent back at once is no answer; a call waits for none.
///
/// # Errors
/// What the records said.
pub fn unanswered(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Entry<Correspondence>>> {
    let all = records::list::<Correspondence>(session, claim)?;
    let is_answered = |letter: &Entry<Correspondence>| {
        all.iter().filter(|other| other.body.direction == Direction::Received).any(|other| {
            let follows = letter.body.message_id.is_some()
                && other.body.in_reply_to == letter.body.message_id
                && letter.body.came_back != CameBack::AutoReply;
            other.body.answers == Some(letter.id) || follows
        })
    };
    let is_written = |letter: &Entry<Correspondence>| {
        letter.body.direction == Direction::Sent && !matches!(letter.body.channel, Channel::Call | Channel::InPerson)
    };
    let open = all.iter().filter(|letter| is_written(letter) && !is_answered(letter));
    Ok(open.rev().cloned().collect())
}
