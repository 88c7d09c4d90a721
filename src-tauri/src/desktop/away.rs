//! Locks the vault when the computer goes to sleep or its screen is locked.

use std::cell::RefCell;

use gio::glib::{MainContext, MainLoop, Variant};
use gio::prelude::{ToVariant, UnixFDListExt};
use gio::{Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
use tauri::{AppHandle, Runtime};

use super::autolock::lock_now;
use crate::desktop::bus::{self, Whom};

/// Whoever says that the screen was locked: the common interface, and those of desktops that have their own.
const SCREENS: [&str; 4] =
    ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"];

/// The system's keeper of sessions (systemd-logind).
const LOGIN: Whom<'static> = Whom {
    name: "org.freedesktop.login1",
    path: "/org/freedesktop/login1",
    interface: "org.freedesktop.login1.Manager",
};

/// Watches from a thread of its own, for as long as the program runs.
pub fn watch<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        let context = MainContext::new();
        // What is subscribed to in here is heard in here.
        let _ = context.with_thread_default(|| {
            let buses = (bus::session(), bus::system());
            if let Some(session) = &buses.0 {
                screens(session, &app);
            }
            if let Some(system) = &buses.1 {
                sleep(system, &app);
                locked(system, &app);
            }
            if buses != (None, None) {
                MainLoop::new(Some(&context), false).run();
            }
        });
    });
}

fn screens<R: Runtime>(bus: &DBusConnection, app: &AppHandle<R>) {
    for interface in SCREENS {
        let app = app.clone();
        let flags = DBusSignalFlags::NONE;
        bus.signal_subscribe(
            None,
            Some(interface),
            Some("ActiveChanged"),
            None,
            None,
            flags,
            move |_, _, _, _, _, said| {
                if first_is_true(said) {
                    lock_now(&app);
                }
            },
        );
    }
}

/// Sleep waits a moment for who asked it to: the vault locks first.
fn sleep<R: Runtime>(bus: &DBusConnection, app: &AppHandle<R>) {
    let (app, waiting) = (app.clone(), RefCell::new(hold_sleep_up(bus)));
    let flags = DBusSignalFlags::NONE;
    let (name, interface, path) = (Some(LOGIN.name), Some(LOGIN.interface), Some(LOGIN.path));
    bus.signal_subscribe(name, interface, Some("PrepareForSleep"), path, None, flags, move |bus, _, _, _, _, said| {
        if first_is_true(said) {
            lock_now(&app);
            // Closing it lets the computer sleep.
            waiting.borrow_mut().take();
        } else {
            *waiting.borrow_mut() = hold_sleep_up(bus);
        }
    });
}

fn hold_sleep_up(bus: &DBusConnection) -> Option<UnixFDList> {
    let words = ("sleep", "Recourse", "Locks the vault", "delay").to_variant();
    let Whom { name, path, interface } = LOGIN;
    let (flags, patience, none) = (DBusCallFlags::NONE, 5_000, UnixFDList::NONE);
    let asked = bus.call_with_unix_fd_list_sync(
        Some(name),
        path,
        interface,
        "Inhibit",
        Some(&words),
        None,
        flags,
        patience,
        none,
        Cancellable::NONE,
    );
    asked.ok().map(|(_, held)| held).filter(|held| held.length() > 0)
}

/// The session's own lock, where the desktop asks for it by way of the system.
fn locked<R: Runtime>(bus: &DBusConnection, app: &AppHandle<R>) {
    let own = (std::process::id(),).to_variant();
    let Some(answer) = bus::ask(bus, LOGIN, "GetSessionByPID", &own) else { return };
    let path = answer.child_value(0);
    let (app, flags) = (app.clone(), DBusSignalFlags::NONE);
    let interface = Some("org.freedesktop.login1.Session");
    bus.signal_subscribe(
        Some(LOGIN.name),
        interface,
        Some("Lock"),
        path.str(),
        None,
        flags,
        move |_, _, _, _, _, _| {
            lock_now(&app);
        },
    );
}

fn first_is_true(said: &Variant) -> bool {
    said.n_children() > 0 && said.child_value(0).get() == Some(true)
}
