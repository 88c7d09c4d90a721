//! The hidden worker mode that every program of Recourse carries: strangers' files are only parsed there.

use std::process::ExitCode;

use recourse_intake::worker::Handlers;
pub use recourse_intake::worker::{Limits, Worker, is_worker};

use crate::bundles;

/// Does the one job that waits on standard input. A program's `main` calls this first, where [`is_worker`] says so.
pub fn serve() -> ExitCode {
    recourse_intake::worker::serve(&bundles::with_jobs(Handlers::intake()))
}
