//! Words read by machine, against what was written.

use std::process::{Command, Stdio};

/// Whether the reading program is installed; says so where it is not.
pub fn have_tesseract() -> bool {
    let output = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
    let there = output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == "eng"));
    if !there {
        println!("left out: tesseract with English is not installed");
    }
    there
}

/// Word accuracy: one less the number of words to change, add or take away, in parts of the words that were written.
pub fn accuracy(written: &str, read: &str) -> f64 {
    let (written, read): (Vec<&str>, Vec<&str>) =
        (written.split_whitespace().collect(), read.split_whitespace().collect());
    let mut above: Vec<usize> = (0..=read.len()).collect();
    for (row, word) in written.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in read.iter().enumerate() {
            let change = above[column] + usize::from(word != other);
            line.push(change.min(above[column + 1] + 1).min(line[column] + 1));
        }
        above = line;
    }
    1.0 - above[read.len()] as f64 / written.len().max(1) as f64
}
