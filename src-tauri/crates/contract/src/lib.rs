//! What the window and the terminal may ask, and how they are answered.
//!
//! One declared list of commands; the window's TypeScript is made from it, and drift fails a test.

pub mod commands;
pub mod dates;
mod failure;
pub mod mailbox;
mod money;
pub mod rooms;
pub mod safety;
pub mod types;
mod typescript;

pub use failure::{failure, pack, unpack};
pub use rooms::{Place, document, documents, filing, kept, laid, made, place_of, reading_of};
pub use typescript::contract as typescript;
