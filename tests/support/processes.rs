//! A program and everything it starts, watched while it runs (Linux: `/proc`).

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What was seen of a program.
pub struct Watched {
    /// Its answer.
    pub output: Output,
    /// Most memory that it and its children held at one time, in bytes.
    pub most_memory: u64,
    /// How many processes it started.
    pub children: usize,
    /// The children that were still there when it had ended.
    pub left_behind: Vec<u32>,
}

/// Runs a command to its end in a group of its own. Its own memory is what it holds at each look; of a short-lived child, the most it
/// ever held, since it may be gone before the next look.
///
/// # Panics
/// Where the program cannot be started.
pub fn watch(command: &mut Command) -> Watched {
    let child = command.process_group(0).spawn().expect("the program starts");
    let group = child.id();
    let ended = Arc::new(AtomicBool::new(false));
    let looker = {
        let ended = ended.clone();
        thread::spawn(move || look(group, &ended))
    };
    let output = child.wait_with_output().expect("the program ends");
    ended.store(true, Ordering::Relaxed);
    let (most_memory, children) = looker.join().expect("looking does not fail");
    let left_behind = members(group).into_iter().filter(|id| *id != group).collect();
    Watched { output, most_memory, children, left_behind }
}

fn look(group: u32, ended: &AtomicBool) -> (u64, usize) {
    let (mut most, mut seen) = (0, BTreeSet::new());
    while !ended.load(Ordering::Relaxed) {
        let now = members(group);
        let held = now.iter().map(|id| memory(*id, if *id == group { "VmRSS:" } else { "VmHWM:" })).sum();
        most = most.max(held);
        seen.extend(now);
        thread::sleep(Duration::from_millis(4));
    }
    (most, seen.len().saturating_sub(1))
}

/// The processes of a group that have not ended, by number.
fn members(group: u32) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for id in fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|e| e.file_name().to_str()?.parse().ok())
    {
        let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        // The name in brackets may hold anything; state, parent and group follow it.
        let mut fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
        let (state, own) = (fields.next(), fields.nth(1));
        if own == Some(group.to_string().as_str()) && state != Some("Z") {
            found.insert(id);
        }
    }
    found
}

fn memory(id: u32, line: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|found| found.strip_prefix(line)?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}
