//! The real window, driven as a person drives it.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test says why it stops by stopping")]

mod apart;
mod backup;
mod bundle;
mod canary;
mod documents;
mod drafts;
mod effects;
mod first_run;
mod history;
mod limits;
mod opening;
mod particulars;
mod people;
mod quote;
mod received;
mod redaction;
mod remote;
mod requests;
mod sample_claim;
mod steps;
mod support;
mod timeline;
mod told;
mod traps;
