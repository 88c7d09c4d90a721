//! What can go wrong while the ZIP is written.

use crate::progress::Stopped;
use std::io;

/// Why no ZIP was made. Nothing is left behind.
#[derive(Debug, thiserror::Error)]
pub enum BagError {
    /// The ZIP could not be written (disk full, folder gone).
    #[error("the ZIP could not be written: {0}")]
    Write(#[source] io::Error),
    /// An original could not be read.
    #[error("the original “{name}” of {reference} could not be read: {cause}")]
    Read {
        /// Reference of the document.
        reference: String,
        /// Name of the file.
        name: String,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// An original is not what it was when it was added. A bundle must not vouch for it.
    #[error("the original “{name}” of {reference} has changed since it was added")]
    Changed {
        /// Reference of the document.
        reference: String,
        /// Name of the file.
        name: String,
    },
    /// A table of the record has a row of the wrong length.
    #[error("the table “{0}” has a row that does not fit its head")]
    Table(String),
    /// The caller stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}
