//! A small claim becomes a PDF and a bag, and outside programs agree with what they are said to be.
#![allow(clippy::expect_used, clippy::print_stderr, reason = "a test that cannot go on says why")]

mod again;
mod bag;
mod behind;
mod letter;
mod many;
mod names;
mod pages;
mod rich;
mod sheet;
mod stamp;
mod support;
mod told;
mod verify;
mod words;
