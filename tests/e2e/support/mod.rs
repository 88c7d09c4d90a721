//! Driving the real window: a display without a screen, WebKit's own driver, and a person's way of naming things.

mod browser;
mod desktop;
mod display;
mod driver;
mod drop;
mod home;
mod http;
mod person;

pub use browser::Browser;
pub use display::Display;
pub use home::Home;
pub use person::{ALT, CALLS, CONTROL, ENTER, ESCAPE, Person, SHOWN, watched};
