//! The rules of the house, read from the sources themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says why it stops by stopping")]

mod arrows;
mod cargo;
mod listing;
mod one_build;
mod sample;
mod sources;
mod words;
