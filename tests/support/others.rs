//! Programs of others, as `cargo xtask test` puts them in place.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::{path_of, scratch};

/// A program of the Python environment with packages from PyPI; none, with a word, where they could not be installed.
pub fn of_python(name: &str) -> Option<PathBuf> {
    let program = scratch("xtask").join("python/bin").join(name);
    if program.is_file() {
        return Some(program);
    }
    println!("left out: {} is not there", program.display());
    None
}

/// What a script of `tests/support` prints as JSON.
///
/// # Panics
/// Where it fails.
pub fn script(name: &str, words: &[&str]) -> Option<Value> {
    let script = path_of("tests/support").join(name);
    let mut command = if name.ends_with(".py") { Command::new(of_python("python")?) } else { node()? };
    let output = command.arg(&script).args(words).output().expect("the script's language is there");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {words:?}\n{said}");
    Some(serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{name} did not print JSON ({e})\n{said}")))
}

/// A Node that pdf.js can be loaded by.
fn node() -> Option<Command> {
    let said = Command::new("node").arg("--version").output().ok();
    let version = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let first = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    if first.is_some_and(|first| first >= 20) {
        return Some(Command::new("node"));
    }
    println!("left out: this needs Node 20 or newer");
    None
}
