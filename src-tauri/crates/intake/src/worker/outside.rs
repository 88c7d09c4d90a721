//! Other people's programs, started inside a fence of our own.
//!
//! The parent starts this program with [`WORKER_ARGUMENT`], [`OUTSIDE`], a path and arguments. The child lowers its limits and then becomes the program
//! at that path: no network, no file written, little memory and time, and it waits for everything else that wants the processor.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode};

use super::WORKER_ARGUMENT;

/// The second argument that asks for another program instead of a job.
const OUTSIDE: &str = "ocr";
/// Address space of the program in bytes.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;
/// Processor time of the program in seconds.
#[cfg(unix)]
const PROCESSOR: u64 = 120;

/// A command that runs `program` inside the fence; `exe` is a program of ours that can be a worker. Add its arguments as usual. Nothing of this process's
/// environment is handed on, except on Windows, where programs do not start without it; there and on other systems without a fence the program is
/// started as it is.
#[must_use]
pub fn outside(exe: &Path, program: &Path) -> Command {
    if cfg!(unix) {
        let mut command = Command::new(exe);
        command.arg(WORKER_ARGUMENT).arg(OUTSIDE).arg(program).env_clear();
        return command;
    }
    Command::new(program)
}

/// What `main` was asked to become, if it was: the program and its arguments.
pub(super) fn asked() -> Option<(OsString, Vec<OsString>)> {
    let mut words = std::env::args_os().skip(2);
    if words.next()? != OUTSIDE {
        return None;
    }
    Some((words.next()?, words.collect()))
}

/// Becomes the program; comes back only where that fails.
pub(super) fn become_program(program: &OsStr, arguments: &[OsString]) -> ExitCode {
    match exec(program, arguments) {
        Ok(code) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

#[cfg(unix)]
fn exec(program: &OsStr, arguments: &[OsString]) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;

    rustix::process::nice(5)?;
    super::fence::raise_for_program(MEMORY, PROCESSOR)?;
    Err(Command::new(program).args(arguments).exec())
}

#[cfg(not(unix))]
fn exec(program: &OsStr, arguments: &[OsString]) -> io::Result<ExitCode> {
    let status = Command::new(program).args(arguments).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
