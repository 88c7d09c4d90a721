//! `cargo xtask bindings`: the TypeScript types of the window, made from the Rust contract.

use crate::house::House;
use crate::shell::{self, Stop};

/// Writes the types anew.
pub fn write(house: &House) -> Result<(), Stop> {
    let mut command = contract(house);
    command.env("UPDATE_BINDINGS", "1");
    shell::run(command)
}

/// Only says whether the written types are those of the contract.
pub fn check(house: &House) -> Result<(), Stop> {
    shell::run(contract(house)).map_err(|stop| {
        Stop::new(format!("{stop}. If the types are out of date, `cargo xtask bindings` writes them anew"))
    })
}

/// The contract's own test, which writes the file when it is told to. `--workspace` for the reason given in `window::programs`.
fn contract(house: &House) -> std::process::Command {
    shell::cargo(&house.root, &["test", "--quiet", "--workspace", "--test", "bindings"])
}
