//! Locks the vault when nobody has done anything for a while, and at once when it has to be.

use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::desk::{Desk, Place};

const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How long the page may take to hand over what is half written.
const FOR_THE_PAGE: Duration = Duration::from_secs(1);
const MOMENT: Duration = Duration::from_millis(20);

/// Watches from a thread of its own, for as long as the program runs.
pub fn watch<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            let desk = app.state::<Desk>();
            if is_open(&desk) && desk.idle() >= desk.patience() {
                lock_now(&app);
            }
        }
    });
}

/// Locks the vault. The page is asked first to keep what is half written and to lock by itself; one that does not answer is not waited for,
/// and is loaded anew, so that nothing of the vault stays in it.
pub fn lock_now<R: Runtime>(app: &AppHandle<R>) {
    let desk = app.state::<Desk>();
    if !is_open(&desk) {
        return;
    }
    say(app.emit("lock-soon", ()));
    let mut waited = Duration::ZERO;
    while is_open(&desk) && waited < FOR_THE_PAGE {
        std::thread::sleep(MOMENT);
        waited += MOMENT;
    }
    if is_open(&desk) {
        desk.close();
        say(app.emit("locked", desk.state()));
        if let Some(window) = app.get_webview_window("main") {
            say(window.reload());
        }
    }
}

fn is_open(desk: &Desk) -> bool {
    matches!(*desk.place(), Place::Open(_) | Place::Renewing(_))
}

fn say(done: tauri::Result<()>) {
    if let Err(error) = done {
        eprintln!("Recourse: {error}");
    }
}
