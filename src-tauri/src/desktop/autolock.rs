//! Locks the vault when nobody has done anything for a while.

use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::desk::{Desk, Place};

/// How long nobody may do anything before the vault locks itself.
const PATIENCE: Duration = Duration::from_secs(10 * 60);
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Watches from a thread of its own, for as long as the program runs.
pub fn watch<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            let desk = app.state::<Desk>();
            let open = matches!(*desk.place(), Place::Open(_));
            if open && desk.idle() >= PATIENCE {
                desk.close();
                if let Err(error) = app.emit("locked", desk.state()) {
                    eprintln!("Recourse: {error}");
                }
            }
        }
    });
}
