//! How much of photographed letters is read right, with our preparation of the page and without.

use std::fs;
use std::process::Command;

use recourse_testkit::photo::SHOTS;
use recourse_tests::{accuracy, have_tesseract, program};
use serde_json::Value;

use super::{VAULT, recourse, timed};

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn reading_photographed_letters() {
    if !have_tesseract() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    timed(recourse(home, &["new", VAULT]));
    timed(recourse(home, &["claim", "add", VAULT, "--title", "T", "--organisation", "O"]));
    for shot in SHOTS {
        fs::write(home.join(format!("{}.jpg", shot.name)), shot.jpeg().unwrap()).unwrap();
        timed(recourse(home, &["add", VAULT, &format!("{}.jpg", shot.name)]));
    }
    let started = std::time::Instant::now();
    let output = Command::new(program("recourse"))
        .args(["read", VAULT, "--json"])
        .env("RECOURSE_PASSPHRASE_FILE", home.join("passphrase.txt"))
        .current_dir(home)
        .output()
        .unwrap();
    let took = started.elapsed();
    let lines: Vec<Value> =
        String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    println!("letter                      dpi   skew   shadow  prepared  as it is");
    let mut worst = 1.0_f64;
    for shot in SHOTS {
        let file = format!("{}.jpg", shot.name);
        let line = lines.iter().find(|line| line["name"] == file.as_str());
        let ours = line.and_then(|line| line["text"][0]["text"].as_str()).unwrap_or_default();
        let plain = Command::new("tesseract").args([&file, "stdout", "-l", "eng"]).current_dir(home).output().unwrap();
        let ours = accuracy(shot.letter.lines, ours);
        let plain = accuracy(shot.letter.lines, &String::from_utf8_lossy(&plain.stdout)).max(0.0);
        worst = worst.min(ours);
        println!(
            "{:26} {:4}  {:+4.1}°    {:3.0} %   {:5.1} %   {:5.1} %",
            shot.name,
            shot.dpi,
            shot.skew,
            shot.shadow * 100.0,
            ours * 100.0,
            plain * 100.0
        );
    }
    println!("{} letters in {:.1} s; the worst {:.1} %", SHOTS.len(), took.as_secs_f64(), worst * 100.0);
    assert!(worst >= 0.97, "a letter is read worse than 97 %");
}
