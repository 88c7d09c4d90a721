//! A person's journeys at a terminal, with the built `recourse` command and nothing else of the product.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test says why it stops by stopping"
)]

mod bag;
mod contacts;
mod corpus;
mod court;
mod dates;
mod drafts;
#[cfg(target_os = "linux")]
mod full;
mod half;
#[cfg(target_os = "linux")]
mod history;
mod hostile;
mod journey;
mod mailbox;
mod reading;
mod redaction;
mod refusals;
#[cfg(target_os = "linux")]
mod remote;
mod secrecy;
mod tables;
mod terminal;
mod traps;
mod whole;
