//! The programs side by side: ours, and others that join the same files.

use std::path::{Path, PathBuf};
use std::process::Command;

use recourse_tests::{path_of, program, scratch};

use super::inputs::Inputs;

/// The PDF alone, as a person makes it at a terminal.
pub fn ours(inputs: &Inputs, out: &Path) -> Command {
    let mut command = Command::new(program("recourse"));
    command.args(["bundle", "--date", "2026-11-21", "--out"]).arg(out.join("ours.pdf")).args(&inputs.files);
    command
}

/// The whole export: PDF with cover, index and list of evidence, and the ZIP around it. Built by `build_export`.
pub fn export(inputs: &Inputs, out: &Path) -> Command {
    let built = program("recourse");
    let mut command = Command::new(built.parent().unwrap_or(Path::new(".")).join("examples/export"));
    command.arg(out).args(&inputs.files);
    command
}

/// Builds the example that makes a whole export without a vault.
pub fn build_export() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // With the programs, so that the crates below are those the programs were built with.
    let words = ["build", "--quiet", "--workspace", "--bins", "--example", "export"];
    assert!(Command::new(cargo).args(words).current_dir(recourse_tests::root()).status().unwrap().success());
}

/// Every other program, by name. One that is not installed is found out by running it.
pub fn others(inputs: &Inputs, out: &Path) -> Vec<(&'static str, Command)> {
    let files = &inputs.files;
    let mut pipeline = Command::new(python());
    pipeline.arg(script("pipeline.py")).arg(out.join("pikepdf.pdf")).args(files);
    let mut qpdf = Command::new("qpdf");
    qpdf.args(["--empty", "--pages"]).args(files).arg("--").arg(out.join("qpdf.pdf"));
    let mut unite = Command::new("pdfunite");
    unite.args(files).arg(out.join("pdfunite.pdf"));
    vec![
        ("pikepdf, one pass", pipeline),
        ("qpdf, merge only", qpdf),
        ("pdfunite, merge only", unite),
        ("read and write (cat)", floor("copy", inputs, out)),
        ("read, SHA-256, write", floor("hash", inputs, out)),
    ]
}

fn floor(how: &str, inputs: &Inputs, out: &Path) -> Command {
    let mut command = Command::new("python3");
    command.arg(script("floor.py")).arg(how).arg(out.join("floor.bin")).args(&inputs.files);
    command
}

fn script(name: &str) -> PathBuf {
    path_of("tests/bench/peers").join(name)
}

/// The Python that `cargo xtask bench` gave the packages to, or the system's.
pub fn python() -> PathBuf {
    let own = scratch("xtask").join("python/bin/python");
    if own.is_file() { own } else { PathBuf::from("python3") }
}
