//! One window of the program on a desktop: a second start brings the first to the front.

#[cfg(target_os = "linux")]
mod linux {
    use gio::glib::Variant;
    use gio::prelude::ToVariant;
    use gio::{Cancellable, DBusSignalFlags};
    use tauri::{AppHandle, Manager, Runtime};

    use crate::desktop::bus::{self, Whom};

    /// The name that the one window has on the session's bus.
    const NAME: &str = "org.recourse.desktop";
    const PATH: &str = "/org/recourse/desktop";
    const RAISE: &str = "Raise";
    /// D-Bus specification, "org.freedesktop.DBus.RequestName": do not wait for the name; somebody else has it.
    const DO_NOT_QUEUE: u32 = 4;
    const EXISTS: u32 = 3;

    /// Whether another window was there, which has then been asked to come to the front.
    pub fn is_second() -> bool {
        let Some(bus) = bus::session() else { return false };
        let daemon =
            Whom { name: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus" };
        let asked = (NAME, DO_NOT_QUEUE).to_variant();
        let answer = bus::ask(&bus, daemon, "RequestName", &asked).and_then(|answer| answer.child_value(0).get());
        if answer != Some(EXISTS) {
            return false;
        }
        let sent = bus.emit_signal(Some(NAME), PATH, NAME, RAISE, None::<&Variant>);
        let _ = sent.and_then(|()| bus.flush_sync(Cancellable::NONE));
        true
    }

    /// Comes to the front when a second start asks for it. Called on the window's own thread.
    pub fn listen<R: Runtime>(app: &AppHandle<R>) {
        let Some(bus) = bus::session() else { return };
        let app = app.clone();
        bus.signal_subscribe(
            None,
            Some(NAME),
            Some(RAISE),
            Some(PATH),
            None,
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, _| {
                if let Some(window) = app.get_webview_window("main") {
                    let _ = window.unminimize();
                    let _ = window.set_focus();
                }
            },
        );
    }
}

#[cfg(target_os = "linux")]
pub use linux::{is_second, listen};

/// Other systems have ways of their own, which nobody has tried yet; the vault's lock keeps two windows apart.
#[cfg(not(target_os = "linux"))]
pub fn is_second() -> bool {
    false
}

/// As above.
#[cfg(not(target_os = "linux"))]
pub fn listen<R: tauri::Runtime>(_: &tauri::AppHandle<R>) {}
