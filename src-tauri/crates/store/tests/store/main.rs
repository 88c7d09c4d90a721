//! The store from outside: real files, real keys.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod bodies;
mod deleting;
mod files;
mod full;
mod history;
mod lists;
mod opening;
mod redactions;
mod rules;
mod schema;
mod searching;
mod support;
mod wrong_clock;
