//! Building the two programs: the window with its pages inside, and the `recourse` command.

use crate::hash::{self, Fingerprint};
use crate::house::House;
use crate::shell::{self, Stop};

/// The window's program.
pub const WINDOW: &str = "recourse-desktop";
/// The terminal's program.
pub const TERMINAL: &str = "recourse";

/// What the built pages depend on, inside `ui`.
const PAGE_SOURCES: &[&str] = &[
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "svelte.config.js",
    "tsconfig.json",
    "vite.config.ts",
];

/// Builds the pages into `ui/dist` unless they were built from exactly these sources. Says whether it had to.
pub fn pages(house: &House) -> Result<bool, Stop> {
    let mut print = Fingerprint::new();
    for name in PAGE_SOURCES {
        let path = house.ui().join(name);
        print.add_path(&path).map_err(|e| Stop::new(format!("{} cannot be read: {e}", path.display())))?;
    }
    let stamp = house.own("pages");
    if house.ui().join("dist/index.html").is_file() && hash::fresh(&stamp, &print) {
        return Ok(false);
    }
    shell::run(shell::command(&house.ui(), "npm", &["run", "build"]))?;
    hash::note(&stamp, &print).map_err(|e| Stop::new(format!("{} cannot be written: {e}", stamp.display())))?;
    Ok(true)
}

/// Builds both programs.
///
/// `--workspace` with the names, not `--package`: Cargo chooses the features of shared dependencies by the packages it is asked for, and
/// asking for the same ones as the tests do means that nothing is compiled twice.
pub fn programs(house: &House) -> Result<(), Stop> {
    shell::run(shell::cargo(&house.root, &["build", "--workspace", "--bin", WINDOW, "--bin", TERMINAL]))
}
