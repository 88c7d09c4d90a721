//! `cargo xtask test`: every check and every test, in the order that finds the cheapest mistake first.

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
        steps.step("Tests (cargo nextest)", || {
            shell::run(shell::cargo(&house.root, &["nextest", "run", "--workspace", "--no-fail-fast"]))
        })?;
        // nextest does not run the examples in doc comments.
        steps.step("Examples in doc comments (cargo test --doc)", || {
            shell::run(shell::cargo(&house.root, &["test", "--workspace", "--doc", "--quiet"]))
        })?;
    } else {
        steps.step("Tests (cargo test)", || {
            shell::run(shell::cargo(&house.root, &["test", "--workspace", "--no-fail-fast"]))
        })?;
    }
    steps.end();
    Ok(())
}
