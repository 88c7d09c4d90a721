//! Many mails in one job: one after another, with their lengths in the parameters.

use std::io::{self, Read};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::worker::{JobOutput, Output, WorkerError};
use crate::{Problem, ProblemCode};

/// The lengths of the mails, as the parameters carry them.
pub(super) fn lengths(mails: &[&[u8]]) -> Value {
    mails.iter().map(|mail| mail.len()).collect::<Vec<_>>().into()
}

/// The mails of a job's input.
pub(super) fn split<'a>(params: &Value, bytes: &'a [u8]) -> Result<Vec<&'a [u8]>, Problem> {
    let wrong = || Problem::new(ProblemCode::BadRequest, "The job needs the lengths of its mails.");
    let mut rest = bytes;
    let mut mails = Vec::new();
    for length in params["lengths"].as_array().ok_or_else(wrong)? {
        let length = length.as_u64().and_then(|n| usize::try_from(n).ok()).ok_or_else(wrong)?;
        let (mail, after) = rest.split_at_checked(length).ok_or_else(wrong)?;
        mails.push(mail);
        rest = after;
    }
    Ok(mails)
}

/// An answer whose structure goes before its bytes, as text that is only read once: a tree of values in between would cost more than reading the mails.
pub(super) fn answer(structure: &impl Serialize, bytes: Vec<Vec<u8>>) -> Result<Output, Problem> {
    let out = serde_json::to_vec(structure).map_err(|_| Problem::damaged("its contents cannot be written down"))?;
    Ok(Output { header: json!({ "structure": out.len() }), bytes: out, more: bytes })
}

/// The structure of such an answer, and the bytes after it.
pub(super) fn understood<T: DeserializeOwned>(output: &JobOutput) -> Result<(T, &[u8]), WorkerError> {
    let length = output.header["structure"].as_u64().and_then(|n| usize::try_from(n).ok());
    let parts = length.and_then(|length| output.bytes.split_at_checked(length));
    let (structure, bytes) = parts.ok_or(WorkerError::Nonsense)?;
    Ok((serde_json::from_slice(structure).map_err(|_| WorkerError::Nonsense)?, bytes))
}

/// Several mails as one stream.
pub(super) struct Joined<'a> {
    mails: std::slice::Iter<'a, &'a [u8]>,
    current: &'a [u8],
}

impl<'a> Joined<'a> {
    pub(super) fn new(mails: &'a [&'a [u8]]) -> Self {
        Self { mails: mails.iter(), current: &[] }
    }
}

impl Read for Joined<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.current.is_empty() {
            match self.mails.next() {
                Some(mail) => self.current = mail,
                None => return Ok(0),
            }
        }
        self.current.read(into)
    }
}
