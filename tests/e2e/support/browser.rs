//! An ordinary browser on the same engine, for showing what the window does not do.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::driver::Driver;
use super::home::Home;

/// Where Debian and its kin put the engine's own small browser.
const PLACES: [&str; 2] =
    ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser"];

/// The browser, with a home of its own.
pub struct Browser {
    driver: Driver,
    home: Home,
}

impl Browser {
    /// Opens one; none, with a word on the terminal, where it is not installed.
    pub fn opens() -> Option<Self> {
        let Some(program) = PLACES.into_iter().map(Path::new).find(|place| place.is_file()) else {
            eprintln!("left out: WebKit's MiniBrowser is not installed");
            return None;
        };
        let home = Home::new();
        let driver = Driver::start_with(program, &["--automation"], &home, &[]);
        Some(Self { driver, home })
    }

    /// A path in its home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.join(name)
    }

    /// Goes to an address. A page that leaves for another place at once never counts as loaded, which is no failure here.
    pub fn goes_to(&self, address: &str) {
        let _left_at_once = self.driver.ask("POST", "url", &json!({ "url": address }));
    }
}
