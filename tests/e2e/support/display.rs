//! An X display without a screen, on a number that nobody else uses.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// The server; it ends when this is dropped.
pub struct Display {
    server: Child,
    number: u32,
}

impl Display {
    /// Starts one. Xvfb looks for a free number itself and prints it once it is ready.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed (`cargo xtask test` installs it)");
        let mut line = String::new();
        BufReader::new(server.stdout.as_mut().expect("its output is piped"))
            .read_line(&mut line)
            .expect("Xvfb answers");
        let number = line.trim().parse().unwrap_or_else(|_| panic!("Xvfb ended before it was ready"));
        Self { server, number }
    }

    /// What to put into `DISPLAY`.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
