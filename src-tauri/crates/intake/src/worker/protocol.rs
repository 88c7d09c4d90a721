//! The two JSON lines of a job.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Problem;

/// Most bytes of the line that asks for a job.
pub(super) const REQUEST_BYTES: u64 = 1 << 20;

/// The line that goes down before the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub job: String,
    pub params: Value,
    pub memory: u64,
    pub cpu_seconds: u64,
    pub input: u64,
}

/// The line that comes up before the bytes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reply {
    /// The job was done; `bytes` bytes follow.
    Done { header: Value, bytes: u64 },
    /// The job could not be done, and why.
    Problem(Problem),
}
