//! What the tests share: where things lie, how a program is started, and waiting for something to become true.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test says why it stops by stopping")]

mod places;
mod reading;
mod wait;

pub use places::{Sources, path_of, program, root, sample, scratch};
pub use reading::{accuracy, have_tesseract};
pub use wait::{wait_for, within};
