//! Whole mailboxes: an mbox file or a Maildir folder is looked into first, and the mails that are wanted are taken in batches.

mod filter;
mod names;
mod source;
mod survey;
mod take;
mod unit;

pub use filter::Filter;
pub use source::{Mailbox, set_aside};
pub use survey::{Line, Survey, survey};
pub use take::{Order, Taken, take};

/// How far a look into a mailbox, or taking it in, has come.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Mails done.
    pub done: u64,
    /// Mails in all; 0 while they are still being counted.
    pub total: u64,
    /// Bytes gone through.
    pub bytes: u64,
    /// Bytes in all.
    pub of_bytes: u64,
}

#[cfg(test)]
mod tests;
