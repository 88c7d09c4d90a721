//! A person's journeys at a terminal, with the built `recourse` command and nothing else of the product.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test says why it stops by stopping"
)]

mod bag;
mod corpus;
mod dates;
mod journey;
mod reading;
mod refusals;
mod secrecy;
mod terminal;
