//! Rules of law, the counting of days, and the clocks that follow.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says why it stops by stopping")]

mod access;
mod calendar_file;
mod case;
mod complaints;
mod data;
mod holidays;
mod kinds;
mod limitation;
mod properties;
mod python;
mod vectors;
