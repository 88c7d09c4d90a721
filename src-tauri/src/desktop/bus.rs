//! The desktop's own message buses (D-Bus), spoken by the library that the window's toolkit brings anyway. No bus is started for this: where
//! there is none, whoever asks goes without.

use gio::glib::Variant;
use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection};

/// How long an answer may take, in milliseconds.
const PATIENCE: i32 = 5_000;

/// The bus of the person's session.
pub fn session() -> Option<DBusConnection> {
    // Without an address the library would start a bus of its own.
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS")?;
    gio::bus_get_sync(BusType::Session, Cancellable::NONE).ok()
}

/// The bus of the computer.
pub fn system() -> Option<DBusConnection> {
    gio::bus_get_sync(BusType::System, Cancellable::NONE).ok()
}

/// Somebody on a bus who can be asked.
#[derive(Debug, Clone, Copy)]
pub struct Whom<'a> {
    /// The name on the bus.
    pub name: &'a str,
    /// The object.
    pub path: &'a str,
    /// The interface.
    pub interface: &'a str,
}

/// Asks and waits for the answer; none where there is nobody, or nobody who answers so.
pub fn ask(bus: &DBusConnection, whom: Whom<'_>, method: &str, words: &Variant) -> Option<Variant> {
    let Whom { name, path, interface } = whom;
    let flags = DBusCallFlags::NONE;
    bus.call_sync(Some(name), path, interface, method, Some(words), None, flags, PATIENCE, Cancellable::NONE).ok()
}
