//! A person's journeys at a terminal, with the built `recourse` command and nothing else of the product.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test says why it stops by stopping"
)]

#[cfg(target_os = "linux")]
mod backup;
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
mod opening;
mod reading;
mod redaction;
mod refusals;
#[cfg(target_os = "linux")]
mod remote;
mod repair;
mod secrecy;
mod supplement;
mod tables;
mod terminal;
mod traps;
mod whole;
