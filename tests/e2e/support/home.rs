//! A person's home folder for one test, so that a window leaves nothing on the machine it is tested on.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// An empty home; it is removed when this is dropped.
pub struct Home(TempDir);

impl Home {
    /// Makes one.
    pub fn new() -> Self {
        Self(tempfile::Builder::new().prefix("recourse-home-").tempdir().expect("a temporary folder"))
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A folder inside it.
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Makes a program live here, with an English locale, and apart from the session of the person who runs the test.
    pub fn give_to(&self, command: &mut Command) {
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
        ] {
            command.env(name, self.join(folder));
        }
        command.env("HOME", self.path()).env("LANG", "C.UTF-8").env("TZ", "Europe/London");
        command.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("WAYLAND_DISPLAY").env("NO_AT_BRIDGE", "1");
    }
}
