//! Says on the desktop that dates of the person's own are near: once a day, while the vault is open.

use std::time::Duration;

use recourse_organiser::claims;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;

const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Watches from a thread of its own, for as long as the program runs.
pub fn watch<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        // Once for each opening of the vault it is looked up, and once for each day it is said.
        let (mut looked_on, mut said_on) = (None, None);
        loop {
            std::thread::sleep(LOOK_EVERY);
            let Ok(session) = app.state::<Desk>().session() else {
                looked_on = None;
                continue;
            };
            let today = Some(session.today());
            if looked_on == today || said_on == today {
                continue;
            }
            looked_on = today;
            // Where the records cannot be read, the window says so by itself.
            if let Ok(Some(words)) = claims::reminder(&session)
                && show(&words)
            {
                said_on = today;
            }
        }
    });
}

/// Shows words through the desktop's own service (Desktop Notifications Specification 1.2, `Notify`), and says whether they were taken. Where there is
/// no such service, the window's overview says the same.
#[cfg(target_os = "linux")]
fn show(words: &str) -> bool {
    use std::collections::HashMap;

    use gio::glib::Variant;
    use gio::prelude::ToVariant;

    use crate::desktop::bus::{self, Whom};

    const NAME: &str = "org.freedesktop.Notifications";
    const PATH: &str = "/org/freedesktop/Notifications";
    let Some(bus) = bus::session() else { return false };
    let (replaces, icon, actions, hints) = (0_u32, "", Vec::<&str>::new(), HashMap::<&str, Variant>::new());
    let message = ("Recourse", replaces, icon, "Recourse", words, actions, hints, -1_i32).to_variant();
    bus::ask(&bus, Whom { name: NAME, path: PATH, interface: NAME }, "Notify", &message).is_some()
}

/// Other systems have services of their own, which nobody has tried yet.
#[cfg(not(target_os = "linux"))]
fn show(_: &str) -> bool {
    false
}
