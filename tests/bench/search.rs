//! How long a search takes at every keystroke in a vault of 50,000 records and 200 MB of text.

use std::path::Path;
use std::process::Command;

use recourse_tests::{program, root};

/// The example of the store makes the records file, which takes minutes, and types. It prints its figures itself.
#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn searching_a_large_vault() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let words = ["build", "--quiet", "--workspace", "--example", "search_speed"];
    assert!(Command::new(cargo).args(words).current_dir(root()).status().unwrap().success());
    let folder = tempfile::tempdir().unwrap();
    let built = program("recourse");
    let example = built.parent().unwrap_or(Path::new(".")).join("examples/search_speed");
    assert!(Command::new(example).arg(folder.path()).status().unwrap().success());
}
