//! The job `mail_heads`: what a list of mails shows, and whether given words are in them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::frames;
use crate::mail::{MailAddress, head_of, read_mail};
use crate::worker::Output;
use crate::{MailDraft, Problem, limits};

/// Most bytes kept of a line of a head.
const LINE_BYTES: usize = 400;

/// One mail in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailHead {
    /// The sender as it shows: `Name <address>`.
    pub from: String,
    /// The sender's address alone, in small letters.
    pub address: String,
    /// Everybody in To and Cc, as they show.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// The day on which it was sent, by the zone that the mail itself states.
    pub day: Option<NaiveDate>,
    /// The instant, in seconds since 1970-01-01 UTC.
    pub at: Option<i64>,
    /// Whether the words that were asked for are in its subject or body; true where none were.
    pub matches: bool,
    /// Why it could not be read.
    pub problem: Option<String>,
}

/// The job `mail_heads`: parameters `lengths` and `words` (in small letters, all must be there).
///
/// # Errors
/// Where the parameters do not fit the input.
pub fn mail_heads(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let words: Vec<&str> = params["words"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let heads: Vec<MailHead> = frames::split(params, bytes)?.into_iter().map(|mail| head(mail, &words)).collect();
    frames::answer(&heads, Vec::new())
}

fn head(bytes: &[u8], words: &[&str]) -> MailHead {
    let draft = if words.is_empty() { head_of(bytes) } else { read_mail(bytes, false) };
    match draft {
        Ok(draft) => shown(&draft, words),
        Err(problem) => MailHead { problem: Some(problem.sentence), ..MailHead::default() },
    }
}

fn shown(draft: &MailDraft, words: &[&str]) -> MailHead {
    let cut = |text: &str| limits::cut(text, LINE_BYTES).0.to_owned();
    let sent = draft.sent.as_ref().and_then(|sent| sent.parsed);
    let subject = draft.subject.clone().unwrap_or_default();
    let matches = words.is_empty() || {
        let all = format!("{subject}\n{}", draft.text).to_lowercase();
        words.iter().all(|word| all.contains(word))
    };
    let everybody: Vec<String> = draft.to.iter().chain(&draft.cc).take(20).map(person).collect();
    MailHead {
        from: cut(&draft.from.as_ref().map(person).unwrap_or_default()),
        address: cut(&draft.from.as_ref().and_then(|from| from.address.as_deref()).unwrap_or_default().to_lowercase()),
        to: cut(&everybody.join(", ")),
        subject: cut(&subject),
        day: sent.map(|at| at.date_naive()),
        at: sent.map(|at| at.timestamp()),
        matches,
        problem: None,
    }
}

fn person(who: &MailAddress) -> String {
    match (&who.name, &who.address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}
