//! One large file into the vault, beside each of its stages alone: copying it and making it durable, hashing it, sealing it.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::{GIB, VAULT, copy_and_sync, memory, note, recourse, timed};

/// How much longer than the slowest of its stages attaching may take, and the memory it may hold.
const RATIO: f64 = 1.25;
const MEMORY_KIB: u64 = 64 * 1024;
/// How often each is measured; the quickest counts, since a busy machine only ever adds.
const TIMES: usize = 3;

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn attach() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let large = home.join("large.bin");
    noise(&large, GIB);
    let recipient = recipient();
    let (mut copy, mut hash, mut seal) = (Duration::MAX, Duration::MAX, Duration::MAX);
    let (mut alone, mut peak) = (Duration::MAX, 0);
    for number in 0..TIMES {
        copy = copy.min(copy_and_sync(&large, &home.join("copy.bin")));
        fs::remove_file(home.join("copy.bin")).unwrap();
        hash = hash.min(timed(quiet("sha256sum", &[&large.to_string_lossy()])));
        seal = seal.min(timed(quiet("age", &["-r", &recipient, "-o", "/dev/null", &large.to_string_lossy()])));
        let vault = format!("{number}{VAULT}");
        timed(recourse(home, &["sample", &vault]));
        let unlock = timed(recourse(home, &["status", &vault]));
        let started = Instant::now();
        let attach = recourse(home, &["add", &vault, "large.bin"]).spawn().unwrap();
        // Unlocking takes memory on purpose, before the first byte is written; what counts is what attaching takes.
        let temporaries = home.join(&vault).join("tmp");
        peak = peak
            .max(peak_memory(attach, move || fs::read_dir(&temporaries).is_ok_and(|mut files| files.next().is_some())));
        alone = alone.min(started.elapsed().saturating_sub(unlock));
        fs::remove_dir_all(home.join(&vault)).unwrap();
    }
    let slowest = copy.max(hash).max(seal);
    let ratio = alone.as_secs_f64() / slowest.as_secs_f64();
    for (what, time) in
        [("copy and sync", copy), ("sha256sum", hash), ("age, to nowhere", seal), ("attach, after unlock", alone)]
    {
        println!("{what:<22} 1 GiB {:>6.2} s", time.as_secs_f64());
    }
    println!("attach = {ratio:.2} x the slowest stage; memory while attaching {peak} KiB at most");
    let seconds = |time: Duration| time.as_secs_f64();
    note(
        "attach",
        &serde_json::json!({
            "copy_s": seconds(copy), "sha256_s": seconds(hash), "age_s": seconds(seal), "attach_s": seconds(alone),
            "ratio": ratio, "memory_kib": peak,
        }),
    );
    assert!(ratio <= RATIO, "{ratio:.2}");
    assert!(peak <= MEMORY_KIB, "{peak} KiB");
}

/// A key pair of the ordinary program; only its public half is used.
fn recipient() -> String {
    let made = Command::new("age-keygen").output().expect("age is installed (`cargo xtask test` installs it)");
    let text = String::from_utf8_lossy(&made.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("# public key: ")).expect("a key has a public half").to_owned()
}

fn quiet(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A file of `length` bytes that no file system can fold up.
fn noise(path: &Path, length: u64) {
    let mut file = File::create(path).unwrap();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut block = vec![0_u8; 1 << 20];
    for _ in 0..length / block.len() as u64 {
        for chunk in block.chunks_exact_mut(8) {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            chunk.copy_from_slice(&(state ^ (state >> 29)).to_le_bytes());
        }
        file.write_all(&block).unwrap();
    }
    file.sync_all().unwrap();
}

/// The most memory a process holds while `busy` says yes, asked every few milliseconds until it ends.
fn peak_memory(mut process: Child, busy: impl Fn() -> bool + Send + 'static) -> u64 {
    let (id, ended) = (process.id(), Arc::new(AtomicBool::new(false)));
    let watched = Arc::clone(&ended);
    let watcher = thread::spawn(move || {
        let mut peak = 0;
        while !watched.load(Ordering::Relaxed) {
            if busy() {
                peak = peak.max(memory(id).unwrap_or_default());
            }
            thread::sleep(Duration::from_millis(5));
        }
        peak
    });
    let status = process.wait().unwrap();
    ended.store(true, Ordering::Relaxed);
    assert!(status.success(), "{status}");
    watcher.join().unwrap()
}
