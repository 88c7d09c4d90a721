//! The date language, met as a person meets it: words in, a date or a question out.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says why it stops by stopping")]

mod about;
mod asked;
mod between;
mod counted;
mod ends;
mod exact;
mod flags;
mod law;
mod months;
mod properties;
mod relative;
mod spoken;
mod table;
mod undated;
mod weekday;
