//! `cargo xtask fuzz`: bytes made by chance for everything that reads what strangers, or a failing disk, may have written.

use crate::house::House;
use crate::shell::{self, Stop};

/// What `tests/fuzz` knows.
const TARGETS: [&str; 4] = ["header", "objects", "import", "verify"];

/// Builds and runs the targets named, or all; a number is the minutes for each.
pub fn run(house: &House, words: &[&str]) -> Result<(), Stop> {
    let minutes = words.iter().find(|word| word.parse::<f64>().is_ok()).unwrap_or(&"1");
    let named: Vec<&str> = words.iter().copied().filter(|word| word.parse::<f64>().is_err()).collect();
    if let Some(stranger) = named.iter().find(|name| !TARGETS.contains(name)) {
        return Err(Stop::new(format!("`fuzz` does not know {stranger}; it knows {}", TARGETS.join(", "))));
    }
    // `--workspace` for the reason given in `window::programs`.
    shell::run(shell::cargo(&house.root, &["build", "--workspace", "--bin", "recourse-fuzz"]))?;
    let program = house.program("recourse-fuzz");
    let found = house.own("fuzz").to_string_lossy().into_owned();
    let wanted = if named.is_empty() { TARGETS.to_vec() } else { named };
    for target in wanted {
        shell::run(shell::command(&house.root, &program.to_string_lossy(), &[target, minutes, &found]))?;
    }
    Ok(())
}
