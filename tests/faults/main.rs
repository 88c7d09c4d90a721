//! What the vault must survive: C1 to C11, a row each. The tests here try a sample; `cargo xtask bench faults` tries as many as each row asks for
//! (`--count small` for a tenth of that) and prints the table.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says why it stops by stopping"
)]

mod calls;
mod chance;
mod company;
mod copies;
mod flips;
mod ground;
mod kills;
mod meddling;
mod old;
mod operations;
mod permission;
mod small_disk;
mod source;
mod tally;

use std::panic;

use ground::Ground;
use tally::{Row, table};

/// How many to try of each.
#[derive(Clone, Copy)]
pub struct Counts {
    /// Kills at a random moment.
    kills: usize,
    /// Of so many calls one is met: 1 is every call.
    every_call: usize,
    /// Points at which the disk is full.
    full_disk: usize,
    /// Bits turned over.
    flips: usize,
    /// Two programs at once, and locks left behind.
    company: usize,
    /// Of each kind of missing permission, and copies of an open vault.
    permission: usize,
    /// Sources that change while they are read.
    sources: usize,
    /// Copies that a syncing program left.
    copies: usize,
}

/// As many as each row asks for.
const FULL: Counts = Counts {
    kills: 1_000,
    every_call: 1,
    full_disk: 250,
    flips: 10_000,
    company: 200,
    permission: 50,
    sources: 200,
    copies: 20,
};
/// About a tenth.
const SMALL: Counts = Counts {
    kills: 100,
    every_call: 10,
    full_disk: 28,
    flips: 1_000,
    company: 20,
    permission: 5,
    sources: 20,
    copies: 20,
};
/// What every run of the tests tries.
const SAMPLE: Counts =
    Counts { kills: 100, every_call: 16, full_disk: 14, flips: 80, company: 6, permission: 2, sources: 6, copies: 8 };

/// A row of the table in words of the code: its work.
type Work = fn(&Ground, &Counts) -> Vec<Row>;

const ROWS: [Work; 10] = [
    kills::killed_at_any_moment,
    calls::killed_at_every_call,
    small_disk::full_at_every_step,
    calls::every_call_fails,
    flips::turned_over,
    meddling::meddled_with,
    company::in_company,
    permission::without_permission,
    source::changing_sources,
    copies::conflict_copies,
];

fn sample(work: Work) {
    let ground = Ground::new();
    let rows = work(&ground, &SAMPLE);
    println!("{}", table(&rows));
    for row in rows {
        row.stands();
    }
}

#[test]
fn a_vault_of_every_earlier_version_opens_and_goes_on() {
    old::opens_and_goes_on(&Ground::new());
}

#[test]
fn c1_killed_at_any_moment() {
    sample(kills::killed_at_any_moment);
}

#[test]
fn c2_killed_at_every_call() {
    sample(calls::killed_at_every_call);
}

#[test]
fn c3_the_disk_is_full() {
    sample(small_disk::full_at_every_step);
}

#[test]
fn c4_the_disk_fails() {
    sample(calls::every_call_fails);
}

#[test]
fn c5_bits_turned_over() {
    sample(flips::turned_over);
}

#[test]
fn c6_meddled_with() {
    sample(meddling::meddled_with);
}

#[test]
fn c7_two_at_once() {
    sample(company::in_company);
}

#[test]
fn c8_without_permission() {
    sample(permission::without_permission);
}

#[test]
fn c10_the_source_changes() {
    sample(source::changing_sources);
}

#[test]
fn c11_copies_of_a_syncing_program() {
    sample(copies::conflict_copies);
}

/// The whole table. A row that stops does not stop the others.
#[test]
#[ignore = "a measurement; cargo xtask bench faults"]
fn faults() {
    let asked = std::env::var("RECOURSE_FAULTS").unwrap_or_default();
    let counts = if asked == "full" { FULL } else { SMALL };
    let only = std::env::var("RECOURSE_FAULTS_ONLY").unwrap_or_default();
    let ground = Ground::new();
    let mut rows = Vec::new();
    for (number, work) in ROWS.into_iter().enumerate() {
        if !only.is_empty() && !only.split(',').any(|wanted| wanted == (number + 1).to_string()) {
            continue;
        }
        let done = panic::catch_unwind(|| work(&ground, &counts));
        let done = done.unwrap_or_else(|_| vec![Row::stopped(number + 1)]);
        println!("{}", table(&done));
        rows.extend(done);
    }
    println!("\n{}", table(&rows));
    recourse_tests::note("faults", &serde_json::Value::Array(rows.iter().map(Row::figures).collect()));
    for row in rows {
        row.stands();
    }
}
