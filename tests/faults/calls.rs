//! C2 and C4: killed at, or failed by, every call that changes a file. `strace` counts the calls on one file of one kind, so that threads do not
//! blur which call is met.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use recourse_tests::program;
use serde_json::Value;

use crate::Counts;
use crate::ground::{Answer, Ground, Subject, lines};
use crate::operations::{Done, ONE_FILE, Operation, PASSPHRASE};
use crate::tally::{Fault, Row, Trial, wrong};

/// Calls that change what lies on the disk.
const CHANGING: &str = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,ftruncate,fallocate,link,linkat";
/// Those of them that a failing disk fails.
const FAILING: [&str; 12] = [
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "ftruncate",
    "fallocate",
];

/// One call: its name, its file below the vault's folder, and which of its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Call {
    name: String,
    file: String,
    nth: usize,
}

/// C2.
pub fn killed_at_every_call(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let mut rows = Vec::new();
    for operation in met() {
        let mut row = Row::new("C2", format!("killed at every file call of: {}", operation.name));
        let Some(calls) = calls_of(ground, operation) else {
            row.remark("left out: strace cannot look here");
            return vec![row];
        };
        row.remark(format!("{} calls", calls.len()));
        for call in calls.iter().step_by(counts.every_call) {
            let subject = (operation.begins)(ground, 0);
            let (answer, log) = meet(&subject, operation, call, "signal=KILL");
            let trial = if log.contains("killed by SIGKILL") {
                holds(&subject, operation, &answer).map(|()| "killed there")
            } else {
                holds(&subject, operation, &answer).map(|()| "call not met again")
            };
            row.count(&format!("{call:?}"), trial);
        }
        rows.push(row);
    }
    rows
}

/// C4: each call fails once, and each from there on.
pub fn every_call_fails(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let mut rows = Vec::new();
    for operation in met() {
        let mut row = Row::new("C4", format!("every file call fails of: {}", operation.name));
        let Some(calls) = calls_of(ground, operation) else {
            row.remark("left out: strace cannot look here");
            return vec![row];
        };
        let calls: Vec<&Call> = calls.iter().filter(|call| FAILING.contains(&call.name.as_str())).collect();
        for (number, call) in calls.iter().enumerate().step_by(counts.every_call) {
            for (way, from_there_on) in [("", false), ("+", true)] {
                // In a sample, one way or the other.
                if counts.every_call > 1 && (number / counts.every_call).is_multiple_of(2) == from_there_on {
                    continue;
                }
                let subject = (operation.begins)(ground, 0);
                let (answer, log) = meet(&subject, operation, call, &format!("error=EIO{way}"));
                row.count(&format!("{call:?}{way}"), failed(&subject, operation, &answer, &log));
            }
        }
        rows.push(row);
    }
    rows
}

/// Attaching one file, and changing the passphrase.
fn met() -> [&'static Operation; 2] {
    [&ONE_FILE, &PASSPHRASE]
}

/// After a failed call: the vault is whole, what was acknowledged is there, and nothing was acknowledged after a sync that failed.
fn failed(subject: &Subject<'_>, operation: &Operation, answer: &Answer, log: &str) -> Trial {
    if !log.contains("(INJECTED)") {
        return holds(subject, operation, answer).map(|()| "call not met again");
    }
    if answer.err.contains("panicked") || answer.code.is_none() {
        return wrong(answer.both());
    }
    let spoken = log.lines().position(|line| line.contains("write(1<") && !line.contains("INJECTED"));
    let unsynced = log.lines().position(|line| line.contains("sync(") && line.contains("(INJECTED)"));
    if let (Some(spoken), Some(unsynced)) = (spoken, unsynced)
        && unsynced < spoken
        && answer.acknowledges()
    {
        return wrong(format!("acknowledged after a failed sync: {}", answer.both()));
    }
    holds(subject, operation, answer)?;
    match answer.code {
        Some(0) => Ok("done all the same"),
        _ if answer.refused_clearly() => Ok("said in a sentence"),
        _ => wrong(format!("not said clearly: {}", answer.both())),
    }
}

fn holds(subject: &Subject<'_>, operation: &Operation, answer: &Answer) -> Result<(), Fault> {
    let said: Vec<Value> = lines(&answer.out);
    let new_passphrase = subject.whole()?;
    (operation.holds)(subject, &Done { said: &said, new_passphrase })
}

/// The calls of an undisturbed run, in order; none where `strace` cannot look.
fn calls_of(ground: &Ground, operation: &Operation) -> Option<Vec<Call>> {
    let subject = (operation.begins)(ground, 0);
    let (answer, log) = traced(&subject, operation, &["-e", &format!("trace={CHANGING}")])?;
    assert_eq!(answer.code, Some(0), "{}", answer.both());
    let root = subject.path();
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in log.lines() {
        let Some((name, file)) = read(line, &root) else { continue };
        let nth = counts.entry((name.clone(), file.clone())).or_default();
        *nth += 1;
        calls.push(Call { name, file, nth: *nth });
    }
    assert!(calls.len() > 40, "the calls were not understood:\n{log}");
    Some(calls)
}

/// The name of a call and the file inside the vault that it is about.
fn read(line: &str, root: &Path) -> Option<(String, String)> {
    let (_, call) = line.split_once(' ')?;
    let (name, words) = call.trim_start().split_once('(')?;
    let path = match name {
        "write" | "pwrite64" | "fsync" | "fdatasync" | "ftruncate" | "fallocate" => {
            words.split_once('<')?.1.split_once('>')?.0
        }
        "openat" if !words.contains("O_CREAT") => return None,
        _ => words.split_once('"')?.1.split_once('"')?.0,
    };
    let inside = Path::new(path).strip_prefix(root).ok()?.to_str()?;
    Some((name.to_owned(), inside.to_owned()))
}

/// Runs the operation and does this at that call.
fn meet(subject: &Subject<'_>, operation: &Operation, call: &Call, what: &str) -> (Answer, String) {
    let (what, on) = what.strip_suffix('+').map_or((what, ""), |what| (what, "+"));
    // What is said is traced too, so that its place among the calls is known.
    let trace = format!("trace=write,{}", call.name);
    let inject = format!("inject={}:{what}:when={}{on}", call.name, call.nth);
    // The folder itself without a stroke after it, which `strace` would remark on.
    let path = if call.file.is_empty() { subject.path() } else { subject.path().join(&call.file) };
    let said = subject.beside("said");
    let words = ["-e", &trace, "-e", &inject, "-P", path.to_str().unwrap(), "-P", said.to_str().unwrap()];
    traced(subject, operation, &words).expect("strace looked a moment ago")
}

/// Runs the operation under `strace` with these words; its answer and what `strace` saw.
fn traced(subject: &Subject<'_>, operation: &Operation, words: &[&str]) -> Option<(Answer, String)> {
    let (log, said) = (subject.beside("calls"), subject.beside("said"));
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-y", "-s", "1", "-e", "signal=KILL", "-o"])
        .arg(&log)
        .args(words)
        .arg("--")
        .arg(program("recourse"));
    let vault = subject.path();
    subject.ground().live_here(&mut command, &vault);
    command.args(operation.on(subject).iter().map(|word| if word == "VAULT" { vault.to_str().unwrap() } else { word }));
    command.stdout(fs::File::create(&said).unwrap());
    let mut answer = Answer::of(command.output().ok()?);
    answer.out = fs::read_to_string(&said).unwrap();
    if answer.err.contains("ptrace") || answer.err.contains("PTRACE") {
        return None;
    }
    Some((answer, fs::read_to_string(&log).unwrap()))
}
