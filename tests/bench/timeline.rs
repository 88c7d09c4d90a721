//! How long a timeline of 5,000 records takes, beside reading the same records.

use std::path::Path;
use std::process::Command;

use recourse_tests::{program, root};

/// The example of the organiser makes the vault and prints its figures itself.
#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn a_timeline_of_five_thousand_records() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let words = ["build", "--quiet", "--workspace", "--example", "timeline_speed"];
    assert!(Command::new(cargo).args(words).current_dir(root()).status().unwrap().success());
    let folder = tempfile::tempdir().unwrap();
    let built = program("recourse");
    let example = built.parent().unwrap_or(Path::new(".")).join("examples/timeline_speed");
    assert!(Command::new(example).arg(folder.path().join("V.recourse")).status().unwrap().success());
}
