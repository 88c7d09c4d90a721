//! The window's npm modules, exactly as `package-lock.json` names them.

use crate::hash::{self, Fingerprint};
use crate::house::House;
use crate::shell::{self, Stop};

/// Installs the modules when the lock file is not the one they were installed from.
pub fn modules(house: &House) -> Result<(), Stop> {
    let ui = house.ui();
    let lock = ui.join("package-lock.json");
    let mut print = Fingerprint::new();
    print.add_path(&lock).map_err(|e| Stop::new(format!("{} cannot be read: {e}", lock.display())))?;
    // The stamp lies inside the folder it speaks of, so that deleting the one deletes the other.
    let stamp = ui.join("node_modules/.recourse-lock");
    if hash::fresh(&stamp, &print) {
        return Ok(());
    }
    println!("Installing the window's npm modules (npm ci)");
    shell::run(shell::command(&ui, "npm", &["ci", "--no-audit", "--no-fund"]))?;
    hash::note(&stamp, &print).map_err(|e| Stop::new(format!("{} cannot be written: {e}", stamp.display())))
}
