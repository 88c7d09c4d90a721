//! Letters of the claimant's own: written from the record, changed by the person, kept as a draft, and put on record once they are sent.
//!
//! What a letter says is a fact on record or a box for the person to fill, `[like this]`; nothing is made up.

mod begun;
mod facts;
mod file;
mod gather;
mod send;
mod wording;

pub use begun::{Begun, begun, key_prefix, unanswered};
pub use facts::*;
pub use file::{Format, file, file_name};
pub use send::{Sending, Sent, Undo, sent, unsent};
pub use wording::{Words, boxes, write};

use recourse_domain::choices::{LetterOutKind, RequestKind};
use recourse_domain::records::Request;
use recourse_domain::{RecordId, StatedDate};
use serde::{Deserialize, Serialize};

use crate::records::Heading;
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// What letter is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The claim.
    pub claim: RecordId,
    /// What letter.
    pub kind: LetterOutKind,
    /// The letter to ask again about; for a chaser only.
    pub letter: Option<RecordId>,
    /// Whom it is to; none for whoever it is usually to.
    pub party: Option<RecordId>,
    /// The questions to ask; none for all open ones that are for whom it is to.
    pub questions: Option<Vec<RecordId>>,
}

/// A letter as the person changes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Form {
    /// Whom it is to, where they are on record.
    pub party: Option<RecordId>,
    /// The letter it asks again about.
    pub letter: Option<RecordId>,
    /// Who it is from: name, then ways to reach them, one a line.
    pub from: String,
    /// Who it is to: name, then address, one a line.
    pub to: String,
    /// The addresses a mail goes to.
    pub email: String,
    /// Subject line or heading.
    pub subject: String,
    /// The words, an empty line between two paragraphs.
    pub text: String,
    /// The questions it asks.
    pub questions: Vec<RecordId>,
}

/// A letter that was written from the record.
#[derive(Debug, Clone)]
pub struct Begin {
    /// The words.
    pub form: Form,
    /// The law it rests on, a line for the person; empty where there is none.
    pub law: String,
    /// What to know before it is sent, a sentence each.
    pub remarks: Vec<String>,
    /// What of their own data the person may add.
    pub tell: Vec<Tell>,
    /// The records its facts come from.
    pub used: Vec<Heading>,
}

/// Writes a letter from the record. Nothing is kept by this.
///
/// # Errors
/// A chaser without its letter, or what the records said.
pub fn begin(session: &Session<Unlocked>, order: &Order) -> Result<Begin> {
    let facts = gather::facts(session, order)?;
    let words = write(order.kind, &facts);
    let mut remarks = Vec::new();
    if facts.to.emails.is_empty() && facts.to.lines.is_empty() {
        remarks.push("No way to reach them is on record. Their website or privacy notice may name one.".to_owned());
    }
    remarks.extend(made_before(session, order, &facts)?);
    let used = words.uses.iter().map(|id| records::heading(session, *id)).collect::<Result<_>>()?;
    let name = if facts.me.name.is_empty() { "[Your name]" } else { &facts.me.name };
    let form = Form {
        party: facts.to.party,
        letter: order.letter,
        from: [name, &facts.me.reach].iter().filter(|line| !line.is_empty()).copied().collect::<Vec<_>>().join("\n"),
        to: std::iter::once(&facts.to.name).chain(&facts.to.lines).cloned().collect::<Vec<_>>().join("\n"),
        email: facts.to.emails.first().cloned().unwrap_or_default(),
        subject: words.subject,
        text: words.text,
        questions: facts.questions.iter().map(|question| question.record).collect(),
    };
    Ok(Begin { form, law: words.law, remarks, tell: facts.tell, used })
}

/// A request of the same kind to the same party that is on record.
fn made_before(session: &Session<Unlocked>, order: &Order, facts: &Facts) -> Result<Option<String>> {
    let Some(kind) = order.kind.request().filter(|kind| *kind != RequestKind::Questions) else {
        return Ok(None);
    };
    let all = records::list::<Request>(session, order.claim)?;
    let before = all.iter().find(|one| one.body.kind == kind && one.body.sent_to == facts.to.party);
    Ok(before.map(|one| {
        let when = dated(&one.body.sent);
        format!("A request of this kind to them is on record: {}{when}.", one.reference)
    }))
}

fn dated(date: &StatedDate) -> String {
    if date.is_undated() { String::new() } else { format!(", {}", date.in_words()) }
}
