//! The short-lived process in which strangers' files are parsed.
//!
//! The parent starts the same program again with [`WORKER_ARGUMENT`], an environment without anything of this one, and three pipes. Down the
//! first goes one JSON line (job, parameters, limits) and then the file; up comes one JSON line and then the bytes of
//! the answer, both bounded. The child lowers its own limits before it reads a byte of the file; see [`fence`].
//! Whatever it does after that (panic, abort, loop, eat memory, talk nonsense) ends as a [`WorkerError`].

mod calls;
mod child;
mod error;
mod fence;
mod outside;
mod parent;
mod protocol;

use std::time::Duration;

pub use calls::Picture;
pub use child::{Handler, Handlers, Output, is_worker, serve};
pub use error::WorkerError;
pub use outside::outside;
pub use parent::{JobOutput, Worker, run_job};

/// The first argument that turns the program into a worker.
pub const WORKER_ARGUMENT: &str = "--recourse-worker";

/// How much one job may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Address space in bytes (`RLIMIT_AS`).
    pub memory: u64,
    /// Processor time in seconds (`RLIMIT_CPU`).
    pub cpu_seconds: u64,
    /// Time on the clock before the parent kills the worker.
    pub wall: Duration,
    /// Most bytes of input; a longer file is a problem "too large".
    pub input: u64,
    /// Most bytes of the JSON line that comes back.
    pub header: u64,
    /// Most bytes that follow it.
    pub output: u64,
}

impl Default for Limits {
    /// 1 GiB of memory, 20 s of processor, 60 s on the clock, 384 MiB in, 64 MiB of JSON and 256 MiB of bytes out.
    fn default() -> Self {
        Self {
            memory: 1 << 30,
            cpu_seconds: 20,
            wall: Duration::from_secs(60),
            input: 384 << 20,
            header: 64 << 20,
            output: 256 << 20,
        }
    }
}
