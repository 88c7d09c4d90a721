//! Why no bundle was made.

use crate::pages::SetError;
use crate::progress::Stopped;
use std::io;
use std::path::PathBuf;

/// Why no bundle was made. Nothing is left behind.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// The file could not be written (disk full, folder gone).
    #[error("the bundle could not be written: {0}")]
    Write(#[source] io::Error),
    /// A file of which a document was to be made could not be read.
    #[error("{} could not be read: {error}", path.display())]
    Input {
        /// The file.
        path: PathBuf,
        /// What reading it gave back.
        #[source]
        error: io::Error,
    },
    /// An original is not what it was when it was added.
    #[error("the original “{name}” of {reference} has changed since it was added")]
    Changed {
        /// Reference of the document.
        reference: String,
        /// Name of the file.
        name: String,
    },
    /// Two documents have the same reference.
    #[error("the reference {0} stands for two documents")]
    Twice(String),
    /// A page of this program's own could not be set.
    #[error(transparent)]
    Set(#[from] SetError),
    /// The page numbers would not settle. This is a fault of this program.
    #[error("the page numbers would not settle")]
    Unsettled,
    /// The joining of the pages failed.
    #[error("the pages could not be joined: {0}")]
    Join(String),
    /// The caller stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}
