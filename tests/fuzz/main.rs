//! `recourse-fuzz TARGET MINUTES FOLDER`: gives a target changed copies of good and bad files until the time is over. Whatever stops it is kept in the
//! folder. `cargo xtask fuzz` builds and runs it.
//!
//! What is tried next is led by what was answered: an input that brings an answer nobody gave before is changed further. No instrumentation is
//! needed for that, so it runs on the toolchain that builds Recourse, in the build that is there already.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement says why it stops by stopping, and is timed"
)]

mod change;
mod targets;

use std::collections::HashSet;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use change::Change;
use rustix::process::{Resource, Rlimit, setrlimit};
use targets::{Target, target};

/// What the reading process has (`recourse_intake::worker::Limits`), and what this program needs besides.
const MEMORY: u64 = 3 << 30;
const STACK: usize = 256 << 20;
/// Processor seconds that the reading process has for one file.
const SLOW: Duration = Duration::from_secs(20);
/// Inputs that are changed further at most.
const KEPT: usize = 4_000;
/// Longer inputs say nothing that shorter ones do not, and cost time.
const LONGEST: usize = 1 << 18;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [name, minutes, folder] = words.as_slice() else {
        eprintln!("recourse-fuzz TARGET MINUTES FOLDER");
        return ExitCode::from(2);
    };
    let (true, Ok(minutes)) = (targets::NAMES.contains(&name.as_str()), minutes.parse::<f64>()) else {
        eprintln!("targets: {}", targets::NAMES.join(", "));
        return ExitCode::from(2);
    };
    let _best_effort = setrlimit(Resource::As, Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) });
    panic::set_hook(Box::new(|_| {}));
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).unwrap();
    let time = Duration::from_secs_f64(minutes * 60.0);
    let name = name.clone();
    // The stack is that of the thread in which the reading process parses.
    let work = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || target(&name).is_some_and(|target| run(&name, target, time, &folder)))
        .unwrap();
    if work.join().unwrap() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs one target; whether nothing was found.
fn run(name: &str, mut target: Target, time: Duration, folder: &Path) -> bool {
    let mut inputs: Vec<Vec<u8>> = target.seeds.drain(..).filter(|seed| seed.len() <= LONGEST).collect();
    let (mut answers, mut change) = (HashSet::new(), Change::new(inputs.len() as u64));
    let (begun, mut tried, mut found, mut slowest) = (Instant::now(), 0_u64, 0, Duration::ZERO);
    let seeds = inputs.len();
    let current = folder.join(format!("{name}-current"));
    while begun.elapsed() < time {
        let index = usize::try_from(tried).unwrap_or(usize::MAX);
        // Every seed once as it is.
        let input = match inputs.get(index).filter(|_| index < seeds) {
            Some(seed) => seed.clone(),
            None => change.one_of(&inputs, LONGEST),
        };
        // Should the program be ended by it, this is what ended it.
        fs::write(&current, &input).unwrap();
        let started = Instant::now();
        let answer = panic::catch_unwind(AssertUnwindSafe(|| (target.try_it)(&input)));
        let took = started.elapsed();
        slowest = slowest.max(took);
        tried += 1;
        match answer {
            Ok(answer) if took < SLOW => {
                if answers.insert(answer) && inputs.len() < KEPT && index >= seeds {
                    inputs.push(input);
                }
            }
            other => {
                found += 1;
                let why = if other.is_err() { "panic" } else { "slow" };
                let kept = folder.join(format!("{name}-{why}-{tried}"));
                fs::write(&kept, &input).unwrap();
                println!("{name}: {why} after {:.1} s: {}", took.as_secs_f64(), kept.display());
            }
        }
    }
    let _ = fs::remove_file(&current);
    println!(
        "{name:<8} {:>6.1} min {tried:>9} inputs from {seeds} seeds, {} answers, slowest {:.1} s, {found} found",
        begun.elapsed().as_secs_f64() / 60.0,
        answers.len(),
        slowest.as_secs_f64()
    );
    found == 0
}
