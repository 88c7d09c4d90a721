//! One program, run and watched: how long it took and the most memory it held.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a run took.
#[derive(Clone, Copy)]
pub struct Run {
    /// Seconds from start to end.
    pub seconds: f64,
    /// Seconds that processors worked on it: what a busy machine changes least.
    pub processor: f64,
    /// The most memory held, its children's included, in MiB.
    pub memory: f64,
}

/// Runs a program that prints nothing that matters; `None` where it is not there or fails.
pub fn run(mut command: Command) -> Option<Run> {
    let started = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let id = child.id();
    let watcher = thread::spawn(move || {
        let (mut most, mut worked) = (0, 0);
        // A process that has ended has no memory to tell of.
        while let Some(held) = held_at_most(id) {
            let children: u64 = children(id).into_iter().filter_map(held_at_most).sum();
            most = most.max(held + children);
            worked = worked.max(ticks(id).unwrap_or_default());
            thread::sleep(Duration::from_millis(3));
        }
        (most, worked)
    });
    let status = child.wait().ok()?;
    let seconds = started.elapsed().as_secs_f64();
    let (memory, worked) = watcher.join().ok()?;
    // A tick is a hundredth of a second wherever Linux runs (proc(5), USER_HZ).
    let (memory, processor) = (memory as f64 / 1024.0, worked as f64 / 100.0);
    status.success().then_some(Run { seconds, processor, memory })
}

/// The run in the middle by time, of `times` runs; fewer where one takes long.
pub fn middle(times: usize, command: impl Fn() -> Command) -> Option<Run> {
    const LONG: f64 = 8.0;
    let mut runs = vec![run(command())?];
    while runs.len() < times && runs[0].seconds < LONG {
        runs.push(run(command())?);
    }
    runs.sort_by(|one, two| one.seconds.total_cmp(&two.seconds));
    Some(runs[runs.len() / 2])
}

/// The most memory a process has held so far, in KiB (proc(5), `VmHWM`).
fn held_at_most(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok())
}

/// Ticks that a process and the children it has waited for have worked (proc(5), `stat`, fields 14 to 17).
fn ticks(process: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold anything; the state, field 3, follows it.
    let after = stat.rsplit(") ").next()?;
    Some(after.split(' ').skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum())
}

fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()).collect()
}

/// How busy the machine is, as the kernel says it: figures from a busy machine are worth less.
pub fn load() -> String {
    let all = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    all.split(' ').take(3).collect::<Vec<_>>().join(" ")
}
