//! How long the heavy work takes on this machine. Left out of the tests: it takes long, and a busy disk changes it. `cargo xtask bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints what it found")]
#![cfg(unix)]

mod bundle;
mod mailbox;
mod pdf;
mod reading;
mod search;
mod timeline;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use recourse_tests::{note, program, sample};

const GIB: u64 = 1 << 30;
const VAULT: &str = "V.recourse";

fn recourse(home: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(program("recourse"));
    fs::write(home.join("passphrase.txt"), "otter lamp quiet seven\n").unwrap();
    command.args(words).env("RECOURSE_PASSPHRASE_FILE", home.join("passphrase.txt")).current_dir(home);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn timed(mut command: Command) -> Duration {
    let started = Instant::now();
    assert!(command.status().unwrap().success());
    started.elapsed()
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

/// Copying the same bytes and making them durable: what the disk itself costs.
fn copy_and_sync(from: &Path, to: &Path) -> Duration {
    let started = Instant::now();
    let (mut source, mut target) = (File::open(from).unwrap(), File::create(to).unwrap());
    let mut block = vec![0_u8; 1 << 20];
    loop {
        let read = source.read(&mut block).unwrap();
        if read == 0 {
            break;
        }
        target.write_all(&block[..read]).unwrap();
    }
    target.sync_all().unwrap();
    started.elapsed()
}

/// Resident memory of a process in KiB now (proc(5), `VmRSS`).
fn memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find(|line| line.starts_with("VmRSS:"))?.split_whitespace().nth(1)?.parse().ok()
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

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn attaching_one_gibibyte() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    noise(&home.join("large.bin"), GIB);
    timed(recourse(home, &["sample", VAULT]));
    let copy = copy_and_sync(&home.join("large.bin"), &home.join("copy.bin"));
    let unlock = timed(recourse(home, &["status", VAULT]));

    let started = Instant::now();
    let attach = recourse(home, &["add", VAULT, "large.bin"]).spawn().unwrap();
    // Unlocking takes memory on purpose, before the first byte is written; what counts is what attaching takes.
    let temporaries = home.join(VAULT).join("tmp");
    let peak = peak_memory(attach, move || fs::read_dir(&temporaries).is_ok_and(|mut files| files.next().is_some()));
    let alone = started.elapsed().saturating_sub(unlock);
    println!("copy and sync 1 GiB        {:.2} s", copy.as_secs_f64());
    println!("unlock                     {:.2} s", unlock.as_secs_f64());
    println!(
        "attach 1 GiB, after unlock {:.2} s = {:.2} x copy",
        alone.as_secs_f64(),
        alone.as_secs_f64() / copy.as_secs_f64()
    );
    println!("memory while attaching     {peak} KiB at most");
}

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn exporting_the_sample() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::create_dir(home.join("out")).unwrap();
    let made = timed(recourse(home, &["sample", VAULT]));
    let exported = timed(recourse(home, &["export", VAULT, "--out", "out"]));
    let letter = sample("complaint-reply.pdf");
    let numbered = timed(recourse(home, &["bundle", "--out", "b.pdf", letter.to_str().unwrap()]));
    println!("make the sample vault      {:.2} s", made.as_secs_f64());
    println!("export its bundle          {:.2} s", exported.as_secs_f64());
    println!("number a one-page PDF      {:.2} s", numbered.as_secs_f64());
}
