//! That building the programs and building the tests choose the same features of every shared crate.
//!
//! Cargo compiles a crate once for each set of features asked of it. A development dependency that switches on one more feature of, say,
//! `syn` or `serde_json` makes everything above it a second build: twenty minutes on a small machine, gigabytes of disk, and nothing says so.

use crate::cargo::tree;

#[test]
fn tests_ask_no_more_of_a_shared_crate_than_the_programs_do() {
    let programs = tree(&["--workspace"], "normal,build");
    let with_tests = tree(&["--workspace"], "normal,build,dev");
    let twice: Vec<&String> = programs.difference(&with_tests).collect();
    assert!(twice.is_empty(), "compiled a second time for the tests, with more features: {twice:#?}");
}
