//! The Library of Congress's own bag validator, for the test that it agrees with ours.

use std::path::Path;

use crate::house::House;
use crate::shell::{self, Stop};

/// Puts `bagit` in a Python environment of its own under the build folder. Without it the one test that needs it says so and is
/// left out, because a machine that cannot reach PyPI can still test everything else.
pub fn validator(house: &House) -> Result<(), Stop> {
    let folder = house.own("python");
    let bagit = folder.join("bin/bagit.py");
    if bagit.is_file() {
        return Ok(());
    }
    println!("Installing the bag validator `bagit` from PyPI into {}", folder.display());
    if let Err(stop) = install(&folder) {
        println!("The bag validator is not there, so its test will be left out: {stop}");
    }
    Ok(())
}

fn install(folder: &Path) -> Result<(), Stop> {
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent).map_err(|e| Stop::new(format!("{} cannot be made: {e}", parent.display())))?;
    }
    let place = folder.to_string_lossy();
    shell::run(shell::command(Path::new("/"), "python3", &["-m", "venv", &place]))?;
    let pip = folder.join("bin/pip");
    let words = ["install", "--quiet", "--disable-pip-version-check", "bagit==1.9.0"];
    shell::run(shell::command(Path::new("/"), &pip.to_string_lossy(), &words))
}
