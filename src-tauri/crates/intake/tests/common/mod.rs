//! What the integration tests share: the worker program and the corpus.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::path::PathBuf;

use recourse_intake::worker::Worker;

/// A worker in the test program that knows intake's jobs and some misbehaviour.
pub fn worker() -> Worker {
    Worker::new(env!("CARGO_BIN_EXE_recourse-intake-worker"))
}

/// The folder of documents that nobody here wrote, or `None` with a word on the terminal where it is absent.
pub fn corpus(part: &str) -> Option<PathBuf> {
    let root = std::env::var_os("RECOURSE_CORPUS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus"), PathBuf::from);
    let folder = root.join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no corpus at {} (set RECOURSE_CORPUS)", folder.display());
    None
}

/// The files of a folder in order.
pub fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus can be listed")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

/// Whether a program is there to be asked.
pub fn have(program: &str) -> bool {
    let there = std::process::Command::new(program)
        .arg("--version")
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok();
    if !there {
        eprintln!("skipped: {program} is not installed");
    }
    there
}
