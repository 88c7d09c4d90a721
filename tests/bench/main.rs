//! How long the heavy work takes on this machine. Left out of the tests: it takes long, and a busy disk changes it. `cargo xtask bench` runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints what it found and stops where it cannot go on"
)]
#![cfg(unix)]

mod attach;
mod bundle;
mod mailbox;
mod opening;
mod pdf;
mod reading;
mod search;
mod timeline;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
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
