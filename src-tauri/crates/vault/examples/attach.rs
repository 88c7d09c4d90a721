//! Attaches one file to a throw-away vault and says how long it took and how much memory it needed.
//!
//! `cargo run --example attach -- FILE FOLDER` makes the vault in a new folder under FOLDER.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measuring tool")]

use std::env::args;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use recourse_vault::{Facts, KdfParams, NewVault, OsChance, forbid_core_dumps};

fn main() {
    let [_, file, folder] = args().collect::<Vec<_>>().try_into().expect("attach FILE FOLDER");
    forbid_core_dumps().unwrap();
    let words = "seven grey herons".into();
    let kdf = KdfParams::weak_for_tests();
    let new = NewVault { folder: &Path::new(&folder).join("measured"), passphrase: &words, kdf, created: "" };
    let (vault, _sheet) = new.make(&mut OsChance).unwrap();
    let facts = Facts { name: "measured".into(), media_type: "application/octet-stream".into(), kept_at: "".into() };

    let start = Instant::now();
    let (mut last, mut longest) = (start, Duration::ZERO);
    let mut progress = |_| {
        longest = longest.max(last.elapsed());
        last = Instant::now();
    };
    let kept = vault.attach(Path::new(&file), &facts, &mut progress, &AtomicBool::new(false)).unwrap();
    let took = start.elapsed();

    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown");
    println!("{} bytes, {:.2} s, longest pause {:.2} s, {peak}", kept.size, took.as_secs_f64(), longest.as_secs_f64());
}
