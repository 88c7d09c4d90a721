//! Reads files that strangers made: bytes in, drafts out.
//!
//! Nothing here touches the vault, the store, the network or a clock. Everything that parses is a job of the
//! [`worker`]: a short-lived process with bounded memory and time, so that a file made to do harm ends one job and
//! nothing else. The original bytes are never changed and never depend on what is read here.
//!
//! The way through: [`worker::Worker::read`] gives a [`Reading`]; [`worker::Worker::part`] gives the bytes of one
//! attachment; [`worker::Worker::render_page`] and [`worker::Worker::picture`] give pictures for the window.

pub mod jobs;
pub mod limits;
pub mod mail;
pub mod mailbox;
pub mod markup;
mod media;
mod office;
pub mod pdf;
pub mod picture;
mod read;
mod reading;
pub mod rich;
mod rtf;
pub mod scan;
mod sniff;
pub mod text;
pub mod worker;

pub use mail::{AttachmentDraft, HeaderLine, MailAddress, MailDraft, StatedTime};
pub use picture::{PictureFacts, TakenAt};
pub use read::read;
pub use reading::{PageText, Problem, ProblemCode, Reading};
pub use sniff::{Kind, MediaType, SNIFF_BYTES, Sniffed, sniff};
