//! Whole mailboxes: where one mail ends and the next begins, and reading many mails in one worker.
//!
//! Finding the separators of an mbox file is the only thing done with a stranger's bytes outside the worker: a search for
//! a line, with no parser in it. Headers and bodies are read by the jobs `mail_heads` and `mails`, many mails at a time,
//! because a process for each of 20,000 mails would take longer than reading them.

mod calls;
mod frames;
mod heads;
mod split;
mod whole;
mod window;

pub use calls::MailWords;
pub use heads::{MailHead, mail_heads};
pub use split::{Span, Splitter};
pub use whole::{BatchMail, BatchPart, mails};
