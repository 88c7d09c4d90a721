//! WebKit's driver and one session of it: the program under test, started and watched.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use recourse_tests::wait_for;
use serde_json::{Value, json};

use super::display::Display;
use super::home::Home;
use super::http;

/// A driver with one session; both end when this is dropped.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
    // Dropped after the driver: the window needs it to the last.
    display: Display,
}

impl Driver {
    /// Starts a display, the driver and through it the window's program. `environment` is handed to the program.
    pub fn start(binary: &Path, home: &Home, environment: &[(&str, &PathBuf)]) -> Self {
        Self::start_with(binary, &[], home, environment)
    }

    /// The same with words for the program's command line.
    pub fn start_with(binary: &Path, words: &[&str], home: &Home, environment: &[(&str, &PathBuf)]) -> Self {
        let display = Display::start();
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        home.give_to(&mut command);
        let process = command
            .arg(format!("--port={port}"))
            .env("DISPLAY", display.name())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(name, path)| (name, path.as_os_str())))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed (`cargo xtask test` installs it)");
        let mut driver = Self { process, port, session: String::new(), display };
        wait_for("the driver", || http::ask(port, "GET", "/status", &Value::Null));
        let wanted =
            json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": binary, "args": words}}}});
        let opened = http::ask(port, "POST", "/session", &wanted).expect("the driver opens the window");
        driver.session = opened["sessionId"].as_str().expect("a session has a name").to_owned();
        driver
    }

    /// The name of the display the window is on.
    pub fn display(&self) -> String {
        self.display.name()
    }

    /// Asks something of the session; `path` begins after the session's name.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        http::ask(self.port, method, &format!("/session/{}/{path}", self.session), body)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = http::ask(self.port, "DELETE", &format!("/session/{}", self.session), &json!({}));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that is free now. The driver has no way to choose one itself and say which.
fn free_port() -> u16 {
    let probe = TcpListener::bind(("127.0.0.1", 0)).expect("loopback");
    probe.local_addr().expect("a bound socket has an address").port()
}
