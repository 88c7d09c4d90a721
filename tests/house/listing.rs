//! What lies at the top of the repository.

use std::collections::BTreeSet;
use std::process::Command;

use recourse_tests::root;

const ALLOWED: &[&str] = &[
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".config",
    ".deny.toml",
    ".gitignore",
    ".rustfmt.toml",
    "ARCHITECTURE.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "src-tauri",
    "tests",
    "ui",
];

/// Kept by each machine for itself, never part of the repository.
const OWN: &[&str] = &[".git", "target"];

/// What git keeps; in a copy without git, what lies there.
fn entries() -> BTreeSet<String> {
    let git = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    match git {
        Ok(output) if output.status.success() && !output.stdout.is_empty() => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            text.lines().filter_map(|line| line.split('/').next()).map(str::to_owned).collect()
        }
        _ => std::fs::read_dir(root())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| !OWN.contains(&name.as_str()))
            .collect(),
    }
}

#[test]
fn the_top_of_the_repository_holds_what_architecture_md_draws() {
    let found = entries();
    let allowed: BTreeSet<String> = ALLOWED.iter().map(|name| (*name).to_owned()).collect();
    let strange: Vec<_> = found.difference(&allowed).collect();
    assert!(strange.is_empty(), "draw it in ARCHITECTURE.md and list it here, or put it where it belongs: {strange:?}");
    let missing: Vec<_> = allowed.difference(&found).collect();
    assert!(missing.is_empty(), "{missing:?} is no longer there");
}
