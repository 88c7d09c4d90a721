//! Starting other programs, and saying in one plain sentence why one did not do its work.

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Why the work stopped, as one sentence for the person at the terminal.
#[derive(Debug)]
pub struct Stop(String);

impl Stop {
    /// Makes the reason from a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A command that works in `folder`.
pub fn command(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command
}

/// The Cargo that runs this program, working in `folder`.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(folder, &program, arguments)
}

/// Runs a command with its output on the terminal; anything but success stops the work.
pub fn run(mut command: Command) -> Result<(), Stop> {
    let shown = shown(&command);
    let status = command.status().map_err(|e| Stop::new(format!("`{shown}` could not be started: {e}")))?;
    if status.success() {
        return Ok(());
    }
    Err(Stop::new(match status.code() {
        Some(code) => format!("`{shown}` ended with exit code {code}; what it printed above says why"),
        None => format!("`{shown}` was ended by a signal"),
    }))
}

/// Runs a command and returns what it printed; its errors go to the terminal.
pub fn answer(mut command: Command) -> Result<String, Stop> {
    let shown = shown(&command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| Stop::new(format!("`{shown}` could not be started: {e}")))?;
    if !output.status.success() {
        return Err(Stop::new(format!("`{shown}` failed")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program answers when asked for its version.
pub fn there(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_named_with_its_exit_code() {
        let stop = run(command(Path::new("."), "sh", &["-c", "exit 7"])).expect_err("it failed");
        assert_eq!(stop.to_string(), "`sh -c exit 7` ended with exit code 7; what it printed above says why");
    }

    #[test]
    fn a_program_that_is_not_there_is_not_there() {
        assert!(there("sh", &["-c", "true"]));
        assert!(!there("recourse-no-such-program", &["--version"]));
    }
}
