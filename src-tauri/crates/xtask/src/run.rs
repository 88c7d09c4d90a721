//! `cargo xtask run`: from a fresh machine to the open window.

use crate::house::House;
use crate::setup::{self, For};
use crate::shell::{self, Stop};
use crate::{journey, window};

/// Sets up, builds and opens the window; with no display does the main job without one.
pub fn run(house: &House) -> Result<(), Stop> {
    setup::setup(house, For::Running)?;
    window::pages(house)?;
    window::programs(house)?;
    if has_display() {
        println!("Opening Recourse");
        return shell::run(shell::command(&house.root, &house.program(window::WINDOW).to_string_lossy(), &[]));
    }
    println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.");
    println!("Recourse now does its main job on the sample documents without a window.");
    journey::travel(house)
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
