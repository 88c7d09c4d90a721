//! A desktop session with a notification service and a keyring, apart from the session of whoever runs the test.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use recourse_tests::path_of;

use super::home::Home;

/// A message bus and the service on it; both end when this is dropped.
pub struct Desktop {
    bus: Child,
    service: Child,
    address: PathBuf,
}

impl Desktop {
    /// Starts both. What the desktop is told to show is written into `shown`, a line each.
    pub fn start(home: &Home, shown: &Path) -> Self {
        let mut bus = Command::new("dbus-daemon");
        home.give_to(&mut bus);
        bus.args(["--session", "--nofork", "--print-address"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut bus = bus.spawn().expect("dbus-daemon is installed (`cargo xtask test` installs it)");
        let address = PathBuf::from(line_of(&mut bus));
        let mut service = Command::new("/usr/bin/python3");
        home.give_to(&mut service);
        service
            .arg("-B")
            .arg(path_of("tests/e2e/support/notice_board.py"))
            .arg(shown)
            .env("DBUS_SESSION_BUS_ADDRESS", &address);
        service.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut service = service.spawn().expect("Python with GLib is installed (`cargo xtask test` installs it)");
        assert_eq!(line_of(&mut service), "ready");
        Self { bus, service, address }
    }

    /// Says on the bus that the screen was locked, as a desktop does.
    pub fn locks_its_screen(&self) {
        let said = Command::new("dbus-send")
            .args(["--session", "--type=signal", "/org/freedesktop/ScreenSaver"])
            .args(["org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"])
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .status();
        assert!(said.is_ok_and(|status| status.success()), "dbus-send comes with dbus-daemon");
    }

    /// Where the bus is, for the program under test.
    pub fn address(&self) -> &PathBuf {
        &self.address
    }
}

/// The first line that a program writes.
fn line_of(program: &mut Child) -> String {
    let mut line = String::new();
    let output = program.stdout.as_mut().expect("its output is piped");
    BufReader::new(output).read_line(&mut line).expect("the program answers");
    line.trim().to_owned()
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for process in [&mut self.service, &mut self.bus] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
