//! Asking a Python library that nobody here wrote. `cargo xtask test` installs the pinned packages beside the build.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a script of `peers` that needs a package prints; none, with a word on the terminal, where the package could not be installed.
pub fn ask(script: &str, package: &str, arguments: &[&str], stdin: &[u8]) -> Option<Value> {
    // A test program lies in TARGET/debug/deps.
    let here = std::env::current_exe().unwrap();
    let folder = here.ancestors().nth(3).unwrap().join("xtask/python");
    let installed = fs::read_to_string(folder.join("installed.txt")).unwrap_or_default();
    if !installed.lines().any(|line| line.starts_with(&format!("{package}=="))) {
        eprintln!("left out: {package} is not in {}", folder.display());
        return None;
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/rules/peers").join(script);
    let mut child = Command::new(folder.join("bin/python"))
        .arg("-B")
        .arg(script)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}
