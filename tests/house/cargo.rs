//! What Cargo says about the workspace.

use std::collections::BTreeSet;
use std::process::Command;

use recourse_tests::root;

/// What a Cargo command prints; it must not need the network.
pub fn cargo(words: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(words).arg("--offline").current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every crate that goes into what is named (`--workspace` or `--package NAME`) on this machine, along these edges, as
/// `name version [features]`.
///
/// `cargo tree` and not `cargo metadata`: the latter also lists what only other systems or unused features would bring.
pub fn tree(of: &[&str], edges: &str) -> BTreeSet<String> {
    let form = ["tree", "--prefix", "none", "--format", "{p} [{f}]", "--edges", edges];
    let text = cargo(&[&form, of].concat());
    let lines = text.lines().map(|line| line.trim_end_matches(" (*)").to_owned());
    let tree: BTreeSet<String> = lines.filter(|line| !line.is_empty()).collect();
    assert!(tree.len() > 50, "the tree was not read: {text}");
    tree
}
