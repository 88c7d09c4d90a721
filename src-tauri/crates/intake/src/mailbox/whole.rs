//! The job `mails`: everything that can be read in many mails, and the bytes of what hangs on them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::frames;
use crate::mail::{Opened, open_mail};
use crate::worker::{JobOutput, Output, WorkerError};
use crate::{Kind, MediaType, Problem, Reading, Sniffed, limits};

/// Processor seconds of one job after which attachments are no longer read in it; each then gets a worker of its own.
const READING_SECONDS: f64 = 6.0;
/// Larger attachments get a worker of their own.
const READING_BYTES: usize = 4 << 20;

/// One mail, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchMail {
    /// What is in it. The HTML body is left out: it is made from the mail again when somebody looks at it.
    pub reading: Reading,
    /// What hangs on it, pictures shown inside the body left out.
    pub parts: Vec<BatchPart>,
    /// Names of attachments that would not fit into the answer; they are still inside the mail.
    pub left_inside: Vec<String>,
}

/// An attachment.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchPart {
    /// Its name as the mail gives it.
    pub name: String,
    /// Its bytes, decoded.
    pub bytes: Vec<u8>,
    /// What is in it; none where it is better read by a worker of its own.
    pub reading: Option<Reading>,
}

#[derive(Serialize, Deserialize)]
struct SentMail {
    reading: Reading,
    parts: Vec<SentPart>,
    left_inside: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct SentPart {
    name: String,
    length: usize,
    reading: Option<Reading>,
}

/// The job `mails`: parameters `lengths` and `deep` (whether attachments are read too).
///
/// # Errors
/// Where the parameters do not fit the input.
pub fn mails(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let deep = params["deep"].as_bool().unwrap_or(true);
    let mut parts = Parts::default();
    // Decoding makes things smaller; what is far larger than its mail was made to be.
    let room = bytes.len().saturating_mul(2).saturating_add(1 << 20);
    let sent: Vec<SentMail> =
        frames::split(params, bytes)?.into_iter().map(|mail| take_apart(mail, deep, &mut parts, room)).collect();
    frames::answer(&sent, parts.all)
}

/// A reading of a mail that knows only that it is one.
pub(super) fn bare() -> Reading {
    Reading::bare(Sniffed { kind: Kind::Mail, media_type: MediaType::new("message/rfc822") })
}

/// The attachments of all mails of a job.
#[derive(Default)]
struct Parts {
    all: Vec<Vec<u8>>,
    bytes: usize,
}

fn take_apart(mail: &[u8], deep: bool, into: &mut Parts, room: usize) -> SentMail {
    let Opened { draft, parts } = match open_mail(mail) {
        Ok(opened) => opened,
        Err(problem) => {
            return SentMail { reading: bare().with_problem(problem), parts: Vec::new(), left_inside: Vec::new() };
        }
    };
    let mut sent = SentMail { reading: bare(), parts: Vec::new(), left_inside: Vec::new() };
    for (name, bytes) in parts {
        if into.bytes + bytes.len() > room {
            sent.left_inside.push(name);
            continue;
        }
        let here = deep && bytes.len() <= READING_BYTES && limits::processor_seconds() < READING_SECONDS;
        let reading = here.then(|| Reading { html: None, ..crate::read(&name, &bytes) });
        sent.parts.push(SentPart { name, length: bytes.len(), reading });
        into.bytes += bytes.len();
        into.all.push(bytes);
    }
    sent.reading.mail = Some(draft);
    sent
}

/// The mails of an answer.
pub(super) fn received(output: JobOutput) -> Result<Vec<BatchMail>, WorkerError> {
    let (sent, mut rest): (Vec<SentMail>, &[u8]) = frames::understood(&output)?;
    let mut mails = Vec::with_capacity(sent.len());
    for SentMail { mut reading, parts: sent, left_inside } in sent {
        // The words of the body go over once only.
        if let Some(words) = reading.mail.as_ref().map(|draft| draft.text.clone()) {
            reading.set_plain_text(&words);
        }
        let mut parts = Vec::with_capacity(sent.len());
        for SentPart { name, length, reading } in sent {
            let (part, after) = rest.split_at_checked(length).ok_or(WorkerError::Nonsense)?;
            rest = after;
            parts.push(BatchPart { name, bytes: part.to_vec(), reading });
        }
        mails.push(BatchMail { reading, parts, left_inside });
    }
    Ok(mails)
}
