//! What the tests share: where things lie, how a program is started and watched, and waiting for something to become true.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test says why it stops by stopping")]

mod figures;
mod listener;
mod others;
mod places;
#[cfg(target_os = "linux")]
mod processes;
mod reading;
mod wait;

pub use figures::note;
pub use listener::Listener;
pub use others::{of_python, script};
pub use places::{Sources, corpus, path_of, program, root, sample, scratch};
#[cfg(target_os = "linux")]
pub use processes::{Watched, watch};
pub use reading::{accuracy, have_tesseract};
pub use wait::{wait_for, within};
