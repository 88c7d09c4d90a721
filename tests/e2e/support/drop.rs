//! Dragging files onto the window with a real pointer, as from a file manager.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use recourse_tests::{path_of, wait_for};

/// Left of this the window lies; the square stands right of it. See `Person::sits_down` for the size of the window.
const SQUARE: (i32, i32) = (1320, 40);

/// Drags the files from outside the window onto this point of the screen and lets go.
pub fn drag(display: &str, files: &[PathBuf], onto: (i32, i32)) {
    let mut source = Command::new("/usr/bin/python3")
        .arg(path_of("tests/e2e/support/drag_source.py"))
        .args([SQUARE.0.to_string(), SQUARE.1.to_string()])
        .args(files)
        .env("DISPLAY", display)
        .env("NO_AT_BRIDGE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python with GTK is installed (`cargo xtask test` installs it)");
    let mut line = String::new();
    BufReader::new(source.stdout.as_mut().expect("its output is piped"))
        .read_line(&mut line)
        .expect("the square answers");
    assert_eq!(line.trim(), "ready", "the square did not come onto the screen");

    let start = (SQUARE.0 + 50, SQUARE.1 + 30);
    pointer(display, &["mousemove", &start.0.to_string(), &start.1.to_string(), "mousedown", "1"]);
    // GTK begins a drag once the pointer has moved some pixels, and tells the window beneath about each move.
    for step in 1..=20 {
        let at = |from: i32, to: i32| (from + (to - from) * step / 20).to_string();
        pointer(display, &["mousemove", &at(start.0, onto.0), &at(start.1, onto.1), "sleep", "0.02"]);
    }
    pointer(display, &["mousemove", &(onto.0 + 2).to_string(), &onto.1.to_string(), "sleep", "0.3", "mouseup", "1"]);
    wait_for("the end of the drag", || match source.try_wait() {
        Ok(Some(status)) if status.success() => Ok(()),
        other => Err(format!("{other:?}")),
    });
}

/// Drags what lies at one point of the screen to another, with a real pointer.
pub fn within(display: &str, from: (i64, i64), to: (i64, i64)) {
    let at =
        |step: i64| [from.0 + (to.0 - from.0) * step / 10, from.1 + (to.1 - from.1) * step / 10].map(|n| n.to_string());
    let [x, y] = at(0);
    pointer(display, &["mousemove", &x, &y, "sleep", "0.1", "mousedown", "1", "sleep", "0.1"]);
    for step in 1..=10 {
        let [x, y] = at(step);
        pointer(display, &["mousemove", &x, &y, "sleep", "0.05"]);
    }
    pointer(display, &["sleep", "0.2", "mouseup", "1"]);
}

fn pointer(display: &str, words: &[&str]) {
    let done = Command::new("xdotool").args(words).env("DISPLAY", display).status();
    assert!(done.is_ok_and(|status| status.success()), "xdotool {words:?}");
}
