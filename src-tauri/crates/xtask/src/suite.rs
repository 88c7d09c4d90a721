//! `cargo xtask test`: every check and every test, in the order that finds the cheapest mistake first.

use std::process::Command;

use crate::apart::apart;
use crate::house::House;
use crate::say::Steps;
use crate::setup::{self, For};
use crate::shell::{self, Stop};
use crate::{check, window};

/// Runs everything; the last line printed is `xtask test: ok, …` or `xtask test: FAILED at …`.
pub fn run(house: &House) -> Result<(), Stop> {
    let mut steps = Steps::begin("test");
    steps.step("What the machine needs", || setup::setup(house, For::Testing))?;
    check::all(house, &mut steps)?;
    steps
        .step("Tests of the window's pages (npm test)", || shell::run(shell::command(&house.ui(), "npm", &["test"])))?;
    steps.step("Both programs (cargo build)", || window::programs(house))?;
    if shell::there("cargo", &["nextest", "--version"]) {
        let tests = shell::cargo(&house.root, &["nextest", "run", "--workspace", "--no-fail-fast"]);
        steps.step("Tests (cargo nextest)", || without_network(tests))?;
        // nextest does not run the examples in doc comments.
        steps.step("Examples in doc comments (cargo test --doc)", || {
            shell::run(shell::cargo(&house.root, &["test", "--workspace", "--doc", "--quiet"]))
        })?;
    } else {
        let tests = shell::cargo(&house.root, &["test", "--workspace", "--no-fail-fast"]);
        steps.step("Tests (cargo test)", || without_network(tests))?;
    }
    steps.end();
    Ok(())
}

/// Everything is built by now, so the tests, those of the window among them, do without a network; where that can be had, there is none.
fn without_network(tests: Command) -> Result<(), Stop> {
    match apart(&tests) {
        Some(inside) => shell::run(inside),
        None => {
            println!("This machine makes no name spaces: the tests run with the network there is.");
            shell::run(tests)
        }
    }
}
