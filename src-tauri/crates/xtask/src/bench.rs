//! `cargo xtask bench`: how long the heavy work takes, measured on this machine.

use crate::house::House;
use crate::setup::{self, For};
use crate::shell::{self, Stop};
use crate::window;

/// Builds what `test` builds and runs the measurements, which `test` leaves out because they take long and depend on the disk.
pub fn run(house: &House) -> Result<(), Stop> {
    setup::setup(house, For::Running)?;
    window::pages(house)?;
    window::programs(house)?;
    let words = ["test", "--workspace", "--test", "bench", "--", "--ignored", "--nocapture", "--test-threads", "1"];
    shell::run(shell::cargo(&house.root, &words))
}
