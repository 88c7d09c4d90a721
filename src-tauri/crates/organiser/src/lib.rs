//! The use cases of Recourse. A folder or file is a subject, a function is a verb; this is the one place that opens transactions.
//!
//! A [`session::Session`] is a vault in hand. Every verb takes the open session and answers in the domain's own types.

pub mod bundles;
pub mod check;
pub mod claims;
pub mod clock;
pub mod contacts;
pub mod documents;
pub mod drafts;
pub mod effects;
mod error;
pub mod evidence;
pub mod history;
pub mod letters_out;
pub mod mailbox;
pub mod notices;
pub mod opening;
pub mod passphrase;
pub mod people;
mod private;
pub mod reading;
pub mod records;
pub mod requests;
pub mod safety;
pub mod sample;
pub mod schedule;
pub mod search;
pub mod session;
pub mod statements;
pub mod timeline;
pub mod told;
pub mod versions;
pub mod worker;

pub use error::{Error, Result};
