//! The window's tests run apart from every network: `cargo xtask test` puts them into a name space of their own, where that can be had.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use recourse_tests::{wait_for, within};

use crate::canary::{processes_of, signal, within_the_machine};
use crate::support::{CALLS, Display, Home, watched};

/// How long a window that nobody drives is looked at once its page has begun.
const LOOKING: Duration = Duration::from_secs(2);

#[test]
fn there_is_no_way_out_of_here_but_loopback() {
    let seen = fs::read_to_string("/proc/self/net/dev").expect("Linux tells of its ways out");
    let ways: Vec<&str> = seen.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name.trim()).collect();
    if std::env::var_os("RECOURSE_APART").is_none() {
        eprintln!("left out: these tests were started with the network there is: {ways:?}");
        return;
    }
    assert_eq!(ways, ["lo"], "every test of the window runs where these are");
}

#[test]
fn a_window_that_nobody_drives_opens_sockets_of_this_machine_only() {
    let (home, display) = (Home::new(), Display::start());
    let mut command = Command::new(watched(&home));
    home.give_to(&mut command);
    command.env("DISPLAY", display.name()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut window = command.spawn().expect("the window's program starts");
    let calls = || fs::read_to_string(home.join(CALLS)).unwrap_or_default();
    // The page's own process speaks to the window's.
    let processes = || {
        calls()
            .lines()
            .filter_map(|call| call.split(' ').next().map(str::to_owned))
            .collect::<std::collections::BTreeSet<_>>()
    };
    wait_for("the page's process", || if processes().len() >= 3 { Ok(()) } else { Err(calls()) });
    let outward =
        within(LOOKING, || calls().lines().find(|call| call.contains("AF_INET")).map(str::to_owned).ok_or("none"));
    // The message bus that GLib starts for itself ends with the display, which is after this.
    for (number, _) in processes_of(home.path()) {
        signal("KILL", number);
    }
    let _ = window.kill();
    let _ = window.wait();
    assert!(outward.is_err(), "{outward:?}");
    within_the_machine(&calls(), false);
}
