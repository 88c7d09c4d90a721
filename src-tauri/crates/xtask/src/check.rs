//! `cargo xtask check`: what can be said without running anything.

use crate::house::House;
use crate::say::Steps;
use crate::setup::{self, For};
use crate::shell::{self, Stop};
use crate::window;

/// The checks alone.
pub fn run(house: &House) -> Result<(), Stop> {
    let mut steps = Steps::begin("check");
    steps.step("What the machine needs", || setup::setup(house, For::Running))?;
    all(house, &mut steps)?;
    steps.end();
    Ok(())
}

/// The checks as steps of a longer series.
pub fn all(house: &House, steps: &mut Steps) -> Result<(), Stop> {
    let cargo = |words: &[&str]| shell::run(shell::cargo(&house.root, words));
    steps.step("Form of the Rust sources (cargo fmt)", || cargo(&["fmt", "--all", "--check"]))?;
    steps.step("Types, lints and form of the window's pages (npm run check)", || {
        shell::run(shell::command(&house.ui(), "npm", &["run", "check"]))
    })?;
    steps.step("The window's pages (npm run build)", || {
        if !window::pages(house)? {
            println!("The pages are already built from these sources.");
        }
        Ok(())
    })?;
    // The window's program takes the built pages in when it is compiled, so they come before this step.
    steps.step("Lints of the Rust sources (cargo clippy)", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])
    })?;
    let name = "Licences and sources of dependencies (cargo deny)";
    if shell::there("cargo", &["deny", "--version"]) {
        steps.step(name, || cargo(&["deny", "--workspace", "check", "bans", "licenses", "sources"]))
    } else {
        steps.leave_out(name, "cargo-deny is not installed here; `cargo install cargo-deny` puts it on");
        Ok(())
    }
}
